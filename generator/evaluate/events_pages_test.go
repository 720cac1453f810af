package evaluate

import (
	"testing"

	"parallax/generator/corpus"
)

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
