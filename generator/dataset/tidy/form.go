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
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/generator/figures"
	"parallax/generator/framing"
)

// A Form is what a table is.
type Form struct {
	Name    string   `toml:"name"`
	Means   string   `toml:"means"`
	Key     []string `toml:"key"`
	Signal  string   `toml:"signal"` // that found what stands in it; empty if none
	Columns []Column `toml:"column"`

	Measured []Measured `toml:"measured"` // how often what stands in it is right
	Rate     string     `toml:"-"`        // the same of the signal's findings, in words
}

// A Column is what a column is.
type Column struct {
	Name   string   `toml:"name"`
	Type   string   `toml:"type"` // "string", "integer", "number", "boolean" or "date"
	Unit   string   `toml:"unit"`
	Values []string `toml:"values"` // all that it can hold; none if that is open
	Refers string   `toml:"refers"` // the table that it is a key of
	Means  string   `toml:"means"`

	Measured []Measured `toml:"measured"`
}

// A Measured is where a measurement stands among the figures of the program, and what
// it found.
type Measured struct {
	Of        string `toml:"of"` // what was measured; empty for the whole of the table or column
	Task      string `toml:"task"`
	Row       string `toml:"row"`
	Precision string `toml:"precision"` // column of the figures, and then the figure
	Recall    string `toml:"recall"`    // the same; may be empty
}

// String says what was found, as in "precision 0.951, recall 0.468 (absent)".
func (m Measured) String() string {
	s := "precision " + m.Precision
	if m.Recall != "" {
		s += ", recall " + m.Recall
	}
	if m.Of != "" {
		s += " (" + m.Of + ")"
	}
	return s
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

// With returns the book with what was measured, and how often findings of each signal
// were right when they were read. What the figures do not have is left out.
func (b Book) With(f figures.Figures) Book {
	found := slices.Clone(b)
	for i := range found {
		t := &found[i]
		t.Measured = measured(t.Measured, f)
		if rate, known := framing.RateOf(framing.Signal(t.Signal)); known {
			t.Rate = fmt.Sprintf("findings of the signal, read by people: %d right, %d arguable, %d wrong", rate.Right, rate.Arguable, rate.Wrong)
		}
		t.Columns = slices.Clone(t.Columns)
		for j := range t.Columns {
			t.Columns[j].Measured = measured(t.Columns[j].Measured, f)
		}
	}
	return found
}

// measured returns measurements with their figures.
func measured(list []Measured, f figures.Figures) []Measured {
	var found []Measured
	for _, m := range list {
		column := m.Recall
		m.Precision, _ = f.Of(m.Task, m.Row, m.Precision)
		if m.Recall = ""; column != "" {
			m.Recall, _ = f.Of(m.Task, m.Row, column)
		}
		if m.Precision != "" {
			found = append(found, m)
		}
	}
	return found
}

// said returns measurements in words.
func said(list []Measured, more ...string) string {
	var parts []string
	for _, m := range list {
		parts = append(parts, m.String())
	}
	for _, s := range more {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

// Quality says how often what stands in the table is right, "" if nobody measured it.
func (f Form) Quality() string { return said(f.Measured, f.Rate) }

// Quality says how often what stands in the column is right, "" if nobody measured it.
func (c Column) Quality() string { return said(c.Measured) }

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
