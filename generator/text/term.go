package text

import (
	"unicode"
	"unicode/utf8"
)

// Terms returns those words of s that carry content, in order: stop words are
// left out, and runs of Chinese, Japanese and Korean characters come as
// overlapping pairs of characters, since such scripts write without blanks
// between words or glue particles to them. A single character stands alone.
func (l *Language) Terms(s string, words []Word) []Word {
	return l.AppendTerms(make([]Word, 0, len(words)), s, words)
}

// AppendTerms appends the [Language.Terms] of s to a list.
func (l *Language) AppendTerms(terms []Word, s string, words []Word) []Word {
	for i := 0; i < len(words); {
		if !words[i].eastAsian {
			if !words[i].Stop {
				terms = append(terms, words[i])
			}
			i++
			continue
		}
		end := i + 1
		for end < len(words) && words[end].Start == words[end-1].End && words[end].eastAsian {
			end++
		}
		terms = l.appendPairs(terms, s, words[i:end])
		i = end
	}
	return terms
}

// appendPairs appends the overlapping pairs of characters of adjoining words.
func (l *Language) appendPairs(terms []Word, s string, run []Word) []Word {
	end := run[len(run)-1].End
	_, size := utf8.DecodeRuneInString(s[run[0].Start:end])
	before, at := run[0].Start, run[0].Start+size
	if at == end {
		return append(terms, run[0])
	}
	for at < end {
		_, size := utf8.DecodeRuneInString(s[at:end])
		pair := Span{before, at + size}
		terms = append(terms, Word{pair, l.form(pair.Of(s))})
		before, at = at, at+size
	}
	return terms
}

// eastAsian reports whether a word is written in Han, kana or Hangul.
func eastAsian(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
