package evaluate

import (
	"math"
	"slices"
	"testing"
)

func TestRanks(t *testing.T) {
	if got, want := ranks([]float64{3, 1, 3, 2}), []float64{2.5, 0, 2.5, 1}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPearson(t *testing.T) {
	if got := pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(got-1) > 1e-9 {
		t.Errorf("a straight line: got %v, want 1", got)
	}
	if got := pearson([]float64{1, 1}, []float64{2, 4}); got != 0 {
		t.Errorf("no spread: got %v, want 0", got)
	}
}
