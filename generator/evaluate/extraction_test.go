package evaluate

import (
	"strings"
	"testing"
)

// TestScoreShingles checks the counts of the published scorer by hand.
func TestScoreShingles(t *testing.T) {
	for _, test := range []struct {
		name, gold, found  string
		hit, extra, missed float64
		exact              bool
	}{
		{"case counts", "one two three four", "One two three four", 0, 0.5, 0.5, false},
		{"same words", "a b c d e", "a, b c. d e", 1, 0, 0, true},
		{"one word more", "a b c d", "a b c d e", 0.5, 0.5, 0, false},
		{"counted as often as it occurs", "a b c d", "a b c d a b c d", 0.2, 0.8, 0, false},
		{"nothing found", "a b c d", "", 0, 0, 1, false},
		{"nothing there", "", "", 0, 0, 0, true},
		{"shorter than a run", "a b", "a b", 1, 0, 0, true},
	} {
		s := scoreShingles(test.gold, test.found)
		if s != (shingleScore{test.hit, test.extra, test.missed, test.exact}) {
			t.Errorf("%s: %+v", test.name, s)
		}
	}
}

// TestMeanShingles leaves pages out on which a figure is not defined.
func TestMeanShingles(t *testing.T) {
	p, r, exact := meanShingles([]shingleScore{{1, 0, 0, true}, {0, 0, 1, false}, {0, 0, 0, true}})
	if p != 1 || r != 0.5 || exact != 2.0/3 {
		t.Error(p, r, exact)
	}
}

// TestFactScore counts titles, dates and authors, and days in addresses.
func TestFactScore(t *testing.T) {
	var s factScore
	s.add(extracted{Title: "Bath  closed", Date: "2026-03-02", Author: "Ida Moor"}, extracted{Title: "Bath closed", Date: "2026-03-02T07:15:00Z"})
	s.add(extracted{Title: "Pier", URL: "https://a.example/2026/03/04/pier"}, extracted{Title: "The pier", Date: "2026-03-04"})
	s.add(extracted{URL: "https://a.example/2026-03-05"}, extracted{Author: "Sam"})
	want := "found on 3 pages: title 2, date 2, author 1; date the same as the day in the address: 1 of 2; " +
		"title right: 1 of 2; date right: 1 of 1; author right: 0 of 1"
	if got := strings.Join(s.notes(3), "; "); got != want {
		t.Error(got)
	}
}
