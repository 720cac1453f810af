package event

import (
	"math"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Pool is a heap of articles to learn from, each with its true event.
type Pool struct {
	Articles []corpus.Article
	Events   []string // by article
}

// Train learns the weights of a model from pools of articles, all candidate
// pairs of a pool with equal weight: what a build would see, hard negatives
// included. The threshold is left for the caller to set. It is logistic
// regression with a little ridge, fitted by Newton's method (iteratively
// reweighted least squares).
func Train(pools []Pool, languages *text.Languages) Model {
	var s samples
	for _, pool := range pools {
		s.add(pool, languages)
	}
	weights := s.fit()
	m := Model{Bias: weights[featureCount], Weights: map[string]float64{}}
	for i, name := range featureNames() {
		m.Weights[name] = weights[i]
	}
	return m
}

// samples are pairs with what is known of them.
type samples struct {
	features []features
	dated    []bool // both dates are known
	same     []bool
}

// add adds the candidate pairs of a pool.
func (s *samples) add(pool Pool, languages *text.Languages) {
	events := map[string]string{}
	for i, a := range pool.Articles {
		events[a.ID] = pool.Events[i]
	}
	g := newGrouper(pool.Articles, Settings{Languages: languages, Model: &Model{}}) // nothing is decided yet
	g.readAll()
	g.joinCopies()
	nodes := g.nodeHeap()
	profiles, blocks := nodes.profiles, nodes.pairs()
	bests := nearest(len(profiles), blocks)
	candidates := slices.Concat(blocks...)
	event := func(node int32) string { return events[g.articles[g.nodes[node][0]].ID] }
	for i := range candidates {
		p := &candidates[i]
		s.features = append(s.features, featuresOf(p, profiles, bests))
		s.dated = append(s.dated, profiles[p.a].date.Known() && profiles[p.b].date.Known())
		s.same = append(s.same, event(p.a) == event(p.b))
	}
}

// width is the number of weights: the features, the bias, and one for pairs
// with dates. Pairs with dates come from other sets than those without and
// are of one event more or less often for that reason alone; the last weight
// takes that up, so that the weight of "far" speaks of time, and is dropped.
const width = featureCount + 2

// fit returns the weights that make the samples most likely.
func (s *samples) fit() [width]float64 {
	const rounds, ridge = 25, 1e-2
	var w [width]float64
	for range rounds {
		var gradient [width]float64
		var hessian [width][width]float64
		for n := range s.features {
			x := s.row(n)
			sum := 0.0
			for i := range x {
				sum += w[i] * x[i]
			}
			p := 1 / (1 + math.Exp(-sum))
			miss := -p
			if s.same[n] {
				miss++
			}
			for i := range x {
				gradient[i] += miss * x[i]
				for j := 0; j <= i; j++ {
					hessian[i][j] += p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i := range w {
			gradient[i] -= ridge * w[i]
			hessian[i][i] += ridge
		}
		step := solve(&hessian, gradient)
		for i := range w {
			w[i] += step[i]
		}
	}
	return w
}

// row returns the features of a sample, 1 for the bias, and whether it has
// dates.
func (s *samples) row(n int) [width]float64 {
	var x [width]float64
	copy(x[:], s.features[n][:])
	x[featureCount] = 1
	if s.dated[n] {
		x[featureCount+1] = 1
	}
	return x
}

// solve returns the solution of a symmetric positive definite system of which
// the lower half is given, by Cholesky's method.
func solve(a *[width][width]float64, b [width]float64) [width]float64 {
	var l [width][width]float64
	for i := range width {
		for j := 0; j <= i; j++ {
			sum := a[i][j]
			for k := range j {
				sum -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(max(sum, 1e-12))
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	for i := range width {
		for k := range i {
			b[i] -= l[i][k] * b[k]
		}
		b[i] /= l[i][i]
	}
	for i := width - 1; i >= 0; i-- {
		for k := i + 1; k < width; k++ {
			b[i] -= l[k][i] * b[k]
		}
		b[i] /= l[i][i]
	}
	return b
}
