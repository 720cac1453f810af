package event

import (
	"math"
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
		hashes[i] = term(w.LowerHash)
	}
	var list []term
	for i := 0; i+shingleWords <= len(words); i++ {
		h := term(text.HashStart)
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
	least, one := copyShingles, term(1)
	if a.sampled || b.sampled {
		least, one = 2, shingleSample
	}
	shared := sharedShingles(a.shingles, b.shingles, one)
	return shared >= least && float64(shared) >= copyShare*float64(min(sampleOf(a.shingles, one), sampleOf(b.shingles, one)))
}

// sampleOf counts the shingles that are kept of a text of which one in so many is.
func sampleOf(shingles []term, one term) int {
	if one == 1 {
		return len(shingles)
	}
	n := 0
	for _, h := range shingles {
		if h%one == 0 {
			n++
		}
	}
	return n
}

// sharedShingles counts the shingles that two sorted lists share, one in so many.
func sharedShingles(a, b []term, one term) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			if a[0]%one == 0 {
				n++
			}
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// copies returns for each article the first article that it repeats almost
// word for word, itself if there is none. Each is compared with the first of
// those it shares a shingle with, so that a thousand copies of one wire report
// cost a thousand comparisons.
func copies(profiles []profile) []int32 {
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
	var places []uint64 // shingles with articles, which sort faster than records
	for i := range profiles {
		for _, h := range profiles[i].shingles {
			if seen.twice(h) {
				places = append(places, uint64(h)<<32|uint64(i))
			}
		}
	}
	slices.Sort(places)
	var pairs []uint64 // articles with an earlier one each
	first := 0
	for i, place := range places {
		if place>>32 != places[first]>>32 {
			first = i
		} else if i > first {
			pairs = append(pairs, place<<32|places[first]&math.MaxUint32)
		}
	}
	slices.Sort(pairs)
	original := make([]int32, len(profiles))
	for i := range original {
		original[i] = int32(i)
	}
	for _, p := range slices.Compact(pairs) {
		later, to := int32(p>>32), original[uint32(p)]
		if original[later] == later && later != to && isCopy(&profiles[later], &profiles[to]) {
			original[later] = to
		}
	}
	return original
}
