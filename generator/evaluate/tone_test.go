package evaluate

import (
	"strconv"
	"testing"
	"time"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// Floors are what a page needs to be honest.
func TestToneFloors(t *testing.T) {
	path := dataset.Path(t, "tone/report.jsonl")
	table, err := toneTask(Input{Path: path, Truth: TruthOf(path), Languages: text.Builtin(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{"several in a text": 0.55, "one in a text": 0.58}
	for _, row := range table.Rows {
		if floor, ok := floors[row[0]]; ok {
			if got, err := strconv.ParseFloat(row[2], 64); err != nil || got < floor {
				t.Errorf("%s: macro-F1 %s, floor %.2f", row[0], row[2], floor)
			}
			delete(floors, row[0])
		}
	}
	if len(floors) > 0 {
		t.Errorf("no row for %v", floors)
	}
}

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
