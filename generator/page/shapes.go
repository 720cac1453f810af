package page

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/event"
	pages "parallax/generator/page/event"
)

// shapesOf gives every outlet a shape, the same on all pages, so that no two
// outlets of one event have the same. Those whose file states one come first, then
// those with most events; one for which none is left has its letter alone, as has one
// that states what an outlet before it has in an event of both.
func shapesOf(events []event.Event, articles map[string]*corpus.Article, stated map[string]int) map[string]int {
	number, beside := meetings(events, articles)
	var order []string
	for o := range number {
		order = append(order, o)
	}
	slices.SortFunc(order, func(x, y string) int {
		return cmp.Or(cmp.Compare(min(stated[y], 1), min(stated[x], 1)), number[y]-number[x], strings.Compare(x, y))
	})
	shapes := map[string]int{}
	for _, o := range order {
		taken := map[int]bool{}
		for other := range beside[o] {
			taken[shapes[other]] = true
		}
		for shape := 1; shape <= pages.Shapes; shape++ {
			if !taken[shape] && (stated[o] == 0 || stated[o] == shape) {
				shapes[o] = shape
				break
			}
		}
	}
	return shapes
}

// statedShapes returns the shapes that the files of outlets state, from 1.
func statedShapes(outlets []corpus.Outlet) map[string]int {
	stated := map[string]int{}
	for _, o := range outlets {
		if i := slices.Index(corpus.Shapes(), o.Shape); i >= 0 {
			stated[o.ID] = i + 1
		}
	}
	return stated
}

// meetings returns in how many events with shapes each outlet is, and the outlets that
// it meets there.
func meetings(events []event.Event, articles map[string]*corpus.Article) (number map[string]int, beside map[string]map[string]bool) {
	number, beside = map[string]int{}, map[string]map[string]bool{}
	for i := range events {
		outlets := outletsOf(&events[i], articles)
		if len(outlets) > pages.Shapes {
			continue
		}
		for _, o := range outlets {
			number[o]++
			if beside[o] == nil {
				beside[o] = map[string]bool{}
			}
			for _, other := range outlets {
				if other != o {
					beside[o][other] = true
				}
			}
		}
	}
	return number, beside
}

// outletsOf returns the outlets of an event, each once.
func outletsOf(e *event.Event, articles map[string]*corpus.Article) []string {
	var outlets []string
	for _, m := range e.Members {
		if a := articles[m.Article]; a != nil && !slices.Contains(outlets, a.Outlet) {
			outlets = append(outlets, a.Outlet)
		}
	}
	return outlets
}
