package logistic

import (
	"math"
	"testing"
)

func TestLearnLine(t *testing.T) {
	var points []Point
	for x := range 5 {
		for y := range 3 {
			points = append(points, Point{[]float64{float64(x), float64(y), 7}, 1 + 2*float64(x) - 3*float64(y)})
		}
	}
	r := LearnLine([]string{"x", "y", "constant"}, points, 0)
	if got := r.Sum([]float64{10, 1, 7}); math.Abs(got-18) > 1e-6 {
		t.Errorf("got %v, want 18", got)
	}
	if ridged := LearnLine([]string{"x", "y", "constant"}, points, 100); ridged.Weights["x"] >= r.Weights["x"] {
		t.Errorf("a ridge leaves the weight at %v", ridged.Weights["x"])
	}
}
