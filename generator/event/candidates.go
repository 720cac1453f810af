package event

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"parallax/generator/event/link"
)

const (
	longestPosting = 600  // articles; a term that more have finds no candidates
	leastShared    = .05  // cosine over the indexed stems that makes two articles candidates
	leastEdge      = .005 // probability below which a pair counts as 0
)

// pairs returns the pairs of articles that may report one event, by a and
// then b. They come from an inverted index over the stems that few articles
// have; pairs that share too little of these are never looked at.
func pairs(profiles []profile) []pair {
	ix := newIndex(profiles)
	const block = 64 // articles that a worker takes at once
	blocks := make([][]pair, (len(profiles)+block-1)/block)
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			shared := make([]float32, len(profiles))
			for n := range next {
				for i := n * block; i < min((n+1)*block, len(profiles)); i++ {
					blocks[n] = ix.appendPairs(blocks[n], int32(i), shared)
				}
			}
		})
	}
	for n := range blocks {
		next <- n
	}
	close(next)
	wg.Wait()
	return slices.Concat(blocks...)
}

// edges returns the pairs with the probability that each reports one event,
// but for those that are hardly possible.
func edges(profiles []profile, m Model) []link.Edge {
	candidates := pairs(profiles)
	bests := nearest(len(profiles), candidates)
	decide := m.decision()
	var list []link.Edge
	for i := range candidates {
		p := &candidates[i]
		f := featuresOf(p, profiles, bests)
		if probability := decide.probability(&f); probability >= leastEdge {
			list = append(list, link.Edge{A: p.a, B: p.b, Similarity: float32(probability)})
		}
	}
	return list
}

// An index lists, by stem, the articles that have it.
type index struct {
	profiles []profile
	postings []posting
	lists    map[term]extent
}

// A posting says that an article has a stem.
type posting struct {
	term    term
	article int32
	weight  float32
}

// An extent is a run of postings.
type extent struct{ start, end int32 }

// newIndex makes an index of the stems that at least two articles and not too
// many have.
func newIndex(profiles []profile) *index {
	ix := &index{profiles: profiles, lists: map[term]extent{}}
	for i := range profiles {
		for _, w := range profiles[i].whole {
			if w.term&1 == 0 {
				ix.postings = append(ix.postings, posting{w.term, int32(i), w.weight})
			}
		}
	}
	slices.SortFunc(ix.postings, func(x, y posting) int {
		return cmp.Or(cmp.Compare(x.term, y.term), cmp.Compare(x.article, y.article))
	})
	for start := 0; start < len(ix.postings); {
		end := start + 1
		for end < len(ix.postings) && ix.postings[end].term == ix.postings[start].term {
			end++
		}
		if n := end - start; n > 1 && n <= longestPosting {
			ix.lists[ix.postings[start].term] = extent{int32(start), int32(end)}
		}
		start = end
	}
	return ix
}

// appendPairs appends the pairs of article i with later ones, by the later.
// The slice shared has an entry for every article, all 0 before and after.
func (ix *index) appendPairs(found []pair, i int32, shared []float32) []pair {
	var touched []int32
	for _, w := range ix.profiles[i].whole {
		if w.term&1 != 0 {
			continue
		}
		e := ix.lists[w.term]
		for _, p := range ix.postings[e.start:e.end] {
			if p.article <= i {
				continue
			}
			if shared[p.article] == 0 {
				touched = append(touched, p.article)
			}
			shared[p.article] += p.weight * w.weight
		}
	}
	start := len(found)
	for _, j := range touched {
		if shared[j] >= leastShared {
			found = append(found, compare(i, j, &ix.profiles[i], &ix.profiles[j], shared[j]))
		}
		shared[j] = 0
	}
	slices.SortFunc(found[start:], func(x, y pair) int { return cmp.Compare(x.b, y.b) })
	return found
}
