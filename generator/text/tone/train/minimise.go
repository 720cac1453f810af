package main

import "math"

// A step is a move that the search remembers: how far it went, how the
// gradient changed, and one over their product.
type step struct {
	moved, turned []float64
	rho           float64
}

const remembered = 8 // steps

// minimise moves x to a minimum of f, which returns its value at x and writes
// its gradient: limited-memory BFGS with backtracking (Nocedal & Wright 2006,
// algorithms 7.4 and 3.1).
func minimise(f func(x, gradient []float64) float64, x []float64, steps int) {
	n := len(x)
	gradient, nextX, nextGradient := make([]float64, n), make([]float64, n), make([]float64, n)
	value := f(x, gradient)
	var past []step
	for range steps {
		direction := descend(gradient, past)
		length := 1.0
		if len(past) == 0 {
			length = 1 / math.Sqrt(dot(gradient, gradient))
		}
		slope := dot(direction, gradient)
		var next float64
		for range 20 {
			copy(nextX, x)
			addScaled(nextX, -length, direction)
			if next = f(nextX, nextGradient); next <= value-1e-4*length*slope {
				break
			}
			length /= 2
		}
		s := step{moved: difference(nextX, x), turned: difference(nextGradient, gradient)}
		copy(x, nextX)
		copy(gradient, nextGradient)
		if product := dot(s.moved, s.turned); product > 1e-10 {
			s.rho = 1 / product
			past = append(past, s)
			past = past[max(0, len(past)-remembered):]
		}
		if math.Abs(value-next) < 1e-5*math.Abs(value) {
			return
		}
		value = next
	}
}

// descend returns the direction to subtract: the gradient times the inverse
// Hessian that the past steps suggest.
func descend(gradient []float64, past []step) []float64 {
	d := append([]float64(nil), gradient...)
	share := make([]float64, len(past))
	for i := len(past) - 1; i >= 0; i-- {
		share[i] = past[i].rho * dot(past[i].moved, d)
		addScaled(d, -share[i], past[i].turned)
	}
	if n := len(past); n > 0 {
		size := 1 / (past[n-1].rho * dot(past[n-1].turned, past[n-1].turned))
		for i := range d {
			d[i] *= size
		}
	}
	for i, s := range past {
		addScaled(d, share[i]-s.rho*dot(s.turned, d), s.moved)
	}
	return d
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func addScaled(a []float64, k float64, b []float64) {
	for i := range a {
		a[i] += k * b[i]
	}
}

func difference(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}
