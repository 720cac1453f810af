package agreement

import (
	"fmt"
	"slices"
	"strconv"
)

// Alpha returns Krippendorff's alpha. The order is that of the values for an ordinal
// metric; with none, that of [Categories]. A value that is no number is an error where
// the metric is one of numbers.
func Alpha(units []Unit, metric Metric, order []string) (Figure, error) {
	if order == nil {
		order = Categories(units)
	}
	a := alpha{order: order, total: make([]float64, len(order))}
	if metric == Numbers || metric == Ratio {
		for _, v := range order {
			n, err := strconv.ParseFloat(v, 64)
			if err != nil {
				return Figure{}, fmt.Errorf("%q is no number, which the metric %q demands", v, metric)
			}
			a.numbers = append(a.numbers, n)
		}
	}
	for _, u := range units {
		if err := a.add(u); err != nil {
			return Figure{}, err
		}
	}
	return a.figure(metric), nil
}

// An alpha holds the values of units that have two or more.
type alpha struct {
	order   []string
	numbers []float64 // of the order, for metrics of numbers
	units   [][]float64
	total   []float64 // how often each value occurs
	n       float64
}

// add counts the values of a unit, if they make a pair.
func (a *alpha) add(u Unit) error {
	values := u.given()
	if len(values) < 2 {
		return nil
	}
	of := make([]float64, len(a.order))
	for _, v := range values {
		i := slices.Index(a.order, v)
		if i < 0 {
			return fmt.Errorf("%q is none of the values %q", v, a.order)
		}
		of[i]++
		a.total[i]++
		a.n++
	}
	a.units = append(a.units, of)
	return nil
}

// figure returns 1 - observed / expected disagreement.
func (a *alpha) figure(metric Metric) Figure {
	observed, expected := 0.0, 0.0
	distance := make([][]float64, len(a.order))
	for i := range a.order {
		distance[i] = make([]float64, len(a.order))
		for j := range a.order {
			distance[i][j] = a.distance(metric, i, j)
			expected += a.total[i] * a.total[j] * distance[i][j]
		}
	}
	expected /= a.n * (a.n - 1)
	for _, of := range a.units {
		m := 0.0
		for _, c := range of {
			m += c
		}
		for i, c := range of {
			for j, d := range of {
				observed += c * d * distance[i][j] / (m - 1)
			}
		}
	}
	if a.n == 0 || expected <= tiny {
		return Figure{}
	}
	return Figure{1 - observed/a.n/expected, true}
}

// distance returns the square of the distance of two values.
func (a *alpha) distance(metric Metric, i, j int) float64 {
	switch metric {
	case Numbers:
		d := a.numbers[i] - a.numbers[j]
		return d * d
	case Ratio:
		sum := a.numbers[i] + a.numbers[j]
		if sum == 0 {
			return 0
		}
		d := (a.numbers[i] - a.numbers[j]) / sum
		return d * d
	case Ordinal:
		d := -(a.total[i] + a.total[j]) / 2
		for g := min(i, j); g <= max(i, j); g++ {
			d += a.total[g]
		}
		return d * d
	}
	if i == j {
		return 0
	}
	return 1
}
