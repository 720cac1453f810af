package framing

import (
	"cmp"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/text"
)

// readSentence reads one sentence as grammar does, quotations as one token
// each if whole is set.
func readSentence(asked string, whole bool) (*sentence, *reading) {
	r := read(0, newArticle("a", "a", "2024-06-12", "", asked), builtin.For("en"))
	var quotations []text.Span
	if whole {
		for _, q := range r.quotations {
			quotations = append(quotations, text.WithMarks(r.article.Text, q))
		}
	}
	list := sentencesOf(r, quotations)
	return &list[0], r
}

// of returns the text of tokens [start, end).
func (s *sentence) of(r *reading, start, end int) string {
	return s.span(start, end).Of(r.article.Text)
}

func inLine(list []string) string { return strings.Join(list, " | ") }

// TestKinds tells what each word does in its sentence; determiners,
// prepositions and marks stand as they are.
func TestKinds(t *testing.T) {
	names := map[kind]string{
		noun: "noun", name: "name", numeral: "number", possessive: "possessive", pronoun: "pronoun", infinitive: "to", coordinator: "and",
		subordinator: "sub", adverb: "adverb", auxiliary: "aux", verb: "verb", quotation: "quotation", dash: "dash", bracket: "bracket",
	}
	cases.Run(t, "testdata/cases/kinds.txt", func(asked string) string {
		s, r := readSentence(asked, true)
		var list []string
		for i, x := range s.tokens {
			word := x.Of(r.article.Text)
			if n := names[s.tokens[i].kind]; n != "" {
				word += "/" + n
			}
			list = append(list, word)
		}
		return strings.Join(list, " ")
	})
}

// TestPhrases reads noun phrases from left to right, each from where the one
// before it ended.
func TestPhrases(t *testing.T) {
	cases.Run(t, "testdata/cases/phrases.txt", func(asked string) string {
		s, r := readSentence(asked, true)
		var list []string
		for i := 0; i < len(s.tokens); i++ {
			if end := s.phraseAfter(i, true); end > i {
				list = append(list, s.of(r, i, end))
				i = end - 1
			}
		}
		return inLine(list)
	})
}

// TestSubjects finds the subject of each verb group.
func TestSubjects(t *testing.T) {
	cases.Run(t, "testdata/cases/subjects.txt", func(asked string) string {
		s, r := readSentence(asked, true)
		var list []string
		for i, x := range s.tokens {
			before := previous(s.tokens, i).kind
			if x.kind != verb && x.kind != auxiliary || before == auxiliary || before == infinitive {
				continue
			}
			subject := "-"
			if start, end, ok := s.subjectBefore(i); ok {
				subject = s.of(r, start, end)
			}
			list = append(list, subject+" > "+x.Of(r.article.Text))
		}
		return inLine(list)
	})
}

// TestPassives finds the passives of a sentence: the participle, who did it,
// and "quality" where it is more a quality than a deed.
func TestPassives(t *testing.T) {
	cases.Run(t, "testdata/cases/passives.txt", func(asked string) string {
		a := newArticle("a", "a", "", "", asked)
		var list []string
		for _, p := range Passives(a, builtin.For("en")) {
			one := p.Participle.Of(a.Text)
			if p.Agent.Len() > 0 {
				one += " by " + p.Agent.Of(a.Text)
			}
			if p.Adjective {
				one += " (quality)"
			}
			list = append(list, one)
		}
		return inLine(list)
	})
}

// TestSources finds who says what: source, cue and content; "?" is a source
// that nobody names.
func TestSources(t *testing.T) {
	cases.Run(t, "testdata/cases/sources.txt", func(asked string) string {
		r := read(0, newArticle("a", "a", "", "", asked), builtin.For("en"))
		var list []string
		for _, a := range r.attributions {
			list = append(list, cmp.Or(textOf(r, a.Source), "?")+" > "+textOf(r, a.Cue)+" > "+textOf(r, a.Content))
		}
		return inLine(list)
	})
}

// TestClauses finds the clauses of a sentence that say something by
// themselves; "…" stands for what is left out between subject and verb, and
// "if" before a clause that may not be so.
func TestClauses(t *testing.T) {
	cases.Run(t, "testdata/cases/clauses.txt", func(asked string) string { return inLine(spansOf(asked, true)) })
}

// TestNounPhrases finds the noun phrases of a sentence that say what a thing
// is by themselves.
func TestNounPhrases(t *testing.T) {
	cases.Run(t, "testdata/cases/nounphrases.txt", func(asked string) string { return inLine(spansOf(asked, false)) })
}

// spansOf returns the clauses of a sentence, or its noun phrases.
func spansOf(asked string, clauses bool) []string {
	r := read(0, newArticle("a", "a", "2024-06-12", "", asked), builtin.For("en"))
	s := &sentencesOf(r, nil)[0]
	x := newProfiler(newVocabulary(r.language, func(string) float64 { return 1 }))
	var list []string
	for _, span := range s.titleSpans(r.article.Text, s.Span, x) {
		if clauses != (span.form != formPhrase) {
			continue
		}
		words := span.Of(r.article.Text)
		if span.skip.Len() > 0 {
			words = r.article.Text[span.Start:span.skip.Start] + " … " + strings.TrimSpace(r.article.Text[span.skip.End:span.End])
		}
		if clauses && !span.clause {
			words = "if " + words
		}
		list = append(list, words)
	}
	return list
}

// TestMentions finds what an article refers to: names, nouns, verbs and
// pronouns, "the" before what is definite.
func TestMentions(t *testing.T) {
	cases.Run(t, "testdata/cases/mentions.txt", func(asked string) string {
		r := read(0, newArticle("a", "a", "", "", asked), builtin.For("en"))
		f := newMentionFinder(r.language, []*reading{r})
		kinds := map[mentionKind]string{mentionName: "name", mentionNoun: "noun", mentionPronoun: "pronoun", mentionVerb: "verb"}
		var list []string
		for _, m := range f.find(r) {
			one := kinds[m.kind] + " " + m.span.Of(r.article.Text)
			if m.definite {
				one = kinds[m.kind] + " the " + m.span.Of(r.article.Text)
			}
			if m.kind == mentionNoun && !strings.EqualFold(m.head, m.words[len(m.words)-1].Of(r.article.Text)) {
				one += " (" + m.head + ")"
			}
			list = append(list, one)
		}
		return inLine(list)
	})
}
