// Package figures reads how good the program was measured to be: figures.toml of the
// templates, which tools/figures makes of what "parallax evaluate" finds on published
// data sets. [Read] is its entry point, and [Figures.Of] finds one figure.
package figures

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// File is the name of the figures among the templates.
const File = "figures.toml"

// Figures are the measured quality of the program.
type Figures struct {
	Tables []Table `toml:"table"`
}

// A Table is the result of one measurement.
type Table struct {
	Title   string     `toml:"title"`
	Data    string     `toml:"data"`    // the data set, its size and licence
	Command string     `toml:"command"` // what was run: "parallax evaluate TASK DATA"
	Date    string     `toml:"date"`
	Note    string     `toml:"note"`
	Columns []string   `toml:"columns"`
	Rows    [][]string `toml:"rows"`
}

// Read reads the figures among templates. The error is that of the file.
func Read(templates fs.FS) (Figures, error) {
	var f Figures
	_, err := toml.DecodeFS(templates, File, &f)
	return f, err
}

// Anchor returns the fragment of the n-th table on the page of method.
func (Table) Anchor(n int) string { return "table-" + strconv.Itoa(n+1) }

// Of returns a figure: of a task of "parallax evaluate", in the row of that name and
// the column of that name, with the number of its table. It is empty where there is
// none, or it is no number.
func (f Figures) Of(task, row, column string) (figure string, table int) {
	for i, t := range f.Tables {
		words := strings.Fields(t.Command)
		at := slices.Index(t.Columns, column)
		if len(words) < 3 || words[2] != task || at < 0 {
			continue
		}
		for _, cells := range t.Rows {
			if len(cells) != len(t.Columns) || cells[0] != row {
				continue
			}
			if _, err := strconv.ParseFloat(cells[at], 64); err == nil {
				return cells[at], i
			}
		}
	}
	return "", 0
}
