package tidy

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
)

// CSV returns a table as CSV (RFC 4180) with the line ends of Unix. Texts that a
// spreadsheet would take for a formula have an apostrophe before them; numbers do not.
func (f Form) CSV(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(f.Names()) // a buffer takes everything
	for _, row := range rows {
		cells := slices.Clone(row)
		for i, c := range f.Columns {
			if c.Type == "string" && strings.IndexAny(cells[i], "=+-@\t\r") == 0 {
				cells[i] = "'" + cells[i]
			}
		}
		w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// Codebook returns the meaning of every column as CSV.
func (b Book) Codebook() []byte {
	f := Form{Columns: []Column{{Name: "table"}, {Name: "column"}, {Name: "type"}, {Name: "unit"}, {Name: "values"}, {Name: "refers_to"}, {Name: "means"}}}
	return f.CSV(b.Meanings())
}

// Meanings returns a row for every table, and for every column of it: the names of
// both, type, unit, values, the table that it is a key of, and what it means.
func (b Book) Meanings() [][]string {
	var rows [][]string
	for _, t := range b {
		rows = append(rows, []string{t.Name, "", "", "", "", "", t.Means})
		for _, c := range t.Columns {
			rows = append(rows, []string{t.Name, c.Name, c.Type, c.Unit, strings.Join(c.Values, " "), c.Refers, c.Means})
		}
	}
	return rows
}
