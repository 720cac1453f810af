package odds

import (
	"strings"
	"unicode/utf8"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// A use is one occurrence of a term in the author's voice.
type use struct {
	key     string // see keyOf; of a pair both with a blank between
	passage int
	span    text.Span
}

// usesOf lists the uses of words and pairs of words in an article, in order.
// Words that leave returns true for are no terms and part pairs, as
// punctuation does. In scripts without blanks a term is a pair of characters.
func usesOf(r *reading.Reading, leave func(text.Word) bool) []use {
	var list []use
	s := r.Text()
	for p := range r.Article().Passages {
		var before *text.Word // the word that may begin a pair
		for _, w := range r.Language().Terms(s, r.PassageWords(p)) {
			if !r.OwnAt(w.Start) || w.Digit || utf8.RuneCountInString(w.Lower) < 2 || leave(w) {
				before = nil
				continue
			}
			key := keyOf(r.Language(), w)
			list = append(list, use{key, p, w.Span})
			if before != nil && before.End <= w.Start && joined(s[before.End:w.Start]) {
				list = append(list, use{keyOf(r.Language(), *before) + " " + key, p, text.Span{Start: before.Start, End: w.End}})
			}
			before = &w
		}
	}
	return list
}

// keyOf returns the key of a term: its stem and, where the language tells it,
// the word of which it is a form, for a stem alone makes one of "representative"
// and "represents".
func keyOf(l *text.Language, w text.Word) string {
	if len(l.List("verbs")) == 0 {
		return w.Stem
	}
	if verb, ok := l.Inflection(w.Lower); ok {
		return w.Stem + lemmaMark + verb.Verb
	}
	return w.Stem + lemmaMark + l.Rules().Singular(w.Lower)
}

// lemmaMark parts the stem of a key from the word.
const lemmaMark = "_"

// joined reports whether words with the gap between them make a pair.
func joined(gap string) bool { return gap == " " || gap == "-" || gap == "\u00a0" }

// A tally counts terms.
type tally struct {
	counts map[string]int
	words  int // single words counted, the base of shares
}

func tallyOf(uses []use) tally {
	t := tally{counts: make(map[string]int, len(uses))}
	for _, u := range uses {
		t.add(u.key, 1)
	}
	return t
}

func (t *tally) add(key string, n int) {
	t.counts[key] += n
	if !strings.Contains(key, " ") {
		t.words += n
	}
}
