package quantile

import "testing"

func TestOf(t *testing.T) {
	for _, c := range []struct {
		values  []float64
		q, want float64
	}{
		{nil, 0.5, 0}, {[]float64{3}, 0.5, 3}, {[]float64{3, 1}, 0.5, 1}, {[]float64{1, 2, 3, 4}, 0.5, 2}, {[]float64{1, 2, 3, 4}, 0.95, 4},
		{[]float64{1, 2, 3, 4, 5}, 0.25, 2}, {[]float64{1, 2}, 0, 1}, {[]float64{1, 2}, 1, 2},
	} {
		if got := Of(c.values, c.q); got != c.want {
			t.Errorf("the quantile %v of %v is %v, want %v", c.q, c.values, got, c.want)
		}
	}
}
