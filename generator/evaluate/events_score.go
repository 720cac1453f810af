package evaluate

import (
	"maps"
	"parallax/generator/ratio"
	"slices"
)

// eventScores are the measures of a clustering, each from 0 to 1.
type eventScores struct {
	bcubed, pairwise, ceaf ratios
	exact                  float64 // share of the true events that were found article for article
	mixed                  float64 // share of the found events of several articles that hold two true ones
}

// ratios are the precision and the recall of a measure.
type ratios struct{ precision, recall float64 }

// cell counts the articles that a true event and a found one share.
type cell struct{ truth, found int }

// scoreEvents compares the events found with the true ones. B-cubed is the
// mean over articles (Bagga and Baldwin 1998); pairwise counts the pairs of
// articles in one event; CEAF-e assigns true to found events one to one so
// that the sum of 2|G∩P| / (|G|+|P|) is greatest (Luo 2005).
func scoreEvents(truth, found []string) eventScores {
	trueSizes, trueOf := number(truth)
	foundSizes, foundOf := number(found)
	shared := map[cell]int{}
	for i := range truth {
		shared[cell{trueOf[i], foundOf[i]}]++
	}
	cells := slices.SortedFunc(maps.Keys(shared), func(a, b cell) int {
		if a.truth != b.truth {
			return a.truth - b.truth
		}
		return a.found - b.found
	})
	var s eventScores
	var both, exact float64
	truths := make([]int, len(foundSizes)) // true events in each found one
	var links []assignable
	for _, c := range cells {
		n, g, p := float64(shared[c]), float64(trueSizes[c.truth]), float64(foundSizes[c.found])
		s.bcubed.precision += n * n / p / float64(len(truth))
		s.bcubed.recall += n * n / g / float64(len(truth))
		both += n * (n - 1) / 2
		links = append(links, assignable{c.truth, c.found, 2 * n / (g + p)})
		truths[c.found]++
		if n == g && n == p {
			exact++
		}
	}
	s.pairwise = ratios{ratio.Of(both, pairs(foundSizes)), ratio.Of(both, pairs(trueSizes))}
	best := assign(len(trueSizes), len(foundSizes), links)
	s.ceaf = ratios{ratio.Of(best, float64(len(foundSizes))), ratio.Of(best, float64(len(trueSizes)))}
	s.exact = ratio.Of(exact, float64(len(trueSizes)))
	s.mixed = mixedShare(truths, foundSizes)
	return s
}

// mixedShare returns how many of the found events of several articles hold
// several true ones: each is a page that compares what is not one thing.
func mixedShare(truths, sizes []int) float64 {
	mixed, several := 0.0, 0.0
	for i, n := range sizes {
		if n > 1 {
			several++
		}
		if truths[i] > 1 {
			mixed++
		}
	}
	return ratio.Of(mixed, several)
}

// number numbers the events of a clustering in order of appearance, and
// returns their sizes and the number of each article's event.
func number(events []string) (sizes, of []int) {
	numbers := map[string]int{}
	for _, e := range events {
		n, ok := numbers[e]
		if !ok {
			n = len(sizes)
			numbers[e] = n
			sizes = append(sizes, 0)
		}
		sizes[n]++
		of = append(of, n)
	}
	return sizes, of
}

// pairs returns how many pairs of articles share an event.
func pairs(sizes []int) float64 {
	sum := 0
	for _, n := range sizes {
		sum += n * (n - 1) / 2
	}
	return float64(sum)
}
