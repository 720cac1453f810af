package ingest

import "parallax/generator/text"

// An opinion is a block of the first extractor and whether the second found it
// too.
type opinion struct {
	candidate
	agreed bool
}

// mostCells bounds the table of subsequence; texts that would need a larger
// one are not compared.
const mostCells = 4 << 20

// weigh says which blocks of the first extractor the second found too, by the
// longest common subsequence of their words. Where they cut blocks differently
// one is trusted whole: the first, unless it found far less.
func weigh(first, second []candidate) []opinion {
	whole := !comparable(first, second)
	if whole && wordsIn(first, nil) < enough*wordsIn(second, nil) {
		first = second
	}
	weighed := make([]opinion, len(first))
	for i, c := range first {
		weighed[i] = opinion{c, whole}
	}
	if !whole {
		for _, i := range subsequence(first, second) {
			weighed[i].agreed = true
		}
	}
	return weighed
}

// comparable reports whether two lists of blocks have enough in common.
func comparable(first, second []candidate) bool {
	if len(first) == 0 || len(second) == 0 || len(first)*len(second) > mostCells {
		return false
	}
	keys := make(map[string]bool, len(second))
	for _, c := range second {
		keys[c.key] = true
	}
	shared := wordsIn(first, keys)
	return shared > 0 && shared >= agree*min(wordsIn(first, nil), wordsIn(second, nil))
}

// wordsIn counts the words of the blocks whose key is in keys; of all without.
func wordsIn(list []candidate, keys map[string]bool) float64 {
	n := 0
	for _, c := range list {
		if keys == nil || keys[c.key] {
			n += text.CountWords(c.Text)
		}
	}
	return float64(n)
}

// subsequence returns the places in a of the blocks that both lists have in
// the same order, as many as can be.
func subsequence(a, b []candidate) []int {
	best := make([][]int32, len(a)+1)
	for i := range best {
		best[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if a[i].key == b[j].key {
				best[i][j] = best[i+1][j+1] + 1
			}
		}
	}
	var places []int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key == b[j].key:
			places = append(places, i)
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return places
}
