package main

import (
	"math"
	"strings"
	"testing"

	"parallax/generator/text/tone"
)

func TestMinimise(t *testing.T) {
	// Rosenbrock's valley, whose floor is at (1, 1).
	valley := func(x, gradient []float64) float64 {
		a, b := 1-x[0], x[1]-x[0]*x[0]
		gradient[0] = -2*a - 400*x[0]*b
		gradient[1] = 200 * b
		return a*a + 100*b*b
	}
	x := []float64{-1.2, 1}
	minimise(valley, x, 200)
	if math.Abs(x[0]-1) > 1e-2 || math.Abs(x[1]-1) > 1e-2 {
		t.Errorf("ended at %v", x)
	}
}

func TestLossGradient(t *testing.T) {
	d := &design{rows: []row{
		{columns: []int{0, 1}, values: []float64{1, 2}, class: 0},
		{columns: []int{0, 2}, values: []float64{1, -1}, class: 2},
	}}
	x := []float64{0.1, -0.2, 0.3, 0.4, 0, -0.1, 0.2, 0.3, -0.3}
	gradient, scratch := make([]float64, len(x)), make([]float64, len(x))
	d.loss(x, gradient)
	for i := range x {
		const h = 1e-6
		x[i] += h
		up := d.loss(x, scratch)
		x[i] -= 2 * h
		down := d.loss(x, scratch)
		x[i] += h
		if numeric := (up - down) / (2 * h); math.Abs(numeric-gradient[i]) > 1e-4 {
			t.Errorf("weight %d: gradient %v, by differences %v", i, gradient[i], numeric)
		}
	}
}

func TestOdds(t *testing.T) {
	word := func(s string) []tone.Feature {
		return []tone.Feature{{Group: tone.Anywhere, Form: s, Value: 1}}
	}
	p := newPrior([]example{
		{features: word("good"), class: 2}, {features: word("good"), class: 2}, {features: word("good"), class: 2},
		{features: word("bad"), class: 0}, {features: word("plain"), class: 1},
	})
	if odds := p.odds("s good", -1); odds[0] <= 0 {
		t.Errorf("a word of positive examples has odds %v", odds)
	}
	if odds := p.odds("s bad", -1); odds != [2]float64{} {
		t.Errorf("a word seen once has odds %v", odds)
	}
	if with, without := p.odds("s good", -1), p.odds("s good", 2); with == without {
		t.Error("the example at hand is not left out")
	}
}

func TestWrite(t *testing.T) {
	var b strings.Builder
	all := map[string]weights{"s bad": {1.234, 0.2, -0.5}, "s plain": {0.01, 0, 0.02}, tone.Bias: {}}
	if err := write(&b, all); err != nil {
		t.Fatal(err)
	}
	if want := "bias\t0\t0\ns bad\t1.03\t-0.7\n"; !strings.HasSuffix(b.String(), want) || strings.Contains(b.String(), "plain") {
		t.Errorf("wrote\n%s", b.String())
	}
}
