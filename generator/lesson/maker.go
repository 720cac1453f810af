package lesson

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// A maker makes the exercises of one comparison.
type maker struct {
	*framing.Comparison
	articles []*corpus.Article
	shows    func(article int, s text.Span) bool
}

// id returns the id of the nth exercise of a kind.
func id(kind Kind, n int) string { return string(kind) + "_" + strconv.Itoa(n+1) }

// excerpt returns the passage around evidence. It returns false if the passage
// may not be shown whole or is not the outlet's own words.
func (m *maker) excerpt(e framing.Evidence) (Excerpt, bool) {
	a := m.articles[e.Article]
	if e.Passage < 0 || e.Passage >= len(a.Passages) || a.Paraphrase {
		return Excerpt{}, false
	}
	passage := a.Passages[e.Passage].Span
	x := Excerpt{Evidence: framing.Evidence{Article: e.Article, Passage: e.Passage, Span: passage}, Point: e.Span}
	return x, passage.Contains(e.Span) && m.shows(e.Article, passage)
}

// words returns the words of an excerpt.
func (m *maker) words(e framing.Evidence) string { return e.Span.Of(m.articles[e.Article].Text) }

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
	h := fnv.New32a()
	h.Write([]byte(m.Event + "\x00" + id + "\x00" + what)) // never fails
	return h.Sum32()
}

// together returns the id of a statement that two passages of different
// articles surely carry, or "".
func (m *maker) together(x, y framing.Evidence) string {
	for i := range m.Coverage.Statements {
		s := &m.Coverage.Statements[i]
		if x.Article != y.Article && carries(s, x) && carries(s, y) {
			return s.ID
		}
	}
	return ""
}

// carries reports whether the passage of evidence surely carries a statement.
func carries(s *framing.Statement, e framing.Evidence) bool {
	return slices.ContainsFunc(s.Cells, func(c framing.Cell) bool {
		return c.Article == e.Article && c.Band == "same" && slices.ContainsFunc(c.Evidence, func(o framing.Evidence) bool { return o.Passage == e.Passage })
	})
}

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
