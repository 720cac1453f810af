package framing

import (
	"cmp"
	"slices"
)

// groups gathers the units that report the same: links between units that are
// each other's best in their articles, strongest first, join two groups if the
// mean score of their pairs holds. A group has one unit of an article.
func (a *alignment) groups() [][]int {
	of := make([]int, len(a.units))
	members := make([][]int, len(a.units))
	for i := range a.units {
		of[i], members[i] = i, []int{i}
	}
	for _, pair := range a.mutual() {
		g, h := of[pair[0]], of[pair[1]]
		if g == h || !a.joins(members[g], members[h]) {
			continue
		}
		for _, u := range members[h] {
			of[u] = g
		}
		members[g] = append(members[g], members[h]...)
		slices.Sort(members[g])
		members[h] = nil
	}
	return slices.DeleteFunc(members, func(m []int) bool { return len(m) == 0 })
}

// mutual returns the pairs of units that are related and each other's best,
// strongest first.
func (a *alignment) mutual() [][2]int {
	best := map[[2]int]int{} // of a unit in an article
	pairs := make([][2]int, 0, len(a.links))
	for pair, l := range a.links {
		if l.score >= relatedScore {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, a.stronger)
	for _, pair := range pairs {
		for _, side := range [][2]int{pair, {pair[1], pair[0]}} {
			key := [2]int{side[0], a.units[side[1]].article}
			if _, known := best[key]; !known {
				best[key] = side[1]
			}
		}
	}
	return slices.DeleteFunc(pairs, func(p [2]int) bool {
		return best[[2]int{p[0], a.units[p[1]].article}] != p[1] || best[[2]int{p[1], a.units[p[0]].article}] != p[0]
	})
}

// stronger orders pairs by score, then by place.
func (a *alignment) stronger(p, q [2]int) int {
	return cmp.Or(-cmp.Compare(a.links[p].score, a.links[q].score), p[0]-q[0], p[1]-q[1])
}

// joins reports whether two groups may become one.
func (a *alignment) joins(g, h []int) bool {
	sum := 0.0
	for _, i := range g {
		for _, j := range h {
			if a.units[i].article == a.units[j].article {
				return false
			}
			sum += a.between(i, j).score
		}
	}
	return sum/float64(len(g)*len(h)) >= cohesion
}

// centre returns the unit of a group that is nearest to the others, the first
// of equals.
func (a *alignment) centre(group []int) int {
	best, most := group[0], -1.0
	for _, i := range group {
		sum := 0.0
		for _, j := range group {
			sum += a.between(i, j).score
		}
		if sum > most+1e-9 {
			best, most = i, sum
		}
	}
	return best
}
