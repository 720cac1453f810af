package lesson

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// A statement is asked for by its heading as it first stands in a report or, where
// one has it as a clause, by the shortest.
func TestSay(t *testing.T) {
	span := func(article int, words string) text.Span { return at(t, article, words).Span }
	for name, c := range map[string]struct {
		said, clauses [2]string
		want          saying
	}{
		"nowhere":         {want: saying{}},
		"a phrase":        {said: [2]string{"", "selling tickets"}, want: saying{"Selling tickets", false}},
		"a clause":        {said: [2]string{"selling tickets", "The organisers"}, clauses: [2]string{"", "The organisers went on selling tickets"}, want: saying{"The organisers went on selling tickets", true}},
		"the shorter one": {said: [2]string{"a", "b"}, clauses: [2]string{"organisers kept selling", "organisers went on selling"}, want: saying{"Organisers kept selling", true}},
	} {
		s := statement("s1", "selling tickets", "some", at(t, 0, "The greedy"), at(t, 1, "The organisers"))
		for i := range s.Cells {
			s.Cells[i].Said, s.Cells[i].Clause = span(i, c.said[i]), span(i, c.clauses[i])
		}
		_, articles := sample()
		m := &maker{Material: Material{Articles: articles, Shows: everything}}
		if got := m.say(&s); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Rows that are no clauses make no exercise for the sheet.
func TestPhrasesAreOffered(t *testing.T) {
	clause := func(words string, is bool) told { return told{saying: saying{words, is}} }
	m := &maker{}
	for _, c := range []struct {
		clauses, phrases int
		sure             float64
	}{{3, 0, sureClauses}, {3, 2, sureClauses}, {2, 3, surePhrases}, {0, 4, surePhrases}} {
		var p textPair
		for i := range c.clauses {
			p.both = append(p.both, clause(strings.Repeat("c", i+1), true))
		}
		for i := range c.phrases {
			p.only[0] = append(p.only[0], clause(strings.Repeat("p", i+1), false))
		}
		rows, sure := m.sorted(&p)
		if sure != c.sure || sure == sureClauses && len(rows) != c.clauses {
			t.Errorf("%d clauses, %d phrases: %d rows, sure %v", c.clauses, c.phrases, len(rows), sure)
		}
	}
	if surePhrases >= leastSure || surePhrases < leastOffered {
		t.Error("an exercise on phrases is not offered")
	}
}

// twoPassages returns excerpts of two reports, each of a headline and a
// passage; the point of the first is a word.
func twoPassages(first, word, second string) (m *maker, x, y Excerpt) {
	m = &maker{}
	excerpt := func(words string) Excerpt {
		a := &corpus.Article{Language: "en", Text: "A headline\n" + words}
		span := text.Span{Start: 11, End: len(a.Text)}
		a.Passages = []corpus.Passage{{Span: text.Span{End: 10}}, {Span: span}}
		m.Articles = append(m.Articles, a)
		return Excerpt{Evidence: framing.Evidence{Article: len(m.Articles) - 1, Passage: 1, Span: span}}
	}
	x, y = excerpt(first), excerpt(second)
	at := 11 + strings.Index(first, word)
	x.Point = text.Span{Start: at, End: at + len(word)}
	return m, x, y
}

// TestOwnHeading demands that a heading that an editor wrote is asked for as it stands.
func TestOwnHeading(t *testing.T) {
	s := framing.Statement{Heading: "The bridge is shut", Clause: true, Own: true, Cells: []framing.Cell{{}}}
	if got := (&maker{}).say(&s); got != (saying{"The bridge is shut", true}) {
		t.Errorf("got %+v", got)
	}
}
