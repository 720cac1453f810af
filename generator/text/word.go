package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// A Word is one word of a text, as found by [Language.Words].
type Word struct {
	Span
	*Form
}

// Words returns the words of s in order, by the word boundaries of Unicode
// (UAX #29). Punctuation and blanks are left out. Hyphenated compounds come
// as their parts.
func (l *Language) Words(s string) []Word {
	const bytesPerWord = 6 // so that the list seldom grows
	list := make([]Word, 0, len(s)/bytesPerWord+1)
	tokens := words.FromString(s)
	for tokens.Next() {
		token := tokens.Value()
		if token == " " {
			continue
		}
		if f := l.form(token); f.word {
			start := tokens.Start()
			list = append(list, Word{Span{start + f.blank, start + len(token)}, f})
		}
	}
	return list
}

// Beginning returns the first n words of s between blanks, with three dots behind them,
// or s if it has no more.
func Beginning(s string, n int) string {
	if words := strings.Fields(s); len(words) > n {
		return strings.Join(words[:n], " ") + " …"
	}
	return s
}

// CountWords returns the number of words of s as a reader counts them, without
// regard to language: runs between blanks, and each character of a script that
// is written without blanks between words.
func CountWords(s string) int {
	n, inWord := 0, false
	for _, r := range s {
		switch {
		case Unspaced(r):
			n, inWord = n+1, false
		case unicode.IsSpace(r):
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n, inWord = n+1, true
		}
	}
	return n
}

// Unspaced reports whether a character belongs to a script that is written
// without blanks between words.
func Unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// MostlyUnspaced reports whether more than a third of a text is of such scripts: its
// words are not counted by their blanks.
func MostlyUnspaced(s string) bool {
	n := 0
	for _, r := range s {
		if Unspaced(r) {
			n++
		}
	}
	return n*3 > utf8.RuneCountInString(s)
}

// Unaccented returns a text without the marks on its letters: "Raul" of "Raúl".
func Unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
