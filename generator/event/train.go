package event

import (
	"math"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/logistic"
	"parallax/generator/text"
)

// A Pool is a heap of articles to learn from, each with its true event.
type Pool struct {
	Articles []corpus.Article
	Events   []string // by article
}

// ridge keeps weights small that the pools say little about. Between .1 and 5
// it changes no figure by more than .2.
const ridge = 1.5

// Train learns the weights of a model from the candidate pairs of pools: what a
// build would see, hard negatives included. A pool counts as the root of the
// number of its pairs, lest the one with the most decide alone. The thresholds
// are left for the caller to set.
func Train(pools []Pool, languages *text.Languages) Model {
	var samples []logistic.Sample
	for _, pool := range pools {
		samples = append(samples, samplesOf(pool, languages)...)
	}
	// Pairs with dates come from other sets than those without and are of one
	// event more or less often for that reason alone. The last measure takes that
	// up, so that the weight of "far" speaks of time, and is dropped.
	names := append(featureNames(), "dated")
	learned := logistic.Learn(names, samples, ridge)
	delete(learned.Weights, "dated")
	return Model{Bias: learned.Base, Weights: learned.Weights}
}

// samplesOf returns the candidate pairs of a pool.
func samplesOf(pool Pool, languages *text.Languages) []logistic.Sample {
	events := map[string]string{}
	for i, a := range pool.Articles {
		events[a.ID] = pool.Events[i]
	}
	g := newGrouper(pool.Articles, Settings{Languages: languages, Model: &Model{}}) // nothing is decided yet
	g.readAll()
	g.joinCopies()
	nodes := g.nodeHeap()
	profiles := nodes.profiles
	blocks, bests := nodes.pairs(nil)
	candidates := slices.Concat(blocks...)
	event := func(node int32) string { return events[g.articles[g.nodes[node][0]].ID] }
	samples := make([]logistic.Sample, len(candidates))
	for i := range candidates {
		p := &candidates[i]
		dated := 0.0
		if profiles[p.a].date.Known() && profiles[p.b].date.Known() {
			dated = 1
		}
		f := featuresOf(p, profiles, kinOf(p, profiles, bests))
		samples[i] = logistic.Sample{
			Measures: append(f[:], dated),
			True:     event(p.a) == event(p.b),
			Weight:   1 / math.Sqrt(float64(len(candidates))),
		}
	}
	return samples
}
