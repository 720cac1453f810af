package evaluate

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/event/link"
	"parallax/generator/text"
)

// A baseline is a plain method of grouping to compare with.
type baseline struct {
	name  string
	group func([]corpus.Article, *text.Languages) []string
}

// baselines returns TF-IDF vectors of words under the two usual linkages, each
// with the threshold that was best on a mixed pool of 2,100 articles.
func baselines() []baseline {
	const single, average = .28, .22
	return []baseline{
		{"TF-IDF, single link", func(a []corpus.Article, l *text.Languages) []string {
			edges := tfidfEdges(a, l)
			edges = slices.DeleteFunc(edges, func(e link.Edge) bool { return e.Similarity < single })
			return named(len(a), components(len(a), edges))
		}},
		{"TF-IDF, average link", func(a []corpus.Article, l *text.Languages) []string {
			return named(len(a), link.Average(len(a), tfidfEdges(a, l), link.Constraints{}, link.At(average)))
		}},
	}
}

// named returns the number of each node's cluster as a name.
func named(n int, clusters [][]int32) []string {
	names := make([]string, n)
	for c, cluster := range clusters {
		for _, node := range cluster {
			names[node] = fmt.Sprintf("e%05d", c)
		}
	}
	return names
}

// components returns the connected components of a graph of n nodes.
func components(n int, edges []link.Edge) [][]int32 {
	parent := make([]int32, n)
	for i := range parent {
		parent[i] = int32(i)
	}
	root := func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, e := range edges {
		a, b := root(e.A), root(e.B)
		parent[max(a, b)] = min(a, b)
	}
	members := make([][]int32, n)
	for i := range int32(n) {
		members[root(i)] = append(members[root(i)], i)
	}
	return slices.DeleteFunc(members, func(m []int32) bool { return m == nil })
}

// occurrence is the weight of a word in an article.
type occurrence struct {
	article int32
	weight  float64
}

// tfidfEdges returns the cosines of all pairs of articles that share a word,
// with weights (1 + log tf) · log(n / df), stop words and words of a single
// article left out.
func tfidfEdges(articles []corpus.Article, languages *text.Languages) []link.Edge {
	lists := tfidfLists(articles, languages)
	words := slices.Sorted(maps.Keys(lists))
	byArticle := make([][]int, len(articles)) // indices of words
	weights := make([][]float64, len(articles))
	for n, word := range words {
		for _, o := range lists[word] {
			byArticle[o.article] = append(byArticle[o.article], n)
			weights[o.article] = append(weights[o.article], o.weight)
		}
	}
	const least = .05 // of a cosine; less moves no mean over a threshold
	var edges []link.Edge
	sums := make([]float64, len(articles))
	for a := range int32(len(articles)) {
		for i, n := range byArticle[a] {
			for _, o := range lists[words[n]] {
				if o.article > a {
					sums[o.article] += weights[a][i] * o.weight
				}
			}
		}
		for b := range sums {
			if sums[b] >= least {
				edges = append(edges, link.Edge{A: a, B: int32(b), Similarity: float32(sums[b])})
			}
			sums[b] = 0
		}
	}
	return edges
}

// tfidfLists returns the articles of each word with normal weights.
func tfidfLists(articles []corpus.Article, languages *text.Languages) map[string][]occurrence {
	lists := map[string][]occurrence{}
	for i, a := range articles {
		l := languages.For(a.Language)
		times := map[string]float64{}
		for _, w := range l.Words(a.Text) {
			if !l.Stop(w.Lower) {
				times[w.Lower]++
			}
		}
		for word, n := range times {
			lists[word] = append(lists[word], occurrence{int32(i), 1 + math.Log(n)})
		}
	}
	norms := make([]float64, len(articles))
	for _, word := range slices.Sorted(maps.Keys(lists)) {
		list := lists[word]
		if len(list) < 2 {
			delete(lists, word)
			continue
		}
		slices.SortFunc(list, func(x, y occurrence) int { return cmp.Compare(x.article, y.article) })
		idf := math.Log(float64(len(articles)) / float64(len(list)))
		for i := range list {
			list[i].weight *= idf
			norms[list[i].article] += list[i].weight * list[i].weight
		}
	}
	for _, list := range lists {
		for i := range list {
			list[i].weight /= math.Max(math.Sqrt(norms[list[i].article]), 1e-9)
		}
	}
	return lists
}
