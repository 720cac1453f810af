package evaluate

import (
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// TestEventPages goes from saved pages to events: no figure may fall below its
// floor, which lies a little below what was measured.
func TestEventPages(t *testing.T) {
	table, err := runEventPages(Input{Path: dataset.Path(t, "extraction"), Languages: text.Builtin(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	for _, floor := range []struct {
		row, column string
		least       float64
	}{
		{"labelled pages", "pair P", 78}, {"labelled pages", "pair R", 90}, {"labelled pages", "pair F1", 84},
		{"all pages", "B3 F1", 88}, {"all pages", "pair P", 42}, {"all pages", "pair F1", 57},
	} {
		if got := figure(t, table, floor.row, floor.column); got < floor.least {
			t.Errorf("%s: %s is %.1f, below %.1f", floor.row, floor.column, got, floor.least)
		}
	}
}

// TestPageLabels leaves out pages that only touch an event, and pages without
// a label where labelled ones alone count.
func TestPageLabels(t *testing.T) {
	type page = struct{ ID string }
	var labels pageLabels
	labels.Events = append(labels.Events, struct {
		ID     string
		Strict []struct{ ID string }
		Loose  []struct{ ID string }
	}{"fire", []page{{"a"}, {"b"}}, []page{{"c"}}})
	labels.HardNegatives = append(labels.HardNegatives, struct{ A, B string }{"d", "a"})
	articles := []corpus.Article{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "e"}}
	found := []string{"1", "1", "1", "1", "1"}
	if truth, _ := labels.truth(articles, found, true); len(truth) != 3 || truth[0] != "fire" || truth[1] != "fire" || truth[2] != "d" {
		t.Errorf("labelled pages: %v", truth)
	}
	if truth, _ := labels.truth(articles, found, false); len(truth) != 4 || truth[3] != "e" {
		t.Errorf("all pages: %v", truth)
	}
}
