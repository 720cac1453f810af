package event

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parallax/generator/parallel"
)

// A Kin is another event of the same running story: an earlier or a later
// episode, a trial after an arrest. What holds two events apart is that another
// thing happened; what makes them kin is that most of what their headlines and
// leads name, rarely named elsewhere, is the same.
type Kin struct {
	Slug     string  `json:"slug"`
	Likeness float64 `json:"likeness"` // 0 to 1: cosine of what the leads of the two name
}

// Numbers that decide which events are kin.
const (
	leastKinRarity = 3.5  // of a stem that counts: one text in thirty has it
	leastKinStems  = 3    // that two events share
	leastKin       = 0.28 // likeness; of nine pairs of events from it on among the 196 of events/mixed eight were one story, of those from .2 to it half
	mostKin        = 6    // of one event, the likest
	commonCore     = 60   // events that a stem may be in the core of and still lead from one to another
)

// A core is what the headlines and leads of an event name: stems, by number, with
// their rarity, of at least half of its articles. Its length is that of the vector.
type core struct {
	stems  vector
	names  []bool // by stem: it stands in a name
	length float64
}

// stories returns the kin of each cluster, the likest first.
func (g *grouper) stories() [][]Kin {
	cores := make([]core, len(g.found))
	parallel.Each(len(g.found), func(_, c int) { cores[c] = g.core(g.found[c].articles) })
	holders := map[term][]int32{}
	for c := range cores {
		for _, w := range cores[c].stems {
			holders[w.term] = append(holders[w.term], int32(c))
		}
	}
	list := make([][]Kin, len(cores))
	parallel.Each(len(cores), func(_, c int) { list[c] = g.kinOf(int32(c), cores, holders) })
	return list
}

// core returns what the leads of articles name.
func (g *grouper) core(articles []int32) core {
	type held struct {
		weight   float32
		articles int
		name     bool
	}
	stems := map[term]held{}
	for _, a := range articles {
		p := &g.heap.profiles[a]
		for i, w := range p.fields[inStems] {
			m := p.marks[i]
			if m.in&inLead == 0 || m.rarity < leastKinRarity {
				continue
			}
			h := stems[w.term]
			stems[w.term] = held{m.rarity, h.articles + 1, h.name || m.in&inName != 0}
		}
	}
	var c core
	for t, h := range stems {
		if 2*h.articles >= len(articles) {
			c.stems = append(c.stems, weighted{t, h.weight})
		}
	}
	slices.SortFunc(c.stems, func(a, b weighted) int { return cmp.Compare(a.term, b.term) })
	for _, w := range c.stems {
		c.names = append(c.names, stems[w.term].name)
		c.length += float64(w.weight) * float64(w.weight)
	}
	c.length = math.Sqrt(c.length)
	return c
}

// kinOf returns the kin of a cluster.
func (g *grouper) kinOf(of int32, cores []core, holders map[term][]int32) []Kin {
	type common struct {
		sum   float64
		stems int
		name  bool
	}
	shared := map[int32]common{}
	for i, w := range cores[of].stems {
		if len(holders[w.term]) > commonCore {
			continue
		}
		for _, c := range holders[w.term] {
			if c != of {
				s := shared[c]
				shared[c] = common{s.sum + float64(w.weight)*float64(w.weight), s.stems + 1, s.name || cores[of].names[i]}
			}
		}
	}
	var list []Kin
	for c, s := range shared {
		likeness := s.sum / (cores[of].length * cores[c].length)
		if s.stems >= leastKinStems && s.name && likeness >= leastKin {
			list = append(list, Kin{g.found[c].slug, round(likeness)})
		}
	}
	slices.SortFunc(list, func(a, b Kin) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), strings.Compare(a.Slug, b.Slug))
	})
	return list[:min(len(list), mostKin)]
}
