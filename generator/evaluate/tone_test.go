package evaluate

import (
	"testing"
)

func TestConfusion(t *testing.T) {
	var c confusion
	for _, pair := range [][2]int{{-1, -1}, {-1, 0}, {0, 0}, {1, -1}, {2, 1}} {
		c.add(pair[0], pair[1])
	}
	// Negative: 1 of 2 found, 1 of 2 told right. Neutral: 1 of 1, 1 of 2.
	if row := c.row("x"); row[1] != "4" || row[3] != "0.500" || row[4] != "0.500" || row[5] != "0.667" || row[6] != "0.000" {
		t.Errorf("got %v", row)
	}
}

func TestToneSets(t *testing.T) {
	got := toneSets([]toneItem{{ID: "x-1", Text: "a"}, {ID: "x-2", Text: "b"}, {ID: "x-3", Text: "b"}})
	if got[0] != "one in a text" || got[2] != "several in a text" {
		t.Errorf("by texts: %q", got)
	}
	if got := toneSets([]toneItem{{ID: "mt-1"}, {ID: "rw-1"}}); got[0] != "mt" || got[1] != "rw" {
		t.Errorf("by ids: %q", got)
	}
}
