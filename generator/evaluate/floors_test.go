package evaluate

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// A measured task is held to floors on one data set.
type measured struct {
	Task, Input string
	Floors      map[string]map[string]float64 // row and column of the printed table
	Ceilings    map[string]map[string]float64 // the same for figures of which less is better
}

func floors(t *testing.T) []measured {
	t.Helper()
	var file struct{ Measured []measured }
	meta, err := toml.DecodeFile("testdata/floors.toml", &file)
	if err != nil {
		t.Fatal(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		t.Fatalf("floors.toml has unknown keys %v", unknown)
	}
	return file.Measured
}

// TestFloors runs every task on its data sets: no figure may fall below its
// floor, or rise above its ceiling.
func TestFloors(t *testing.T) {
	languages := text.Builtin()
	for _, m := range floors(t) {
		t.Run(m.Task+" "+strings.TrimSuffix(m.Input, ".jsonl"), func(t *testing.T) {
			path := dataset.Path(t, m.Input)
			task := taskNamed(t, m.Task)
			table, err := task.Run(Input{Path: path, Truth: task.TruthOf(path), Languages: languages, Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			for row, columns := range m.Floors {
				for column, floor := range columns {
					if got := figure(t, table, row, column); got < floor {
						t.Errorf("%s: %s is %.3f, below %.3f", row, column, got, floor)
					}
				}
			}
			for row, columns := range m.Ceilings {
				for column, ceiling := range columns {
					if got := figure(t, table, row, column); got > ceiling {
						t.Errorf("%s: %s is %.3f, above %.3f", row, column, got, ceiling)
					}
				}
			}
		})
	}
}

// TestEveryTaskHasFloors keeps a new task from going without. What editors found on a
// site of their own is no data set.
func TestEveryTaskHasFloors(t *testing.T) {
	const ofSites = "reviews"
	list := floors(t)
	for _, task := range Tasks() {
		n := 0
		for _, m := range list {
			if m.Task == task.Name {
				for _, columns := range m.Floors {
					n += len(columns)
				}
			}
		}
		if n == 0 && task.Name != ofSites {
			t.Errorf("%s has no floor", task.Name)
		}
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
	at := columnOf(table.Head, column)
	for _, cells := range table.Rows {
		if strings.TrimSpace(cells[0]) != row || at < 0 {
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

// columnOf returns the index of a column: the one of the name, or of "pair F1"
// the first "F1" from "pair P" on; -1 if there is none.
func columnOf(head []string, name string) int {
	if at := slices.Index(head, name); at >= 0 {
		return at
	}
	group, rest, _ := strings.Cut(name, " ")
	from := slices.IndexFunc(head, func(h string) bool { return strings.HasPrefix(h, group+" ") })
	if from < 0 {
		return -1
	}
	after := slices.Index(head[from:], rest)
	if after < 0 {
		return -1
	}
	return from + after
}

func TestColumnOf(t *testing.T) {
	head := []string{"method", "B3 P", "R", "F1", "pair P", "R", "F1"}
	for name, want := range map[string]int{"F1": 3, "B3 P": 1, "B3 F1": 3, "pair R": 5, "pair F1": 6, "pair Q": -1, "exact": -1} {
		if got := columnOf(head, name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
