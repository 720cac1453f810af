package heading

import (
	"strings"
	"sync"
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

// TestSay finds a heading in a sentence, before "in", and says what clause it is
// the beginning of: "-" for none, nothing where no clause begins with its words.
func TestSay(t *testing.T) {
	cases.Run(t, "testdata/cases/sayings.txt", func(asked string) string {
		title, sentence, _ := strings.Cut(asked, " in: ")
		p := passageOf(sentence)
		said, clause := Say(p, Title{Words: title, Clause: title != "Gang member"}, vocabulary.New(english()))
		switch {
		case clause.Len() > 0:
			return clause.Of(p.Source)
		case said.Len() > 0:
			return "-"
		}
		return ""
	})
}

// TestSettled tells sentences that can be judged by themselves.
func TestSettled(t *testing.T) {
	cases.Run(t, "testdata/cases/settled.txt", func(asked string) string {
		if Settled(passageOf(asked), vocabulary.New(english())) {
			return "yes"
		}
		return "no"
	})
}

// passageOf returns the first passage of the body of an article.
func passageOf(sentence string) Passage {
	l := english()
	r := reading.Read(article.Of(l, "a", "A headline", sentence), l)
	s := &r.Sentences()[1]
	return Passage{Source: r.Text(), Sentence: s, Span: s.Span}
}

// english reads the language once for all cases.
var english = sync.OnceValue(func() *text.Language { return text.Builtin().For("en") })

// spansOf returns the clauses of a sentence, or its noun phrases.
func spansOf(asked string, clauses bool) []string {
	l := english()
	r := reading.Read(article.Of(l, "a", "", asked), l)
	s := &r.Sentences()[0]
	p := Passage{Source: r.Text(), Sentence: s, Span: s.Span}
	var list []string
	for _, span := range p.spans(vocabulary.New(l)) {
		if clauses != (span.subject.Len() > 0) {
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
