package main

import (
	"maps"
	"math"
	"slices"

	"parallax/generator/text/tone"
)

// Choices made by cross-validation.
const (
	penalty = 40 // L2
	rarest  = 4  // examples that must have a feature
	steps   = 60 // of L-BFGS at most
)

// weights are those of the three tones.
type weights [3]float64

// A row is an example as columns and values.
type row struct {
	columns []int
	values  []float64
	class   int
}

// A design is the examples as a matrix: the first column is the bias, the next
// ones the prior's sums, the rest features.
type design struct {
	columns map[string]int
	rows    []row
}

// fit returns the weights by key.
func fit(examples []example) map[string]weights {
	p := newPrior(examples)
	d := newDesign(examples)
	for _, e := range examples {
		d.rows = append(d.rows, d.row(e.features, p.sums(e.features, e.class), e.class))
	}
	x := make([]float64, 3*(1+2*len(groups)+len(d.columns)))
	minimise(d.loss, x, steps)
	return d.weights(x, p)
}

// newDesign gives a column to each feature that is not too rare.
func newDesign(examples []example) *design {
	n := map[string]int{}
	for _, e := range examples {
		seen := map[string]bool{}
		for _, f := range e.features {
			if key := f.Key(); !seen[key] {
				seen[key] = true
				n[key]++
			}
		}
	}
	d := &design{columns: map[string]int{}}
	for _, key := range slices.Sorted(maps.Keys(n)) {
		if n[key] >= rarest {
			d.columns[key] = 1 + 2*len(groups) + len(d.columns)
		}
	}
	return d
}

// row returns an example as a row of the matrix.
func (d *design) row(features []tone.Feature, sums []float64, class int) row {
	r := row{columns: []int{0}, values: []float64{1}, class: class}
	for i, v := range sums {
		r.columns, r.values = append(r.columns, 1+i), append(r.values, v)
	}
	for _, f := range features {
		if column, ok := d.columns[f.Key()]; ok {
			r.columns, r.values = append(r.columns, column), append(r.values, f.Value)
		}
	}
	return r
}

// loss returns the penalised log-loss of the weights x and writes its
// gradient.
func (d *design) loss(x, gradient []float64) float64 {
	loss := 0.0
	for i, v := range x {
		r := float64(penalty)
		if i < 3 {
			r = 0 // the bias is free
		}
		gradient[i] = r * v
		loss += r * v * v / 2
	}
	for _, r := range d.rows {
		p := tone.Softmax(r.product(x))
		loss -= math.Log(p[r.class])
		p[r.class]--
		for i, column := range r.columns {
			g := gradient[3*column : 3*column+3]
			for class := range g {
				g[class] += r.values[i] * p[class]
			}
		}
	}
	return loss
}

func (r row) product(x []float64) (sum [3]float64) {
	for i, column := range r.columns {
		w := x[3*column : 3*column+3]
		for class := range w {
			sum[class] += r.values[i] * w[class]
		}
	}
	return sum
}

// weights returns the weights by key, the prior's share in them.
func (d *design) weights(x []float64, p *prior) map[string]weights {
	at := func(column int) weights { return weights(x[3*column : 3*column+3]) }
	all := map[string]weights{tone.Bias: at(0)}
	for key, column := range d.columns {
		all[key] = at(column)
	}
	for key := range p.counts {
		w := all[key]
		odds := p.odds(key, -1)
		column := 1 + 2*columnOf(tone.Group(key[0]))
		for i, share := range odds {
			for class, v := range at(column + i) {
				w[class] += share * v
			}
		}
		all[key] = w
	}
	return all
}
