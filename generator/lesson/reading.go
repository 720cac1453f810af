package lesson

import (
	"strings"
	"unicode"

	"parallax/generator/text"
)

// longEnough is how many words a text needs for its reading level to mean
// something.
const longEnough = 100

// grade returns the reading level of what an exercise shows: of its excerpts,
// or of their articles where an excerpt is short. It is 0 if there are none.
// It chooses and sorts excerpts and is never shown.
func (m *maker) grade(x *Exercise) float64 {
	var sum float64
	for _, e := range x.Excerpts {
		a := m.Articles[e.Article]
		g, words := fleschKincaid(a.Text, e.Span, a.Quotations)
		if words < longEnough {
			g, _ = fleschKincaid(a.Text, a.Body(), a.Quotations)
		}
		sum += g
	}
	return sum / float64(max(1, len(x.Excerpts)))
}

// fleschKincaid returns the grade of an English text by Flesch and Kincaid
// (Kincaid et al. 1975), 0.39 words a sentence + 11.8 syllables a word - 15.59,
// and its words. Quotations are left out, and a figure is one syllable.
func fleschKincaid(s string, span text.Span, quotations []text.Span) (grade float64, words int) {
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
	n, vowel := 0, false
	for _, r := range word {
		v := strings.ContainsRune("aeiouyáéíóúüäöè", r)
		if v && !vowel {
			n++
		}
		vowel = v
	}
	silent := strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") || strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded") || strings.HasSuffix(word, "es") && !strings.HasSuffix(word, "ses") && !strings.HasSuffix(word, "ces") && !strings.HasSuffix(word, "les")
	if silent && n > 1 {
		n--
	}
	return max(1, n)
}
