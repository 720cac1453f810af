package align

import (
	_ "embed" // for similarity.toml
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"

	"parallax/generator/logistic"
	"parallax/generator/ratio"
	"parallax/generator/text/vocabulary"
)

//go:embed similarity.toml
var similarityTOML string

// features measure what two sentences have in common; similarity.toml says how
// much each counts.
type features struct {
	Words     float64 // terms of both over terms of either (Jaccard)
	Meaning   float64 // content of both, synonyms included, by weight (Dice)
	Inside    float64 // the share of the sentence of which more is in the other
	Outside   float64 // the share of the sentence of which less is
	Rare      float64 // cosine of the content's weights
	Letters   float64 // cosine of the weighted letter runs
	Pairs     float64 // neighbours of both over neighbours of either
	Order     float64 // longest sequence of terms of both, over their mean number
	Clash     float64 // 1 if both have numbers, but not the same
	Apart     float64 // 1 if each has a name that the other has not
	Opposed   float64 // 1 if one has the opposite of a word of the other, or one alone is negated
	Unmatched float64 // weight of what the other has not, the greater of the two, in tens
}

// list returns the features in the order of [SimilarityMeasures].
func (f features) list() []float64 {
	return []float64{
		f.Words, f.Meaning, f.Inside, f.Outside, f.Rare, f.Letters, f.Pairs, f.Order,
		f.Clash, f.Apart, f.Opposed, f.Unmatched,
	}
}

// SimilarityMeasures returns the names of what similarity is learned from.
func SimilarityMeasures() []string {
	return []string{
		"words", "meaning", "inside", "outside", "rare", "letters", "pairs", "order",
		"clash", "apart", "opposed", "unmatched",
	}
}

// scoring says how much each feature counts; the file similarity.toml.
type scoring struct {
	Near       logistic.Regression // a straight line: the score that people give, 0 to 1
	Paraphrase logistic.Regression // the probability that one may stand for the other
}

// shippedScoring reads the weights. The file is part of the program, so that
// an error in it is an error of the program; a test reads it.
func shippedScoring() scoring {
	var w scoring
	_, err := toml.Decode(similarityTOML, &w)
	if err = errors.Join(err, w.Near.Order(SimilarityMeasures()), w.Paraphrase.Order(SimilarityMeasures())); err != nil {
		panic(fmt.Errorf("read similarity.toml: %w", err))
	}
	return w
}

// of returns the similarity of two sentences with the features, 0 to 1.
func (w *scoring) of(f features) float64 { return min(1, max(0, w.Near.Sum(f.list()))) }

// A scorer scores sentences of one lexicon.
type scorer struct {
	*lexicon
	scoring
	negates   func(key string) bool
	opposites [][]int32 // by word
	letter    map[string]int32
	runs      [][]gram // by word, of unit length
	longest   []int    // for sequence
}

// A gram is a run of three or four letters of a word with its weight.
type gram struct {
	id     int32
	weight float64
}

// A sentence is what a scorer compares.
type sentence struct {
	profile
	all     []int32 // distinct terms
	order   []int32 // terms as they stand
	numbers []int32
	grams   []gram
	length  float64 // of the vector of grams
	negated bool
}

// newScorer returns a scorer to which words are akin that have a meaning in
// common, beside those that are akin in the lexicon.
func newScorer(x *lexicon, v *vocabulary.Vocabulary, w scoring) *scorer {
	wide := *x
	wide.kin = make([][]kinship, len(x.keys))
	meant := map[int32][]int32{}
	for id, key := range x.keys {
		wide.kin[id] = slices.Clone(x.kin[id])
		for _, meaning := range v.Meant(key) {
			for _, other := range meant[meaning] {
				wide.kin[id] = append(wide.kin[id], kinship{other, 1})
				wide.kin[other] = append(wide.kin[other], kinship{int32(id), 1})
			}
			meant[meaning] = append(meant[meaning], int32(id))
		}
	}
	return &scorer{lexicon: &wide, scoring: w, negates: v.Negates, opposites: x.opposites(v), letter: map[string]int32{}, runs: make([][]gram, len(x.keys))}
}

// opposites returns for each word its opposites among the others.
func (x *lexicon) opposites(v *vocabulary.Vocabulary) [][]int32 {
	list := make([][]int32, len(x.keys))
	for id, key := range x.keys {
		for _, other := range v.Opposites(key) {
			if n, known := x.ids[other]; known {
				list[id] = append(list[id], n)
			}
		}
	}
	return list
}

