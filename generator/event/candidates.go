package event

import (
	"cmp"
	"math"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/event/link"
	"parallax/generator/parallel"
)

const (
	window         = 120  // days; articles whose dates are further apart are no candidates, unless copies
	longestPosting = 600  // articles; a term that more have within the window finds no candidates
	leastShared    = .07  // cosine over the terms that find candidates which makes two articles candidates
	leastEdge      = .005 // probability below which a pair counts as 0
	block          = 64   // articles that a worker takes at once
)

// A heap is what pairs are found in: the profiles of articles, by number of
// node, with terms numbered by keepShared.
type heap struct {
	profiles []profile
	size     [fieldCount]int // numbers of terms in each field
}

// pairs returns the pairs of articles that may report one event, in blocks.
// They come from an inverted index over stems and a window of time; pairs that
// share too little, or that lie too far apart, are never looked at. Only those are
// kept that sift, which may be nil, lets through; all have their say in what the
// nearest neighbours of each article look like, which is returned too.
func (h *heap) pairs(sift func(*pair) bool) ([][]pair, []best) {
	ix := newIndex(h)
	blocks := make([][]pair, (len(ix.order)+block-1)/block)
	scratches := make([]*scratch, parallel.Workers())
	parallel.Each(len(blocks), func(worker, n int) {
		if scratches[worker] == nil {
			scratches[worker] = newScratch(h)
			scratches[worker].sift = sift
		}
		for rank := n * block; rank < min((n+1)*block, len(ix.order)); rank++ {
			blocks[n] = ix.appendPairs(blocks[n], int32(rank), scratches[worker])
		}
	})
	bests := make([]best, len(h.profiles))
	for _, s := range scratches {
		if s != nil {
			join(bests, s.bests)
		}
	}
	return blocks, bests
}

// edges returns the pairs with the probability that each reports one event,
// but for those that are hardly possible.
func (h *heap) edges(m Model) []link.Edge {
	decide, leastOdds := m.regression(), math.Log(leastEdge/(1-leastEdge))
	most := m.mostKin()
	// Most pairs cannot be edges even if the two were each other's nearest.
	candidates, bests := h.pairs(func(p *pair) bool {
		f := featuresOf(p, h.profiles, most)
		return decide.Sum(f[:]) >= leastOdds
	})
	lists := make([][]link.Edge, len(candidates))
	parallel.Each(len(candidates), func(_, n int) {
		for i := range candidates[n] {
			p := &candidates[n][i]
			f := featuresOf(p, h.profiles, kinOf(p, h.profiles, bests))
			if odds := decide.Sum(f[:]); odds >= leastOdds {
				lists[n] = append(lists[n], link.Edge{A: p.a, B: p.b, Similarity: float32(probability(odds))})
			}
		}
	})
	return slices.Concat(lists...)
}

// An index lists, by stem, the articles that have it. Articles are known by
// rank: those without a date first, then by date. So what a window of time
// shows of a list is at most two runs of it.
type index struct {
	*heap
	order    []int32   // node by rank
	undated  int32     // how many have no date
	postings []posting // by stem, then by rank
	starts   []int32   // of the postings of each stem, and the end of the last
	dated    []int32   // of those of articles with a date
	places   [][]int32 // by rank: where its own posting is, for each stem in order
}

// A posting says that an article has a stem.
type posting struct {
	rank   int32
	weight float32
}

func newIndex(h *heap) *index {
	ix := &index{heap: h, order: make([]int32, len(h.profiles)), starts: make([]int32, h.size[inStems]+1)}
	for i := range ix.order {
		ix.order[i] = int32(i)
		if !h.profiles[i].date.Known() {
			ix.undated++
		}
		for _, w := range h.profiles[i].fields[inStems] {
			ix.starts[w.term+1]++
		}
	}
	slices.SortFunc(ix.order, func(a, b int32) int {
		x, y := h.profiles[a].date, h.profiles[b].date
		if x.Known() != y.Known() {
			return y.Compare(x) // the unknown one first
		}
		return cmp.Or(x.Compare(y), cmp.Compare(a, b))
	})
	for i := 1; i < len(ix.starts); i++ {
		ix.starts[i] += ix.starts[i-1]
	}
	ix.fill()
	return ix
}

