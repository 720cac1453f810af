package across_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"parallax/generator/across"
)

// TestCorrected holds the correction against the example of its authors (1995).
func TestCorrected(t *testing.T) {
	p := []float64{.0344, .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0459, .3240, .4262, .5719, .6528, .7590, 1}
	want := []float64{.0645, .0015, .0030, .0095, .0356, .0603, .0639, .0639, .0765, .4860, .5812, .7149, .7532, .8132, 1}
	rejected := 0
	for i, got := range across.Corrected(p) {
		if math.Abs(got-want[i]) > .00006 {
			t.Errorf("%v becomes %.4f, want %.4f", p[i], got, want[i])
		}
		if got < .05 {
			rejected++
		}
	}
	if rejected != 4 {
		t.Errorf("%d are left, want 4", rejected)
	}
	if len(across.Corrected(nil)) != 0 {
		t.Error("none becomes some")
	}
}

// profiles returns profiles of events in which two outlets have such shares of one part.
func profiles(events int, shares func(event int) (one, other float64)) []across.Profile {
	var list []across.Profile
	for i := range events {
		x, y := shares(i)
		name, month := fmt.Sprintf("e%03d", i), fmt.Sprintf("2026-%02d", 1+i/4%12)
		list = append(list,
			across.Profile{Event: name, Month: month, Outlet: "a", Shares: []across.Share{{"official", x}, {"other", 1 - x}}},
			across.Profile{Event: name, Month: month, Outlet: "b", Shares: []across.Share{{"official", y}}})
	}
	return list
}

// TestSilence says nothing of few events, or of few that count.
func TestSilence(t *testing.T) {
	always := func(int) (float64, float64) { return 1, 0 }
	if a := across.Ask(across.Question{Profiles: profiles(9, always), Right: 9, Read: 10}); a.Events != 9 || len(a.Contrasts)+len(a.Points) != 0 {
		t.Errorf("nine events: %+v", a)
	}
	a := across.Ask(across.Question{Profiles: profiles(10, always), Right: 9, Read: 10})
	if len(a.Contrasts) == 0 || len(a.Points) == 0 {
		t.Errorf("ten events: %+v", a)
	}
	seldom := func(i int) (float64, float64) { return float64(max(0, i-5) / max(1, i-5)), 0 } // in four of ten
	for _, c := range across.Ask(across.Question{Profiles: profiles(10, seldom), Right: 9, Read: 10}).Contrasts {
		if c.What == "official" {
			t.Errorf("%+v", c)
		}
	}
	apart := profiles(20, always)
	apart = slices.DeleteFunc(apart, func(p across.Profile) bool { return (p.Outlet == "a") == (p.Event < "e011") })
	if a := across.Ask(across.Question{Profiles: apart, Right: 9, Read: 10}); len(a.Contrasts) != 0 {
		t.Errorf("outlets without a common event: %+v", a.Contrasts)
	}
}

// TestContrast compares what is as far apart as can be, what is the same, and what the
// program may have got wrong.
func TestContrast(t *testing.T) {
	of := func(right int, shares func(int) (float64, float64)) across.Contrast {
		a := across.Ask(across.Question{Profiles: profiles(12, shares), Right: right, Read: 20, Seed: 1})
		for _, c := range a.Contrasts {
			if c.What == "official" {
				return c
			}
		}
		t.Fatal("no contrast")
		return across.Contrast{}
	}
	far := of(18, func(int) (float64, float64) { return 1, 0.25 })
	if far.Events != 12 || far.Difference != .75 || far.Low != .75 || far.P != 2.0/4096 || !far.Told {
		t.Errorf("far: %+v", far)
	}
	same := of(18, func(i int) (float64, float64) { return float64(i%2) / 2, float64((i+1)%2) / 2 })
	if same.Difference != 0 || same.P != 1 || same.Told || same.Low > -.1 || same.High < .1 {
		t.Errorf("same: %+v", same)
	}
	near := func(i int) (float64, float64) { return .55, .45 }
	if sure := of(20, near); !sure.Told {
		t.Errorf("sure: %+v", sure)
	}
	if wrong := of(10, near); wrong.Told || wrong.P != of(20, near).P {
		t.Errorf("within what the program gets wrong: %+v", wrong)
	}
}

// TestTheSameAgain demands the same answer of the same events in any order, and that
// many events have about the figures of fewer.
func TestTheSameAgain(t *testing.T) {
	shares := func(i int) (float64, float64) { return float64(i*7%10) / 10, float64(i*3%10) / 12 }
	for _, n := range []int{20, 100, 101, 400} {
		list := profiles(n, shares)
		one := across.Ask(across.Question{Profiles: list, Right: 18, Read: 20, Seed: 3})
		slices.Reverse(list)
		if two := across.Ask(across.Question{Profiles: list, Right: 18, Read: 20, Seed: 3}); fmt.Sprint(one) != fmt.Sprint(two) {
			t.Errorf("%d events: the order changes the answer", n)
		}
	}
	drawn := across.Ask(across.Question{Profiles: profiles(100, shares), Right: 18, Read: 20}).Contrasts[0]
	normal := across.Ask(across.Question{Profiles: profiles(101, shares), Right: 18, Read: 20}).Contrasts[0]
	if math.Abs(drawn.Low-normal.Low) > .02 || math.Abs(drawn.High-normal.High) > .02 || math.Abs(drawn.P-normal.P) > .03 {
		t.Errorf("%+v and %+v", drawn, normal)
	}
}

// TestPoints counts by month, and by quarter where months have too few events.
func TestPoints(t *testing.T) {
	spans := func(list []across.Profile) []string {
		var names []string
		for _, p := range across.Ask(across.Question{Profiles: list, Right: 9, Read: 10}).Points {
			if p.Outlet == "b" && p.What == "official" {
				names = append(names, fmt.Sprintf("%s %d %.2f %.2f-%.2f", p.Span, p.Events, p.Share, p.Low, p.High))
			}
		}
		return names
	}
	often := func(i int) (float64, float64) { return 0.5, float64(i % 2) }
	if got, want := fmt.Sprint(spans(profiles(12, often))), "[2026-01 4 0.50 0.15-0.85 2026-02 4 0.50 0.15-0.85 2026-03 4 0.50 0.15-0.85]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	thin := profiles(48, often)
	thin = slices.DeleteFunc(thin, func(p across.Profile) bool { return p.Event[3] != '0' && p.Event[3] != '5' && p.Event[3] != '3' })
	for i, span := range spans(thin) {
		if span[:7] != fmt.Sprintf("2026-Q%d", i+1) {
			t.Errorf("%v", span)
		}
	}
}
