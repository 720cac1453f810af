package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy returns s as words on one line: in NFC, blanks of every kind and
// control characters as single blanks, without invisible characters.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			gap = b.Len() > 0
		case invisible(r):
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// isTidy reports whether s is plain ASCII with single blanks inside.
func isTidy(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// invisible reports whether a character shows nothing and could hide or turn
// what stands around it: embeddings and isolates of direction, which must not
// reach from one passage into the next, soft hyphens, zero-width blanks and
// tags. Joiners and the two direction marks stay: words are spelt with them.
func invisible(r rune) bool {
	switch {
	case r == '\u00ad', r == '\u180e', r == '\u200b', r == '\ufeff',
		r >= '\u202a' && r <= '\u202e',
		r >= '\u2060' && r <= '\u206f',
		r >= '\ufff9' && r <= '\ufffb',
		r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// tidyMarkdown returns Markdown that keeps its lines, without invisible and
// control characters.
func tidyMarkdown(s string) string {
	s = strings.Map(func(r rune) rune {
		if invisible(r) || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(norm.NFC.String(s)) + "\n"
}
