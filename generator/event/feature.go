package event

import (
	"math"

	"parallax/generator/corpus"
)

// A pair is what two articles have in common: for each field a cosine from 0
// to 1. Stems and phrases are the two parts of one.
type pair struct {
	a, b    int32 // a < b
	cosines [fieldCount]float32
}

// whole is the cosine of the whole texts.
func (p *pair) whole() float32 { return p.cosines[inStems] + p.cosines[inPhrases] }

// compare measures what the article that the scratch holds has in common with
// another.
func (s *scratch) compare(i, j int32, other *profile) pair {
	p := pair{a: min(i, j), b: max(i, j)}
	for f := range fieldCount {
		weights, sum := s.weights[f], float32(0)
		for _, w := range other.fields[f] {
			sum += weights[w.term] * w.weight
		}
		p.cosines[f] = sum
	}
	return p
}

// best holds what the nearest neighbours of an article look like: for each
// cosine, the mean of the two highest that it has with any other. One alone
// would let two reports that share a long quotation part from all others.
type best struct{ whole, title, names topTwo }

// topTwo is the highest and the second highest of what it has seen.
type topTwo struct{ first, second float32 }

func (t *topTwo) see(x float32) {
	if x > t.first {
		t.first, t.second = x, t.first
	} else {
		t.second = max(t.second, x)
	}
}

func (t topTwo) mean() float32 { return (t.first + t.second) / 2 }

// nearest returns the best of each of n articles.
func nearest(n int, blocks [][]pair) []best {
	list := make([]best, n)
	for _, pairs := range blocks {
		for i := range pairs {
			p := &pairs[i]
			for _, at := range [...]int32{p.a, p.b} {
				list[at].whole.see(p.whole())
				list[at].title.see(p.cosines[inTitle])
				list[at].names.see(p.cosines[inNames])
			}
		}
	}
	return list
}

// Features are what the decision is made from.
type features [featureCount]float64

const featureCount = 19

// featureNames are the names of the features in model.toml.
func featureNames() [featureCount]string {
	return [featureCount]string{
		"whole", "log_whole", "phrases", "log_phrases", "title", "log_title", "names", "log_names", "numbers", "log_numbers",
		"no_names", "log_terms", "far",
		"whole_to_nearer", "whole_to_farther", "title_to_nearer", "title_to_farther", "names_to_nearer", "names_to_farther",
	}
}

// featuresOf returns the features of a pair: its cosines and their
// logarithms, the days between the articles, and how each cosine compares
// with the best that either article has. The last says whether the two are
// mutual neighbours without counting how many neighbours there are, so that
// no size of an event is preferred.
func featuresOf(p *pair, profiles []profile, bests []best) features {
	a, b := &profiles[p.a], &profiles[p.b]
	x, y := &bests[p.a], &bests[p.b]
	phrases, title, names, numbers := p.cosines[inPhrases], p.cosines[inTitle], p.cosines[inNames], p.cosines[inNumbers]
	f := features{
		float64(p.whole()), floorLog(p.whole()), float64(phrases), floorLog(phrases), float64(title), floorLog(title),
		float64(names), floorLog(names), float64(numbers), floorLog(numbers),
		0, math.Log(float64(min(a.terms, b.terms))), far(a.date, b.date),
	}
	if a.nameless || b.nameless {
		f[10] = 1
	}
	least := usual(min(a.terms, b.terms))
	f[13], f[14] = ratio(p.whole(), x.whole, y.whole, least.whole)
	f[15], f[16] = ratio(title, x.title, y.title, least.title)
	f[17], f[18] = ratio(names, x.names, y.names, least.names)
	return f
}

// floorLog is the logarithm with a floor, since a small cosine says as little
// as none.
func floorLog(x float32) float64 { return math.Log(float64(x) + .01) }

// A commonCosine is what reports of one event commonly share in each field.
type commonCosine struct{ whole, title, names float32 }

// usual returns the cosines that about three in four pairs of reports of one
// event reach, a little less in short texts. An article whose nearest neighbour
// is further away has no kin, so that on a site where most events have one
// report the nearest stranger is not taken for it. Headlines of one event often
// share little.
func usual(terms int) commonCosine {
	const full = 200 // terms from which a text shares no more for being longer
	part := float32(math.Sqrt(math.Sqrt(min(1, float64(terms)/full))))
	return commonCosine{whole: .20 * part, title: .10 * part, names: .35 * part}
}

// ratio compares a cosine with the best of both articles or, if that is
// higher, with the least that counts as kin, at most 1: with the higher best,
// then with the lower.
func ratio(c float32, a, b topTwo, least float32) (high, low float64) {
	x, y := max(a.mean(), least), max(b.mean(), least)
	return float64(min(1, c/max(x, y))), float64(min(1, c/min(x, y)))
}

// far returns how far apart two dates are, on the scale of days, against a
// fortnight: negative for nearer dates. It is 0 where one is unknown, so that
// the lack of a date is no evidence. Four days or none are alike, lest all
// that a day brings become one event.
func far(a, b corpus.Date) float64 {
	const fortnight, nearest = 14, 4
	if !a.Known() || !b.Known() {
		return 0
	}
	return math.Log1p(max(nearest, a.Days(b))) - math.Log1p(fortnight)
}
