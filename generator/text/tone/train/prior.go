package main

import (
	"math"

	"parallax/generator/text/tone"
)

// A prior is how often each word of each group stands with each tone.
type prior struct {
	counts map[string]*[3]float64 // by key of the feature
	totals [3]float64             // examples of each tone
}

// groups are the groups of words, in the order of their columns.
const groups = "scnwlrbapog"

const (
	smoothing = 1.0
	scale     = 0.25 // brings sums of log-odds to the size of the other features
)

func newPrior(examples []example) *prior {
	p := &prior{counts: map[string]*[3]float64{}}
	for _, e := range examples {
		p.totals[e.class]++
		for _, f := range e.features {
			if f.Group.Words() {
				p.count(f.Key())[e.class]++
			}
		}
	}
	return p
}

func (p *prior) count(key string) *[3]float64 {
	if p.counts[key] == nil {
		p.counts[key] = &[3]float64{}
	}
	return p.counts[key]
}

// odds returns the log-odds of a word: positive against negative, and either
// against neutral. The example with the class leave is not counted; -1 counts
// all.
func (p *prior) odds(key string, leave int) [2]float64 {
	var n [3]float64
	if known := p.counts[key]; known != nil {
		n = *known
	}
	if leave >= 0 {
		n[leave]--
	}
	if n[0]+n[1]+n[2] < 3 {
		return [2]float64{}
	}
	all := p.totals[0] + p.totals[1] + p.totals[2]
	rate := func(n, total float64) float64 { return n/total + smoothing/all }
	return [2]float64{
		scale * math.Log(rate(n[2], p.totals[2])/rate(n[0], p.totals[0])),
		scale * math.Log(rate(n[0]+n[2], p.totals[0]+p.totals[2])/rate(n[1], p.totals[1])),
	}
}

// sums returns the log-odds of an example's words added up by group: for each
// of groups a pair of columns.
func (p *prior) sums(features []tone.Feature, leave int) []float64 {
	sums := make([]float64, 2*len(groups))
	for _, f := range features {
		if !f.Group.Words() {
			continue
		}
		odds := p.odds(f.Key(), leave)
		column := 2 * columnOf(f.Group)
		sums[column] += odds[0]
		sums[column+1] += odds[1]
	}
	return sums
}

func columnOf(g tone.Group) int {
	for i := range len(groups) {
		if groups[i] == byte(g) {
			return i
		}
	}
	return -1
}