// sentence prepares terms, whose profile is known.
func (x *scorer) sentence(terms []vocabulary.Term, p profile) *sentence {
	s := &sentence{profile: p, order: make([]int32, 0, len(terms))}
	for _, t := range terms {
		s.order = append(s.order, x.ids[t.Key])
		s.negated = s.negated || x.negates(t.Key)
	}
	s.all = distinct(slices.Clone(s.order))
	for _, w := range p.content {
		if w.number {
			s.numbers = append(s.numbers, w.id)
		}
	}
	grams := 0
	for _, id := range s.all {
		grams += len(x.letters(id))
	}
	s.grams = make([]gram, 0, grams)
	for _, id := range s.all {
		for _, g := range x.letters(id) {
			s.grams = append(s.grams, gram{g.id, g.weight * x.weight[id]})
		}
	}
	s.grams = added(s.grams)
	for _, g := range s.grams {
		s.length += g.weight * g.weight
	}
	s.length = math.Sqrt(s.length)
	return s
}

// letters returns the grams of a word, blanks at both ends included. A number
// or day has none but itself: 27 and 270 have nothing in common.
func (x *scorer) letters(id int32) []gram {
	if x.runs[id] != nil {
		return x.runs[id]
	}
	key := " " + x.keys[id] + " "
	var list []gram
	if figure(x.keys[id]) {
		list = []gram{{number(x.letter, key), 1}}
	} else {
		runes := []rune(key)
		for n := 3; n <= 4; n++ {
			for i := 0; i+n <= len(runes); i++ {
				list = append(list, gram{id: number(x.letter, string(runes[i:i+n]))})
			}
		}
		for i := range list {
			list[i].weight = 1 / math.Sqrt(float64(len(list)))
		}
	}
	x.runs[id] = list
	return list
}

// figure reports whether a key is a number or a day, such as "06-27".
func figure(key string) bool {
	if _, err := strconv.Atoi(key); err == nil {
		return true
	}
	return len(key) == len("01-02") && key[2] == '-' && figure(key[:2]) && figure(key[3:])
}

// added sorts grams and adds up the equal ones, in place.
func added(list []gram) []gram {
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

// measure compares two sentences.
func (x *scorer) measure(a, b *sentence) features {
	f := features{
		Words:   share(a.all, b.all),
		Pairs:   share(a.pairs, b.pairs),
		Order:   ratio.Of(2*float64(x.sequence(a.order, b.order)), float64(len(a.order)+len(b.order))),
		Letters: cosine(a, b),
	}
	var shared, dot float64
	for _, w := range a.content {
		if has(b.content, w.id) {
			shared += x.weight[w.id]
			dot += x.weight[w.id] * x.weight[w.id]
		}
	}
	meant := [2]float64{shared + x.kindred(a.content, b.content), shared + x.kindred(b.content, a.content)}
	part := [2]float64{ratio.Of(meant[0], a.mass), ratio.Of(meant[1], b.mass)}
	f.Meaning = ratio.Of(meant[0]+meant[1], a.mass+b.mass)
	f.Inside, f.Outside = max(part[0], part[1]), min(part[0], part[1])
	f.Unmatched = max(a.mass-meant[0], b.mass-meant[1]) / 10
	f.Rare = ratio.Of(dot, math.Sqrt(a.square*b.square))
	f.Clash = ratio.Truth(len(a.numbers) > 0 && len(b.numbers) > 0 && share(a.numbers, b.numbers) < 1)
	f.Apart = ratio.Truth(names(a.content, b.content) && names(b.content, a.content))
	f.Opposed = ratio.Truth(a.negated != b.negated || x.opposed(a, b))
	return f
}

// names reports whether one list has a name that the other lacks.
func names(a, b []word) bool {
	return slices.ContainsFunc(a, func(w word) bool { return w.name && !has(b, w.id) })
}

// opposed reports whether a sentence has the opposite of a word of the other
// in its place: neither has both.
func (x *scorer) opposed(a, b *sentence) bool {
	for _, v := range a.content {
		if len(x.opposites[v.id]) == 0 || has(b.content, v.id) {
			continue
		}
		for _, w := range x.opposites[v.id] {
			if has(b.content, w) && !has(a.content, w) {
				return true
			}
		}
	}
	return false
}

// sequence returns the length of the longest common subsequence of two lists.
func (x *scorer) sequence(a, b []int32) int {
	x.longest = slices.Grow(x.longest[:0], len(b)+1)
	longest := x.longest[:len(b)+1] // of what was read of a, and the beginning of b
	clear(longest)
	for _, v := range a {
		diagonal := 0
		for j, w := range b {
			above := longest[j+1]
			if v == w {
				longest[j+1] = diagonal + 1
			} else {
				longest[j+1] = max(above, longest[j])
			}
			diagonal = above
		}
	}
	return longest[len(b)]
}

// cosine compares the letter runs of two sentences.
func cosine(a, b *sentence) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a.grams) && j < len(b.grams); {
		switch g, h := a.grams[i], b.grams[j]; {
		case g.id < h.id:
			i++
		case g.id > h.id:
			j++
		default:
			dot += g.weight * h.weight
			i++
			j++
		}
	}
	return ratio.Of(dot, a.length*b.length)
}
