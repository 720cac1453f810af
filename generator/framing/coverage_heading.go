package framing

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// longestHeading is how many words a heading has at most.
const longestHeading = 14

// usualHeading is how many words a heading has unless more say much more.
const usualHeading = 11

// leastSaid is how much of what a heading can say of what is shared a clause
// must say to be preferred to a thing or a name.
const leastSaid = 0.35

// A titler finds the headings of statements.
//
// A heading is a run of words as they stand in one of the passages: a clause
// from its subject on, or a noun phrase, without the article before it. It
// says most of what the passages share and little besides.
type titler struct {
	*alignment
}

// A title is a run of words that can be a heading.
type title struct {
	words  string
	worth  float64
	clause bool   // with a finite verb, so that it can be true
	named  bool   // nothing but names
	terms  []term // those that carry content
}

// reach returns the share of the cells of a strand that tell what a title says.
func (x titler) reach(t title, s strand) float64 {
	n := 0
	for _, cell := range s.cells {
		if bandOf(cell.score, x.told(t, cell)) == "same" {
			n++
		}
	}
	return float64(n) / float64(len(s.cells))
}

// told returns the share of what a title says that a cell has, by weight of
// words: 1 if it has all, or if the title says nothing.
func (x titler) told(t title, cell strandCell) float64 {
	has, all := 0.0, 0.0
	words := x.units[cell.unit].termsIn(cell.span)
	for _, w := range t.terms {
		weight := x.profiler.weight(w.key)
		all += weight
		likest := 0.0
		for _, other := range words {
			switch {
			case other.key == w.key:
				likest = 1
			case !other.stop:
				likest = max(likest, x.profiler.alike(w.key, other.key))
			}
		}
		has += weight * likest
	}
	if all == 0 {
		return 1
	}
	return has / all
}

// titles returns the heading of a statement, and the best one of which every
// cell has all that it says; the latter is empty if there is none.
func (x titler) titles(s strand) (heading, held title) {
	list := x.candidates(s)
	for i := range list {
		if list[i].worth > 0 {
			list[i].worth *= x.reach(list[i].title, s)
		}
	}
	most := 0.0
	for _, t := range list {
		most = max(most, t.gain)
	}
	said := false // the heading is a clause that says enough of what is shared
	for _, t := range list {
		says := t.clause && t.gain >= leastSaid*most
		if heading.words == "" || says && !said || says == said && t.better(heading) {
			heading, said = t.title, says
		}
		if t.held && t.worth > 0 && (held.words == "" || t.better(held)) {
			held = t.title
		}
	}
	if heading.words == "" {
		heading.words = x.beginning(s.cells[s.centre])
	}
	return heading, held
}

// candidates returns the titles that the cells of a strand offer.
func (x titler) candidates(s strand) []candidate {
	var list []candidate
	shares, speakers := x.shares(s), x.speakers(s)
	for i, cell := range s.cells {
		if cell.score >= relatedScore || i == s.centre {
			list = append(list, x.of(s, cell, shares, speakers)...)
		}
	}
	return list
}

// better reports whether a title says more than another. A name alone, which
// says nothing of whoever has it, is taken only where there is neither a clause
// nor anything else that is shared.
func (t title) better(other title) bool {
	switch {
	case t.named && !other.named:
		return !other.clause && other.worth <= 0 && t.worth > other.worth
	case other.named && !t.named:
		return t.clause || t.worth > 0 || t.worth > other.worth
	}
	return t.worth > other.worth+1e-9
}

// shares returns for each content word of a strand how large a share of its
// cells has it, 0 for a word of one cell alone and 1 for a word of all.
func (x titler) shares(s strand) map[string]float64 {
	in := map[string]int{}
	for _, cell := range s.cells {
		seen := map[string]bool{}
		for _, t := range x.units[cell.unit].terms {
			if !t.stop && !seen[t.key] && cell.span.Contains(t.Span) {
				seen[t.key] = true
				in[t.key]++
			}
		}
	}
	shares := make(map[string]float64, len(in))
	for key, n := range in {
		shares[key] = 1
		if len(s.cells) > 1 {
			shares[key] = float64(n-1) / float64(len(s.cells)-1)
		}
	}
	return shares
}

// A candidate is a title that one cell offers.
type candidate struct {
	title
	gain float64 // weight of the words that it has and others share
	held bool    // all its content words stand in every cell
}

// of returns the candidates of a cell: what its sentence offers or, in a
// language of which the small words are not known, any run between marks.
func (x titler) of(s strand, cell strandCell, shares map[string]float64, speakers map[string]bool) []candidate {
	u := x.units[cell.unit]
	source, terms := x.readings[u.article].Text(), u.termsIn(cell.span)
	spans := titleSpans(&x.readings[u.article].Sentences()[u.passage], source, cell.span, x.profiler)
	switch {
	case len(x.profiler.language.List("role_determiners")) == 0:
		spans = plainSpans(source, terms)
	case len(spans) == 0 && len(terms) > 0 && len(terms) <= longestHeading:
		spans = []titleSpan{{Span: text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}, form: formUnsure}}
	}
	list := make([]candidate, 0, len(spans))
	for _, span := range spans {
		c := candidate{held: len(s.cells) > 1}
		c.words, c.clause = span.words(source), span.clause
		x.weigh(&c, terms, span, shares, speakers)
		if u.passage == 0 {
			c.worth -= 0.2 * math.Abs(c.worth) // headlines drop the small words
		}
		if !math.IsInf(c.worth, -1) {
			list = append(list, c)
		}
	}
	return list
}

