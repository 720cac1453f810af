// Package measure has what scores of tasks are made from: means, and figures
// with a name.
package measure

import (
	"math"
	"slices"
)

// A Mean is a sum over a number of things.
type Mean struct {
	N   int
	Sum float64
}

// Add adds one thing.
func (m *Mean) Add(value float64) {
	m.N++
	m.Sum += value
}

// Is adds one thing that is so or not.
func (m *Mean) Is(so bool) {
	m.N++
	if so {
		m.Sum++
	}
}

// Of adds several things, of which some are so.
func (m *Mean) Of(so, all int) {
	m.N += all
	m.Sum += float64(so)
}

// Value returns the mean, NaN of nothing.
func (m Mean) Value() float64 { return m.Sum / float64(m.N) }

// Harmonic returns the harmonic mean of precision and recall, 0 of nothing.
func Harmonic(precision, recall Mean) float64 {
	p, r := precision.Value(), recall.Value()
	if math.IsNaN(p+r) || p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// A Measure is a figure with a name.
type Measure struct {
	Name  string
	Value float64 // NaN where nothing was measured
}

// A List is figures in the order of a table.
type List []Measure

// Of returns the figure with a name, NaN if there is none.
func (l List) Of(name string) float64 {
	i := slices.IndexFunc(l, func(m Measure) bool { return m.Name == name })
	if i < 0 {
		return math.NaN()
	}
	return l[i].Value
}
