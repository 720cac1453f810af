// Package columns writes tables whose columns have types: as CSV ([CSV], [NewText]) for
// spreadsheets and as Parquet ([NewWriter]) for programs. Cells come as texts, an
// empty one where there is no value; what is in them, and in which tables, is for
// whoever calls.
package columns

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
)

// A Column is one of a table.
type Column struct {
	Name string
	Type string // "string", "integer", "number", "boolean", or a form of text such as "date"
}

// CSV returns a table as CSV (RFC 4180) with the line ends of Unix. Texts that a
// spreadsheet would take for a formula have an apostrophe before them; what is of
// another type, such as a negative number, has none.
func CSV(list []Column, rows [][]string) []byte {
	var b bytes.Buffer
	w := NewText(&b, list)
	for _, row := range rows {
		_ = w.Write(row) // a buffer takes everything
	}
	_ = w.Close()
	return b.Bytes()
}

// A Text writes a table as [CSV] does, row by row.
type Text struct {
	columns []Column
	cells   []string
	out     *csv.Writer
}

// NewText returns a writer of a table, which writes the names of its columns.
func NewText(out io.Writer, list []Column) *Text {
	t := &Text{list, make([]string, len(list)), csv.NewWriter(out)}
	_ = t.out.Write(names(list)) // what went wrong Close says
	return t
}

// Write writes a row.
func (t *Text) Write(row []string) error {
	copy(t.cells, row)
	for i, c := range t.columns {
		if c.Type == "string" {
			t.cells[i] = cell(t.cells[i])
		}
	}
	return t.out.Write(t.cells)
}

// Close ends the table.
func (t *Text) Close() error {
	t.out.Flush()
	return t.out.Error()
}

// cell returns a text that no spreadsheet takes for a formula.
func cell(s string) string {
	if strings.IndexAny(s, "=+-@\t\r") == 0 {
		return "'" + s
	}
	return s
}

// names returns the names of columns.
func names(list []Column) []string {
	found := make([]string, len(list))
	for i, c := range list {
		found[i] = c.Name
	}
	return found
}
