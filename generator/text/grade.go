package text

import (
	"strings"
	"unicode"
)

// Grade returns the grade of a span of a text by Flesch and Kincaid (Kincaid et
// al. 1975), 0.39 words a sentence + 11.8 syllables a word - 15.59, and how many
// words it counted. Words that begin in a quotation are left out. Without words,
// and in a language whose syllables nobody counts, the grade is 0.
func (l *Language) Grade(s string, span Span, quotations []Span) (grade float64, words int) {
	sentences, syllables, open := 0, 0, false
	at := span.Start
	for _, word := range strings.FieldsFunc(span.Of(s), unicode.IsSpace) {
		at += strings.Index(s[at:span.End], word)
		quoted := false
		for _, q := range quotations {
			quoted = quoted || q.Start <= at && at < q.End
		}
		at += len(word)
		if !quoted && strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			words++
			syllables += l.Rules().Syllables(word)
			open = true
		}
		if end := strings.TrimRight(word, "\"”’)"); open && (strings.HasSuffix(end, ".") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!")) {
			sentences++
			open = false
		}
	}
	if open {
		sentences++
	}
	if syllables == 0 {
		return 0, words
	}
	return 0.39*float64(words)/float64(max(1, sentences)) + 11.8*float64(syllables)/float64(words) - 15.59, words
}
