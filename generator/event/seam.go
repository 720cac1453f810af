package event

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/event/link"
)

// firm is the threshold, in thresholds of the model, at which an event that
// falls into parts may be several events.
const firm = 2

// A Seam is where an event might come apart: its reports fall into parts when
// more likeness is asked of them.
type Seam struct {
	Event      string     // slug
	Parts      [][]string // article ids of each part of at least two reports, the largest part first
	Similarity float64    // mean between the reports of the two largest parts, 0 to 1
}

// A part is what is left together of a cluster when more likeness is asked:
// its number, and its articles by time of publication.
type part struct {
	number   int32
	articles []int32
}

// seams returns where events might come apart, the loosest first. A report
// that comes off alone makes no seam: its closeness says so.
func (g *grouper) seams() []Seam {
	within := g.edgesWithin()
	partOf := make([]int32, len(g.nodes)) // by node
	for number, nodes := range link.Average(len(g.nodes), within, g.constraints(), link.At(min(1, firm*g.model.Threshold))) {
		for _, node := range nodes {
			partOf[node] = int32(number)
		}
	}
	between := g.between(within, partOf)
	var list []Seam
	for i := range g.found {
		parts := g.partsOf(&g.found[i], partOf)
		if len(parts) < 2 {
			continue
		}
		s := Seam{Event: g.found[i].slug}
		for _, p := range parts {
			var ids []string
			for _, a := range p.articles {
				ids = append(ids, g.articles[a].ID)
			}
			s.Parts = append(s.Parts, ids)
		}
		x, y := parts[0], parts[1]
		sum := between[[2]int32{min(x.number, y.number), max(x.number, y.number)}]
		s.Similarity = round(sum / float64(len(x.articles)*len(y.articles)))
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Seam) int {
		return cmp.Or(cmp.Compare(a.Similarity, b.Similarity), strings.Compare(a.Event, b.Event))
	})
	return list
}

// edgesWithin returns the edges between nodes of one cluster: a part lies
// within a cluster, so that others have no say in it.
func (g *grouper) edgesWithin() []link.Edge {
	home := g.homes()
	var list []link.Edge
	for _, e := range g.edges {
		if home[e.A] == home[e.B] {
			list = append(list, e)
		}
	}
	return list
}

// between returns the sums of similarity between the articles of two parts, by
// their numbers in order.
func (g *grouper) between(edges []link.Edge, partOf []int32) map[[2]int32]float64 {
	sums := map[[2]int32]float64{}
	for _, e := range edges {
		if x, y := partOf[e.A], partOf[e.B]; x != y {
			sums[[2]int32{min(x, y), max(x, y)}] += float64(e.Similarity) * float64(len(g.nodes[e.A])*len(g.nodes[e.B]))
		}
	}
	return sums
}

// partsOf returns the parts of a cluster that have two articles or more, the
// largest first.
func (g *grouper) partsOf(c *cluster, partOf []int32) []part {
	byNumber := map[int32][]int32{}
	for _, a := range c.articles {
		n := partOf[g.nodeOf[a]]
		byNumber[n] = append(byNumber[n], a)
	}
	var parts []part
	for n, articles := range byNumber {
		if len(articles) > 1 {
			parts = append(parts, part{n, articles})
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(len(b.articles), len(a.articles)), cmp.Compare(a.number, b.number))
	})
	return parts
}
