// Package agreement says how far coders agree who judged the same units. [Alpha] is
// its entry point; [Percent], [AC1], [Cohen], [Scott] and [Fleiss] stand beside it,
// and [Interval] says how sure each is.
//
// # What stands for what
//
// A unit is what coders judge; a missing value is empty, and never a category. Alpha
// (Krippendorff 2011) takes any number of coders and missing values, and categories,
// orders or numbers ([Metric]). It falls where one answer is rare, so that percent and
// AC1 (Gwet 2008), which does not, are given with it; no number is given alone. Percent,
// AC1 and Fleiss' kappa (1971) with missing values are those of Gwet: agreement over
// units with two values or more, the share of a category as the mean of its shares in
// the units. Cohen's kappa (1960) and Scott's pi (1955) are of two coders.
//
// # What cannot be said
//
// Where all values are one there is no coefficient: nothing says whether coders could
// have told another. A [Figure] that is not known is so, and neither 0 nor 1.
//
// # How sure
//
// Units are drawn anew with replacement, those of one article together, 2,000 times
// from a seed; the interval is what lies between the 2.5th and the 97.5th percentile.
// Draws of one value alone are left out and counted.
package agreement

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// A Unit is what coders judged, with a value of each; empty if a coder gave none.
type Unit struct {
	Cluster string // of units that are not independent, such as those of an article; empty if it stands alone
	Values  []string
}

// A Figure is a coefficient. It is not known where the units say nothing.
type Figure struct {
	Value float64
	Known bool
}

// A Metric says what the distance between two values is.
type Metric string

// The metrics.
const (
	Nominal Metric = "nominal" // categories
	Ordinal Metric = "ordinal" // an order
	Numbers Metric = "interval"
	Ratio   Metric = "ratio" // numbers with a zero that means none
)

// figure returns 1 - observed/expected disagreement, or what is like it.
func figure(agreed, expected float64) Figure {
	if math.IsNaN(agreed) || 1-expected <= tiny {
		return Figure{}
	}
	return Figure{(agreed - expected) / (1 - expected), true}
}

// tiny is below what a difference of counts can be.
const tiny = 1e-12

// given returns the values of a unit that are there.
func (u Unit) given() []string {
	var list []string
	for _, v := range u.Values {
		if v != "" {
			list = append(list, v)
		}
	}
	return list
}

// counts returns how often each value is among some.
func counts(values []string) map[string]float64 {
	n := map[string]float64{}
	for _, v := range values {
		n[v]++
	}
	return n
}

