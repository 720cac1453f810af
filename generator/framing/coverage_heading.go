package framing

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// longestHeading is how many words a heading has at most.
const longestHeading = 12

// A titler finds the headings of statements.
//
// A heading is a run of words as they stand in one of the passages: a clause
// from its subject on, or a noun phrase, without the article before it. It
// says most of what the passages share and little besides.
type titler struct {
	*alignment
	sentences func(article int) []sentence // of an article, no quotation taken together
}

// A title is a run of words that can be a heading.
type title struct {
	words  string
	worth  float64
	clause bool // with a finite verb, so that it can be true
	named  bool // nothing but names
}

// titles returns the heading of a statement, and the best one of which every
// cell has all that it says; the latter is empty if there is none.
func (x titler) titles(s strand) (heading, held title) {
	shares := x.shares(s)
	for i, cell := range s.cells {
		if cell.score < relatedScore && i != s.centre {
			continue
		}
		for _, t := range x.of(s, cell, shares) {
			if heading.words == "" || t.better(heading) {
				heading = t.title
			}
			if t.held && t.worth > 0 && (held.words == "" || t.better(held)) {
				held = t.title
			}
		}
	}
	if heading.words == "" {
		heading.words = x.beginning(s.cells[s.centre])
	}
	return heading, held
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
	held bool // all its content words stand in every cell
}

// of returns the candidates of a cell: what its sentence offers or, in a
// language of which the small words are not known, any run between marks.
func (x titler) of(s strand, cell strandCell, shares map[string]float64) []candidate {
	u := x.units[cell.unit]
	source, terms := x.readings[u.article].article.Text, u.termsIn(cell.span)
	spans := x.sentences(u.article)[u.passage].titleSpans(source, cell.span, x.profiler)
	switch {
	case x.profiler.language.List("role_determiners") == nil:
		spans = plainSpans(source, terms)
	case len(spans) == 0 && len(terms) <= longestHeading:
		spans = []titleSpan{{Span: text.Span{Start: terms[0].Start, End: terms[len(terms)-1].End}, form: formUnsure}}
	}
	list := make([]candidate, 0, len(spans))
	for _, span := range spans {
		c := candidate{held: len(s.cells) > 1}
		c.words, c.clause = tidy(span.Of(source)), span.clause
		x.weigh(&c, terms, span, shares)
		if u.passage == 0 {
			c.worth -= 0.2 * math.Abs(c.worth) // headlines drop the small words
		}
		if !math.IsInf(c.worth, -1) {
			list = append(list, c)
		}
	}
	return list
}

// weigh sets what a run of words says of what the cells share, less for words
// that only one has and for length, by the form of the run. It clears held if a
// content word is not in all cells, or is the only one.
func (x titler) weigh(c *candidate, terms []term, span titleSpan, shares map[string]float64) {
	sum, content, names, capitals := 0.0, 0, 0, 0
	for i, t := range terms {
		if !span.Contains(t.Span) {
			continue
		}
		sum -= 0.3
		if t.stop {
			continue
		}
		content++
		if t.name {
			names++
		}
		if t.upper {
			capitals++
		}
		share, weight := shares[t.key], x.profiler.weight(t.key)
		if share < 1 {
			c.held = false
		}
		if len(shares) > 0 && share > 0 {
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
	form   float64
	clause bool
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
	source, terms := x.readings[u.article].article.Text, u.termsIn(cell.span)
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

// tidy makes a heading of words as they stand in a text.
func tidy(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
