package event

import (
	"cmp"
	"fmt"
	"slices"

	"parallax/generator/diag"
	"parallax/generator/event/link"
)

// Pins are what front matter says about grouping. A slug that articles are
// pinned to is known by a label, so that linking compares numbers; label 0 is
// no pin.
type pins struct {
	labels []int32            // by article
	slugs  []string           // by label
	pinned map[string][]int32 // articles by the slug they are pinned to
	apart  map[[2]int32]bool  // pairs of articles a < b that must not share an event
}

// readPins reads the pins of all articles. An article that is pinned to an
// event which it must not join is an error.
func (g *grouper) readPins() pins {
	p := pins{labels: make([]int32, len(g.articles)), slugs: []string{""}, pinned: map[string][]int32{}, apart: map[[2]int32]bool{}}
	for i, a := range g.articles {
		if a.Event == "" {
			continue
		}
		if p.pinned[a.Event] == nil {
			p.slugs = append(p.slugs, a.Event)
		}
		p.pinned[a.Event] = append(p.pinned[a.Event], int32(i))
	}
	for label, slug := range p.slugs {
		for _, i := range p.pinned[slug] {
			p.labels[i] = int32(label)
		}
	}
	for i, a := range g.articles {
		for _, slug := range a.NotEvent {
			if slug == a.Event {
				g.contradiction(int32(i), p.pinned[slug])
				continue
			}
			for _, other := range g.membersOf(p, slug) {
				p.keepApart(int32(i), other)
			}
		}
	}
	return p
}

// contradiction reports an article whose event and not_event name one slug,
// with the place of both keys and another file that is pinned to it.
func (g *grouper) contradiction(article int32, pinned []int32) {
	a := g.articles[article]
	also := ""
	for _, i := range pinned {
		if i != article {
			also = fmt.Sprintf(", the event of %s", place(g.articles[i].File, g.articles[i].PinLines.Event))
			break
		}
	}
	for _, note := range g.settings.Notes {
		if also == "" && note.Slug == a.Event {
			also = fmt.Sprintf(", the event of %s", note.File)
		}
	}
	g.problems.Errorf(a.File, a.PinLines.NotEvent, "remove one of the two keys", "not_event names %q and so does event in line %d%s", a.Event, a.PinLines.Event, also)
}

// place returns a file with a line, if that is known.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// membersOf returns the articles that are known to belong to a slug before
// grouping: those pinned to it, and those that the lock remembers and nobody
// pinned elsewhere.
func (g *grouper) membersOf(p pins, slug string) []int32 {
	list := slices.Clone(p.pinned[slug])
	for _, id := range g.settings.Lock.Events[slug] {
		if i, ok := g.index[id]; ok && p.labels[i] == 0 {
			list = append(list, i)
		}
	}
	return list
}

// keepApart notes that two articles must not share an event, and reports
// whether that is new.
func (p *pins) keepApart(a, b int32) bool {
	pair := [2]int32{min(a, b), max(a, b)}
	if a == b || p.apart[pair] {
		return false
	}
	p.apart[pair] = true
	return true
}

// alike reports whether nothing keeps two articles apart and both are pinned
// to the same event or none.
func (p *pins) alike(a, b int32) bool {
	return p.labels[a] == p.labels[b] && !p.apart[[2]int32{min(a, b), max(a, b)}]
}

// labels returns the label of each node.
func (g *grouper) labels() []int32 {
	list := make([]int32, len(g.nodes))
	for i, node := range g.nodes {
		list[i] = g.pins.labels[node[0]]
	}
	return list
}

// constraints returns what pins ask of linking.
func (g *grouper) constraints() link.Constraints {
	return link.Constraints{Labels: g.labels(), Never: g.never()}
}

// never returns the pairs of nodes that must not be joined.
func (g *grouper) never() [][2]int32 {
	var list [][2]int32
	for pair := range g.pins.apart {
		list = append(list, [2]int32{g.nodeOf[pair[0]], g.nodeOf[pair[1]]})
	}
	slices.SortFunc(list, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	return list
}

// keepOut keeps articles apart from the events that they landed in and must
// not join, and reports whether there were any.
func (g *grouper) keepOut() bool {
	again := false
	for _, c := range g.found {
		for _, i := range c.articles {
			if g.articles[i].Event != c.slug && slices.Contains(g.articles[i].NotEvent, c.slug) {
				for _, other := range c.articles {
					again = g.pins.keepApart(i, other) || again
				}
			}
		}
	}
	return again
}

// checkSlugs warns of pins and editors' notes that name no event.
func (g *grouper) checkSlugs() {
	known := map[string]bool{}
	var slugs []string
	for _, c := range g.found {
		known[c.slug] = true
		slugs = append(slugs, c.slug)
	}
	slices.Sort(slugs)
	for _, note := range g.settings.Notes {
		if !known[note.Slug] {
			g.problems.Warnf(note.File, 0, g.mend(note.Slug, slugs), "no article belongs to the event %q", note.Slug)
		}
		known[note.Slug] = true
	}
	for slug := range g.settings.Lock.Events {
		known[slug] = true
	}
	for _, a := range g.articles {
		for _, slug := range a.NotEvent {
			if !known[slug] {
				g.problems.Warnf(a.File, a.PinLines.NotEvent, g.mend(slug, slugs), "not_event names %q, which is no event", slug)
			}
		}
	}
}

// mostReports is how many independent reports an event has before it is likelier
// a running story, or a subject that much is written on: of the 198 events of full
// texts that package evaluate learns from, the largest has 22.
const mostReports = 100

// checkSizes warns of events that hold more than one happening has reports.
func (g *grouper) checkSizes() {
	for _, c := range g.found {
		nodes := map[int32]bool{}
		for _, a := range c.articles {
			if g.articles[a].Event == "" {
				nodes[g.nodeOf[a]] = true
			}
		}
		if len(nodes) > mostReports {
			g.problems.Warnf(g.articles[c.articles[0]].File, 0, "look at it with \"parallax group\", pin reports to events of their own, or raise grouping.caution",
				"the event %q holds %d reports that nobody pinned: it is likely a running story", c.slug, len(nodes))
		}
	}
}

// mend says what may have been meant by the slug of no event.
func (g *grouper) mend(slug string, slugs []string) string {
	if to := g.settings.Lock.Redirects[slug]; to != "" {
		return fmt.Sprintf("it is now part of %q", to)
	}
	return cmp.Or(diag.DidYouMean(slug, slugs), "remove it")
}
