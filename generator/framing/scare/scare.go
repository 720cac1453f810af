// Package scare finds scare quotes: words that an article puts in quotation marks
// though nobody is quoted with them. Most of them keep the author away from the
// word. [Quotes] is the entry point.
//
// It is one known word in lower case, or two after a word such as "so-called",
// outside the headline, alone between quotation marks in a sentence that lays
// nothing to anybody and neither introduces a term ("known as") nor explains one,
// and that no other quotation of the event has.
package scare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// most is how many words of so-called something are a scare quote. Without such a
// word before it only one is: longer ones are mostly terms, or what somebody said.
const most = 2

// A report is an article whose quotations are looked at.
type report struct{ *reading.Reading }

// Quotes returns the scare quotes of the article with an index among those of
// its event, in order: the words without the marks.
func Quotes(event []*reading.Reading, index int) []text.Span {
	var list []text.Span
	r := report{event[index]}
	for _, q := range r.Quotations() {
		words := r.Words()[r.WordAt(q.Start):]
		n := 0
		for n < len(words) && words[n].Start < q.End {
			n++
		}
		if r.short(q, n) && r.bare(q, words[n:]) && r.scary(q, words[:n]) && !quotedElsewhere(event, r.Reading, q) {
			list = append(list, text.Span{Start: words[0].Start, End: words[n-1].End})
		}
	}
	return list
}

// short reports whether a quotation has few enough words, of which it is given
// how many.
func (r report) short(q text.Span, words int) bool {
	return words == 1 || words > 1 && words <= most && r.follows(q, "scare_introductions")
}

// bare reports whether nobody is quoted with a quotation, and no term introduced
// or explained by it; after are the words behind it.
func (r report) bare(q text.Span, after []text.Word) bool {
	passage := r.Article().PassageAt(q.Start)
	return passage >= 1 && r.closed(passage) && r.alone(passage, q) && !r.lays(passage, q) && !r.introduces(q, after)
}

// scary reports whether words are plain ones: no name, no title, no number, no
// sentence of its own, no foreign word, no word for a topic and no translation.
func (r report) scary(q text.Span, words []text.Word) bool {
	content := false
	for _, w := range words {
		if w.Upper || w.Digit || r.Language().Background().Stem(w.Stem) == 0 && r.Language().Classes(w.Lower) == "" {
			return false
		}
		if strings.Contains(w.Of(r.Text()), "-") || strings.HasPrefix(r.Text()[w.End:], "-") {
			return false
		}
		content = content || !r.Language().Stop(w.Lower)
	}
	s := r.Text()
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:q.Start], "“\"'‘`"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[words[len(words)-1].End:], " "))
	return content && before != '(' && s[words[0].Start-1] != '#' && after != '?' && after != '!'
}

// alone reports whether no other quotation stands in the passage: beside one,
// words are mostly those of whoever is quoted. What is called so-called needs
// nobody.
func (r report) alone(passage int, q text.Span) bool {
	return r.follows(q, "scare_introductions") || !slices.ContainsFunc(r.Quotations(), func(other text.Span) bool {
		return other != q && other.Overlaps(r.Article().Passages[passage].Span)
	})
}

// closed reports whether a passage ends as a sentence does: a heading inside an
// article is no sentence of its author's.
func (r report) closed(passage int) bool {
	words := strings.TrimRight(r.Article().Passages[passage].Of(r.Text()), "”’'\"») ")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…:;", last)
}

// lays reports whether the passage lays something to a source, or the
// quotation is part of what one said.
func (r report) lays(passage int, q text.Span) bool {
	for _, a := range r.Attributions() {
		if a.Passage == passage || slices.ContainsFunc(a.Content, q.Overlaps) {
			return true
		}
	}
	cues := r.Language().Lexicon("quotation_cues")
	words := r.PassageWords(passage)
	for i := range words {
		if _, n := cues.Match(words[i:]); n > 0 && !q.Overlaps(words[i].Span) && !r.follows(q, "scare_introductions") {
			return true
		}
	}
	return false
}

// introduces reports whether the words before the quotation say that it is a
// name or a term, or the words and marks after it explain it.
func (r report) introduces(q text.Span, after []text.Word) bool {
	if r.follows(q, "scare_introductions") {
		return false
	}
	if len(after) > 0 {
		gap := r.Text()[q.End:after[0].Start]
		_, explained := r.Language().Lexicon("term_explanations").Match(after)
		if explained > 0 && !strings.Contains(gap, ".") || strings.ContainsAny(gap, "(—–") || strings.Contains(gap, " - ") {
			return true
		}
	}
	return r.follows(q, "term_introductions")
}

// follows reports whether an entry of a list stands directly before the
// quotation.
func (r report) follows(q text.Span, list string) bool {
	i := r.WordAt(q.Start)
	for back := 1; back <= 2 && back <= i; back++ {
		if _, n := r.Language().Lexicon(list).Match(r.Words()[i-back : i]); n == back {
			return true
		}
	}
	return false
}

// quotedElsewhere reports whether the words stand in another quotation of any
// article of the event, or in what a source of it said: then they are a term, or
// somebody's.
func quotedElsewhere(event []*reading.Reading, r *reading.Reading, q text.Span) bool {
	words := strings.ToLower(q.Of(r.Text()))
	for _, other := range event {
		for _, span := range other.Quotations() {
			if other == r && span == q {
				continue
			}
			if holds(strings.ToLower(span.Of(other.Text())), words) {
				return true
			}
		}
		for _, a := range other.Attributions() {
			for _, span := range a.Content {
				if a.Mode != reading.Indirect && holds(strings.ToLower(span.Of(other.Text())), words) {
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
