package framing

import (
	"slices"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

const toneOwn = 100 // words in the author's voice below which an article gets no rates

// compareTone marks loaded words, hedges, boosters and scare quotes in the
// author's voice, and reads the tone toward participants. Every mark is made
// by a rule of its own: a list of words of the language, or the rule of scare
// quotes (scareQuotes).
//
// A word that the other outlets of the event use too, in their own voice, is
// the word of the matter and not of an outlet: it is never marked (shared).
func compareTone(c *comparing) {
	own := make([]map[string]bool, len(c.readings))
	marks := make([][]Mark, len(c.readings))
	for i, r := range c.readings {
		own[i] = r.ownStems()
		if !r.Article().Paraphrase {
			marks[i] = r.toneMarks()
			marks[i] = append(marks[i], c.scareQuotes(r)...)
		}
		for _, m := range marks[i] {
			own[i][entryKey(r.Language(), m)] = true
		}
	}
	t := Tone{}
	for i, r := range c.readings {
		kept := slices.DeleteFunc(marks[i], func(m Mark) bool { return c.shared(i, entryKey(r.Language(), m), own) })
		slices.SortFunc(kept, func(a, b Mark) int { return a.Span.Start - b.Span.Start })
		words := c.comparison.Articles[i].Own
		t.Sides = append(t.Sides, ToneSide{Article: i, Own: words, Marks: kept, TooShort: words < toneOwn})
	}
	t.Targets = c.toneTargets()
	c.comparison.Tone = t
}

// ownStems returns the stems of the words in the author's voice.
func (r *member) ownStems() map[string]bool {
	stems := map[string]bool{}
	for i, w := range r.Words() {
		if r.Voices()[i] == reading.Author {
			stems[w.Stem] = true
		}
	}
	return stems
}

// entryKey returns what a mark is compared by: the stem of a word, the entry
// of a phrase, and a quotation with its marks, since it is the marks that count.
func entryKey(l *text.Language, m Mark) string {
	switch {
	case m.Kind == "scare":
		return "“" + m.Word
	case strings.Contains(m.Word, " "):
		return m.Word
	}
	return l.Stem(m.Word)
}

// shared reports whether so many other outlets use an entry in their own voice
// that it is never marked: all of them, or half of them and at least two.
func (c *comparing) shared(article int, key string, own []map[string]bool) bool {
	outlet := c.comparison.Articles[article].Outlet
	others := map[string]bool{} // outlet to whether it uses the entry
	for i, a := range c.comparison.Articles {
		if a.Outlet != outlet && !a.Paraphrase {
			others[a.Outlet] = others[a.Outlet] || own[i][key]
		}
	}
	users := 0
	for _, uses := range others {
		if uses {
			users++
		}
	}
	return users > 0 && users >= min(len(others), max(2, (len(others)+1)/2))
}

// toneMarks returns the marks that the lists make in the author's voice.
func (r *member) toneMarks() []Mark {
	var marks []Mark
	for p := range r.Article().Passages {
		for _, m := range tone.Read(r.Language(), r.Text(), r.PassageWords(p)).Marks() {
			if m.Sure && r.Own(m.Span) {
				marks = append(marks, Mark{
					Evidence: Evidence{Article: r.index, Passage: p, Span: m.Span},
					Kind:     m.Kind, Word: m.Entry, Rule: m.Rule,
				})
			}
		}
	}
	return marks
}
