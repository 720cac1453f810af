package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the sentences of s in order, without the blanks around
// them. They are the segments of UAX #29, joined where an abbreviation of the
// language or a lower-case beginning shows that the sentence goes on. A line
// break always ends a sentence.
func (l *Language) Sentences(s string) []Span {
	var list []Span
	segments := sentences.FromString(s)
	for segments.Next() {
		span := trim(s, Span{segments.Start(), segments.End()})
		if span.Len() == 0 {
			continue
		}
		if n := len(list); n > 0 && !strings.Contains(s[list[n-1].End:span.Start], "\n") && l.continues(list[n-1].Of(s), span.Of(s)) {
			list[n-1].End = span.End
			continue
		}
		list = append(list, span)
	}
	return list
}

// continues reports whether next goes on with the sentence that before began.
func (l *Language) continues(before, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	last := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	last = strings.TrimLeft(last, "(\"“‘'")
	if !strings.HasSuffix(last, ".") {
		return false
	}
	stem := strings.ToLower(strings.TrimSuffix(last, "."))
	first, _, _ := strings.Cut(strings.TrimLeft(next, "(\"“‘'"), " ")
	starts := l.Stop(strings.ToLower(first)) && utf8.RuneCountInString(first) > 1
	switch {
	case l.In("number_abbreviations", stem):
		return strings.ContainsFunc(first[:min(1, len(first))], unicode.IsDigit)
	case utf8.RuneCountInString(stem) == 1:
		return unicode.IsLetter([]rune(stem)[0]) && !starts // an initial
	case l.In("ending_abbreviations", stem):
		return !starts
	case l.In("hours", stem):
		return l.Role(strings.ToLower(strings.TrimRight(first, ".,"))).Is(Time) || len(first) > 1 && first == strings.ToUpper(first)
	}
	return l.abbreviations[stem]
}

func trim(s string, p Span) Span {
	text := p.Of(s)
	p.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	p.End -= len(text) - len(strings.TrimRightFunc(text, unicode.IsSpace))
	if p.End < p.Start {
		p.End = p.Start
	}
	return p
}
