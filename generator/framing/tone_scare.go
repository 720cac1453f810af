package framing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

const scareMost = 3 // words of a scare quote

// scareQuotes returns the words that an article puts in quotation marks though
// nobody is quoted with them: up to three in lower case, outside the headline,
// in a sentence that lays nothing to anybody and neither introduces a term
// ("known as") nor explains one, and that no other quotation of the event has.
// Most of them keep the author away from the word.
func (c *comparing) scareQuotes(r *reading) []Mark {
	var marks []Mark
	for _, q := range r.quotations {
		words := r.words[r.wordAt(q.Start):]
		n := 0
		for n < len(words) && words[n].Start < q.End {
			n++
		}
		passage := r.article.PassageAt(q.Start)
		if n == 0 || n > scareMost || passage < 1 || !scary(words[:n], r.article.Text) ||
			!r.closed(passage) || r.lays(passage, q) || r.introduces(q, words[n:]) || c.quotedElsewhere(r, q) {
			continue
		}
		span := text.Span{Start: words[0].Start, End: words[n-1].End}
		marks = append(marks, Mark{
			Evidence: Evidence{Article: r.index, Passage: passage, Span: span},
			Kind:     "scare", Word: strings.ToLower(span.Of(r.article.Text)), Rule: "scare-quotes",
		})
	}
	return marks
}

// scary reports whether words are plain ones: no name, no title, no number, no
// sentence of its own.
func scary(words []text.Word, s string) bool {
	for _, w := range words {
		if w.Upper || w.Digit {
			return false
		}
	}
	last := words[len(words)-1]
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[last.End:], " "))
	return after != '?' && after != '!'
}

// closed reports whether a passage ends as a sentence does: a heading inside an
// article is no sentence of its author's.
func (r *reading) closed(passage int) bool {
	words := strings.TrimRight(r.article.Passages[passage].Of(r.article.Text), "”’'\"») ")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…:;", last)
}

// lays reports whether the passage lays something to a source, or the
// quotation is part of what one said.
func (r *reading) lays(passage int, q text.Span) bool {
	for _, a := range r.attributions {
		if a.Passage == passage || slices.ContainsFunc(a.Content, q.Overlaps) {
			return true
		}
	}
	cues := r.language.Lexicon("quotation_cues")
	words := r.passageWords(passage)
	for i := range words {
		if _, n := cues.Match(words[i:]); n > 0 && !q.Overlaps(words[i].Span) && !r.follows(q, "scare_introductions") {
			return true
		}
	}
	return false
}

// introduces reports whether the words before the quotation say that it is a
// name or a term, or the words and marks after it explain it.
func (r *reading) introduces(q text.Span, after []text.Word) bool {
	if r.follows(q, "scare_introductions") {
		return false
	}
	if len(after) > 0 {
		gap := r.article.Text[q.End:after[0].Start]
		_, explained := r.language.Lexicon("term_explanations").Match(after)
		if explained > 0 && !strings.Contains(gap, ".") || strings.ContainsAny(gap, "(—–") || strings.Contains(gap, " - ") {
			return true
		}
	}
	return r.follows(q, "term_introductions")
}

// follows reports whether an entry of a list stands directly before the
// quotation.
func (r *reading) follows(q text.Span, list string) bool {
	i := r.wordAt(q.Start)
	for back := 1; back <= 2 && back <= i; back++ {
		if _, n := r.language.Lexicon(list).Match(r.words[i-back : i]); n == back {
			return true
		}
	}
	return false
}

// quotedElsewhere reports whether the words stand in a longer quotation of any
// article of the event, or in what a source of it said.
func (c *comparing) quotedElsewhere(r *reading, q text.Span) bool {
	words := strings.ToLower(q.Of(r.article.Text))
	for _, other := range c.readings {
		for _, span := range other.quotations {
			if other == r && span == q || span.Len() <= q.Len() {
				continue
			}
			if holds(strings.ToLower(span.Of(other.article.Text)), words) {
				return true
			}
		}
		for _, a := range other.attributions {
			for _, span := range a.Content {
				if a.Mode != "indirect" && holds(strings.ToLower(span.Of(other.article.Text)), words) {
					return true
				}
			}
		}
	}
	return false
}

// holds reports whether s has the words, not as parts of longer words.
func holds(s, words string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = start + 1
	}
}