// speakers returns the content words of the sources of what the cells of a
// strand tell as said.
func (x titler) speakers(s strand) map[string]bool {
	keys := map[string]bool{}
	for _, cell := range s.cells {
		u := x.units[cell.unit]
		for _, a := range x.readings[u.article].Attributions() {
			if !a.Clausal && a.Mode == reading.Indirect {
				continue
			}
			for _, t := range u.terms {
				if slices.ContainsFunc(a.Source, t.Span.Overlaps) {
					keys[t.key] = true
				}
			}
		}
	}
	return keys
}

// weigh sets what a run of words says of what the cells share, less for words
// that only one has and for length, by the form of the run. Who says it counts
// little. It clears held if a
// content word is not in all cells, or is the only one.
func (x titler) weigh(c *candidate, terms []term, span titleSpan, shares map[string]float64, speakers map[string]bool) {
	sum, words, content, names, capitals := 0.0, 0, 0, 0, 0
	for i, t := range terms {
		if !span.Contains(t.Span) || span.skip.Contains(t.Span) {
			continue
		}
		if words++; words > usualHeading {
			sum -= 1
		}
		sum -= 0.3
		if t.stop {
			continue
		}
		content++
		c.terms = append(c.terms, t)
		if t.name {
			names++
		}
		if t.upper {
			capitals++
		}
		share, weight := shares[t.key], x.profiler.weight(t.key)
		if speakers[t.key] {
			weight *= 0.2
		}
		if share < 1 {
			c.held = false
		}
		if len(shares) > 0 && share > 0 {
			c.gain += weight * share
			sum += weight * share * (1 - float64(i)/float64(2*len(terms))) // the beginning says what a sentence is about
		} else {
			sum -= 0.1 * weight
		}
	}
	c.named = content == capitals && names > 0 && !span.clause // the first word of a sentence may be part of a name
	c.held = c.held && content > 1
	switch {
	case content < 2 && names == 0:
		c.worth = math.Inf(-1) // a word alone says nothing of it
	case sum < 0:
		c.worth = sum / span.form
	case c.named:
		c.worth = 0.5 * sum * span.form // nor does a name
	default:
		c.worth = sum * span.form
	}
}

// A titleSpan is a run of words with how well its form suits a heading.
type titleSpan struct {
	text.Span
	skip   text.Span // left out of it; empty if nothing is
	form   float64
	clause bool
}

// words returns a title's words as they stand in the source.
func (t titleSpan) words(source string) string {
	if t.skip.Len() == 0 {
		return tidy(t.Of(source))
	}
	return tidy(source[t.Start:t.skip.Start] + " " + source[t.skip.End:t.End])
}

// plainSpans returns the runs of words between marks that neither begin nor
// end with a word without content.
func plainSpans(source string, terms []term) []titleSpan {
	var list []titleSpan
	for i := range terms {
		if terms[i].stop || i > 0 && !terms[i-1].stop && !breaks(source, terms[i-1], terms[i]) {
			continue
		}
		for j := i; j < min(len(terms), i+longestHeading) && (j == i || !breaks(source, terms[j-1], terms[j])); j++ {
			if last := j+1 == len(terms) || terms[j+1].stop || breaks(source, terms[j], terms[j+1]); last && !terms[j].stop {
				list = append(list, titleSpan{Span: text.Span{Start: terms[i].Start, End: terms[j].End}, form: 1})
			}
		}
	}
	return list
}

// beginning returns the first words of a cell, for one that offers no title.
func (x titler) beginning(cell strandCell) string {
	u := x.units[cell.unit]
	source, terms := x.readings[u.article].Text(), u.termsIn(cell.span)
	if len(terms) == 0 {
		return tidy(cell.span.Of(source))
	}
	if len(terms) <= longestHeading {
		return tidy(text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}.Of(source))
	}
	return tidy(text.Span{Start: terms[0].Start, End: terms[longestHeading-2].End}.Of(source)) + " …"
}

// breaks reports whether punctuation stands between two terms.
func breaks(source string, before, after term) bool {
	gap := source[before.End:after.Start]
	return strings.ContainsAny(gap, ",;:()“”\"«»—–―!?[]…*") || strings.Contains(gap, ". ") || strings.Contains(gap, " - ")
}

// quotationMarks are those that a heading can hold.
const quotationMarks = "“”\"«»"

// closing returns how many quotations begin in the words and do not end there,
// -1 if one ends that does not begin.
func closing(words string) int {
	open := 0
	for i, r := range words {
		switch {
		case !strings.ContainsRune(quotationMarks, r):
		case r == '“', r == '«', r == '"' && (i == 0 || words[i-1] == ' '):
			open++
		case open == 0:
			return -1
		default:
			open--
		}
	}
	return open
}

// tidy makes a heading of words as they stand in a text. A quotation that is
// cut gets its end.
func tidy(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if closing(words) == 1 {
		begins := strings.LastIndexAny(words, "“\"«")
		end, _ := utf8.DecodeRuneInString(words[begins:])
		words += map[rune]string{'“': "”", '"': "\"", '«': "»"}[end]
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
