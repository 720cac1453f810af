package evaluate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
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
		mixed                  float64
	}{
		{"perfect", fields("a a b"), fields("x x y"), 1, 1, 1, 1, 1, 1, 1, 0},
		{"all apart", fields("a a b"), fields("x y z"), 1, 2. / 3, 0, 0, (2./3 + 1) / 3, (2./3 + 1) / 2, .5, 0},
		{"all in one", fields("a a b"), fields("x x x"), 5. / 9, 1, 1. / 3, 1, 4. / 5, 2. / 5, 0, 1},
		{"crossed", fields("a a a b b b"), fields("x x y y z z"), 2./3*1. + 1./6*1, (2*2./3 + 1./3) / 3 * 1, 2. / 3, 1. / 3, 1.6 / 3, .8, 0, 1. / 3},
	} {
		s := scoreEvents(test.truth, test.found)
		got := []float64{s.bcubed.precision, s.bcubed.recall, s.pairwise.precision, s.pairwise.recall, s.ceaf.precision, s.ceaf.recall, s.exact, s.mixed}
		want := []float64{test.b3P, test.b3R, test.pairP, test.pairR, test.ceafP, test.ceafR, test.exact, test.mixed}
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
	if len(table.Rows) != 3*len(makeUps()) || strings.Count(predictions.String(), "\n") != 1271 {
		t.Errorf("%d rows, %d lines of predictions", len(table.Rows), strings.Count(predictions.String(), "\n"))
	}
	if ours, baseline := table.Rows[0][4], table.Rows[2][4]; ours <= baseline {
		t.Errorf("B-cubed F1 %s, no better than the baseline's %s", ours, baseline)
	}
}

// TestMakeUps sees that each pool is what its name says.
func TestMakeUps(t *testing.T) {
	var list []labelled
	for i, e := range strings.Fields("a a b b c c d d e e") {
		list = append(list, labelled{article: corpus.Article{ID: fmt.Sprint(i), Date: corpus.Day(2031, 3, 1+i)}, event: e})
	}
	want := map[string]int{asGiven: 10, "a third single": 8, "four fifths single": 6, "all single": 5, "one date": 10, "undated": 10}
	for _, m := range makeUps() {
		got := m.choose(list)
		dates := map[corpus.Date]bool{}
		for _, l := range got {
			dates[l.article.Date] = true
		}
		if same := m.name == "one date" || m.name == "undated"; len(got) != want[m.name] || (len(dates) == 1) != same {
			t.Errorf("%s: %d articles of %d dates, want %d", m.name, len(got), len(dates), want[m.name])
		}
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
	if len(table.Rows) != 1 || slices.ContainsFunc(table.Rows[0][2:13], func(cell string) bool { return cell != "–" }) {
		t.Errorf("got %q, want one row without scores", table.Rows)
	}
}
