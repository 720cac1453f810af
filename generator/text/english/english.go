// Package english holds the rules of English that are no list: what the ending
// of a word tells of it, and how its forms are spelt. The lists are those of
// languages/en; no other package knows an English ending.
//
// Words come in lower case with straight apostrophes unless a method says
// "as written". An ending is a guess: "red" looks like a past form, and it is
// for the caller to ask the lists first.
package english

import (
	"slices"
	"strings"
)

// Rules are the rules of English; see the interface of that name in package
// text for what each means.
type Rules struct{}

// ends reports whether a word ends in one of the endings.
func ends(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// Decade reports whether what follows an apostrophe begins like the rest of "the
// '90s".
func Decade(after string) bool {
	rest := strings.TrimLeft(after, "0123456789")
	return len(after)-len(rest) == 2 && strings.HasPrefix(rest, "s")
}

// Elided reports whether what follows an apostrophe begins like a word that the
// apostrophe shortens: "rock 'n' roll", "give 'em".
func Elided(after string) bool {
	end := strings.IndexFunc(after, func(r rune) bool { return r < 'a' || r > 'z' })
	if end < 0 {
		end = len(after)
	}
	return slices.Contains([]string{"n", "em", "til", "tis", "twas"}, after[:end])
}

// Genitive reports whether a word as written ends in 's.
func (Rules) Genitive(word string) bool { return ends(word, "'s", "’s") }

// Bare returns a word as written without the ending of a genitive: "council's"
// and "players'" become "council" and "players".
func (Rules) Bare(word string) string {
	for _, ending := range []string{"'s", "’s", "'", "’"} {
		if bare, found := strings.CutSuffix(word, ending); found {
			return bare
		}
	}
	return word
}

// Adverb reports whether a word looks like an adverb: "slowly".
func (Rules) Adverb(word string) bool { return ends(word, "ly") }

// Adjective reports whether a word looks like an adjective: "famous".
func (Rules) Adjective(word string) bool { return ends(word, "ous", "ful", "ive", "ic", "able") }

// Deed reports whether a noun looks like one that means a deed: "eviction".
func (Rules) Deed(noun string) bool { return ends(noun, "tion", "ing") }

// Cardinal returns the figure of an ordinal, "27" of "27th", and any other word
// as it is: "20s" is no day of a month.
func (Rules) Cardinal(word string) string {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		figure, found := strings.CutSuffix(word, ending)
		if found && strings.Trim(figure, "0123456789") == "" {
			return figure
		}
	}
	return word
}
