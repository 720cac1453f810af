package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is how many words a name may have; a longer run of capitalised
// words is a headline or a line of initials.
const maxName = 6

// Names returns the names in s as runs of capitalised words, given the words
// of s. A word that begins a sentence counts only if the text writes it with
// a capital elsewhere too. In a language without capitals there are none; in
// German every noun is one.
func (l *Language) Names(s string, words []Word) []Span {
	begin, inside := l.capitals(s, words)
	var names []Span
	run := 0 // words of the name that is being built
	for i, w := range words {
		named := w.Upper && !w.Stop
		if named && begin[i] {
			_, named = slices.BinarySearch(inside, w.LowerHash)
		}
		switch {
		case !named:
			run = 0
		case run > 0 && adjoins(s, words[i-1], w):
			run++
			names[len(names)-1].End = w.End
		default:
			run = 1
			names = append(names, w.Span)
		}
		if run > maxName {
			names, run = names[:len(names)-1], 0
		}
	}
	return names
}

// WithoutArticle returns a name without the definite article before it: "The
// Courier" becomes "Courier". An article alone is a name.
func (l *Language) WithoutArticle(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if lower := strings.ToLower(first); rest != "" && l.In("articles", lower) && l.In("definite", lower) {
		return strings.TrimSpace(rest)
	}
	return name
}

// capitals tells of the words that are written with a capital which of them
// begin a sentence, and lists the hashes of the others, sorted.
func (l *Language) capitals(s string, words []Word) (begin []bool, inside []uint32) {
	begin = make([]bool, len(words))
	for i, w := range words {
		if !w.Upper {
			continue
		}
		begin[i] = l.begins(s, words, i)
		if !begin[i] {
			inside = append(inside, w.LowerHash)
		}
	}
	slices.Sort(inside)
	return begin, inside
}

// begins reports whether word i begins a sentence or a quotation.
func (l *Language) begins(s string, words []Word, i int) bool {
	if i == 0 {
		return true
	}
	gap := s[words[i-1].End:words[i].Start]
	if strings.ContainsAny(gap, "\n!?:;…\"“”«»„。！？") {
		return true
	}
	if !strings.Contains(gap, ".") {
		return false
	}
	before := words[i-1]
	return !l.abbreviations[before.Lower] && !(before.Upper && before.Len() == 1)
}

// adjoins reports whether nothing but a blank, a hyphen or an initial's full
// stop stands between two words.
func adjoins(s string, a, b Word) bool {
	initial := utf8.RuneCountInString(a.Of(s)) == 1
	for _, r := range s[a.End:b.Start] {
		if !unicode.IsSpace(r) && r != '-' && !(initial && r == '.') {
			return false
		}
	}
	return true
}
