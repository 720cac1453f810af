package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// oneLine returns s as words on one line in NFC, without control characters
// and what hides or turns the text around it.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r) && !isJoiner(r), r >= 0xfff9 && r <= 0xfffb:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isJoiner reports whether words are spelt with an invisible character.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' || r == '\u200e' || r == '\u200f' }

// wordsOf returns the letters and digits of a line in lower case, a blank
// between words: what two blocks are compared by.
func wordsOf(line string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	}), " ")
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(line))
	return strings.ContainsRune(".!?…:;\"”’)。！？»", last)
}

// short returns at most n bytes of s, whole characters only.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return strings.TrimSpace(s[:n])
}
