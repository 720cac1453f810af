package lesson

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/text"
)

// A maker makes the exercises of one comparison.
type maker struct {
	Material
	pairsMade []textPair      // once asked for
	headsMade []Excerpt       // likewise
	grades    map[int]float64 // of the texts of articles that were asked for
}

// id returns the id of an exercise of a kind on words of articles: the same as
// long as the passages are in which they stand.
func (m *maker) id(kind Kind, on ...framing.Evidence) string {
	h := text.HashStart
	for _, e := range on {
		if e.Passage >= 0 && m.span(e.Article, e.Passage).Contains(e.Span) {
			e.Span = m.span(e.Article, e.Passage)
		}
		h = text.Hash(h, m.Articles[e.Article].ID+"\x00"+m.words(e)+"\x00")
	}
	return fmt.Sprintf("%s_%05x", kind, h&0xfffff)
}

// excerpt returns the passage around evidence, or so much of it as may be shown.
// It returns false if that has not the evidence in it, or is not the outlet's own
// words, as in a retelling all but the headline is.
func (m *maker) excerpt(e framing.Evidence) (Excerpt, bool) {
	if m.Articles[e.Article].Paraphrase && e.Passage != 0 {
		return Excerpt{}, false
	}
	return m.told(e)
}

// told returns the passage around evidence, or so much of it as may be shown,
// where only what is told counts and not the words. It returns false if that has
// not the evidence in it.
func (m *maker) told(e framing.Evidence) (Excerpt, bool) {
	a := m.Articles[e.Article]
	if e.Passage < 0 || e.Passage >= len(a.Passages) {
		return Excerpt{}, false
	}
	passage := a.Passages[e.Passage].Span
	x := Excerpt{Evidence: framing.Evidence{Article: e.Article, Passage: e.Passage, Span: passage}, Point: e.Span}
	if !passage.Contains(e.Span) || m.Shows(e.Article, passage) || m.Piece == nil {
		return x, passage.Contains(e.Span) && m.Shows(e.Article, passage)
	}
	x.Span = m.Piece(e)
	return x, e.Span != passage && x.Span.Contains(e.Span)
}

// whole returns the words of the passage that an excerpt is, or is a part of.
func (m *maker) whole(x Excerpt) string {
	return m.words(m.evidence(x.Article, x.Passage))
}

// words returns the words of an excerpt.
func (m *maker) words(e framing.Evidence) string { return e.Span.Of(m.Articles[e.Article].Text) }

// pair returns two excerpts in the order shown and the numbers that they have
// there.
func (m *maker) pair(id string, x, y Excerpt) (excerpts []Excerpt, first, second int) {
	if m.hash(id, m.words(x.Evidence)) <= m.hash(id, m.words(y.Evidence)) {
		return []Excerpt{x, y}, 1, 2
	}
	return []Excerpt{y, x}, 2, 1
}

// choose returns options of words in the order shown.
func (m *maker) choose(id, right string, wrong []string) []Option {
	options := []Option{{Words: right, Right: true}}
	for _, w := range wrong {
		options = append(options, Option{Words: w})
	}
	slices.SortStableFunc(options, func(x, y Option) int {
		return cmp.Or(cmp.Compare(m.hash(id, x.Words), m.hash(id, y.Words)), strings.Compare(x.Words, y.Words))
	})
	return options
}

// hash returns the place of something in a shuffle.
func (m *maker) hash(id, what string) uint32 {
	return text.Hash(text.HashStart, m.Event+"\x00"+id+"\x00"+what)
}

// together returns how surely two passages of different articles carry one
// statement; 0 if they do not.
func (m *maker) together(x, y framing.Evidence) float64 {
	sure := 0.0
	for i := range m.Coverage.Statements {
		s := &m.Coverage.Statements[i]
		if x.Article != y.Article {
			sure = max(sure, min(carries(s, x), carries(s, y)))
		}
	}
	return sure
}

// directPassages is how many passages of a cell tell its statement so directly
// that their words can be held against those of another.
const directPassages = 2

// carries returns how surely the passage of evidence carries a statement; 0 if
// it does not, or if others of its article tell it more directly.
func carries(s *framing.Statement, e framing.Evidence) float64 {
	for _, c := range s.Cells {
		direct := c.Evidence[:min(directPassages, len(c.Evidence))]
		if c.Article == e.Article && c.Told() && slices.ContainsFunc(direct, func(o framing.Evidence) bool { return o.Passage == e.Passage }) {
			return c.Sure
		}
	}
	return 0
}

// sureSame is how surely two passages carry one statement where their words
// are held against each other.
const sureSame = 0.6

// fold returns words as they are compared.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// contentLength is how many letters a word has at least to be taken for one
// with a content of its own.
const contentLength = 5

// content returns the words of a text that are long enough to have a content,
// as written.
func content(s string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' }) {
		if w = strings.Trim(w, "-’'"); len([]rune(w)) >= contentLength {
			words = append(words, w)
		}
	}
	return words
}

// stems returns the content words of a text cut to their first letters, so
// that inflected forms meet.
func stems(s string) map[string]bool {
	found := map[string]bool{}
	for _, w := range content(strings.ToLower(s)) {
		found[string([]rune(w)[:contentLength])] = true
	}
	return found
}

// overlap returns the share of a's stems that b has.
func overlap(a, b map[string]bool) float64 {
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return float64(shared) / float64(max(1, len(a)))
}
