package event

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parallax/generator/corpus"
)

// nearestShare is the share of the threshold from which an article is a near
// miss.
const nearestShare = .6

// grouping makes the result of the clusters found.
func (g *grouper) grouping() Grouping {
	g.checkSlugs()
	result := Grouping{Events: make([]Event, len(g.found)), Lock: g.newLock()}
	ties := g.ties()
	parallel(len(g.found), func(i int) { result.Events[i] = g.describe(i, ties) })
	slices.SortFunc(result.Events, func(a, b Event) int {
		return cmp.Or(compareNewest(a.To, b.To), strings.Compare(a.Slug, b.Slug))
	})
	result.Near = g.nearMisses(ties)
	result.Seams = g.seams()
	return result
}

// compareNewest orders dates newest first, unknown ones last.
func compareNewest(a, b corpus.Date) int {
	if a.Known() && b.Known() {
		return b.Compare(a)
	}
	return a.Compare(b)
}

// ties returns, for each article, the sums of its similarity to the articles
// of each cluster it has an edge to.
func (g *grouper) ties() []map[int32]float64 {
	home := make([]int32, len(g.articles))
	for c := range g.found {
		for _, a := range g.found[c].articles {
			home[a] = int32(c)
		}
	}
	sums := make([]map[int32]float64, len(g.articles))
	for i := range sums {
		sums[i] = map[int32]float64{}
	}
	for _, e := range g.edges {
		for _, a := range g.nodes[e.A] {
			for _, b := range g.nodes[e.B] {
				sums[a][home[b]] += float64(e.Similarity)
				sums[b][home[a]] += float64(e.Similarity)
			}
		}
	}
	for _, node := range g.nodes {
		for _, a := range node {
			if len(node) > 1 {
				sums[a][home[a]] += float64(len(node) - 1)
			}
		}
	}
	return sums
}

// describe makes the event of a cluster.
func (g *grouper) describe(c int, ties []map[int32]float64) Event {
	found := &g.found[c]
	e := Event{Slug: found.slug, Title: g.titleOf(found), Language: g.language[found.articles[0]].Tag}
	total, n := 0.0, len(found.articles)
	for _, i := range found.articles {
		a := g.articles[i]
		m := Member{Article: a.ID, Closeness: 1, Pinned: a.Event != "", CopyOf: g.copyOf(i)}
		if n > 1 {
			m.Closeness = round(ties[i][int32(c)] / float64(n-1))
			total += ties[i][int32(c)]
		}
		e.Members = append(e.Members, m)
		if !e.From.Known() && a.Date.Known() {
			e.From = a.Date
		}
		if a.Date.Known() && (!e.To.Known() || a.Date.Compare(e.To) > 0) {
			e.To = a.Date
		}
	}
	e.Cohesion = 1
	if n > 1 {
		e.Cohesion = round(total / float64(n*(n-1)))
		e.Terms, e.Names, e.Numbers = found.reasons.terms, found.reasons.names, found.reasons.numbers
	}
	return e
}

// titleOf returns the title that an editor gave to an event, or the one made
// for it.
func (g *grouper) titleOf(c *cluster) string {
	for _, note := range g.settings.Notes {
		if note.Slug == c.slug && note.Title != "" {
			return note.Title
		}
	}
	return c.title
}

// copyOf returns the id of the first published of the articles that repeat
// one another with article i, or "" if it is the first or alone.
func (g *grouper) copyOf(i int32) string {
	node := g.nodes[g.nodeOf[i]]
	first := slices.MinFunc(node, g.before)
	if first == i {
		return ""
	}
	return g.articles[first].ID
}

// nearMisses returns the articles whose mean similarity to the members of an
// event that they are not in comes near the threshold, the nearest first.
func (g *grouper) nearMisses(ties []map[int32]float64) []NearMiss {
	var list []NearMiss
	for c := range g.found {
		for _, a := range g.found[c].articles {
			for other, sum := range ties[a] {
				mean := sum / float64(len(g.found[other].articles))
				if other != int32(c) && mean >= nearestShare*g.model.Threshold {
					list = append(list, NearMiss{g.articles[a].ID, g.found[other].slug, round(mean)})
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b NearMiss) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), strings.Compare(a.Article, b.Article), strings.Compare(a.Event, b.Event))
	})
	return list
}

// round keeps four digits, which is more than a figure of similarity means.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
