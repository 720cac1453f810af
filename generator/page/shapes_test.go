package page

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	pages "parallax/generator/page/event"
)

// No two outlets of an event have one shape, and an outlet has the same in all.
func TestShapes(t *testing.T) {
	for name, c := range map[string]struct {
		events string // an event a word, an outlet a letter
		stated map[string]int
		want   map[string]int
	}{
		"most events first": {"ab cb db", nil, map[string]int{"b": 1, "a": 2, "c": 2, "d": 2}},
		"more than six":     {"abcdefg ab", nil, map[string]int{"a": 1, "b": 2}},
		"none is left":      {"abcdef ga gb gc gd ge gf", nil, map[string]int{"g": 1, "a": 2, "b": 3, "c": 4, "d": 5, "e": 6}},
		"stated":            {"ab cb db", map[string]int{"a": 1, "d": 6}, map[string]int{"a": 1, "b": 2, "c": 1, "d": 6}},
		"stated alike":      {"ab cb", map[string]int{"a": 3, "b": 3}, map[string]int{"b": 3, "c": 1}},
	} {
		t.Run(name, func(t *testing.T) {
			articles := map[string]*corpus.Article{}
			var events []event.Event
			for i, word := range strings.Fields(c.events) {
				var e event.Event
				for _, outlet := range strings.Split(word, "") {
					id := fmt.Sprint(i, outlet)
					articles[id] = &corpus.Article{ID: id, Outlet: outlet}
					e.Members = append(e.Members, event.Member{Article: id})
				}
				events = append(events, e)
			}
			if got := shapesOf(events, articles, c.stated); !maps.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestEveryShapeHasAName holds what files of outlets may state against what can be told
// apart.
func TestEveryShapeHasAName(t *testing.T) {
	if n := len(corpus.Shapes()); n != pages.Shapes {
		t.Errorf("%d names for %d shapes", n, pages.Shapes)
	}
}

func TestBest(t *testing.T) {
	var cards []Card
	for i, strength := range []float64{.2, .9, 0, .5, .7} {
		c := Card{Href: fmt.Sprint(i), Strength: strength}
		if strength > 0 {
			c.Quotes = append(c.Quotes, pages.Quote{}, pages.Quote{})
		}
		cards = append(cards, c)
	}
	list := func(cards []Card) (hrefs string) {
		for _, c := range cards {
			hrefs += c.Href
		}
		return hrefs
	}
	best, others := best(cards)
	if list(best) != "143" || list(others) != "02" {
		t.Errorf("best %s, others %s", list(best), list(others))
	}
}
