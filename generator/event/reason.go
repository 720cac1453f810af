package event

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parallax/generator/text"
)

// mostTerms is how many terms, names and numbers an event keeps each.
const mostTerms = 12

// A tally counts what the articles of an event share, by stem or name.
type tally struct {
	entries map[string]*entry
}

type entry struct {
	forms    map[string]int // as the articles write it
	articles int
	last     int       // article that it was last seen in, from 1
	times    []float64 // by article that has it
	rarity   float64
}

// see notes that article number n, from 1, has a term.
func (t *tally) see(n int, key, form string, rarity float64) {
	e := t.entries[key]
	if e == nil {
		e = &entry{forms: map[string]int{}, rarity: rarity}
		t.entries[key] = e
	}
	if e.last != n {
		e.last = n
		e.articles++
		e.times = append(e.times, 0)
	}
	e.times[len(e.times)-1]++
	e.forms[form]++
}

// terms returns what at least two articles share, the weightiest first. The
// weight is the share of the sum, over all pairs of articles, of the products
// of its weights in both.
func (t *tally) terms() []Term {
	var list []Term
	total := 0.0
	for _, key := range slices.Sorted(maps.Keys(t.entries)) {
		e := t.entries[key]
		if e.articles < 2 || e.rarity <= 0 {
			continue
		}
		sum, squares := 0.0, 0.0
		for _, times := range e.times {
			w := frequency(times) * e.rarity
			sum += w
			squares += w * w
		}
		carries := (sum*sum - squares) / 2
		total += carries
		list = append(list, Term{commonest(e.forms), e.articles, carries})
	}
	slices.SortFunc(list, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Text, b.Text))
	})
	list = list[:min(mostTerms, len(list))]
	for i := range list {
		list[i].Weight = round(list[i].Weight / total)
	}
	return list
}

// commonest returns the most frequent form, the first by letters among equals.
func commonest(forms map[string]int) string {
	best := ""
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		if best == "" || forms[form] > forms[best] {
			best = form
		}
	}
	return best
}

// reasons returns the terms, names and numbers that articles share.
func (g *grouper) reasons(l *text.Language, articles []int32) (terms, names, numbers []Term) {
	rarity := g.readers[l].rarity
	ofTerms, ofNames, ofNumbers := tally{map[string]*entry{}}, tally{map[string]*entry{}}, tally{map[string]*entry{}}
	for n, i := range articles {
		s := g.articles[i].Text
		words := l.Words(s)
		for _, w := range l.Terms(s, words) {
			if w.Digit {
				ofNumbers.see(n+1, w.Lower, w.Of(s), 1)
			} else {
				ofTerms.see(n+1, w.Stem, strings.ToLower(w.Of(s)), rarity.of(w.Stem))
			}
		}
		for _, name := range l.Names(s, words) {
			rarest := 0.0
			run := within(words, name)
			for _, w := range run {
				rarest = max(rarest, rarity.of(w.Stem))
			}
			ofNames.see(n+1, stems(run), strings.Join(strings.Fields(name.Of(s)), " "), rarest)
		}
	}
	return ofTerms.terms(), ofNames.terms(), ofNumbers.terms()
}
