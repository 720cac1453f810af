package lesson

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// Sizes of the exercises on headlines.
const (
	leastHeads  = 3
	mostHeads   = 4
	headsApart  = 0.8 // share of its words that a headline may have in common with one before it
	wordsOfSort = 3   // right or wrong words at most
	modelCommon = 0.5 // share of its words that a model has in common with others at least
	sureWords   = 0.6 // strength of an exercise on the words alone
)

// heads returns the headlines that the exercises of this kind are on: all on the
// same, so that a sheet shows them once. There are none if too few differ.
func (m *maker) heads() []Excerpt {
	if m.headsMade != nil {
		return m.headsMade
	}
	m.headsMade = []Excerpt{}
	var shown []Excerpt
	for i := range m.Articles {
		e := m.evidence(i, 0)
		known := keys(m.words(e))
		alike := func(x Excerpt) bool { return overlap(known, keys(m.words(x.Evidence))) > headsApart }
		if len(shown) < mostHeads && len(known) > 1 && m.Shows(i, e.Span) && !slices.ContainsFunc(shown, alike) {
			shown = append(shown, Excerpt{Evidence: e})
		}
	}
	if len(shown) >= leastHeads {
		m.headsMade = shown
	}
	return m.headsMade
}

// A headWord is a word of headlines, as the first of them has it.
type headWord struct {
	words string
	stem  string
	in    []int // excerpts that have it, counted from 1
}

// headWords returns the words with content of headlines. A word is left out if
// another headline has one that begins like it: whether they are the same is not
// for a pupil to say.
func (m *maker) headWords() []headWord {
	var list []headWord
	for n, x := range m.heads() {
		for _, w := range m.termsOf(x) {
			i := slices.IndexFunc(list, func(h headWord) bool { return h.stem == w.Stem })
			switch {
			case i < 0:
				list = append(list, headWord{w.Span.Of(m.words(x.Evidence)), w.Stem, []int{n + 1}})
			case !slices.Contains(list[i].in, n+1):
				list[i].in = append(list[i].in, n+1)
			}
		}
	}
	return slices.DeleteFunc(list, func(h headWord) bool { return !m.clearly(h) || !m.Clean(h.words) })
}

// termsOf returns the words with content of an excerpt, with spans in its words.
func (m *maker) termsOf(x Excerpt) []text.Word {
	l, words := m.Languages.For(m.Articles[x.Article].Language), m.words(x.Evidence)
	return l.Terms(words, l.Words(words))
}

// clearly reports whether a word stands in its headlines and in no other, in
// whatever form.
func (m *maker) clearly(h headWord) bool {
	runes := []rune(strings.ToLower(h.words))
	if len(runes) < keyLength {
		return false
	}
	beginning := string(runes[:keyLength])
	for n, x := range m.heads() {
		if strings.Contains(strings.ToLower(m.words(x.Evidence)), beginning) != slices.Contains(h.in, n+1) {
			return false
		}
	}
	return true
}

// onHeads returns an exercise on the headlines.
func (m *maker) onHeads(kind Kind, form Form, prompt, why message.Message) Exercise {
	var on []framing.Evidence
	for _, x := range m.heads() {
		on = append(on, x.Evidence)
	}
	return Exercise{
		ID: m.id(kind, on...), Kind: kind, Form: form, Excerpts: slices.Clone(m.heads()),
		Minutes: 2, Level: Grade6, Strength: sureWords, Prompt: prompt, Why: why,
	}
}

// shared asks which words more than one headline has. The wrong ones stand in
// one headline alone.
func (m *maker) shared() []Exercise {
	x := m.onHeads(Shared, Choices, message.New("lesson.shared"), message.New("lesson.whyshared"))
	right, wrong := 0, 0
	for _, h := range m.headWords() {
		switch {
		case len(h.in) > 1 && right < wordsOfSort:
			right++
			x.Options = append(x.Options, Option{Words: h.words, Right: true})
		case len(h.in) == 1 && wrong < wordsOfSort:
			wrong++
			x.Options = append(x.Options, Option{Words: h.words})
		}
	}
	if right == 0 || wrong < leastWrong {
		return nil
	}
	x.Options = m.shuffled(x.ID, x.Options)
	return []Exercise{x}
}

// own asks which word only one headline has, the one with the fewest of its own.
// The wrong ones stand in others.
func (m *maker) own() []Exercise {
	words := m.headWords()
	of := map[int][]headWord{}
	for _, h := range words {
		if len(h.in) == 1 {
			of[h.in[0]] = append(of[h.in[0]], h)
		}
	}
	for _, number := range m.fewestFirst(of) {
		right := of[number][0].words
		var wrong []string
		for _, h := range words {
			if !slices.Equal(h.in, []int{number}) && len(wrong) < mostWrong {
				wrong = append(wrong, h.words)
			}
		}
		if len(wrong) < leastWrong {
			continue
		}
		n := strconv.Itoa(number)
		x := m.onHeads(Own, Choice, message.New("lesson.own", "first", n), message.New("lesson.whyown", "first", n, "word", right))
		x.Options = m.choose(x.ID, right, wrong)
		return []Exercise{x}
	}
	return nil
}

// fewestFirst returns the numbers of headlines that have words of their own, those
// with the fewest first.
func (m *maker) fewestFirst(of map[int][]headWord) []int {
	var numbers []int
	for n := range m.heads() {
		if len(of[n+1]) > 0 {
			numbers = append(numbers, n+1)
		}
	}
	slices.SortStableFunc(numbers, func(i, j int) int { return cmp.Compare(len(of[i]), len(of[j])) })
	return numbers
}

// headlineOfHeadlines asks for a headline that tells only what the headlines have
// in common, if no other exercise asks for one.
func (m *maker) headlineOfHeadlines() []Exercise {
	if len(m.headline()) > 0 {
		return nil
	}
	var common []string
	for _, h := range m.headWords() {
		if len(h.in) > 1 {
			common = append(common, h.words)
		}
	}
	if len(common) == 0 {
		return nil
	}
	x := m.onHeads(Headline, Open, message.New("lesson.headlineheads"), message.New("lesson.whyheadline"))
	x.Minutes = 5
	x.Models = append(x.Models, message.New("lesson.modelshared").With("words", common...))
	if model := m.plainestHead(common); model != "" {
		x.Models = append(x.Models, message.New("lesson.modelheadline", "headline", model))
	}
	return []Exercise{x}
}

// plainestHead returns of the headlines that only tell the one that has least
// besides the words given, or "" if most of its words are others.
func (m *maker) plainestHead(words []string) string {
	best, most := "", modelCommon
	common := keys(strings.Join(words, " "))
	for _, i := range m.plainHeadlines(m.heads()) {
		head := m.words(m.evidence(i, 0))
		shown := slices.ContainsFunc(m.heads(), func(h Excerpt) bool { return h.Article == i })
		if share := overlap(keys(head), common); shown && share > most {
			best, most = head, share
		}
	}
	return best
}
