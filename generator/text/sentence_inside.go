package text

import (
	"strings"
	"unicode/utf8"
)

// farthest is how many segments ahead the end of a quotation or bracket is
// looked for. A mark that is never closed costs no more than that.
const farthest = 12

// encloses reports whether a sentence stops inside a quotation or a bracket and
// goes on after it.
func (l *Language) encloses(s string, sentence Span, rest []Span) bool {
	rest = rest[:min(len(rest), farthest)]
	return l.quotes(s, sentence, rest) || brackets(s, sentence, rest)
}

// brackets reports whether a sentence stops inside a bracket that is closed in
// what comes. Where the bracket began the sentence, more words or a stop must
// follow: else whole sentences are in it.
func brackets(s string, sentence Span, rest []Span) bool {
	depth, begins := 0, false
	for at, r := range sentence.Of(s) {
		switch {
		case strings.ContainsRune("([（［", r) && !isFace(sentence.Of(s)[:at]):
			if depth++; depth == 1 {
				begins = at == 0
			}
		case strings.ContainsRune(")]）］", r) && depth > 0:
			depth--
		}
	}
	for i := 0; i < len(rest) && depth > 0; i++ {
		if strings.Contains(s[sentence.End:rest[i].Start], "\n") {
			return false
		}
		words := rest[i].Of(s)
		var after int
		if depth, after = closeBrackets(words, depth); depth == 0 {
			return !begins || words[after:] != ""
		}
	}
	return false
}

// closeBrackets returns where in words as many brackets as depth are closed, or how
// many are still open at their end.
func closeBrackets(words string, depth int) (left, after int) {
	for at, r := range words {
		switch {
		case strings.ContainsRune("([（［", r):
			depth++
		case strings.ContainsRune(")]）］", r):
			if depth--; depth == 0 {
				return 0, at + utf8.RuneLen(r)
			}
		}
	}
	return depth, len(words)
}

// isFace reports whether a bracket that comes after words is the mouth of a face,
// ":(", and opens nothing.
func isFace(before string) bool {
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":-")
}

// quotes reports whether a sentence that stops inside a quotation in its middle
// goes on after it: words follow the closing mark in what comes, or the language
// has the word that does as one that goes on.
func (l *Language) quotes(s string, sentence Span, rest []Span) bool {
	closing := openQuotation(sentence.Of(s))
	if closing == "" {
		return l.afterQuotation(sentence.Of(s), rest[0].Of(s))
	}
	for i, span := range rest {
		words := span.Of(s)
		at := strings.Index(words, closing)
		switch {
		case strings.Contains(s[sentence.End:span.Start], "\n"):
			return false
		case at < 0:
			continue
		case strings.TrimSpace(words[at+len(closing):]) != "":
			return true
		}
		return i+1 < len(rest) && l.afterQuotation(words, rest[i+1].Of(s))
	}
	return false
}

// afterQuotation reports whether a text goes on with a sentence whose quotation
// just ended.
func (l *Language) afterQuotation(before, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune("”」』", last) {
		return false
	}
	for _, word := range l.afterQuotations {
		if strings.HasPrefix(next, word) {
			return true
		}
	}
	return false
}

// openQuotation returns the mark that will close the quotation which a sentence
// opened in its middle and did not close; "" if there is none.
func openQuotation(sentence string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"「", "」"}, {"『", "』"}, {"«", "»"}, {"„", "“"}} {
		at := strings.LastIndex(sentence, pair[0])
		if at > 0 && !strings.Contains(sentence[at:], pair[1]) {
			return pair[1]
		}
	}
	const straight = `"`
	at := strings.LastIndex(sentence, straight)
	if at > 0 && strings.Count(sentence, straight)%2 == 1 && strings.HasSuffix(sentence[:at], " ") {
		return straight
	}
	return ""
}
