package event

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// mostTerms is how many terms, names and numbers an event keeps each.
const mostTerms = 12

// reasons are what the articles of an event share.
type reasons struct{ terms, names, numbers []Term }

// An occurrence is a place in an article that has something which others may
// have too.
type occurrence struct {
	key    term // hash of a stem, a name or a number
	sheet  int32
	rarity float32
	span   text.Span
}

// reasons returns the terms, names and numbers that articles share.
func (r *reader) reasons(sheets []sheet) reasons {
	var terms, names, numbers []occurrence
	contents, seen := r.contents(sheets)
	for n := range sheets {
		s := &sheets[n]
		for _, w := range contents[n] {
			if !seen.twice(term(w.StemHash)) {
				continue
			}
			if w.Digit {
				numbers = append(numbers, occurrence{term(w.LowerHash), int32(n), 1, w.Span})
			} else {
				terms = append(terms, occurrence{term(w.StemHash), int32(n), r.rarity.of(w), w.Span})
			}
		}
		for _, name := range s.names {
			this := occurrence{key: term(text.HashStart), sheet: int32(n), span: name}
			from, to := s.within(name)
			for i := from; i < to; i++ {
				this.key = bigram(this.key, s.stems[i])
				this.rarity = max(this.rarity, r.rarity.of(s.words[i]))
			}
			names = append(names, this)
		}
	}
	return reasons{sharedTerms(sheets, terms, strings.ToLower), sharedTerms(sheets, names, oneLine), sharedTerms(sheets, numbers, oneLine)}
}

// contents returns the words of each sheet that carry content, and which stems
// stand among them at least twice: the others, most of them, are shared by no
// two sheets.
func (r *reader) contents(sheets []sheet) ([][]text.Word, twice) {
	list, total := make([][]text.Word, len(sheets)), 0
	for n := range sheets {
		list[n] = r.language.Terms(sheets[n].text, sheets[n].words)
		total += len(list[n])
	}
	seen := newTwice(total)
	for _, words := range list {
		for _, w := range words {
			seen.see(term(w.StemHash))
		}
	}
	return list, seen
}

// oneLine returns words with single blanks between them.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// A reason is one thing that articles may share, with its occurrences.
type reason struct {
	occurrences []occurrence
	articles    int
	carries     float64
}

// sharedTerms returns what at least two articles share, the weightiest first,
// in the form that they write most often. The weight is the share of the sum,
// over all pairs of articles, of the products of its weights in both.
// Occurrences come in order of articles and places.
func sharedTerms(sheets []sheet, list []occurrence, form func(string) string) []Term {
	list = byKey(list)
	var found []reason
	total := 0.0
	for len(list) > 0 {
		end := 1
		for end < len(list) && list[end].key == list[0].key {
			end++
		}
		if r := newReason(list[:end]); r.articles > 1 && r.carries > 0 {
			found = append(found, r)
			total += r.carries
		}
		list = list[end:]
	}
	slices.SortFunc(found, func(a, b reason) int {
		x, y := &a.occurrences[0], &b.occurrences[0] // what is written first, of equals
		return cmp.Or(cmp.Compare(b.carries, a.carries), cmp.Compare(x.sheet, y.sheet), cmp.Compare(x.span.Start, y.span.Start))
	})
	var terms []Term
	for _, r := range found[:min(mostTerms, len(found))] {
		forms := map[string]int{}
		for _, o := range r.occurrences {
			forms[form(o.span.Of(sheets[o.sheet].text))]++
		}
		terms = append(terms, Term{commonest(forms), r.articles, round(r.carries / total)})
	}
	slices.SortStableFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Text, b.Text))
	})
	return terms
}

// byKey returns occurrences in order of keys, those of one key as they came.
func byKey(list []occurrence) []occurrence {
	order := make([]uint64, len(list)) // keys with places, which sort faster than what stands there
	for i, o := range list {
		order[i] = uint64(o.key)<<32 | uint64(i)
	}
	slices.Sort(order)
	sorted := make([]occurrence, len(list))
	for i, o := range order {
		sorted[i] = list[uint32(o)]
	}
	return sorted
}

// newReason weighs the occurrences of one thing, which come in order of
// articles.
func newReason(list []occurrence) reason {
	r := reason{occurrences: list}
	sum, squares := 0.0, 0.0
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].sheet == list[from].sheet {
			to++
		}
		w := float64(frequency(float32(to-from)) * list[from].rarity)
		sum += w
		squares += w * w
		r.articles++
		from = to
	}
	r.carries = (sum*sum - squares) / 2
	return r
}
