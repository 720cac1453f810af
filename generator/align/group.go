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
	of := make([]int32, len(a.units))
	members := make([][]int32, len(a.units))
	for i := range a.units {
		of[i], members[i] = int32(i), []int32{int32(i)}
	}
	for _, l := range a.links() {
		g, h := of[l.a], of[l.b]
		if g == h || a.between(members[g], members[h], of) < cohesion {
			continue
		}
		for _, u := range members[h] {
			of[u] = g
		}
		members[g] = append(members[g], members[h]...)
		members[h] = nil
	}
	members = slices.DeleteFunc(members, func(m []int32) bool { return a.textsOf(m) < 2 })
	for _, m := range members {
		slices.Sort(m)
	}
	slices.SortFunc(members, func(p, q []int32) int { return int(p[0] - q[0]) })
	return members
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

// between returns the mean likeness of the pairs of units of two groups that
// stand in different texts. of is the group of each unit.
func (a *Alignment) between(g, h []int32, of []int32) float64 {
	if len(g) > len(h) {
		g, h = h, g
	}
	other := of[h[0]]
	sum, ties := 0.0, 0
	for _, u := range g {
		for _, t := range a.ties[u] {
			if of[t.other] == other {
				sum += float64(t.likeness)
				ties++
			}
		}
	}
	pairs := len(g)*len(h) - a.within(g, h)
	if pairs == 0 {
		return 0
	}
	return (sum + unlike*float64(pairs-ties)) / float64(pairs)
}

// within returns the pairs of units of two groups that stand in one text.
func (a *Alignment) within(g, h []int32) int {
	n := 0
	for _, u := range g {
		for _, v := range h {
			if a.units[u].text == a.units[v].text {
				n++
			}
		}
	}
	return n
}

// textsOf returns the number of texts of units.
func (a *Alignment) textsOf(units []int32) int {
	var texts []int
	for _, u := range units {
		if t := a.units[u].text; !slices.Contains(texts, t) {
			texts = append(texts, t)
		}
	}
	return len(texts)
}
