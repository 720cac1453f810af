package evaluate

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// A measured task is held to its table in testdata/floors.toml.
type measured struct {
	task, input string
	row         string // the row of the printed table that is ours
}

// TestFloors runs tasks on their report parts: no figure may fall below its
// floor.
func TestFloors(t *testing.T) {
	var floors map[string]map[string]float64
	if _, err := toml.DecodeFile("testdata/floors.toml", &floors); err != nil {
		t.Fatal(err)
	}
	languages := text.Builtin()
	for _, m := range []measured{
		{"voices", "voices/report.jsonl", "rules"},
		{"agency", "agency/report.jsonl", "rules"},
		{"extraction", "extraction", "ours"},
	} {
		t.Run(m.task, func(t *testing.T) {
			path := dataset.Path(t, m.input)
			table, err := taskNamed(t, m.task).Run(Input{Path: path, Truth: TruthOf(path), Languages: languages, Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			if len(floors[m.task]) == 0 {
				t.Fatalf("no floors for %s", m.task)
			}
			for column, floor := range floors[m.task] {
				if got := figure(t, table, m.row, column); got < floor {
					t.Errorf("%s is %.3f, below %.3f", column, got, floor)
				}
			}
		})
	}
}

func taskNamed(t *testing.T, name string) Task {
	t.Helper()
	for _, task := range Tasks() {
		if task.Name == name {
			return task
		}
	}
	t.Fatalf("no task %q", name)
	return Task{}
}

// figure returns a figure of a printed table by the names of row and column.
func figure(t *testing.T, table Table, row, column string) float64 {
	t.Helper()
	at := slices.Index(table.Head, column)
	for _, cells := range table.Rows {
		if cells[0] != row || at < 0 {
			continue
		}
		value, err := strconv.ParseFloat(cells[at], 64)
		if err != nil {
			t.Fatalf("%s, %s: %v", row, column, err)
		}
		return value
	}
	t.Fatalf("no row %q with a column %q in %v", row, column, table)
	return 0
}
