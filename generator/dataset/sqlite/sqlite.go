// Package sqlite writes the tidy tables into one file of SQLite. [Write] is its entry
// point.
//
// Tables are strict and lie in the order of the keys that the book names, without
// another index: ids are texts, of which each index is as large as its column, and SQLite
// makes what a join needs by itself. An empty cell is NULL, but in a key. Booleans are 0 and 1, since
// SQLite has no others; days are texts. The book itself is the table "columns". The
// file is plain: without a journal beside it, the same bytes for the same rows, so
// that it lies on a read-only disk and can be compared. It is written on the disk row by
// row, since that of many events is larger than memory.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"parallax/generator/dataset/tidy"
)

// Rows yields the rows of a table.
type Rows func(table string) iter.Seq2[[]string, error]

// Write writes all tables into a file that is not there yet. What it leaves where it
// fails is no database.
func Write(ctx context.Context, file string, book tidy.Book, rows Rows) (err error) {
	// Nobody reads the file before it is whole, so that nothing need be taken back.
	const plain = "?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)&_pragma=locking_mode(EXCLUSIVE)"
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+plain)
	if err != nil {
		return fmt.Errorf("open a database: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if err := fill(ctx, db, book, rows); err != nil {
		return err
	}
	// Rows come in the order of events and lie in that of keys, which leaves a third of
	// the pages empty.
	if _, err := db.ExecContext(ctx, "VACUUM"); err != nil {
		return fmt.Errorf("pack the database: %w", err)
	}
	return nil
}

// fill makes the tables with their rows in one transaction.
func fill(ctx context.Context, db *sql.DB, book tidy.Book, rows Rows) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin to write: %w", err)
	}
	steps := []func() error{func() error { return meanings(ctx, tx, book) }}
	for _, form := range book {
		steps = append(steps, func() error { return table(ctx, tx, book, form, rows(form.Name)) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

// meanings writes what each column means.
func meanings(ctx context.Context, tx *sql.Tx, book tidy.Book) error {
	text := func(name string) tidy.Column { return tidy.Column{Name: name, Type: "string"} }
	form := tidy.Form{Name: "columns", Key: []string{"table_name", "column_name"}, Columns: []tidy.Column{
		text("table_name"), text("column_name"), text("type"), text("unit"), text("values_known"), text("refers_to"), text("measured"), text("means"),
	}}
	return table(ctx, tx, nil, form, each(book.Meanings()))
}

// each yields rows.
func each(rows [][]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// table makes a table with its rows.
func table(ctx context.Context, tx *sql.Tx, book tidy.Book, form tidy.Form, rows iter.Seq2[[]string, error]) error {
	if _, err := tx.ExecContext(ctx, create(book, form)); err != nil {
		return fmt.Errorf("make the table %s: %w", form.Name, err)
	}
	if err := insert(ctx, tx, form, rows); err != nil {
		return fmt.Errorf("fill the table %s: %w", form.Name, err)
	}
	return nil
}

// insert fills a table.
func insert(ctx context.Context, tx *sql.Tx, form tidy.Form, rows iter.Seq2[[]string, error]) error {
	into, err := tx.PrepareContext(ctx, "INSERT INTO "+quoted(form.Name)+" VALUES ("+strings.TrimSuffix(strings.Repeat("?,", len(form.Columns)), ",")+")")
	if err != nil {
		return err
	}
	defer into.Close()
	values := make([]any, len(form.Columns))
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i, cell := range row {
			c := form.Columns[i]
			if values[i], err = value(cell, c, slices.Contains(form.Key, c.Name)); err != nil {
				return fmt.Errorf("column %s: %w", c.Name, err)
			}
		}
		if _, err := into.ExecContext(ctx, values...); err != nil {
			return fmt.Errorf("%q: %w", row, err)
		}
	}
	return nil
}

// create is the statement that makes a table.
func create(book tidy.Book, form tidy.Form) string {
	types := map[string]string{"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
	var parts []string
	for _, c := range form.Columns {
		kind := types[c.Type]
		if kind == "" {
			kind = "TEXT"
		}
		parts = append(parts, quoted(c.Name)+" "+kind)
	}
	keys := make([]string, len(form.Key))
	for i, name := range form.Key {
		keys[i] = quoted(name)
	}
	parts = append(parts, "PRIMARY KEY ("+strings.Join(keys, ", ")+")")
	for _, c := range form.Columns {
		i := slices.IndexFunc(book, func(f tidy.Form) bool { return f.Name == c.Refers })
		if i >= 0 {
			parts = append(parts, "FOREIGN KEY ("+quoted(c.Name)+") REFERENCES "+quoted(c.Refers)+" ("+quoted(book[i].Key[0])+")")
		}
	}
	return "CREATE TABLE " + quoted(form.Name) + " (" + strings.Join(parts, ", ") + ") STRICT, WITHOUT ROWID"
}

func quoted(name string) string { return `"` + name + `"` }

// value returns a cell as SQLite holds it.
func value(cell string, c tidy.Column, key bool) (any, error) {
	if cell == "" && !key {
		return nil, nil
	}
	switch c.Type {
	case "integer":
		return strconv.ParseInt(cell, 10, 64)
	case "number":
		return strconv.ParseFloat(cell, 64)
	case "boolean":
		return strconv.ParseBool(cell)
	}
	return cell, nil
}
