package event

import (
	"cmp"
	"slices"

	"parallax/generator/text"
)

const (
	shingleWords  = 8   // words in a shingle
	allShingles   = 200 // words up to which a text keeps all of its shingles
	shingleSample = 8   // a longer text keeps one in so many
	copyShingles  = 10  // shingles that copies share at least
	copyShare     = .3  // share of the shorter text's shingles that copies share at least
)

// shingles returns the hashes of the runs of eight words of a text, sorted,
// each once; of a long text a fixed sample, chosen by hash.
func shingles(words []text.Word) []term {
	if len(words) < shingleWords {
		return nil
	}
	hashes := make([]term, len(words))
	for i, w := range words {
		hashes[i] = hash(hashStart, w.Lower)
	}
	var list []term
	for i := 0; i+shingleWords <= len(words); i++ {
		h := hashStart
		for _, word := range hashes[i : i+shingleWords] {
			h = (h<<5|h>>27)*0x9E3779B1 ^ word
		}
		if len(words) <= allShingles || h%shingleSample == 0 {
			list = append(list, h)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// isCopy reports whether most of the shorter of two texts stands in the other
// word for word.
func isCopy(a, b *profile) bool {
	shared, ofA, ofB := 0, 0, 0
	sampled := a.sampled || b.sampled
	for i, j := 0, 0; i < len(a.shingles) || j < len(b.shingles); {
		var h term
		inA := j == len(b.shingles) || i < len(a.shingles) && a.shingles[i] <= b.shingles[j]
		inB := i == len(a.shingles) || j < len(b.shingles) && b.shingles[j] <= a.shingles[i]
		if inA {
			h = a.shingles[i]
			i++
		}
		if inB {
			h = b.shingles[j]
			j++
		}
		if sampled && h%shingleSample != 0 {
			continue
		}
		if inA {
			ofA++
		}
		if inB {
			ofB++
		}
		if inA && inB {
			shared++
		}
	}
	least := copyShingles
	if sampled {
		least = 2
	}
	return shared >= least && float64(shared) >= copyShare*float64(min(ofA, ofB))
}

// copies returns for each article the first article that it repeats almost
// word for word, itself if there is none. Each is compared with the first of
// those it shares a shingle with, so that a thousand copies of one wire report
// cost a thousand comparisons.
func copies(profiles []profile) []int32 {
	type place struct {
		shingle term
		article int32
	}
	total := 0
	for i := range profiles {
		total += len(profiles[i].shingles)
	}
	seen := newTwice(total)
	for i := range profiles {
		for _, h := range profiles[i].shingles {
			seen.see(h)
		}
	}
	var places []place
	for i := range profiles {
		for _, h := range profiles[i].shingles {
			if seen.twice(h) {
				places = append(places, place{h, int32(i)})
			}
		}
	}
	slices.SortFunc(places, func(x, y place) int {
		return cmp.Or(cmp.Compare(x.shingle, y.shingle), cmp.Compare(x.article, y.article))
	})
	var pairs [][2]int32
	first := 0
	for i := range places {
		if places[i].shingle != places[first].shingle {
			first = i
		} else if i > first {
			pairs = append(pairs, [2]int32{places[i].article, places[first].article})
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int32) int { return slices.Compare(x[:], y[:]) })
	original := make([]int32, len(profiles))
	for i := range original {
		original[i] = int32(i)
	}
	for _, p := range slices.Compact(pairs) {
		to := original[p[1]]
		if original[p[0]] == p[0] && p[0] != to && isCopy(&profiles[p[0]], &profiles[to]) {
			original[p[0]] = to
		}
	}
	return original
}
