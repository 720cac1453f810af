// Package tidy makes the tables that researchers load: long tables of a whole site,
// one row an observation, with keys that join them. [Tabulate] returns the rows of an
// event, [Book] what each column means, and [Package] describes the tables for
// programs.
//
// # What a table is
//
// The book (codebook.toml) names every table with its key and every column with its
// meaning, type, unit and the table that it is a key of; the code fills it. Ids are
// texts: outlet_id, event_id and article_id are the names in the site's addresses;
// what lies inside an event begins with the event's.
//
// # What a cell holds
//
// Days are ISO 8601, booleans true or false, numbers have at most six digits that
// count, and an empty cell is what is not known. Zero is a row where the denominator
// is known: an article that quotes nobody is there, or every mean would be wrong.
// Spans are code points of the article's text from 0, the end not included, with the
// words beside them as far as the event's allowance lets them be shown.
package tidy

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"
)

// A Form is what a table is.
type Form struct {
	Name    string   `toml:"name"`
	Means   string   `toml:"means"`
	Key     []string `toml:"key"`
	Signal  string   `toml:"signal"` // that found what stands in it; empty if none
	Columns []Column `toml:"column"`
}

// A Column is what a column is.
type Column struct {
	Name   string   `toml:"name"`
	Type   string   `toml:"type"` // "string", "integer", "number", "boolean" or "date"
	Unit   string   `toml:"unit"`
	Values []string `toml:"values"` // all that it can hold; none if that is open
	Refers string   `toml:"refers"` // the table that it is a key of
	Means  string   `toml:"means"`
}

//go:embed codebook.toml
var codebook string

// A Book is all tables in their order.
type Book []Form

// ReadBook returns the book.
func ReadBook() (Book, error) {
	var b struct {
		Tables Book `toml:"table"`
	}
	if _, err := toml.Decode(codebook, &b); err != nil {
		return nil, fmt.Errorf("read the codebook: %w", err)
	}
	for i := range b.Tables {
		for j := range b.Tables[i].Columns {
			if c := &b.Tables[i].Columns[j]; c.Type == "" {
				c.Type = "string"
			}
		}
	}
	return b.Tables, nil
}

// Names returns the names of the columns.
func (f Form) Names() []string {
	var names []string
	for _, c := range f.Columns {
		names = append(names, c.Name)
	}
	return names
}

// form returns the form of a table.
func (b Book) form(name string) (Form, bool) {
	i := slices.IndexFunc(b, func(f Form) bool { return f.Name == name })
	if i < 0 {
		return Form{}, false
	}
	return b[i], true
}
