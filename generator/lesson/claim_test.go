package lesson

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// A sentence is told as a fact only where nobody else can be meant to say it.
func TestCertain(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The building was constructed in 1935 and has 12 rooms.":         true,
		"Over 50 people were taken to hospital.":                         true,
		"The bridge will be closed for 10 weeks.":                        false, // it has not happened
		"Two men were arrested, the agency reported on 3 May.":           false, // somebody says it
		"The centre put the magnitude at 5.9.":                           false,
		"The driver is believed to be 42.":                               false,
		"The penalty was too much for a team of 11.":                     false, // a judgement
		"Police urged 30 families to leave their homes.":                 false,
		"The club has led the league since 2002 with a squad of twenty.": true,
		"In 1983, it was forced to close.":                               false, // nobody knows what
		"Mayor Lund thanked the 240 helpers.":                            false, // it was said
		"The failed bid of 1998 ended in court.":                         true,
		"constructed in 1935":                                            false, // half a sentence
	} {
		if got := english(t).certain(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

// A sentence is what somebody says only if it is so from its beginning.
func TestFramed(t *testing.T) {
	for sentence, c := range map[string]struct {
		source, cue, content string
		want                 bool
	}{
		`The mayor said the fair was over.`:                           {"The mayor", "said", "the fair was over", true},
		`On Monday, the mayor said the fair was over.`:                {"the mayor", "said", "the fair was over", true},
		`“The fair is over,” the mayor said.`:                         {"the mayor", "said", "The fair is over", true},
		`Photo “The fair is over,” the mayor said.`:                   {"the mayor", "said", "The fair is over", false},
		`The wind was strong at noon, but the mayor said it was not.`: {"the mayor", "said", "it was not", false},
	} {
		a := &corpus.Article{Text: sentence, Passages: []corpus.Passage{{Span: text.Span{End: len(sentence)}}}}
		span := func(words string) []text.Span {
			at := strings.Index(sentence, words)
			return []text.Span{{Start: at, End: at + len(words)}}
		}
		m := &maker{Material: Material{Articles: []*corpus.Article{a}}}
		if got := m.framed(framing.Attribution{Source: span(c.source), Cue: span(c.cue), Content: span(c.content)}); got != c.want {
			t.Errorf("%q: %v, want %v", sentence, got, c.want)
		}
	}
}

func TestJudging(t *testing.T) {
	for words, want := range map[string]bool{
		"seven exhilarating games": true, "Heroic Merrow": true, "is beautifully restored": true, "an angry crowd": true,
		"two dead hangers": false, "a human error": false, "several fatal shots": false, "Fair closed early": false, "killed ten people": false,
	} {
		if got := english(t).judging(words); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestBalanced(t *testing.T) {
	for sentence, want := range map[string]bool{
		`"Nobody was in danger," said Ada Quist.`:  true,
		`" We lost, she said.`:                     false,
		`We lost, '' she said.`:                    false,
		`“We lost,” she said.`:                     true,
		`“We lost, she said. “We will be back.”`:   false,
		`The mayor said that the bridge was shut.`: true,
	} {
		if got := balanced(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

// A plain passage tells what the loaded one tells: most of its words, and few
// besides.
func TestRetells(t *testing.T) {
	const loaded = "The greedy organisers kept selling tickets after the first warning."
	for plain, want := range map[string]bool{
		"The organisers went on selling tickets after the first warning.": true,
		"Ada Quist led the fair for ten years.":                           false,
		"The organisers went on selling tickets after the first warning, and the town, which had hoped for a quiet day by the river, lost its patience.": false,
		`"The organisers kept selling tickets after the warning," she said.`:                                                                             false,
	} {
		m, x, y := twoPassages(loaded, "greedy", plain)
		if got := m.retells(x, y); got != want {
			t.Errorf("%q: %v, want %v", plain, got, want)
		}
	}
}
