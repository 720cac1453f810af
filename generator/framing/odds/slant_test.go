package odds

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"parallax/generator/cases/article"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// slantArticles reads the articles of the data set slant by event.
func slantArticles(t *testing.T, l *text.Language) (events [][]*reading.Reading) {
	data, err := os.ReadFile(dataset.Path(t, "slant/tune.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	index := map[string]int{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
		var item struct {
			ID, Event, Outlet, Title string
			Paragraphs               [][]string
		}
		if err := json.Unmarshal([]byte(line), &item); err != nil {
			t.Fatal(err)
		}
		var body []string
		for _, p := range item.Paragraphs {
			body = append(body, strings.Join(p, " "))
		}
		if _, ok := index[item.Event]; !ok {
			index[item.Event] = len(events)
			events = append(events, nil)
		}
		i := index[item.Event]
		a := article.Of(l, item.ID, item.Title, strings.Join(body, "\n\n"))
		a.Outlet = item.Outlet
		events[i] = append(events[i], reading.Read(a, l))
	}
	return events
}

// An article has no words of its own against itself: the table stays empty
// when its sentences are dealt at random to two halves.
func TestWordingEmptyOnHalves(t *testing.T) {
	l := text.Builtin().For("en")
	rng := rand.New(rand.NewPCG(1, 2))
	empty, all := 0, 0
	for _, readings := range slantArticles(t, l) {
		for _, uses := range usesIn(readings, l) {
			e := expectation{event: tallyOf(uses), background: l.Background()}
			for range 4 {
				first := make([]bool, len(uses)+1)
				for i := range first {
					first[i] = rng.IntN(2) == 0
				}
				a, b := halves(uses, func(passage int) bool { return first[passage%len(first)] })
				all++
				if e.largest(a, b) < Gate {
					empty++
				}
			}
		}
	}
	if share := float64(empty) / float64(all); share < 0.95 {
		t.Errorf("the table is empty on %.3f of %d splits", share, all)
	} else {
		t.Logf("the table is empty on %.3f of %d splits", share, all)
	}
}
