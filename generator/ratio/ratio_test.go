package ratio

import (
	"math"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ a, b, want float64 }{{1, 2, 0.5}, {3, 0, 0}, {0, 0, 0}, {0, 4, 0}} {
		if got := Of(c.a, c.b); got != c.want {
			t.Errorf("%v of %v: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestRounded(t *testing.T) {
	for f, want := range map[float64]float64{0: 0, 1: 1, 1.0 / 3: 0.333, 2.0 / 3: 0.667, 0.0004: 0, 0.0005: 0.001} {
		if got := Rounded(f); got != want {
			t.Errorf("%v: got %v, want %v", f, got, want)
		}
	}
}

func TestTruth(t *testing.T) {
	if Truth(true) != 1 || Truth(false) != 0 {
		t.Errorf("got %v and %v", Truth(true), Truth(false))
	}
}

func TestWilson(t *testing.T) {
	for _, c := range []struct{ right, n, low, high float64 }{{81, 263, .255, .366}, {0, 20, 0, .161}, {1, 29, .006, .172}} {
		low, high := Wilson(c.right, c.n)
		if math.Abs(low-c.low) > .0006 || math.Abs(high-c.high) > .0006 {
			t.Errorf("%v of %v: %.3f to %.3f, want %.3f to %.3f", c.right, c.n, low, high, c.low, c.high)
		}
	}
}
