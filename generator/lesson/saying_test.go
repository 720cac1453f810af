package lesson

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

func TestSay(t *testing.T) {
	for _, c := range []struct{ passage, heading, want string }{
		{"The bridge was closed at noon.", "Bridge was closed at noon", "The bridge was closed at noon"},
		{"Late on Monday, the bridge was closed, police said.", "Bridge was closed", "The bridge was closed"},
		{"A van hit three men on the quay.", "Van hit three men", "A van hit three men on the quay"},
		{"The town asked people to avoid travel that is not urgent, by day or by night, until the snow is gone for good.", "Town asked people to avoid travel", ""},
		{"If the vote fails, the bridge stays closed.", "Bridge stays closed", ""},
		{"The mayor denied that the bridge was closed in the night.", "Bridge was closed in the night", ""},
		{"The mayor said that the bridge was closed in the night.", "Bridge was closed in the night", "The bridge was closed in the night"},
		{"The company made an unsolicited, huge bid for its old rival, which makes chips.", "Company made an unsolicited", "The company made an unsolicited, huge bid for its old rival, which makes chips"},
		{"The plan is expected to face a swift and forceful challenge.", "Plan is expected to face a swift", "The plan is expected to face a swift and forceful challenge"},
		{"An island often described as a tax haven lost the case.", "Island often described as a tax haven", ""},
		{"The gang member, a man of 29 who had run from the police before and was then found in the city hall, was shot.", "Gang member", ""},
		{"They were found in the hall.", "Were found in the hall", ""},
		{"The man told him to stop at the door.", "Man told him to stop", ""},
		{"The boats left at 7:10 a.m.", "Boats left at 7", ""},
	} {
		a := &corpus.Article{Language: "en", Text: "A headline\n" + c.passage}
		a.Passages = []corpus.Passage{{Span: text.Span{End: 10}}, {Span: text.Span{Start: 11, End: len(a.Text)}}}
		m := &maker{Material: Material{Articles: []*corpus.Article{a}, Languages: builtin()}}
		s := statement("s1", c.heading, "one", framing.Evidence{Passage: 1, Span: a.Passages[1].Span})
		s.Clause = c.heading != "Gang member"
		got := m.say(&s)
		if want := c.want; got.clause != (want != "") || got.clause && got.words != want {
			t.Errorf("%s: %q, clause %v; want %q", c.passage, got.words, got.clause, want)
		}
		if !got.clause && got.words != "" && !strings.Contains(strings.ToLower(c.passage), strings.ToLower(got.words)) {
			t.Errorf("%s: %q stands nowhere", c.passage, got.words)
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
