package across

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"parallax/generator/agreement"
	"parallax/generator/ratio"
)

// A Contrast is the difference of two outlets in a part of a matter, over the events
// that both report.
type Contrast struct {
	About, What  string
	One, Other   string // outlets
	Events       int
	First        float64 // mean of the first outlet's shares
	Second       float64
	Difference   float64
	Low, High    float64 // of the difference, 95 in 100
	P, Corrected float64
	Told         bool
}

// contrasts returns the contrasts of a matter.
func (m matter) contrasts(seed uint64) []Contrast {
	var list []Contrast
	for i, one := range m.outlets {
		for _, other := range m.outlets[i+1:] {
			for _, part := range m.parts {
				if c, enough := m.contrast(one, other, part, seed); enough {
					list = append(list, c)
				}
			}
		}
	}
	return list
}

// contrast compares two outlets.
func (m matter) contrast(one, other, part string, seed uint64) (Contrast, bool) {
	c := Contrast{About: m.about, What: part, One: one, Other: other}
	var differences []float64
	counted := 0
	for _, event := range slices.Sorted(maps.Keys(m.of[one])) {
		theirs, both := m.of[other][event]
		if !both {
			continue
		}
		x, y := m.of[one][event][part], theirs[part]
		c.First, c.Second = c.First+x, c.Second+y
		differences = append(differences, x-y)
		if x > 0 || y > 0 {
			counted++
		}
	}
	c.Events = len(differences)
	if c.Events < LeastEvents || counted < leastCounted {
		return c, false
	}
	n := float64(c.Events)
	c.First, c.Second = c.First/n, c.Second/n
	c.Difference = mean(differences)
	c.Low, c.High = between(differences, seed)
	c.P = byChance(differences, seed)
	return c, true
}

// tell corrects the probabilities of a family, and says which contrasts are told.
func tell(family []Contrast, wrong float64) {
	p := make([]float64, len(family))
	for i, c := range family {
		p[i] = c.P
	}
	for i, corrected := range Corrected(p) {
		c := &family[i]
		c.Corrected = corrected
		c.Told = corrected < 0.05 && math.Abs(c.Difference) > wrong*(c.First+c.Second)
	}
}

// Corrected returns probabilities corrected for how many there are (Benjamini and
// Hochberg 1995).
func Corrected(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case p[i] < p[j]:
			return -1
		case p[i] > p[j]:
			return 1
		}
		return 0
	})
	corrected, least := make([]float64, len(p)), 1.0
	for rank := len(order); rank > 0; rank-- {
		i := order[rank-1]
		least = min(least, p[i]*float64(len(p))/float64(rank))
		corrected[i] = least
	}
	return corrected
}

// How many events have all signs tried, and how many chance draws for; how often it
// draws.
const (
	allSigns = 14
	drawn    = 100
	draws    = 10_000
)

// byChance returns how likely a mean of differences as far from zero is if each may as
// well have had the other sign.
func byChance(differences []float64, seed uint64) float64 {
	n := len(differences)
	seen := math.Abs(sum(differences)) * (1 - 1e-12)
	switch {
	case n <= allSigns:
		as := 0
		for signs := range 1 << n {
			if math.Abs(signed(differences, func(i int) bool { return signs>>i&1 == 1 })) >= seen {
				as++
			}
		}
		return float64(as) / float64(int(1)<<n)
	case n <= drawn:
		random := rand.New(rand.NewPCG(seed, uint64(n)))
		as := 1
		for range draws {
			if math.Abs(signed(differences, func(int) bool { return random.Uint64()&1 == 1 })) >= seen {
				as++
			}
		}
		return float64(as) / (draws + 1)
	}
	squares := 0.0
	for _, d := range differences {
		squares += d * d
	}
	if squares == 0 {
		return 1
	}
	return math.Erfc(seen / math.Sqrt(2*squares))
}

// signed returns the sum of numbers of which some have the other sign.
func signed(numbers []float64, turned func(i int) bool) float64 {
	total := 0.0
	for i, x := range numbers {
		if turned(i) {
			x = -x
		}
		total += x
	}
	return total
}

// between returns where the mean of numbers lies with 95 in 100.
func between(numbers []float64, seed uint64) (low, high float64) {
	if n := float64(len(numbers)); len(numbers) > drawn {
		middle, squares := mean(numbers), 0.0
		for _, x := range numbers {
			squares += (x - middle) * (x - middle)
		}
		const z = 1.96
		half := z * math.Sqrt(squares/(n-1)/n)
		return middle - half, middle + half
	}
	r := agreement.Resample(numbers, func(float64) string { return "" }, seed, func(drawn []float64) agreement.Figure {
		return agreement.Figure{Value: mean(drawn), Known: true}
	})
	return r.Low, r.High
}

func sum(numbers []float64) float64 {
	return signed(numbers, func(int) bool { return false })
}

func mean(numbers []float64) float64 { return ratio.Of(sum(numbers), float64(len(numbers))) }
