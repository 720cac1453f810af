package framing

import (
	"math"
	"slices"
	"strconv"
)

// A profile is a run of terms prepared for comparison with others: sorted
// lists of numbers, so that two profiles are compared by walking along both
// once.
type profile struct {
	all     []int32 // distinct terms
	content []int32 // distinct terms that carry content
	pairs   []int64 // distinct pairs of neighbours
	numbers []int32
	names   []int32
	grams   []gram  // runs of letters
	length  float64 // of the vector of grams
	mass    float64 // weight of content together
	square  float64 // sum of its squared weights
	words   int
	negated bool
}

// A gram is a run of three or four letters of a word with its weight.
type gram struct {
	id     int32
	weight float64
}

// A profiler makes profiles that can be compared with each other.
type profiler struct {
	*vocabulary
	ids    map[string]int32
	keys   []string // by id
	letter map[string]int32
	grams  map[int32][]gram // by id of the term, of unit length
}

func newProfiler(v *vocabulary) *profiler {
	return &profiler{vocabulary: v, ids: map[string]int32{}, letter: map[string]int32{}, grams: map[int32][]gram{}}
}

// profile prepares terms for comparison.
func (x *profiler) profile(terms []term) *profile {
	p := &profile{words: len(terms)}
	before := int32(-1)
	for _, t := range terms {
		id := number(x.ids, t.key)
		if int(id) == len(x.keys) {
			x.keys = append(x.keys, t.key)
		}
		p.all = append(p.all, id)
		if before >= 0 {
			p.pairs = append(p.pairs, int64(before)<<32|int64(id))
		}
		before = id
		p.negated = p.negated || x.negations[t.key]
		if t.stop {
			continue
		}
		p.content = append(p.content, id)
		switch {
		case t.digit:
			p.numbers = append(p.numbers, id)
		case t.name:
			p.names = append(p.names, id)
		}
	}
	p.all, p.content, p.pairs = distinct(p.all), distinct(p.content), distinct(p.pairs)
	p.numbers, p.names = distinct(p.numbers), distinct(p.names)
	x.weigh(p)
	return p
}

// weigh adds the sums and the vector of grams.
func (x *profiler) weigh(p *profile) {
	for _, id := range p.content {
		w := x.weight(x.keys[id])
		p.mass += w
		p.square += w * w
	}
	var all []gram
	for _, id := range p.all {
		w := x.weight(x.keys[id])
		for _, g := range x.letters(id) {
			all = append(all, gram{g.id, g.weight * w})
		}
	}
	p.grams = merged(all)
	for _, g := range p.grams {
		p.length += g.weight * g.weight
	}
	p.length = math.Sqrt(p.length)
}

// letters returns the grams of a term, blanks at both ends included. A number
// has none but itself: 27 and 270 have nothing in common.
func (x *profiler) letters(id int32) []gram {
	if known, ok := x.grams[id]; ok {
		return known
	}
	key := x.keys[id]
	var list []gram
	if _, err := strconv.Atoi(key); err == nil || isDay(key) {
		list = []gram{{number(x.letter, " "+key+" "), 1}}
	} else {
		runes := []rune(" " + key + " ")
		for n := 3; n <= 4; n++ {
			for i := 0; i+n <= len(runes); i++ {
				list = append(list, gram{id: number(x.letter, string(runes[i:i+n]))})
			}
		}
		for i := range list {
			list[i].weight = 1 / math.Sqrt(float64(len(list)))
		}
	}
	x.grams[id] = list
	return list
}

// merged sorts grams and adds up the equal ones, in place.
func merged(list []gram) []gram {
	slices.SortFunc(list, func(a, b gram) int { return int(a.id - b.id) })
	n := 0
	for i, g := range list {
		if i > 0 && list[n-1].id == g.id {
			list[n-1].weight += g.weight
			continue
		}
		list[n] = g
		n++
	}
	return list[:n]
}

// number returns the number of a string, the next free one if it is new.
func number(ids map[string]int32, s string) int32 {
	id, known := ids[s]
	if !known {
		id = int32(len(ids))
		ids[s] = id
	}
	return id
}

func distinct[T int32 | int64](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}
