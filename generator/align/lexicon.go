package align

import (
	"cmp"
	"math"
	"slices"

	"parallax/generator/text/vocabulary"
)

// leastOfRarity is the share of its rarity that a word keeps which every
// passage of the event has.
const leastOfRarity = 0.25

// A lexicon numbers the words of an event and knows of each how much it tells
// and which others mean about the same. It is complete at birth.
type lexicon struct {
	ids    map[string]int32
	keys   []string
	weight []float64
	kin    [][]kinship // by word
}

// A kinship is another word of about the same meaning.
type kinship struct {
	id   int32
	near float64 // 0 to 1
}

// newLexicon numbers the words of units. Words that many passages have tell
// less if the event counts.
func newLexicon(v *vocabulary.Vocabulary, units []unit, event bool) *lexicon {
	x := &lexicon{ids: map[string]int32{}}
	var in []int // passages that have a word
	var last []int
	for i, u := range units {
		for _, t := range u.terms {
			id, known := x.ids[t.Key]
			if !known {
				id = int32(len(x.keys))
				x.ids[t.Key] = id
				x.keys = append(x.keys, t.Key)
				in, last = append(in, 0), append(last, -1)
			}
			if last[id] != i {
				in[id]++
				last[id] = i
			}
		}
	}
	x.weight = make([]float64, len(x.keys))
	most := math.Log(float64(len(units) + 2))
	for id, key := range x.keys {
		x.weight[id] = v.Rarity(key)
		if event {
			x.weight[id] *= leastOfRarity + (1-leastOfRarity)*(most-math.Log(float64(in[id]+1)))/most
		}
	}
	x.kin = x.kinships(v)
	return x
}

// kinships returns for each word those that mean about the same, which share
// a beginning or a group of synonyms.
func (x *lexicon) kinships(v *vocabulary.Vocabulary) [][]kinship {
	kin := make([][]kinship, len(x.keys))
	blocks := map[string][]int32{}
	for id, key := range x.keys {
		for _, block := range v.Blocks(key) {
			for _, other := range blocks[block] {
				x.relate(v, kin, int32(id), other)
			}
			blocks[block] = append(blocks[block], int32(id))
		}
	}
	for _, list := range kin {
		slices.SortFunc(list, func(p, q kinship) int { return cmp.Compare(p.id, q.id) })
	}
	return kin
}

// relate notes that two words mean about the same, once.
func (x *lexicon) relate(v *vocabulary.Vocabulary, kin [][]kinship, a, b int32) {
	if slices.ContainsFunc(kin[a], func(k kinship) bool { return k.id == b }) {
		return
	}
	if near := v.Alike(x.keys[a], x.keys[b]); near > 0 {
		kin[a] = append(kin[a], kinship{b, near})
		kin[b] = append(kin[b], kinship{a, near})
	}
}

// A profile is a run of terms prepared for comparison: sorted lists of
// numbers, so that two profiles are compared by walking along both once.
type profile struct {
	content []word
	pairs   []int64 // distinct pairs of neighbours
	mass    float64 // weight of content together
	square  float64 // sum of its squared weights
}

// A word is a distinct word with content of a profile.
type word struct {
	id           int32
	name, number bool
}

// profile prepares terms for comparison.
func (x *lexicon) profile(terms []vocabulary.Term) profile {
	var p profile
	before := int32(-1)
	for _, t := range terms {
		id := x.ids[t.Key]
		if before >= 0 {
			p.pairs = append(p.pairs, int64(before)<<32|int64(id))
		}
		before = id
		if !t.Stop {
			p.content = append(p.content, word{id, t.Name, t.Digit})
		}
	}
	p.pairs = distinct(p.pairs)
	slices.SortStableFunc(p.content, func(a, b word) int { return int(a.id - b.id) })
	p.content = merged(p.content)
	for _, w := range p.content {
		p.mass += x.weight[w.id]
		p.square += x.weight[w.id] * x.weight[w.id]
	}
	return p
}

// merged makes one word of each run of the same, in place: a name or number
// if it is one anywhere.
func merged(list []word) []word {
	n := 0
	for i, w := range list {
		if i > 0 && list[n-1].id == w.id {
			list[n-1].name = list[n-1].name || w.name
			list[n-1].number = list[n-1].number || w.number
			continue
		}
		list[n] = w
		n++
	}
	return list[:n]
}

func distinct[T int32 | int64](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

// membership is a set of words by number: those that a text has, or one that
// means about the same.
type membership []bool

// memberships returns the words of each text.
func (a *Alignment) memberships() []membership {
	list := make([]membership, len(a.texts))
	for i := range a.texts {
		if a.same[i] != i {
			continue
		}
		has := make(membership, len(a.lexicon.keys))
		for _, u := range a.byText[i] {
			for _, w := range a.units[u].content {
				has[w.id] = true
				for _, k := range a.lexicon.kin[w.id] {
					has[k.id] = true
				}
			}
		}
		list[i] = has
	}
	return list
}
