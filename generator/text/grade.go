package text

import (
	"slices"
	"strings"
	"unicode"
)

// Grade returns the grade of a span of an English text by Flesch and Kincaid
// (Kincaid et al. 1975), 0.39 words a sentence + 11.8 syllables a word - 15.59,
// and how many words it counted. Words that begin in a quotation are left out,
// and a figure is one syllable. Without words both are 0.
func Grade(s string, span Span, quotations []Span) (grade float64, words int) {
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
			syllables += syllablesOf(word)
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
	if words == 0 {
		return 0, 0
	}
	return 0.39*float64(words)/float64(max(1, sentences)) + 11.8*float64(syllables)/float64(words) - 15.59, words
}

// syllablesOf returns about how many syllables an English word has: its runs
// of vowels, without a silent e at the end.
func syllablesOf(word string) int {
	word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	if strings.ContainsAny(word, "0123456789") {
		return 1
	}
	const vowels = "aeiouyáéíóúüäöè"
	n, vowel := 0, false
	for i, r := range word {
		v := strings.ContainsRune(vowels, r)
		if r == 'y' && vowel && i+1 < len(word) && strings.ContainsRune(vowels, rune(word[i+1])) {
			v = false // as in "mayor"
		}
		if v && !vowel {
			n++
		}
		vowel = v
	}
	if n > 1 && silentEnd(word) {
		n--
	}
	return max(1, n)
}

// silentEnd reports whether the e at the end of a word, or before its last
// letter, is not spoken.
func silentEnd(word string) bool {
	ends := func(list ...string) bool {
		return slices.ContainsFunc(list, func(end string) bool { return strings.HasSuffix(word, end) })
	}
	switch {
	case ends("e"):
		return !ends("le", "ee")
	case ends("ed"):
		return !ends("ted", "ded")
	case ends("es"):
		return !ends("ses", "ces", "les", "ges", "xes", "zes", "shes", "ches")
	}
	return false
}
