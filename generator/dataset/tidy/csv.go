package tidy

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"parallax/generator/dataset/columns"
)

// CSV returns a table as CSV.
func (f Form) CSV(rows [][]string) []byte { return columns.CSV(f.typed(), rows) }

// WriteCSV writes a table as CSV.
func (f Form) WriteCSV(out io.Writer, rows iter.Seq2[[]string, error]) error {
	w := columns.NewText(out, f.typed())
	for row, err := range rows {
		if err == nil {
			err = w.Write(row)
		}
		if err != nil {
			return fmt.Errorf("write %s as CSV: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("write %s as CSV: %w", f.Name, err)
	}
	return nil
}

// typed returns the columns with their types alone.
func (f Form) typed() []columns.Column {
	list := make([]columns.Column, len(f.Columns))
	for i, c := range f.Columns {
		list[i] = columns.Column{Name: c.Name, Type: c.Type}
	}
	return list
}

// Codebook returns the meaning of every column as CSV.
func (b Book) Codebook() []byte {
	f := Form{Columns: []Column{{Name: "table"}, {Name: "column"}, {Name: "type"}, {Name: "unit"}, {Name: "values"}, {Name: "refers_to"}, {Name: "measured"}, {Name: "means"}}}
	return f.CSV(b.Meanings())
}

// Meanings returns a row for every table, and for every column of it: the names of
// both, type, unit, values, the table that it is a key of, how often it is right, and what
// it means.
func (b Book) Meanings() [][]string {
	var rows [][]string
	for _, t := range b {
		rows = append(rows, []string{t.Name, "", "", "", "", "", t.Quality(), t.Means})
		for _, c := range t.Columns {
			rows = append(rows, []string{t.Name, c.Name, c.Type, c.Unit, strings.Join(c.Values, " "), c.Refers, c.Quality(), c.Means})
		}
	}
	return rows
}
