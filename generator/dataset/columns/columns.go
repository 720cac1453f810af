// Package columns writes tables whose columns have types: as CSV ([CSV]) for
// spreadsheets and as Parquet ([NewWriter]) for programs. Cells come as texts, an
// empty one where there is no value; what is in them, and in which tables, is for
// whoever calls.
package columns

import (
	"bytes"
	"encoding/csv"
	"slices"
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
	w := csv.NewWriter(&b)
	w.Write(names(list)) // a buffer takes everything
	for _, row := range rows {
		cells := slices.Clone(row)
		for i, c := range list {
			if c.Type == "string" {
				cells[i] = cell(cells[i])
			}
		}
		w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
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
