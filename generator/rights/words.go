package rights

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/overlap"
	"parallax/generator/text"
)

// countedWords returns the words of a text.
func countedWords(s string) []countedWord {
	words := make([]countedWord, 0, len(s)/6)
	scanWords(s, func(start, end int, hash uint64) {
		if hash != overlap.Pause {
			words = append(words, countedWord{text.Span{Start: start, End: end}, hash})
		}
	})
	return words
}

// hashes returns the words of a text as hashes, with pauses at ellipses.
func hashes(s string) []uint64 {
	words := make([]uint64, 0, len(s)/6)
	scanWords(s, func(_, _ int, hash uint64) { words = append(words, hash) })
	return words
}

// bothWays returns the words of a text as hashes and, if it has what looks like an
// escape, those of the text with the escapes resolved: in files they are.
func bothWays(s string) []uint64 {
	words := hashes(s)
	if plain := unescape(s); plain != s {
		words = append(append(words, overlap.Pause), hashes(plain)...)
	}
	return words
}

// scanWords calls word for each word of a text, and with a pause for each
// ellipsis. Case and apostrophes make no difference.
func scanWords(s string, word func(start, end int, hash uint64)) {
	start, h := -1, overlap.Start
	flush := func(end int) {
		if start >= 0 {
			word(start, end, max(h, 1))
		}
		start, h = -1, overlap.Start
	}
	for i, r := range s {
		switch {
		case text.Unspaced(r):
			flush(i)
			word(i, i+utf8.RuneLen(r), max(overlap.Mix(overlap.Start, uint64(r)), 1))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
			h = overlap.Letter(h, unicode.ToLower(r))
		case r == '\'' || r == '’' || r == '\u200d' || r == '\u00ad':
		case r == '…':
			flush(i)
			word(i, i+len("…"), overlap.Pause)
		default:
			flush(i)
		}
	}
	flush(len(s))
}

// firstWords returns the beginning of a text with at most n words, and an
// ellipsis if that is not all.
func firstWords(s string, n int) string {
	words := countedWords(s)
	if len(words) <= n {
		return s
	}
	return strings.TrimSpace(s[:words[n-1].End]) + " …"
}
