package framing

import (
	"cmp"
	"slices"
)

// Limits of anchors.
const (
	anchorWindow = 4    // content words within which two stand together
	anchorRare   = 3.2  // least weight of each of the two
	anchorBound  = 0.6  // least share of the rarer word's articles that have both
	anchorRepeat = 1.7  // most passages of an article that carry it, on average
	anchorWeight = 11   // least weight of the pairs of an anchor that is no name, twice that for two articles
	anchorScore  = 0.28 // least score of a passage and the central one
)

// An anchor is a few rare words that stand together in passages of several
// articles, such as the two of a name, a date or a phrase that all quote:
// what outlets report in passing, inside sentences on different things.
type anchor struct {
	keys     []string // sorted
	carriers []carrier
	weight   float64
}

// A carrier is a clause that holds an anchor.
type carrier struct {
	unit   int
	clause clause
	pairs  int  // of the anchor's, found in the clause
	core   bool // the pair that most articles carry is among them
}

// anchors returns the anchors of the event, the most carried first.
func (a *alignment) anchors() []anchor {
	found := a.pairsOfWords()
	var list []anchor
	for _, key := range sortedKeys(found.pairs) {
		carriers := found.pairs[key]
		articles := a.articlesOf(carriers)
		rarer := min(len(found.articles[key[0]]), len(found.articles[key[1]]))
		if len(articles) < 2 || float64(len(articles)) < anchorBound*float64(rarer) || float64(len(carriers)) > anchorRepeat*float64(len(articles)) {
			continue
		}
		list = append(list, anchor{keys: key[:], carriers: carriers, weight: a.profiler.weight(key[0]) + a.profiler.weight(key[1])})
	}
	list = a.joined(list)
	slices.SortStableFunc(list, func(p, q anchor) int {
		return cmp.Or(len(q.carriers)-len(p.carriers), cmp.Compare(q.weight, p.weight), slices.Compare(p.keys, q.keys))
	})
	return list
}

// wordPairs are the pairs of rare words that stand together.
type wordPairs struct {
	pairs    map[[2]string][]carrier
	articles map[string]map[int]bool // that have a word
}

func (a *alignment) pairsOfWords() wordPairs {
	found := wordPairs{pairs: map[[2]string][]carrier{}, articles: map[string]map[int]bool{}}
	for i, u := range a.units {
		parts := u.clauses
		if len(parts) == 0 {
			parts = []clause{u.clause}
		}
		for _, part := range parts {
			if contentOf(part.terms) <= leastContent {
				continue // "said Ida Hale" reports nothing
			}
			rare := a.rareOf(u.article, part)
			for at, key := range rare {
				if found.articles[key] == nil {
					found.articles[key] = map[int]bool{}
				}
				found.articles[key][u.article] = true
				for _, next := range rare[at+1 : min(len(rare), at+anchorWindow)] {
					found.add(key, next, carrier{unit: i, clause: part, pairs: 1, core: true})
				}
			}
		}
	}
	return found
}

// add notes that a carrier has two words together, once a unit.
func (f wordPairs) add(p, q string, c carrier) {
	if p == q {
		return
	}
	key := [2]string{min(p, q), max(p, q)}
	if list := f.pairs[key]; len(list) == 0 || list[len(list)-1].unit != c.unit {
		f.pairs[key] = append(list, c)
	}
}

// rareOf returns the keys of a clause that tell much, in order. Who speaks is
// no statement: two passages that quote one person may be on different things.
func (a *alignment) rareOf(article int, c clause) []string {
	var keys []string
	for _, t := range c.terms {
		if !t.stop && !a.readings[article].Speaks(t.Span) && (t.digit || a.profiler.weight(t.key) >= anchorRare) {
			keys = append(keys, t.key)
		}
	}
	return keys
}

// joined makes one anchor of those that mostly the same units carry.
func (a *alignment) joined(list []anchor) []anchor {
	slices.SortStableFunc(list, func(p, q anchor) int { return len(q.carriers) - len(p.carriers) })
	var result []anchor
next:
	for _, candidate := range list {
		for i := range result {
			if shareOfCarriers(result[i].carriers, candidate.carriers) >= 0.5 {
				result[i].absorb(candidate)
				continue next
			}
		}
		result = append(result, candidate)
	}
	held := result[:0]
	for _, candidate := range result {
		if a.holds(&candidate) {
			held = append(held, candidate)
		}
	}
	return held
}

// holds drops the carriers that share only a lesser pair of the anchor, and
// reports whether what is left says something: names, days, several words, or
// two rare ones that three articles carry.
func (a *alignment) holds(c *anchor) bool {
	if len(c.keys) > 2 {
		c.carriers = slices.DeleteFunc(c.carriers, func(d carrier) bool { return d.pairs < 2 && !d.core })
	}
	articles := len(a.articlesOf(c.carriers))
	switch {
	case articles < 2:
		return false
	case articles == 2 && !a.named(c):
		return len(c.keys) > 2 && c.weight >= 2*anchorWeight
	}
	return a.named(c) || c.weight >= anchorWeight
}

// named reports whether all keys of an anchor are names or days.
func (a *alignment) named(c *anchor) bool {
	for _, key := range c.keys {
		if !isDay(key) && !slices.ContainsFunc(c.carriers[0].clause.terms, func(t term) bool { return t.key == key && t.name }) {
			return false
		}
	}
	return true
}

// shareOfCarriers returns the clauses of both lists over those of either.
func shareOfCarriers(p, q []carrier) float64 {
	both := 0
	for _, c := range p {
		if indexOfCarrier(q, c) >= 0 {
			both++
		}
	}
	return float64(both) / float64(len(p)+len(q)-both)
}

func indexOfCarrier(list []carrier, c carrier) int {
	return slices.IndexFunc(list, func(d carrier) bool { return d.unit == c.unit && d.clause.Span == c.clause.Span })
}

// absorb adds the keys and the carriers of another anchor.
func (a *anchor) absorb(b anchor) {
	a.keys = append(a.keys, b.keys...)
	slices.Sort(a.keys)
	a.keys = slices.Compact(a.keys)
	a.weight += b.weight
	for _, c := range b.carriers {
		if i := indexOfCarrier(a.carriers, c); i >= 0 {
			a.carriers[i].pairs += c.pairs
		} else {
			c.core = false
			a.carriers = append(a.carriers, c)
		}
	}
}

// articlesOf returns the articles of carriers.
func (a *alignment) articlesOf(carriers []carrier) map[int]bool {
	set := map[int]bool{}
	for _, c := range carriers {
		set[a.units[c.unit].article] = true
	}
	return set
}

func sortedKeys(m map[[2]string][]carrier) [][2]string {
	keys := make([][2]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return keys
}
