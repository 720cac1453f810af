// Package logistic learns and applies logistic regressions over a few measures
// with names: [Learn] fits one to samples, [Regression.Probability] applies it.
// A regression is plain numbers by name, so that it can be kept as TOML and
// read by a person.
package logistic

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// A Regression gives the probability of something by a weighted sum of
// measures.
type Regression struct {
	Base    float64
	Weights map[string]float64 // by the name of a measure

	ordered []float64 // the weights in the order of the measures
}

// New returns a regression with weights in the order of the names.
func New(names []string, base float64, weights []float64) Regression {
	r := Regression{Base: base, Weights: map[string]float64{}, ordered: weights}
	for i, name := range names {
		r.Weights[name] = weights[i]
	}
	return r
}

// Order makes a regression that was read ready for use: it puts the weights in
// the order of the names, each of which must have one, and no other.
func (r *Regression) Order(names []string) error {
	if known := slices.Sorted(maps.Keys(r.Weights)); !slices.Equal(known, slices.Sorted(slices.Values(names))) {
		return fmt.Errorf("weights of %v, want those of %v", known, names)
	}
	r.ordered = make([]float64, len(names))
	for i, name := range names {
		r.ordered[i] = r.Weights[name]
	}
	return nil
}

// Probability returns the probability that measures speak for, 0 to 1. They
// are in the order of the names.
func (r *Regression) Probability(measures []float64) float64 {
	return 1 / (1 + math.Exp(-r.Sum(measures)))
}

// LogOdds returns the log odds of a probability, kept away from the ends by a small
// number.
func LogOdds(p, least float64) float64 { return math.Log((p + least) / (1 - p + least)) }

// Sum returns the weighted sum of measures, which are in the order of the names.
func (r *Regression) Sum(measures []float64) float64 {
	sum := r.Base
	for i, m := range measures {
		sum += r.ordered[i] * m
	}
	return sum
}

// A Sample is what is known of one case.
type Sample struct {
	Measures []float64
	True     bool
	Weight   float64 // how much it counts
}

// Learn fits a regression to samples by Newton's method (iteratively reweighted
// least squares), with a ridge on the weights of the standardised measures.
// With no samples all weights are 0.
func Learn(names []string, samples []Sample, ridge float64) Regression {
	mean, spread := moments(len(names), samples)
	f := fitting{ridge: ridge, weights: make([]float64, len(names)+1)}
	for _, s := range samples {
		row := make([]float64, len(names)+1)
		for i, m := range s.Measures {
			row[i] = (m - mean[i]) / spread[i]
		}
		row[len(names)] = 1
		f.rows, f.samples = append(f.rows, row), append(f.samples, s)
	}
	const rounds = 25 // Newton's method has long settled
	for range rounds {
		f.step()
	}
	base := f.weights[len(names)]
	for i := range names {
		f.weights[i] /= spread[i]
		base -= f.weights[i] * mean[i]
	}
	return New(names, base, f.weights[:len(names)])
}

// moments returns the weighted mean and spread of each measure; a spread of 1
// where a measure never differs.
func moments(n int, samples []Sample) (mean, spread []float64) {
	mean, spread = make([]float64, n), make([]float64, n)
	all := 0.0
	for _, s := range samples {
		all += s.Weight
		for i, m := range s.Measures {
			mean[i] += s.Weight * m
		}
	}
	for i := range mean {
		mean[i] /= max(all, math.SmallestNonzeroFloat64)
	}
	for _, s := range samples {
		for i, m := range s.Measures {
			spread[i] += s.Weight * (m - mean[i]) * (m - mean[i])
		}
	}
	for i := range spread {
		if spread[i] = math.Sqrt(spread[i] / max(all, math.SmallestNonzeroFloat64)); spread[i] == 0 {
			spread[i] = 1
		}
	}
	return mean, spread
}

// fitting is the state of Learn.
type fitting struct {
	rows    [][]float64 // standardised measures, and 1 for the base
	samples []Sample
	ridge   float64
	weights []float64
}

// step takes one step of Newton's method.
func (f *fitting) step() {
	n := len(f.weights)
	gradient, hessian := make([]float64, n), square(n)
	for k, x := range f.rows {
		sum := 0.0
		for i := range x {
			sum += f.weights[i] * x[i]
		}
		p, weight := 1/(1+math.Exp(-sum)), f.samples[k].Weight
		miss := -p
		if f.samples[k].True {
			miss++
		}
		for i := range x {
			gradient[i] += weight * miss * x[i]
			for j := 0; j <= i; j++ {
				hessian[i][j] += weight * p * (1 - p) * x[i] * x[j]
			}
		}
	}
	for i := range n - 1 { // the base is free
		gradient[i] -= f.ridge * f.weights[i]
		hessian[i][i] += f.ridge
	}
	for i, step := range solve(hessian, gradient) {
		f.weights[i] += step
	}
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// solve returns the solution of a symmetric positive definite system of which
// the lower half is given, by Cholesky's method.
func solve(a [][]float64, b []float64) []float64 {
	const least = 1e-12 // keeps the root real where rounding has not
	n := len(b)
	l := square(n)
	for i := range n {
		for j := 0; j <= i; j++ {
			sum := a[i][j]
			for k := range j {
				sum -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(max(sum, least))
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	x := slices.Clone(b)
	for i := range n {
		for k := range i {
			x[i] -= l[i][k] * x[k]
		}
		x[i] /= l[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= l[k][i] * x[k]
		}
		x[i] /= l[i][i]
	}
	return x
}
