package lesson

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// How many sentences a headline is written for.
const (
	leastSentences = 2
	mostSentences  = 3
	mostHeadlines  = 3
	leastHeadline  = 8 // words of a sentence
)

// modelShare is the share of a model's words that stand in the sentences.
const modelShare = 0.34

// headline asks for a headline for sentences of different reports, each of
// which surely tells what half of the reports tell, and has no marked word and speaks of nobody by a pronoun alone. The models are
// headlines of the reports that only tell, and tell what the sentences do.
// Without any there is no exercise.
func (m *maker) headline() []Exercise {
	var shown []Excerpt
	for n := range m.Coverage.Statements {
		s := &m.Coverage.Statements[n]
		if len(shown) == mostSentences || 2*s.Told() < len(m.Articles) {
			continue
		}
		if x, ok := m.plainest(s, shown); ok {
			shown = append(shown, x)
		}
	}
	if len(shown) < leastSentences {
		return nil
	}
	x := Exercise{Kind: Headline, Form: Open, Excerpts: shown, Minutes: 6, Level: Grade6, Strength: 0.6, Prompt: message.New("lesson.headline"), Why: message.New("lesson.whyheadline")}
	var on []framing.Evidence
	for _, e := range shown {
		on = append(on, e.Evidence)
		if !m.diction(e.Article).known() { // a pronoun may stand in it
			x.Strength = sureOffered
		}
	}
	x.ID = m.id(Headline, on...)
	for _, i := range m.plainHeadlines(shown) {
		x.Models = append(x.Models, message.New("lesson.modelheadline", "headline", m.words(m.evidence(i, 0))))
	}
	return []Exercise{x}
}

// plainHeadlines returns the reports of which the headline is a model, the
// nearest to the sentences first: those without a word that judges, without a
// quotation and without a question or an exclamation.
func (m *maker) plainHeadlines(shown []Excerpt) []int {
	var told strings.Builder
	for _, x := range shown {
		told.WriteString(m.words(x.Evidence) + "\n")
	}
	sentences := keys(told.String())
	near := func(i int) float64 { return overlap(keys(m.words(m.evidence(i, 0))), sentences) }
	var plain []int
	seen := map[string]bool{}
	for i := range m.Articles {
		words := m.words(m.evidence(i, 0))
		if !seen[fold(words)] && m.Shows(i, m.span(i, 0)) && m.marks(i, 0) == 0 && !m.diction(i).judging(words) && !strings.ContainsAny(words, "!?\"“”‘") && near(i) >= modelShare {
			plain = append(plain, i)
			seen[fold(words)] = true
		}
	}
	slices.SortStableFunc(plain, func(i, j int) int { return cmp.Compare(near(j), near(i)) })
	return plain[:min(len(plain), mostHeadlines)]
}

// plainest returns the passage that carries a statement best among those of
// reports not shown yet, if it has no marked word.
func (m *maker) plainest(s *framing.Statement, shown []Excerpt) (best Excerpt, found bool) {
	score := sureCarried
	for _, c := range s.Cells {
		used := false
		for _, x := range shown {
			used = used || x.Article == c.Article
		}
		if used || !c.Told() || c.Sure < score || c.Quoted || len(c.Evidence) == 0 {
			continue
		}
		if x, ok := m.told(c.Evidence[0]); ok && m.plain(x) {
			x.Point = x.Span
			best, score, found = x, c.Sure, true
		}
	}
	return best, found
}

// plain reports whether an excerpt is a sentence that tells by itself what
// happened, in the writer's voice and without a marked word.
func (m *maker) plain(x Excerpt) bool {
	words := m.words(x.Evidence)
	return x.Passage > 0 && m.Articles[x.Article].Words(x.Span) >= leastHeadline && unicode.IsLetter(first(words)) &&
		m.settled(x.Article, x.Passage) && m.neutral(x) && m.marks(x.Article, x.Passage) == 0
}
