package align

import (
	"cmp"
	"slices"
)

// Limits of groups, chosen on the tune part of the labelled events.
const (
	linkLikeness = 0.33 // least likeness of two passages that may join two groups
	cohesion     = 0.18 // least mean likeness between the passages of two groups that join
)

// groups gathers the units that tell the same: pairs of units, likest first,
// join their groups if the mean likeness between the two holds (average link),
// which does not drift along chains. Only groups of several texts are
// returned, in the order of their first units.
func (a *Alignment) groups() [][]int32 {
	g := a.gathering()
	for _, l := range a.links() {
		p, q := g.of[l.a], g.of[l.b]
		if p != q && g.between(p, q) >= cohesion {
			g.join(p, q)
		}
	}
	members := slices.DeleteFunc(g.members, func(m []int32) bool { return a.textsOf(m) < 2 })
	for _, m := range members {
		slices.Sort(m)
	}
	slices.SortFunc(members, func(p, q []int32) int { return int(p[0] - q[0]) })
	return members
}

// A gathering is units on their way into groups. It knows of every two groups that
// have ties what these add up to, so that a pair of groups is judged without
// looking at their units again: most pairs of units that are like link groups that
// do not join, and with many reports there are as many as units squared.
//
// Sums are the same in every bit whatever their order: a likeness is a float32 of
// at least [unlike], so that eight million of them add up in a float64 exactly.
type gathering struct {
	of      []int32 // the group of a unit
	members [][]int32
	texts   []map[int]int        // by group: its units in each text
	ties    []map[int32]tiesWith // by group: to other groups
}

// tiesWith is what ties two groups.
type tiesWith struct {
	sum   float64 // of likenesses
	count int
}

// gathering returns every unit as a group of its own.
func (a *Alignment) gathering() *gathering {
	n := len(a.units)
	g := &gathering{make([]int32, n), make([][]int32, n), make([]map[int]int, n), make([]map[int32]tiesWith, n)}
	for i := range a.units {
		g.of[i], g.members[i] = int32(i), []int32{int32(i)}
		g.texts[i] = map[int]int{a.units[i].text: 1}
		g.ties[i] = make(map[int32]tiesWith, len(a.ties[i]))
		for _, t := range a.ties[i] {
			g.ties[i][t.other] = tiesWith{float64(t.likeness), 1}
		}
	}
	return g
}

// between returns the mean likeness of the pairs of units of two groups that
// stand in different texts.
func (g *gathering) between(p, q int32) float64 {
	pairs := len(g.members[p])*len(g.members[q]) - g.within(p, q)
	if pairs == 0 {
		return 0
	}
	t := g.ties[p][q]
	return (t.sum + unlike*float64(pairs-t.count)) / float64(pairs)
}

// within returns the pairs of units of two groups that stand in one text.
func (g *gathering) within(p, q int32) int {
	few, many := g.texts[p], g.texts[q]
	if len(few) > len(many) {
		few, many = many, few
	}
	n := 0
	for text, units := range few {
		n += units * many[text]
	}
	return n
}

// join makes one group of two: the one with fewer ties goes into the other.
func (g *gathering) join(p, q int32) {
	if len(g.ties[p]) < len(g.ties[q]) {
		p, q = q, p
	}
	for _, u := range g.members[q] {
		g.of[u] = p
	}
	g.members[p] = append(g.members[p], g.members[q]...)
	for text, units := range g.texts[q] {
		g.texts[p][text] += units
	}
	for other, t := range g.ties[q] {
		delete(g.ties[other], q)
		if other == p {
			continue
		}
		sum := g.ties[p][other]
		sum.sum, sum.count = sum.sum+t.sum, sum.count+t.count
		g.ties[p][other], g.ties[other][p] = sum, sum
	}
	g.members[q], g.texts[q], g.ties[q] = nil, nil, nil
}

// A link is a pair of units that may join their groups.
type link struct {
	a, b     int32
	likeness float32
}

// links returns the pairs of units that are like enough, likest first.
func (a *Alignment) links() []link {
	var list []link
	for i, ties := range a.ties {
		for _, t := range ties {
			if int(t.other) > i && t.likeness >= linkLikeness {
				list = append(list, link{int32(i), t.other, t.likeness})
			}
		}
	}
	slices.SortFunc(list, func(p, q link) int {
		return cmp.Or(-cmp.Compare(p.likeness, q.likeness), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return list
}

// textsOf returns the number of texts of units.
func (a *Alignment) textsOf(units []int32) int {
	n, seen := 0, make([]bool, len(a.texts))
	for _, u := range units {
		if t := a.units[u].text; !seen[t] {
			seen[t] = true
			n++
		}
	}
	return n
}
