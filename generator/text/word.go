package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A Word is one word of a text, as found by [Language.Words].
type Word struct {
	Span
	Lower string // lower case, curly apostrophes straightened, a final 's removed
	Stem  string // by the language's stemmer; Lower where there is none
	Upper bool   // begins with an upper-case letter in the text
	Digit bool   // holds a digit
}

// Words returns the words of s in order, by the word boundaries of Unicode
// (UAX #29). Punctuation and blanks are left out. Hyphenated compounds come
// as their parts.
func (l *Language) Words(s string) []Word {
	var list []Word
	tokens := words.FromString(s)
	for tokens.Next() {
		token := tokens.Value()
		first, _ := utf8.DecodeRuneInString(token)
		if !hasLetterOrDigit(token) {
			continue
		}
		start := tokens.Start()
		lower := strings.ToLower(strings.ReplaceAll(token, "’", "'"))
		lower = strings.TrimSuffix(lower, "'s")
		list = append(list, Word{
			Span:  Span{start, start + len(token)},
			Lower: lower,
			Stem:  l.Stem(lower),
			Upper: unicode.IsUpper(first),
			Digit: strings.ContainsFunc(token, unicode.IsDigit),
		})
	}
	return list
}

func hasLetterOrDigit(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
