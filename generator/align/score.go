package align

import (
	_ "embed" // for similarity.toml
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"

	"parallax/generator/text/vocabulary"
)

//go:embed similarity.toml
var similarityTOML string

// features measure what two sentences have in common; the weights of
// similarity.toml say how much each counts.
type features struct {
	Words    float64 // terms of both over terms of either (Jaccard)
	Meaning  float64 // content of both, synonyms included, by weight (Dice)
	Inside   float64 // the same over the lighter of the two (containment)
	Rare     float64 // cosine of the content's weights
	Letters  float64 // cosine of the weighted letter runs
	Pairs    float64 // neighbours of both over neighbours of either
	Numbers  float64 // numbers of both over numbers of either
	Clash    float64 // 1 if both have numbers, but not the same
	Names    float64 // 1 if both have names, but none in common
	Negation float64 // 1 if only one is negated
}

// scoring says how much each feature counts; the file similarity.toml.
type scoring struct {
	Base float64
	features
}

// shippedScoring reads the weights. The file is part of the program, so that
// an error in it is an error of the program; a test reads it.
func shippedScoring() scoring {
	var w scoring
	if _, err := toml.Decode(similarityTOML, &w); err != nil {
		panic(fmt.Errorf("read similarity.toml: %w", err))
	}
	return w
}

// of returns the similarity of two sentences with the features, 0 to 1.
func (w *scoring) of(f features) float64 {
	sum := w.Base + w.Words*f.Words + w.Meaning*f.Meaning + w.Inside*f.Inside + w.Rare*f.Rare +
		w.Letters*f.Letters + w.Pairs*f.Pairs + w.Numbers*f.Numbers + w.Clash*f.Clash +
		w.Names*f.Names + w.Negation*f.Negation
	return min(1, max(0, sum))
}

// A scorer scores sentences of one lexicon.
type scorer struct {
	*lexicon
	scoring
	negates func(key string) bool
	letter  map[string]int32
	runs    [][]gram // by word, of unit length
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
	numbers []int32
	names   []int32
	grams   []gram
	length  float64 // of the vector of grams
	negated bool
}

func newScorer(x *lexicon, v *vocabulary.Vocabulary) *scorer {
	return &scorer{lexicon: x, scoring: shippedScoring(), negates: v.Negates, letter: map[string]int32{}, runs: make([][]gram, len(x.keys))}
}

// sentence prepares terms, whose profile is known.
func (x *scorer) sentence(terms []vocabulary.Term, p profile) *sentence {
	s := &sentence{profile: p}
	for _, t := range terms {
		s.all = append(s.all, x.ids[t.Key])
		s.negated = s.negated || x.negates(t.Key)
	}
	s.all = distinct(s.all)
	for _, w := range p.content {
		switch {
		case w.number:
			s.numbers = append(s.numbers, w.id)
		case w.name:
			s.names = append(s.names, w.id)
		}
	}
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
		Numbers: share(a.numbers, b.numbers),
		Letters: cosine(a, b),
	}
	var shared, dot float64
	for _, w := range a.content {
		if has(b.content, w.id) {
			shared += x.weight[w.id]
			dot += x.weight[w.id] * x.weight[w.id]
		}
	}
	meant := shared + x.kindred(a.content, b.content)
	f.Meaning = ratio(2*meant, a.mass+b.mass)
	f.Inside = ratio(meant, min(a.mass, b.mass))
	f.Rare = ratio(dot, math.Sqrt(a.square*b.square))
	f.Clash = truth(len(a.numbers) > 0 && len(b.numbers) > 0 && f.Numbers < 1)
	f.Names = truth(len(a.names) > 0 && len(b.names) > 0 && share(a.names, b.names) == 0)
	f.Negation = truth(a.negated != b.negated)
	return f
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
	return ratio(dot, a.length*b.length)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
