package event

import (
	"strings"

	"parallax/generator/framing"
	"parallax/generator/text"
)

// A Look is what a reader gets in ten seconds: one thing that all report, and
// the strongest contrast as two quotations with a sentence that says it.
type Look struct {
	Common   *Saying // or nil
	Contrast *Saying // or nil
	Strength float64 // of the contrast: the score of its finding
	Quotes   []Quote // two with a contrast, in order of publication; else none
}

// lookWords is how many words a large quotation may have; a longer passage is
// cut around the words that the finding is about.
const lookWords = 34

// lookMarks is how many phrases are marked in one where all of it differs.
const lookMarks = 2

// Look returns the strongest contrast and the first thing in common.
func (b *Builder) Look() Look {
	var l Look
	for i := range b.Comparison.Findings {
		f := &b.Comparison.Findings[i]
		if quotes := b.face(f); len(quotes) > 0 && b.Allowance.Leads(f) {
			l.Contrast, l.Quotes, l.Strength = b.Findings[f.ID], quotes, f.Score
			break
		}
	}
	if top := b.Comparison.Top(); top != nil {
		l.Common = b.Findings[top.ID]
	}
	return l
}

// face returns the first two passages of a finding in order of publication, if
// they can be set side by side: they are of different articles, and both may be
// shown.
func (b *Builder) face(f *framing.Finding) []Quote {
	if f.Common || len(f.Evidence) < 2 || f.Evidence[0].Article == f.Evidence[1].Article {
		return nil
	}
	first, second := f.Evidence[0], f.Evidence[1]
	if first.Article > second.Article {
		first, second = second, first
	}
	x, one := b.large(first, second)
	y, other := b.large(second, first)
	if !one || !other {
		return nil
	}
	return []Quote{x, y}
}

// large returns a passage as a large quotation, the words that matter marked or,
// where the passage as a whole does, those that the passage beside it lacks.
// Of a retelling it returns, if it can, the outlet's own words alone.
func (b *Builder) large(e, beside framing.Evidence) (Quote, bool) {
	passage := b.Articles[e.Article].Passages[e.Passage].Span
	if b.retold(e.Article, passage) {
		for _, q := range b.Articles[e.Article].Quotations {
			if q.Contains(e.Span) {
				passage = q
			}
		}
	}
	var marks []mark
	if e.Span != passage {
		marks = []mark{{Span: e.Span, kind: "point"}}
	} else {
		marks = b.apart(e, beside)
	}
	return b.quote(e, passage, lookWords, b.writer(e.Article, marks))
}

// apart returns marks on the longest phrases of a passage that the passage beside
// it does not have; none if the two share so little that nearly every word would
// be marked.
func (b *Builder) apart(e, beside framing.Evidence) []mark {
	s := b.Articles[e.Article].Text
	terms, others := b.terms(e.Article, e.Passage), b.terms(beside.Article, beside.Passage)
	own := without(terms, others)
	if float64(len(terms)-len(own)) < leastShared*float64(min(len(terms), len(others))) {
		return nil
	}
	var marks []mark
	for _, phrase := range longest(s, joined(s, own, terms), lookMarks) {
		marks = append(marks, mark{Span: phrase, kind: "point"})
	}
	return marks
}

// clip returns at most n words of a passage, with the point among them; a
// passage that fits is returned whole.
func clip(s string, passage, point text.Span, n int) text.Span {
	words := wordSpans(s, passage)
	if len(words) <= n {
		return passage
	}
	first := 0
	for first < len(words)-1 && words[first].End <= point.Start {
		first++
	}
	first = max(0, min(first-n/3, len(words)-n))
	return text.Span{Start: words[first].Start, End: words[first+n-1].End}
}

// wordSpans returns the spans of the blank-separated words in a span.
func wordSpans(s string, within text.Span) []text.Span {
	var spans []text.Span
	at := within.Start
	for _, field := range strings.Fields(within.Of(s)) {
		start := at + strings.Index(s[at:within.End], field)
		spans = append(spans, text.Span{Start: start, End: start + len(field)})
		at = start + len(field)
	}
	return spans
}
