package logistic

import (
	"math"
	"testing"
)

// TestLearn fits cases of which the answer can be worked out: with one measure
// of two values the odds of each value are those of its samples.
func TestLearn(t *testing.T) {
	var samples []Sample
	add := func(n int, x float64, is bool) {
		for range n {
			samples = append(samples, Sample{Measures: []float64{x, 5}, True: is, Weight: 1})
		}
	}
	add(30, 0, true)
	add(70, 0, false)
	add(80, 2, true)
	add(20, 2, false)
	r := Learn([]string{"x", "same"}, samples, 0)
	for _, c := range []struct{ x, want float64 }{{0, 0.3}, {2, 0.8}} {
		if got := r.Probability([]float64{c.x, 5}); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("probability at %v is %v, want %v", c.x, got, c.want)
		}
	}
	if held := Learn([]string{"x", "same"}, samples, 100).Weights["x"]; held >= r.Weights["x"] || held <= 0 {
		t.Errorf("a ridge gives a weight of %v, want less than %v", held, r.Weights["x"])
	}
}

// TestWeight holds one sample of weight three against three samples.
func TestWeight(t *testing.T) {
	one := Learn([]string{"x"}, []Sample{{[]float64{0}, true, 3}, {[]float64{0}, false, 1}, {[]float64{1}, true, 1}, {[]float64{1}, false, 1}}, 0)
	if got := one.Probability([]float64{0}); math.Abs(got-0.75) > 1e-6 {
		t.Errorf("probability %v, want 0.75", got)
	}
}

func TestOrder(t *testing.T) {
	r := Regression{Base: -1, Weights: map[string]float64{"b": 2, "a": 0}}
	if err := r.Order([]string{"a", "b"}); err != nil {
		t.Fatal(err)
	}
	if got := r.Probability([]float64{9, 0.5}); got != 0.5 {
		t.Errorf("probability %v, want 0.5", got)
	}
	for _, names := range [][]string{{"a"}, {"a", "b", "c"}, {"a", "c"}} {
		if r.Order(names) == nil {
			t.Errorf("weights of a and b pass for those of %v", names)
		}
	}
}

// TestLogOdds keeps the ends finite.
func TestLogOdds(t *testing.T) {
	if got := LogOdds(0.5, 0.01); got != 0 {
		t.Errorf("of one half: %v", got)
	}
	if low, high := LogOdds(0, 0.01), LogOdds(1, 0.01); low >= 0 || low != -high || low < -5 {
		t.Errorf("at the ends: %v, %v", low, high)
	}
}
