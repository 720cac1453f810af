package heading

import (
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/cases/article"
	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// TestClauses finds the clauses of a sentence that say something by
// themselves; "…" stands for what is left out between subject and verb, and
// "if" before a clause that may not be so.
func TestClauses(t *testing.T) {
	cases.Run(t, "testdata/cases/clauses.txt", func(asked string) string { return strings.Join(spansOf(asked, true), " | ") })
}

// TestNounPhrases finds the noun phrases of a sentence that say what a thing
// is by themselves.
func TestNounPhrases(t *testing.T) {
	cases.Run(t, "testdata/cases/nounphrases.txt", func(asked string) string { return strings.Join(spansOf(asked, false), " | ") })
}

// spansOf returns the clauses of a sentence, or its noun phrases.
func spansOf(asked string, clauses bool) []string {
	l := text.Builtin().For("en")
	r := reading.Read(article.Of(l, "a", "", asked), l)
	s := &r.Sentences()[0]
	p := Passage{Source: r.Text(), Sentence: s, Span: s.Span}
	var list []string
	for _, span := range p.spans(vocabulary.New(l)) {
		if clauses != (span.form != formPhrase) {
			continue
		}
		words := span.Of(r.Text())
		if span.skip.Len() > 0 {
			words = r.Text()[span.Start:span.skip.Start] + " … " + strings.TrimSpace(r.Text()[span.skip.End:span.End])
		}
		if clauses && !span.clause {
			words = "if " + words
		}
		list = append(list, words)
	}
	return list
}
