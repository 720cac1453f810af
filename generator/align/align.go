// Package align finds which passages of the articles of one event report the
// same, and says of every article whether it tells a thing. [Align] is its
// entry point.
//
// # Groups first, then questions
//
// Every two passages of different articles that have words in common get a
// likeness, the probability that they tell one fact. Passages are gathered
// into groups by average link; an article may give several passages to a group,
// since a headline, a lead and a paragraph below often tell one thing. What a
// group leaves over is not yet absent, so every article is then asked for its
// nearest passages to the whole group, which is relevance feedback (Rocchio
// 1971): two probabilities come back, that the article tells the thing and
// that it tells any of it. Between the two thresholds nothing is said.
//
// # What is learned
//
// Likeness and answers are logistic regressions over a few plain measures,
// kept as TOML in model.toml with what each is worth when it is held out. They
// are learned by generator/evaluate/alignmodel from events that a person read.
//
// An [Alignment] is not safe for use by several goroutines at once.
package align

import (
	"slices"
	"time"

	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// leastContent is how many words with content a passage must have to be
// compared.
const leastContent = 3

// A Text is an article as alignment sees it.
type Text struct {
	Source    string
	Passages  []text.Span   // the headline first
	Words     [][]text.Word // by passage
	Published time.Time     // zero if unknown
}

// An Alignment is which passages of an event report the same.
//
// Every passage with enough content is a unit. Of articles with the same text
// only the first is aligned, and the others have what it has.
type Alignment struct {
	model      *Model
	vocabulary *vocabulary.Vocabulary
	texts      []Text
	same       []int     // for each text the first with the same words, mostly itself
	units      []unit    // in order of text and passage
	byText     [][]int32 // units of each text
	at         [][]int32 // by text and passage: the unit, -1 if there is none
	lexicon    *lexicon
	ties       [][]tie      // by unit, sorted by the other
	holds      []membership // by text: the words that it has
	scorer     *scorer      // of Score, made when first asked for
}

// A unit is a passage with enough content.
type unit struct {
	text, passage int
	terms         []vocabulary.Term
	profile
	sentence *sentence // for Score, made when first asked for
}

// Align aligns the texts of one event. A nil model is the one of the program.
func Align(v *vocabulary.Vocabulary, texts []Text, m *Model) *Alignment {
	if m == nil {
		m = Shipped()
	}
	a := &Alignment{model: m, vocabulary: v, texts: texts, same: copies(texts)}
	a.read()
	a.lexicon = newLexicon(v, a.units, true)
	for i := range a.units {
		a.units[i].profile = a.lexicon.profile(a.units[i].terms)
	}
	a.holds = a.memberships()
	a.ties = a.tie()
	return a
}

// read makes a unit of every passage with enough content.
func (a *Alignment) read() {
	days := vocabulary.NewCalendar(a.vocabulary.Language())
	a.byText, a.at = make([][]int32, len(a.texts)), make([][]int32, len(a.texts))
	for i, t := range a.texts {
		if a.same[i] != i {
			continue
		}
		a.at[i] = slices.Repeat([]int32{-1}, len(t.Passages))
		for passage := range t.Passages {
			terms := a.vocabulary.Terms(t.Source, t.Words[passage])
			days.Mark(t.Source, terms, t.Published)
			if content(terms) < leastContent || days.Stamped(t.Source, terms) {
				continue
			}
			n := int32(len(a.units))
			a.at[i][passage] = n
			a.byText[i] = append(a.byText[i], n)
			a.units = append(a.units, unit{text: i, passage: passage, terms: terms})
		}
	}
}

// copies returns for each text the first with the same words. Copies are left
// out of the alignment, so that they change nothing but counts.
func copies(texts []Text) []int {
	first := map[string]int{}
	same := make([]int, len(texts))
	for i, t := range texts {
		if _, known := first[t.Source]; !known {
			first[t.Source] = i
		}
		same[i] = first[t.Source]
	}
	return same
}

// content returns how many terms carry content.
func content(terms []vocabulary.Term) int {
	n := 0
	for _, t := range terms {
		if !t.Stop {
			n++
		}
	}
	return n
}

// unitAt returns the unit of a passage, nil if it has too little content.
func (a *Alignment) unitAt(text, passage int) *unit {
	n := a.at[a.same[text]][passage]
	if n < 0 {
		return nil
	}
	return &a.units[n]
}

// Terms returns the terms of a passage, nil if it has too little content to be
// compared. The caller must not change them.
func (a *Alignment) Terms(text, passage int) []vocabulary.Term {
	if u := a.unitAt(text, passage); u != nil {
		return u.terms
	}
	return nil
}

// Weight returns how much the word of a key tells in this event: its rarity in
// the news of the language, less where many passages of the event have it. A
// key that no passage has weighs nothing.
func (a *Alignment) Weight(key string) float64 {
	if id, known := a.lexicon.ids[key]; known {
		return a.lexicon.weight[id]
	}
	return 0
}

// Copies returns the texts with the same words as a text, itself included.
func (a *Alignment) Copies(text int) []int {
	var list []int
	for i, same := range a.same {
		if same == a.same[text] {
			list = append(list, i)
		}
	}
	return list
}
