package grammar

import (
	"slices"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/text"
)

var english = text.Builtin().For("en")

// parse parses one English sentence.
func parse(source string) Sentence {
	l := english
	return Parse(l, source, l.Words(source), []text.Span{{Start: 0, End: len(source)}})[0]
}

// inLine lists parts as the cases have them.
func inLine(list []string) string { return strings.Join(list, " | ") }

// folded parses one English sentence with each quotation as one token.
func folded(source string) Sentence {
	var quotations []text.Span
	for _, q := range text.Quotations(source) {
		quotations = append(quotations, text.WithMarks(source, q))
	}
	s := parse(source)
	return s.Folded(quotations)
}

// kindsOf tells what each word does in its sentence; determiners, prepositions
// and marks stand as they are.
func kindsOf(s Sentence) string {
	names := map[Kind]string{
		Noun: "noun", Name: "name", Numeral: "number", Possessive: "possessive", Pronoun: "pronoun", Infinitive: "to", Coordinator: "and",
		Subordinator: "sub", Adverb: "adverb", Auxiliary: "aux", Verb: "verb", Quotation: "quotation", Dash: "dash", Bracket: "bracket",
	}
	list := make([]string, len(s.Tokens))
	for i, x := range s.Tokens {
		list[i] = x.Of(s.source)
		if n := names[x.Kind]; n != "" {
			list[i] += "/" + n
		}
	}
	return strings.Join(list, " ")
}

func TestKinds(t *testing.T) {
	cases.Run(t, "testdata/cases/kinds.txt", func(asked string) string { return kindsOf(folded(asked)) })
}

func TestActors(t *testing.T) {
	cases.Run(t, "testdata/cases/actors.txt", func(asked string) string {
		s := folded(asked)
		actor, ok := s.Actor()
		if !ok {
			return "none"
		}
		subject := s.Bytes(actor.Subject.Start, actor.Subject.End).Of(asked)
		if actor.Acts {
			return subject + " acts"
		}
		return subject + " is acted upon"
	})
}

// TestPhrases reads noun phrases from left to right, each from where the one
// before it ended.
func TestPhrases(t *testing.T) {
	cases.Run(t, "testdata/cases/phrases.txt", func(asked string) string {
		s := folded(asked)
		var list []string
		for i := 0; i < len(s.Tokens); i++ {
			if end := s.PhraseAfter(i, true); end > i {
				list = append(list, s.Bytes(i, end).Of(asked))
				i = end - 1
			}
		}
		return inLine(list)
	})
}

// TestSubjects finds the subject of each verb group.
func TestSubjects(t *testing.T) {
	cases.Run(t, "testdata/cases/subjects.txt", func(asked string) string {
		s := folded(asked)
		var list []string
		for i, x := range s.Tokens {
			before := s.Before(i).Kind
			if x.Kind != Verb && x.Kind != Auxiliary || before == Auxiliary || before == Infinitive {
				continue
			}
			subject := "-"
			if start, end, ok := s.SubjectBefore(i); ok {
				subject = s.Bytes(start, end).Of(asked)
			}
			list = append(list, subject+" > "+x.Of(asked))
		}
		return inLine(list)
	})
}

// TestPassives finds the passives of a sentence: the participle, who did it,
// and "quality" where it is more a quality than a deed.
func TestPassives(t *testing.T) {
	cases.Run(t, "testdata/cases/passives.txt", func(asked string) string {
		var list []string
		for _, part := range english.Sentences(asked) {
			s := Parse(english, asked, english.Words(asked), []text.Span{part})[0]
			for _, p := range s.Passives() {
				one := s.Tokens[p.Participle].Of(asked)
				if p.Agent.Len() > 0 {
					one += " by " + s.Bytes(p.Agent.Start, p.Agent.End).Of(asked)
				}
				if p.Adjective {
					one += " (quality)"
				}
				list = append(list, one)
			}
		}
		return inLine(list)
	})
}

