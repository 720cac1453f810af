package spread

import (
	"slices"
	"strings"

	"parallax/generator/event"
)

// A Repeat is two articles that share a shingle: the first by id that has it, and a later
// one.
type Repeat struct{ Later, First string }

// Repeats returns what is to be compared of the articles that have a shingle: each with the
// first, so that a thousand copies cost a thousand comparisons.
func Repeats(ids []string) []Repeat {
	first := slices.Min(ids)
	var list []Repeat
	for _, id := range slices.Sorted(slices.Values(ids)) {
		if id != first {
			list = append(list, Repeat{id, first})
		}
	}
	return list
}

// A Copy is two articles of which the later repeats the earlier.
type Copy struct{ Later, Earlier Ref }

// Nodes returns the nodes of all copies that there are: articles with those that repeat
// them, each sorted by ids. Copies may come more than once.
func Nodes(copies []Copy) []event.Node {
	refs := map[string]Ref{}
	for _, c := range copies {
		refs[c.Later.ID], refs[c.Earlier.ID] = c.Later, c.Earlier
	}
	ids := make([]string, 0, len(refs))
	for id := range refs {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	place := make(map[string]int32, len(ids))
	for i, id := range ids {
		place[id] = int32(i)
	}
	pairs := make([][2]int32, len(copies))
	for i, c := range copies {
		pairs[i] = [2]int32{place[c.Later.ID], place[c.Earlier.ID]}
	}
	members := make([][]Ref, len(ids))
	for i, original := range event.Originals(len(ids), pairs, func(int32, int32) bool { return true }) {
		members[original] = append(members[original], refs[ids[i]])
	}
	var nodes []event.Node
	for _, list := range members {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, func(a, b Ref) int { return strings.Compare(a.ID, b.ID) })
		n := event.Node{Comments: !slices.ContainsFunc(list, func(r Ref) bool { return !r.Comments })}
		for _, r := range list {
			n.Articles = append(n.Articles, event.Linked{ID: r.ID, Date: r.Date})
		}
		nodes = append(nodes, n)
	}
	return nodes
}
