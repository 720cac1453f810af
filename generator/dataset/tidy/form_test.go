package tidy_test

import (
	"strings"
	"testing"

	"parallax/generator/dataset/tidy"
	"parallax/generator/figures"
	"parallax/templates"
)

// TestMeasured demands that every measurement that the codebook names is among the
// figures of the program, so that none is left out by a renamed column.
func TestMeasured(t *testing.T) {
	book, err := tidy.ReadBook()
	if err != nil {
		t.Fatal(err)
	}
	quality, err := figures.Read(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	with := book.With(quality)
	for i, table := range book {
		if len(with[i].Measured) != len(table.Measured) {
			t.Errorf("%s: %v of %v", table.Name, with[i].Measured, table.Measured)
		}
		for j, c := range table.Columns {
			got := with[i].Columns[j]
			if len(got.Measured) != len(c.Measured) {
				t.Errorf("%s: %s: %v of %v", table.Name, c.Name, got.Measured, c.Measured)
			}
			if table.Name == "cells" && c.Name == "carries" && !strings.HasPrefix(got.Quality(), "precision 0.") {
				t.Errorf("cells: %q", got.Quality())
			}
		}
		if (table.Signal != "") != strings.Contains(with[i].Quality(), "findings of the signal, read by people: ") {
			t.Errorf("%s: %q", table.Name, with[i].Quality())
		}
	}
	if none := book.With(figures.Figures{}); none[0].Quality() != "" || len(book[4].Columns[4].Measured) == 0 {
		t.Error("without figures there is a measurement, or the book is changed")
	}
	m := tidy.Measured{Of: "absent", Precision: "0.951", Recall: "0.468"}
	if m.String() != "precision 0.951, recall 0.468 (absent)" {
		t.Error(m.String())
	}
}
