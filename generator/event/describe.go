package event

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/parallel"
)

// nearestShare is the share of the threshold from which an article is a near
// miss.
const nearestShare = .6

// grouping makes the result of the clusters found.
func (g *grouper) grouping() Grouping {
	g.checkSlugs()
	g.checkSizes()
	result := Grouping{Events: make([]Event, len(g.found)), Lock: g.newLock()}
	ties, stories := g.ties(), g.stories()
	parallel.Each(len(g.found), func(_, i int) {
		result.Events[i] = g.describe(i, ties)
		result.Events[i].Story = stories[i]
	})
	Sort(result.Events)
	result.Near = g.nearMisses(ties)
	result.Seams = g.seams()
	result.Needs = g.model.Threshold
	return result
}

// Sort puts events in their order: by date of the latest article, newest first, then by
// slug.
func Sort(events []Event) {
	slices.SortFunc(events, func(a, b Event) int {
		return cmp.Or(compareNewest(a.To, b.To), strings.Compare(a.Slug, b.Slug))
	})
}

// compareNewest orders dates newest first, unknown ones last.
func compareNewest(a, b corpus.Date) int {
	if a.Known() && b.Known() {
		return b.Compare(a)
	}
	return a.Compare(b)
}

// A tie is the sum of the similarities of an article to those of a cluster.
type tie struct {
	cluster int32
	sum     float64
}

// ties holds the ties of the articles of each node.
type ties [][]tie

// sum returns what a node's articles have in common with those of a cluster.
func (t ties) sum(node, cluster int32) float64 {
	for _, tie := range t[node] {
		if tie.cluster == cluster {
			return tie.sum
		}
	}
	return 0
}

// ties returns the ties of each node, also of its articles to one another.
func (g *grouper) ties() ties {
	home := g.homes()
	list, counts := make(ties, len(g.nodes)), make([]int, len(g.nodes))
	for _, e := range g.edges {
		counts[e.A]++
		counts[e.B]++
	}
	for n, node := range g.nodes {
		list[n] = make([]tie, 0, counts[n]+1)
		if len(node) > 1 {
			list[n] = append(list[n], tie{home[n], float64(len(node) - 1)})
		}
	}
	for _, e := range g.edges {
		list[e.A] = append(list[e.A], tie{home[e.B], float64(e.Similarity) * float64(len(g.nodes[e.B]))})
		list[e.B] = append(list[e.B], tie{home[e.A], float64(e.Similarity) * float64(len(g.nodes[e.A]))})
	}
	sums := make([]float64, len(g.found))
	for n := range list {
		list[n] = addUp(list[n], sums)
	}
	return list
}

// addUp returns ties with one for each cluster. The sums by cluster that it
// works with are 0 before and after.
func addUp(list []tie, sums []float64) []tie {
	n := 0 // clusters, which fill the beginning of the list
	for _, t := range list {
		if sums[t.cluster] == 0 {
			list[n].cluster = t.cluster
			n++
		}
		sums[t.cluster] += t.sum
	}
	for i, t := range list[:n] {
		list[i].sum, sums[t.cluster] = sums[t.cluster], 0
	}
	return list[:n]
}

// homes returns the cluster of each node.
func (g *grouper) homes() []int32 {
	home := make([]int32, len(g.nodes))
	for c := range g.found {
		for _, a := range g.found[c].articles {
			home[g.nodeOf[a]] = int32(c)
		}
	}
	return home
}

// describe makes the event of a cluster.
func (g *grouper) describe(c int, ties ties) Event {
	found := &g.found[c]
	e := Event{Slug: found.slug, Title: g.titleOf(found), Language: g.language[found.articles[0]].Tag}
	total, n := 0.0, len(found.articles)
	for _, i := range found.articles {
		a := g.articles[i]
		m := Member{Article: a.ID, Closeness: 1, Pinned: a.Event != "", CopyOf: g.copyOf(i), Genre: g.genres[i]}
		if n > 1 {
			sum := ties.sum(g.nodeOf[i], int32(c))
			m.Closeness = round(sum / float64(n-1))
			total += sum
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
func (g *grouper) nearMisses(ties ties) []NearMiss {
	var list []NearMiss
	for c := range g.found {
		for _, a := range g.found[c].articles {
			for _, t := range ties[g.nodeOf[a]] {
				mean := t.sum / float64(len(g.found[t.cluster].articles))
				if t.cluster != int32(c) && mean >= nearestShare*g.model.Threshold {
					list = append(list, NearMiss{g.articles[a].ID, g.found[t.cluster].slug, round(mean)})
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
