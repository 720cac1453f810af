package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text/english"
)

// bare returns the words of a label that count.
func bare(label string) []string {
	const uncounted = " the a an of in on at to for by and or his her their its mr mrs ms dr "
	s := strings.TrimLeft(strings.ToLower(label), "*")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "’s", ""), "'s", "")
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("_$%", r)
	})
	return slices.DeleteFunc(words, func(w string) bool { return strings.Contains(uncounted, " "+w+" ") })
}

// singular returns a word without the s of a plural.
func singular(word string) string {
	if utf8.RuneCountInString(word) > 3 {
		return english.Rules{}.Unmarked(word)
	}
	return word
}

// like reports whether two labels count as the same.
func like(x, y string) bool {
	a, b := bare(x), bare(y)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return singular(a[len(a)-1]) == singular(b[len(b)-1]) || holds(a, b) || holds(b, a)
}

// holds reports whether all words of b are in a.
func holds(a, b []string) bool {
	return !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
}

// likeAny reports whether a label is like one of several.
func likeAny(x string, labels []string) bool {
	return slices.ContainsFunc(labels, func(y string) bool { return like(x, y) })
}
