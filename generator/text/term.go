package text

import (
	"unicode"
	"unicode/utf8"
)

// Terms returns the words of s that carry content, in order: stop words are
// left out, and runs of Chinese, Japanese and Korean characters come as
// overlapping pairs of characters, since such scripts write without blanks
// between words or glue particles to them. A single character stands alone.
func (l *Language) Terms(words []Word) []Word {
	terms := make([]Word, 0, len(words))
	for i := 0; i < len(words); {
		if !eastAsian(words[i].Lower) {
			if !l.stop[words[i].Lower] {
				terms = append(terms, words[i])
			}
			i++
			continue
		}
		end := i + 1
		for end < len(words) && words[end].Start == words[end-1].End && eastAsian(words[end].Lower) {
			end++
		}
		terms = appendPairs(terms, words[i:end])
		i = end
	}
	return terms
}

// appendPairs appends the overlapping pairs of characters of adjoining words.
func appendPairs(terms []Word, run []Word) []Word {
	type char struct {
		text  string
		start int
	}
	var chars []char
	for _, w := range run {
		for at, r := range w.Lower {
			chars = append(chars, char{string(r), w.Start + at})
		}
	}
	if len(chars) == 1 {
		return append(terms, run[0])
	}
	for i := 1; i < len(chars); i++ {
		pair := chars[i-1].text + chars[i].text
		terms = append(terms, Word{
			Span:  Span{chars[i-1].start, chars[i].start + len(chars[i].text)},
			Lower: pair,
			Stem:  pair,
		})
	}
	return terms
}

// eastAsian reports whether a word is written in Han, kana or Hangul.
func eastAsian(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