// fill writes the postings, rank by rank.
func (ix *index) fill() {
	total := ix.starts[len(ix.starts)-1]
	ix.postings = make([]posting, total)
	room := make([]int32, 0, total)
	next := slices.Clone(ix.starts)
	ix.places = make([][]int32, len(ix.order))
	for rank, node := range ix.order {
		if int32(rank) == ix.undated {
			ix.dated = slices.Clone(next)
		}
		from := len(room)
		for _, w := range ix.profiles[node].fields[inStems] {
			ix.postings[next[w.term]] = posting{int32(rank), w.weight}
			room = append(room, next[w.term])
			next[w.term]++
		}
		ix.places[rank] = room[from:]
	}
	if ix.dated == nil {
		ix.dated = next
	}
}

// opens returns the first rank with a date that the window of an article
// shows, looking back from it.
func (ix *index) opens(rank int32) int32 {
	date := ix.profiles[ix.order[rank]].date
	if !date.Known() {
		return rank
	}
	before := ix.order[ix.undated:rank]
	n, _ := slices.BinarySearchFunc(before, date, func(node int32, date corpus.Date) int {
		if ix.profiles[node].date.Days(date) > window {
			return -1
		}
		return 1
	})
	return ix.undated + int32(n)
}

// A scratch is what a worker writes in while it looks for pairs: for every
// rank the cosine shared so far, and for every term of each field its weight
// in the article at hand. Sums and weights are 0 between articles.
type scratch struct {
	shared  []float32
	touched []bool // which stretches of ranks share anything
	near    []int32
	weights [fieldCount][]float32
	places  []where // of stems, where the article at hand has them
	bests   []best  // of the pairs that the worker saw
	sift    func(*pair) bool
}

// stretch is how many ranks are looked through at once for what they share.
const stretch = 32

func newScratch(h *heap) *scratch {
	stretches := (len(h.profiles) + stretch - 1) / stretch
	s := &scratch{shared: make([]float32, stretches*stretch), touched: make([]bool, stretches), bests: make([]best, len(h.profiles))}
	for f, size := range h.size {
		s.weights[f] = make([]float32, size)
	}
	s.places = make([]where, h.size[inStems])
	return s
}

// appendPairs appends the pairs of an article with those of lower rank.
func (ix *index) appendPairs(found []pair, rank int32, s *scratch) []pair {
	ix.share(rank, s)
	s.findNear()
	if len(s.near) == 0 {
		return found
	}
	node := ix.order[rank]
	held := &ix.profiles[node]
	for f := range fieldCount {
		for _, w := range held.fields[f] {
			s.weights[f][w.term] = w.weight
		}
	}
	for n, w := range held.fields[inStems] {
		s.places[w.term] = held.marks[n].in
	}
	for _, other := range s.near {
		p := s.compare(node, ix.order[other], held, &ix.profiles[ix.order[other]])
		s.see(&p)
		if s.sift == nil || s.sift(&p) {
			found = append(found, p)
		}
	}
	for f := range fieldCount {
		for _, w := range held.fields[f] {
			s.weights[f][w.term] = 0
		}
	}
	return found
}

// share adds up what an article shares with each of lower rank that its window
// shows.
func (ix *index) share(rank int32, s *scratch) {
	opens := ix.opens(rank)
	for i, w := range ix.profiles[ix.order[rank]].fields[inStems] {
		start, own := ix.starts[w.term], ix.places[rank][i]
		undated := min(ix.dated[w.term], own)
		dated := undated
		if opens > ix.undated {
			dated += at(ix.postings[undated:own], opens)
		}
		if undated-start+own-dated > longestPosting {
			continue
		}
		for _, run := range [...][]posting{ix.postings[start:undated], ix.postings[dated:own]} {
			for _, p := range run {
				s.shared[p.rank] += p.weight * w.weight
				s.touched[p.rank/stretch] = true
			}
		}
	}
}

// findNear finds the ranks that share enough to be candidates, in order, and
// sets what is shared back to 0.
func (s *scratch) findNear() {
	s.near = s.near[:0]
	for n, touched := range s.touched {
		if !touched {
			continue
		}
		s.touched[n] = false
		ranks := s.shared[n*stretch : (n+1)*stretch]
		for i, shared := range ranks {
			if shared >= leastShared {
				s.near = append(s.near, int32(n*stretch+i))
			}
		}
		clear(ranks)
	}
}

// at returns the place of the first posting of a rank or a higher one.
func at(list []posting, rank int32) int32 {
	n, _ := slices.BinarySearchFunc(list, rank, func(p posting, rank int32) int { return cmp.Compare(p.rank, rank) })
	return int32(n)
}