// Categories returns the values that units have, numbers by size and others by their
// letters.
func Categories(units []Unit) []string {
	var list []string
	for _, u := range units {
		list = append(list, u.given()...)
	}
	slices.SortFunc(list, func(a, b string) int {
		x, errX := strconv.ParseFloat(a, 64)
		y, errY := strconv.ParseFloat(b, 64)
		switch {
		case errX == nil && errY == nil && x < y, (errX != nil || errY != nil) && a < b:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	return slices.Compact(list)
}

// Percent returns the share of pairs of coders that agree, the mean over units.
func Percent(units []Unit) Figure {
	sum, n := 0.0, 0.0
	for _, u := range units {
		values := u.given()
		m := float64(len(values))
		if m < 2 {
			continue
		}
		n++
		for _, c := range counts(values) {
			sum += c * (c - 1) / (m * (m - 1))
		}
	}
	if n == 0 {
		return Figure{}
	}
	return Figure{sum / n, true}
}

// shares returns the mean share of each category in the units that have a value.
func shares(units []Unit) map[string]float64 {
	sum, n := map[string]float64{}, 0.0
	for _, u := range units {
		values := u.given()
		if len(values) == 0 {
			continue
		}
		n++
		for v, c := range counts(values) {
			sum[v] += c / float64(len(values))
		}
	}
	for v := range sum {
		sum[v] /= n
	}
	return sum
}

// ordered returns the numbers of a map in the order of its keys, so that their sum is
// the same at every run.
func ordered(m map[string]float64) []float64 {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	list := make([]float64, len(keys))
	for i, k := range keys {
		list[i] = m[k]
	}
	return list
}

// Fleiss returns Fleiss' kappa.
func Fleiss(units []Unit) Figure {
	agreed, expected := Percent(units), 0.0
	for _, p := range ordered(shares(units)) {
		expected += p * p
	}
	if !agreed.Known {
		return Figure{}
	}
	return figure(agreed.Value, expected)
}

// AC1 returns Gwet's first coefficient for so many categories as were declared.
func AC1(units []Unit, categories int) Figure {
	agreed, expected := Percent(units), 0.0
	if !agreed.Known || categories < 2 {
		return Figure{}
	}
	for _, p := range ordered(shares(units)) {
		expected += p * (1 - p)
	}
	return figure(agreed.Value, expected/float64(categories-1))
}

// margins returns how two coders agree, and the share of each value with each.
func margins(units []Unit) (agreed float64, first, second map[string]float64) {
	first, second = map[string]float64{}, map[string]float64{}
	n := 0.0
	for _, u := range units {
		if len(u.Values) != 2 || u.Values[0] == "" || u.Values[1] == "" {
			continue
		}
		n++
		first[u.Values[0]]++
		second[u.Values[1]]++
		if u.Values[0] == u.Values[1] {
			agreed++
		}
	}
	for _, side := range [...]map[string]float64{first, second} {
		for v := range side {
			side[v] /= n
		}
	}
	return agreed / n, first, second
}

// Cohen returns Cohen's kappa of two coders, over units that both judged.
func Cohen(units []Unit) Figure {
	agreed, first, second := margins(units)
	both := map[string]float64{}
	for v, p := range first {
		both[v] = p * second[v]
	}
	expected := 0.0
	for _, p := range ordered(both) {
		expected += p
	}
	return figure(agreed, expected)
}

// Scott returns Scott's pi of two coders, over units that both judged.
func Scott(units []Unit) Figure {
	agreed, first, second := margins(units)
	mean := map[string]float64{}
	for v, p := range first {
		mean[v] += p / 2
	}
	for v, p := range second {
		mean[v] += p / 2
	}
	expected := 0.0
	for _, p := range ordered(mean) {
		expected += p * p
	}
	return figure(agreed, expected)
}

// draws is how often units are drawn anew.
const draws = 2000

// A Range is an interval of a figure.
type Range struct {
	Low, High float64
	Known     bool
	LeftOut   int // draws that say nothing
}

// Interval returns the 95 % interval of a figure by drawing units anew.
func Interval(units []Unit, seed uint64, of func([]Unit) Figure) Range {
	return Resample(units, func(u Unit) string { return u.Cluster }, seed, of)
}

// Resample returns the 95 % interval of a figure by drawing items anew, those of one
// cluster together. An item without a cluster stands alone.
func Resample[T any](items []T, cluster func(T) string, seed uint64, of func([]T) Figure) Range {
	clusters := clustersOf(items, cluster)
	random := rand.New(rand.NewPCG(seed, uint64(len(items))))
	var found []float64
	r := Range{}
	for range draws {
		var drawn []T
		for range clusters {
			drawn = append(drawn, clusters[random.IntN(len(clusters))]...)
		}
		if f := of(drawn); f.Known {
			found = append(found, f.Value)
		} else {
			r.LeftOut++
		}
	}
	if len(found) < draws/2 {
		return r
	}
	slices.Sort(found)
	at := func(share float64) float64 { return found[int(math.Round(share*float64(len(found)-1)))] }
	r.Low, r.High, r.Known = at(0.025), at(0.975), true
	return r
}

// clustersOf returns the items that stand together.
func clustersOf[T any](items []T, cluster func(T) string) [][]T {
	var list [][]T
	at := map[string]int{}
	for _, item := range items {
		name := cluster(item)
		i, known := at[name]
		if name == "" || !known {
			i = len(list)
			list = append(list, nil)
			at[name] = i
		}
		list[i] = append(list[i], item)
	}
	return list
}
