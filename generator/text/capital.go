package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Initials returns the first letters of words: "jwo" of "joint war office".
func Initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		b.WriteString(w[:size])
	}
	return b.String()
}

// Capital returns words with a capital letter first.
func Capital(words string) string {
	if words == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// AllCapitals reports whether a word of several letters is written in capitals
// only.
func AllCapitals(word string) bool {
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word)
}
