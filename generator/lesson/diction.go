package lesson

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/text"
)

// A diction tells by the words of a sentence how it is told. Its lists are those
// of lessons.toml.
type diction struct{ *text.Language }

// diction returns that of an article's language.
func (m *maker) diction(article int) diction {
	return diction{m.Languages.For(m.Articles[article].Language)}
}

// known reports whether the language has the lists. Without them nothing is
// known of how a sentence is told.
func (d diction) known() bool { return len(d.List("claim_said")) > 0 }

// ends reports whether a word ends as a list has it.
func (d diction) ends(list, word string) bool {
	return slices.ContainsFunc(d.List(list), func(end string) bool { return strings.HasSuffix(word, end) })
}

// begins reports whether a word begins as a list has it.
func (d diction) begins(list, word string) bool {
	return slices.ContainsFunc(d.List(list), func(beginning string) bool { return strings.HasPrefix(word, beginning) })
}

// leastJudging is the least valence, good or bad, of an adjective that judges.
const leastJudging = 1.5

// judging reports whether words hold an adjective or an adverb that says how
// good or bad something is, as people rated it, and that is nothing else.
func (d diction) judging(words string) bool {
	return slices.ContainsFunc(d.Words(words), func(w text.Word) bool {
		class := d.Classes(w.Lower)
		return strings.ContainsAny(class[:min(1, len(class))], "ar") && !strings.Contains(class, "n") && math.Abs(d.Valence(w.Lower, w.Stem)) >= leastJudging && !d.In("claim_factual", w.Lower)
	})
}

// counted reports whether a label tells one of several things apart, so that
// it does not mean what the others mean.
func (d diction) counted(label string) bool {
	one := func(w string) bool { return d.In("label_counts", w) }
	return slices.ContainsFunc(strings.Fields(strings.ToLower(label)), one) || strings.ContainsAny(label, "0123456789")
}

// first returns the first letter or mark of words.
func first(words string) rune {
	r, _ := utf8.DecodeRuneInString(words)
	return r
}

// capital returns words with a capital letter first and blanks made one.
func capital(words string) string {
	return text.Capital(strings.Join(strings.Fields(words), " "))
}
