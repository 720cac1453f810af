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
	stem := strings.TrimSuffix(last, ".")
	if utf8.RuneCountInString(stem) == 1 && unicode.IsUpper([]rune(stem)[0]) {
		return true // an initial
	}
	return l.abbreviations[strings.ToLower(stem)]
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
