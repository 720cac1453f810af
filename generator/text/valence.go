package text

import (
	"maps"
	"slices"
)

// Valence returns how good or bad a word sounds by itself, given in lower case
// with its stem, from -4 to 4, as people rated it (table valence.tsv of the
// language); a word that nobody rated has the mean of the words that share its
// stem, or 0.
func (l *Language) Valence(lower, stem string) float64 {
	if v := l.tables["valence"][lower]; len(v) > 0 {
		return v[0]
	}
	return l.valences[stem]
}

// valencesOfStems returns the mean valence of the words of each stem. The
// words are taken in order, since sums of floats depend on it.
func (l *Language) valencesOfStems() map[string]float64 {
	table := l.tables["valence"]
	means, n := make(map[string]float64, len(table)), make(map[string]float64, len(table))
	for _, word := range slices.Sorted(maps.Keys(table)) {
		stem := l.Stem(word)
		n[stem]++
		means[stem] += (table[word][0] - means[stem]) / n[stem]
	}
	return means
}
