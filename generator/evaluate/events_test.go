package evaluate

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

func TestScoreEvents(t *testing.T) {
	fields := strings.Fields
	for _, test := range []struct {
		name                   string
		truth, found           []string
		b3P, b3R, pairP, pairR float64
		ceafP, ceafR, exact    float64
	}{
		{"perfect", fields("a a b"), fields("x x y"), 1, 1, 1, 1, 1, 1, 1},
		{"all apart", fields("a a b"), fields("x y z"), 1, 2. / 3, 0, 0, (2./3 + 1) / 3, (2./3 + 1) / 2, .5},
		{"all in one", fields("a a b"), fields("x x x"), 5. / 9, 1, 1. / 3, 1, 4. / 5, 2. / 5, 0},
		{"crossed", fields("a a a b b b"), fields("x x y y z z"), 2./3*1. + 1./6*1, (2*2./3 + 1./3) / 3 * 1, 2. / 3, 1. / 3, 1.6 / 3, .8, 0},
	} {
		s := scoreEvents(test.truth, test.found)
		got := []float64{s.bcubed.precision, s.bcubed.recall, s.pairwise.precision, s.pairwise.recall, s.ceaf.precision, s.ceaf.recall, s.exact}
		want := []float64{test.b3P, test.b3R, test.pairP, test.pairR, test.ceafP, test.ceafR, test.exact}
		for i := range want {
			if math.Abs(got[i]-want[i]) > 1e-9 {
				t.Errorf("%s: measure %d is %v, want %v", test.name, i, got[i], want[i])
			}
		}
	}
}

// TestAssign compares with trying every assignment.
func TestAssign(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		rows, columns := 1+random.IntN(6), 1+random.IntN(6)
		var links []assignable
		gains := map[cell]float64{}
		for row := range rows {
			for column := range columns {
				if random.IntN(3) > 0 {
					g := float64(random.IntN(8)) / 7
					links = append(links, assignable{row, column, g})
					gains[cell{row, column}] = g
				}
			}
		}
		if got, want := assign(rows, columns, links), tryAll(gains, rows, columns, 0, 0); math.Abs(got-want) > 1e-9 {
			t.Fatalf("round %d: %v, want %v for %v", round, got, want, links)
		}
	}
}

func tryAll(gains map[cell]float64, rows, columns, row int, used int) float64 {
	if row == rows {
		return 0
	}
	best := tryAll(gains, rows, columns, row+1, used)
	for column := range columns {
		if used>>column&1 == 0 {
			best = max(best, gains[cell{row, column}]+tryAll(gains, rows, columns, row+1, used|1<<column))
		}
	}
	return best
}

func TestAssignThousands(t *testing.T) {
	const n = 4000
	var links []assignable
	for row := range n {
		for step := range 4 {
			links = append(links, assignable{row, (row + step*37) % n, .25 + float64(step)/8})
		}
	}
	if got, want := assign(n, n, links), float64(n)*.625; math.Abs(got-want) > 1e-6 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEventsTask(t *testing.T) {
	path := dataset.Path(t, "events/mixed.jsonl")
	var predictions strings.Builder
	table, err := runEvents(Input{
		Path: path, Truth: TruthOf(path), Predictions: &predictions, Languages: text.Builtin(), Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 3 || strings.Count(predictions.String(), "\n") != 1271 {
		t.Errorf("%d rows, %d lines of predictions", len(table.Rows), strings.Count(predictions.String(), "\n"))
	}
	if ours, baseline := table.Rows[0][3], table.Rows[2][3]; ours <= baseline {
		t.Errorf("B-cubed F1 %s, no better than the baseline's %s", ours, baseline)
	}
}

// TestEventsWithoutTruth sees that nothing is scored against nothing.
func TestEventsWithoutTruth(t *testing.T) {
	path := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := os.WriteFile(path, []byte(`{"id": "a", "title": "Bridge closed", "text": "The old bridge is closed for repairs."}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := runEvents(Input{Path: path, Languages: text.Builtin(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 1 || slices.ContainsFunc(table.Rows[0][1:11], func(cell string) bool { return cell != "–" }) {
		t.Errorf("got %q, want one row without scores", table.Rows)
	}
}
