package framing

import (
	_ "embed" // for similarity.toml
	"fmt"
	"math"

	"github.com/BurntSushi/toml"
)

//go:embed similarity.toml
var similarityTOML string

// features measure what two profiles have in common; the weights of
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

// weights say how much each feature counts; the file similarity.toml.
type weights struct {
	Base float64
	features
}

// similarityWeights reads the weights. The file is part of the program, so
// that an error in it is an error of the program; a test reads it.
func similarityWeights() weights {
	var w weights
	if _, err := toml.Decode(similarityTOML, &w); err != nil {
		panic(fmt.Errorf("read similarity.toml: %w", err))
	}
	return w
}

// score returns the similarity of two passages with the features, 0 to 1.
func (w weights) score(f features) float64 {
	sum := w.Base + w.Words*f.Words + w.Meaning*f.Meaning + w.Inside*f.Inside + w.Rare*f.Rare +
		w.Letters*f.Letters + w.Pairs*f.Pairs + w.Numbers*f.Numbers + w.Clash*f.Clash +
		w.Names*f.Names + w.Negation*f.Negation
	return min(1, max(0, sum))
}

// measure compares two profiles.
func (x *profiler) measure(a, b *profile) features {
	f := features{
		Words:   share(a.all, b.all),
		Pairs:   share(a.pairs, b.pairs),
		Numbers: share(a.numbers, b.numbers),
		Letters: cosine(a, b),
	}
	var shared, dot float64
	var onlyA, onlyB []int32
	walk(a.content, b.content, func(id int32, inA, inB bool) {
		w := x.weight(x.keys[id])
		switch {
		case inA && inB:
			shared += w
			dot += w * w
		case inA:
			onlyA = append(onlyA, id)
		default:
			onlyB = append(onlyB, id)
		}
	})
	meant := shared + x.near(onlyA, onlyB)
	f.Meaning = ratioOf(2*meant, a.mass+b.mass)
	f.Inside = ratioOf(meant, min(a.mass, b.mass))
	f.Rare = ratioOf(dot, math.Sqrt(a.square*b.square))
	f.Clash = toFloat(len(a.numbers) > 0 && len(b.numbers) > 0 && f.Numbers < 1)
	f.Names = toFloat(len(a.names) > 0 && len(b.names) > 0 && share(a.names, b.names) == 0)
	f.Negation = toFloat(a.negated != b.negated)
	return f
}

// near returns the weight of the terms that only one of two profiles has but
// that have a near match among those of the other, each used once.
func (x *profiler) near(a, b []int32) float64 {
	sum := 0.0
	used := make([]bool, len(b))
	for _, p := range a {
		best, at := 0.0, -1
		for j, q := range b {
			if used[j] {
				continue
			}
			if m := x.alike(x.keys[p], x.keys[q]); m > 0 {
				m *= min(x.weight(x.keys[p]), x.weight(x.keys[q]))
				if m > best {
					best, at = m, j
				}
			}
		}
		if at >= 0 {
			used[at] = true
			sum += best
		}
	}
	return sum
}

// cosine compares the letter runs of two profiles.
func cosine(a, b *profile) float64 {
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
	return ratioOf(dot, a.length*b.length)
}

// common returns how many elements two sorted lists share.
func common(a, b []int32) int {
	both := 0
	walk(a, b, func(_ int32, inA, inB bool) {
		if inA && inB {
			both++
		}
	})
	return both
}

// share returns the elements of both sorted lists over those of either.
func share[T int32 | int64](a, b []T) float64 {
	both := 0
	walk(a, b, func(_ T, inA, inB bool) {
		if inA && inB {
			both++
		}
	})
	return ratioOf(float64(both), float64(len(a)+len(b)-both))
}

// walk goes along two sorted lists and says where each element stands.
func walk[T int32 | int64](a, b []T, yield func(element T, inA, inB bool)) {
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			yield(a[i], true, false)
			i++
		case i == len(a) || a[i] > b[j]:
			yield(b[j], false, true)
			j++
		default:
			yield(a[i], true, true)
			i++
			j++
		}
	}
}

func ratioOf(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func toFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
