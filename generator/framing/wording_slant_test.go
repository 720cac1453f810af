package framing

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
)

// slantArticles reads the articles of the data set slant by event.
func slantArticles(t *testing.T) (events [][]*corpus.Article) {
	data, err := os.ReadFile(dataset.Path(t, "slant/tune.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	index := map[string]int{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
		var item struct {
			ID, Event, Outlet, Title, Date string
			Paragraphs                     [][]string
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
		events[i] = append(events[i], newArticle(item.ID, item.Outlet, item.Date, item.Title, strings.Join(body, "\n\n")))
	}
	return events
}

// An article has no words of its own against itself: the table stays empty
// when its sentences are dealt at random to two halves.
func TestWordingEmptyOnHalves(t *testing.T) {
	l := builtin.For("en")
	rng := rand.New(rand.NewPCG(1, 2))
	empty, all := 0, 0
	for _, articles := range slantArticles(t) {
		c := &comparing{language: l}
		for i, a := range articles {
			c.readings = append(c.readings, read(i, a, l))
		}
		for _, uses := range c.wordingUses() {
			e := expectation{event: tallyOf(uses), background: l.Background()}
			for range 4 {
				first := make([]bool, len(uses)+1)
				for i := range first {
					first[i] = rng.IntN(2) == 0
				}
				a, b := halves(uses, func(passage int) bool { return first[passage%len(first)] })
				all++
				if e.largest(a, b) < wordingGate {
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
