package event

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A sheet is an article as titles and reasons are made from it: its words, and
// the hashes of their stems, so that runs of words are compared as numbers.
type sheet struct {
	text  string
	words []text.Word
	stems []term // by word
	names []text.Span
	head  int // words of the headline, which come first
	lead  int // words near the beginning, which titles are made from
}

func newSheet(l *text.Language, a *corpus.Article, words []text.Word) sheet {
	s := sheet{text: a.Text, words: words}
	s.names = l.Names(s.text, s.words)
	s.stems = make([]term, len(s.words))
	for i, w := range s.words {
		s.stems[i] = term(w.StemHash)
	}
	s.head = wordsBefore(words, a.Body().Start)
	s.lead = wordsBefore(words, max(titleBytes, a.Body().Start))
	return s
}

// sheets returns the sheets of articles.
func (g *grouper) sheets(articles []int32) []sheet {
	list := make([]sheet, len(articles))
	for n, i := range articles {
		list[n] = newSheet(g.language[i], g.articles[i], g.wordsOf(i))
	}
	return list
}

// wordsBefore returns how many words begin before a byte of their text.
func wordsBefore(words []text.Word, at int) int {
	n, _ := slices.BinarySearchFunc(words, at, func(w text.Word, at int) int { return cmp.Compare(w.Start, at) })
	return n
}

// has reports whether the stems stand in a run among others.
func has(stems, run []term) bool { return find(stems, run, 0) >= 0 }

// find returns where a run of stems stands first, from a place on, or -1.
func find(stems, run []term, from int) int {
	for i := from; i+len(run) <= len(stems); i++ {
		if stems[i] == run[0] && slices.Equal(stems[i:i+len(run)], run) {
			return i
		}
	}
	return -1
}

// within returns the numbers of the first word that lies within a span and of
// the first behind it.
func (s *sheet) within(span text.Span) (from, to int) {
	from = wordsBefore(s.words, span.Start)
	to = from
	for to < len(s.words) && s.words[to].End <= span.End {
		to++
	}
	return from, to
}

// stems joins the stems of words by blanks.
func stems(words []text.Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Stem)
	}
	return b.String()
}

// commonest returns the most frequent form, the last by letters among equals:
// small letters before the capitals that a headline may give every word.
func commonest(forms map[string]int) string {
	best := ""
	for form, count := range forms {
		if best == "" || cmp.Or(cmp.Compare(count, forms[best]), strings.Compare(form, best)) > 0 {
			best = form
		}
	}
	return best
}