// TestFolded takes quotations together, also those that go over the ends of the
// sentence, and leaves the sentence as it was.
func TestFolded(t *testing.T) {
	s := parse("“We sail,” Hale said. “It rains”")
	before := kindsOf(s)
	all := s.Span
	for _, test := range []struct {
		quotations []text.Span
		want       string
	}{
		{nil, before},
		{[]text.Span{{Start: 0, End: 14}, {Start: 26, End: 40}}, "“We sail,”/quotation Hale/name said/verb “It rains”/quotation"},
		{[]text.Span{{Start: 26, End: 80}}, "We/pronoun sail/verb , Hale/name said/verb “It rains”/quotation"},
		{[]text.Span{all}, "“We sail,” Hale said. “It rains”/quotation"},
	} {
		if got := kindsOf(s.Folded(test.quotations)); got != test.want {
			t.Errorf("%v: got %q, want %q", test.quotations, got, test.want)
		}
	}
	if got := kindsOf(s); got != before {
		t.Errorf("folding changed the sentence: %q", got)
	}
}

// FuzzParse holds the tokens to their order, within the sentence, whatever is
// in it and wherever its quotations are.
func FuzzParse(f *testing.F) {
	f.Add("The mayor said that it rained.", 4, 9)
	f.Add("“Why?” (she) asked — ‘12:30’, said: by", 0, 20)
	f.Fuzz(func(t *testing.T, source string, start, end int) {
		s := parse(strings.ToValidUTF8(source, ""))
		folded := s.Folded([]text.Span{{Start: max(0, start), End: max(0, start, end)}})
		for _, list := range [][]Token{s.Tokens, folded.Tokens} {
			inOrder := slices.IsSortedFunc(list, func(a, b Token) int { return a.Start - b.End })
			if !inOrder || len(list) > 0 && (list[0].Start < 0 || list[len(list)-1].End > s.End) {
				t.Fatalf("%q: %+v", source, list)
			}
		}
		for i := range s.Tokens {
			s.SubjectBefore(i)
			s.PhraseAfter(i, true)
		}
		s.Passives()
	})
}

// TestTails finds what is left after adverbs, times and prepositional phrases.
func TestTails(t *testing.T) {
	cases.Run(t, "testdata/cases/tails.txt", func(asked string) string {
		source, clauses := strings.CutPrefix(asked, "(clauses) ")
		s := folded(source)
		i := s.Tail(0, clauses)
		if i == len(s.Tokens) {
			return "-"
		}
		return source[s.Tokens[i].Start:]
	})
}

// TestOwners finds who has what the last word of a text names.
func TestOwners(t *testing.T) {
	cases.Run(t, "testdata/cases/owners.txt", func(asked string) string {
		s := folded(asked)
		start, end, ok := s.Owner(len(s.Tokens) - 1)
		if !ok {
			return "-"
		}
		return s.Bytes(start, end).Of(asked)
	})
}

// TestDateline tells where a report was sent from, and no more.
func TestDateline(t *testing.T) {
	l := text.Builtin().For("en")
	for line, want := range map[string]string{
		"WASHINGTON — It is a lesson that nobody learns.":           "WASHINGTON —",
		"BERKELEY HEIGHTS, N.J. — President Hale spoke.":            "BERKELEY HEIGHTS, N.J. —",
		"TARN (Reuters) - The fleet left on Monday.":                "TARN (Reuters) -",
		"Tarn, Norland (CNN) -- The fleet left.":                    "Tarn, Norland (CNN) -",
		"SEOUL, May 12 — “We will not give in,” the minister said.": "SEOUL, May 12 —",
		"NASA — the space agency — denied it.":                      "",
		"Ida Moss — She won the cup — left.":                        "",
		"The council — TARN — met.":                                 "",
		"TARN was calm.":                                            "",
	} {
		s := Parse(l, line, l.Words(line), []text.Span{{End: len(line)}})[0]
		got := ""
		if n := s.Dateline(); n > 0 {
			got = line[:s.Tokens[n-1].End]
		}
		if got != want {
			t.Errorf("%s: dateline %q, want %q", line, got, want)
		}
	}
}
