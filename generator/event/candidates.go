package event

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"parallax/generator/event/link"
)

const (
	longestPosting = 400  // articles; a term that more have finds no candidates
	leastShared    = .015 // cosine over the indexed terms that makes two articles candidates
	leastEdge      = .02  // similarity below which a pair counts as 0
)

// A posting says that an article has a term.
type posting struct {
	term    term
	article int32
	weight  float32
}

// edges returns the similar pairs of articles, by a and then b. Candidates
// come from an inverted index over the stems that few articles have; pairs
// that share none count as not similar at all.
func edges(profiles []profile) []link.Edge {
	lists := index(profiles)
	workers := runtime.GOMAXPROCS(0)
	found := make([][]link.Edge, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			shared := make([]float32, len(profiles))
			for i := w; i < len(profiles); i += workers {
				found[w] = appendEdges(found[w], profiles, lists, int32(i), shared)
			}
		})
	}
	wg.Wait()
	all := slices.Concat(found...)
	slices.SortFunc(all, func(x, y link.Edge) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return all
}

// index returns, by term, the postings of stems that at least two articles
// and not too many have.
func index(profiles []profile) map[term][]posting {
	var all []posting
	for i := range profiles {
		for _, w := range profiles[i].whole {
			if w.term&1 == 0 {
				all = append(all, posting{w.term, int32(i), w.weight})
			}
		}
	}
	slices.SortFunc(all, func(x, y posting) int {
		return cmp.Or(cmp.Compare(x.term, y.term), cmp.Compare(x.article, y.article))
	})
	lists := map[term][]posting{}
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].term == all[start].term {
			end++
		}
		if n := end - start; n > 1 && n <= longestPosting {
			lists[all[start].term] = all[start:end:end]
		}
		start = end
	}
	return lists
}

// appendEdges appends the edges from article i to later ones. The slice
// shared has an entry for every article, all 0 before and after.
func appendEdges(found []link.Edge, profiles []profile, lists map[term][]posting, i int32, shared []float32) []link.Edge {
	var touched []int32
	for _, w := range profiles[i].whole {
		if w.term&1 != 0 {
			continue
		}
		for _, p := range lists[w.term] {
			if p.article <= i {
				continue
			}
			if shared[p.article] == 0 {
				touched = append(touched, p.article)
			}
			shared[p.article] += p.weight * w.weight
		}
	}
	for _, j := range touched {
		if shared[j] >= leastShared {
			if s := similarity(&profiles[i], &profiles[j]); s >= leastEdge {
				found = append(found, link.Edge{A: i, B: j, Similarity: float32(s)})
			}
		}
		shared[j] = 0
	}
	return found
}
