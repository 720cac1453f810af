package event

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Genre is what an outlet says that a text is.
type Genre string

// The genres. Opinion and Explainer make no event: they follow the reports that they
// comment on.
const (
	Report    Genre = ""
	Opinion   Genre = "opinion"   // somebody's view
	Explainer Genre = "explainer" // what explains a happening, or tells its history
)

// GenreOf returns the genre of an article: what stands at the beginning or end of its
// headline, set off by a mark ("Opinion | …", "… – analysis"), or as a folder in its
// address. Whatever is not marked so is a report; nothing is guessed from its words.
func GenreOf(l *text.Language, a *corpus.Article) Genre {
	for _, mark := range append(setOff(a.Title), folders(a.URL)...) {
		switch {
		case l.In("opinion_marks", mark):
			return Opinion
		case l.In("explainer_marks", mark):
			return Explainer
		}
	}
	return Report
}

// setOff returns what stands before the first and behind the last mark of a headline that
// sets off a label, in lower case.
func setOff(title string) []string {
	title = strings.ToLower(title)
	mark := func(r rune) bool { return strings.ContainsRune(":|–—[]()", r) }
	parts := strings.FieldsFunc(strings.ReplaceAll(title, " - ", " – "), mark)
	if len(parts) < 2 {
		return nil
	}
	return []string{strings.TrimSpace(parts[0]), strings.TrimSpace(parts[len(parts)-1])}
}

// folders returns the folders of an address, in lower case; what is behind the last stroke
// is made of the headline.
func folders(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	parts := strings.FieldsFunc(strings.ToLower(u.Path), func(r rune) bool { return r == '/' || unicode.IsSpace(r) })
	return parts[:max(0, len(parts)-1)]
}

// followers returns which nodes follow the reports that they comment on: those whose
// articles all are opinion or explain, and that no editor put anywhere.
func (g *grouper) followers() []bool {
	list := make([]bool, len(g.nodes))
	for n, node := range g.nodes {
		list[n] = !slices.ContainsFunc(node, func(i int32) bool {
			return g.articles[i].Event != "" || g.genres[i] == Report
		})
	}
	return list
}

// follow puts each follower, which is alone, into the cluster of reports that it is most
// probably about, if it is near enough to them; clusters are lists of nodes.
func (g *grouper) follow(clusters [][]int32, follower []bool) [][]int32 {
	home := make([]int, len(g.nodes))
	for c, nodes := range clusters {
		for _, n := range nodes {
			home[n] = c
		}
	}
	sums := make([]map[int]float64, len(g.nodes)) // of a follower, by cluster of reports
	add := func(n, other int32, similarity float32) {
		if follower[n] && !follower[other] {
			if sums[n] == nil {
				sums[n] = map[int]float64{}
			}
			sums[n][home[other]] += float64(similarity)
		}
	}
	for _, e := range g.edges {
		add(e.A, e.B, e.Similarity)
		add(e.B, e.A, e.Similarity)
	}
	joined := slices.Clone(clusters)
	for n := range g.nodes {
		if c, near := g.nearest(int32(n), sums[n], clusters); near {
			joined[c] = append(slices.Clone(joined[c]), int32(n))
			joined[home[n]] = nil
		}
	}
	return slices.DeleteFunc(joined, func(nodes []int32) bool { return len(nodes) == 0 })
}

// nearest returns the cluster with the highest mean of a follower's similarities, given as
// sums, if that is enough to join it.
func (g *grouper) nearest(n int32, sums map[int]float64, clusters [][]int32) (best int, near bool) {
	most := 0.0
	for c, sum := range sums {
		needs := g.model.Threshold
		if len(clusters[c]) == 1 {
			needs = max(needs, g.model.First)
		}
		mean := sum / float64(len(clusters[c]))
		if mean < needs || g.keptApart(n, clusters[c]) {
			continue
		}
		if !near || cmp.Or(cmp.Compare(mean, most), cmp.Compare(best, c)) > 0 {
			best, most, near = c, mean, true
		}
	}
	return best, near
}

// keptApart reports whether an editor keeps an article of a node from one of the others.
func (g *grouper) keptApart(n int32, nodes []int32) bool {
	for pair := range g.pins.apart {
		a, b := g.nodeOf[pair[0]], g.nodeOf[pair[1]]
		if a == n && slices.Contains(nodes, b) || b == n && slices.Contains(nodes, a) {
			return true
		}
	}
	return false
}
