package lesson

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parallax/generator/message"
	"parallax/generator/text"
)

// A feature is what a headline has or has not, and the words that show it. It is
// neither where a reader may doubt it.
type feature struct {
	has, lacks bool
	words      string
}

// withFeature asks which of the headlines have a feature. It makes none where one
// of them is in doubt, or all are alike.
func (m *maker) withFeature(kind Kind, of func(x Excerpt) feature) []Exercise {
	x := m.onHeads(kind, Choices, message.New("lesson."+string(kind)), message.Message{})
	var right []string
	words := ""
	for n, head := range x.Excerpts {
		f := of(head)
		if f.has == f.lacks {
			return nil
		}
		if f.has {
			right = append(right, strconv.Itoa(n+1))
			words = f.words
		}
		x.Options = append(x.Options, Option{Excerpt: n + 1, Right: f.has})
	}
	if len(right) == 0 || len(right) == len(x.Options) {
		return nil
	}
	x.Why = message.New("lesson.why"+string(kind), "first", right[len(right)-1], "word", words)
	return []Exercise{x}
}

// figures asks which headlines give a figure, in digits. A year counts nothing.
func (m *maker) figures() []Exercise {
	return m.withFeature(Figure, func(x Excerpt) feature {
		words := m.words(x.Evidence)
		for _, w := range strings.Fields(words) {
			w = strings.Trim(w, "(),.:;\"“”‘’'")
			if unicode.IsDigit(first(strings.TrimLeft(w, "$€£"))) && !year(w) {
				return feature{has: true, words: w}
			}
		}
		counts := strings.ContainsFunc(words, unicode.IsDigit) || m.diction(x.Article).counted(words) || m.diction(x.Article).has(words, m.diction(x.Article).numeral)
		return feature{lacks: !counts}
	})
}

// has reports whether a word of a text, in lower case, is of a kind.
func (d diction) has(s string, is func(word string) bool) bool {
	return slices.ContainsFunc(d.Words(s), func(w text.Word) bool { return is(w.Lower) })
}

// speech reports whether a word tells that somebody said something.
func (d diction) speech(word string) bool { return d.In("clause_speech", word) }

// year reports whether a word may be a year.
func year(word string) bool {
	return len(word) == 4 && (strings.HasPrefix(word, "1") || strings.HasPrefix(word, "20")) && strings.Trim(word, "0123456789") == ""
}

// numeral reports whether a word may be a number in letters.
func (d diction) numeral(word string) bool {
	is := func(entry string) bool { return strings.HasPrefix(entry, word+" ") }
	return slices.ContainsFunc(d.List("numerals"), is) || slices.ContainsFunc(d.List("multipliers"), is)
}

// quoting asks which headlines have words of somebody between quotation marks.
func (m *maker) quoting() []Exercise {
	return m.withFeature(Marks, func(x Excerpt) feature {
		a, words := m.Articles[x.Article], m.words(x.Evidence)
		for _, q := range a.Quotations {
			if x.Span.Contains(q) && a.Words(q) > 0 {
				return feature{has: true, words: q.Of(a.Text)}
			}
		}
		return feature{lacks: !strings.ContainsAny(words, "\"“”«»‘`") && !slices.ContainsFunc(strings.Fields(words), func(w string) bool {
			return strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") || strings.HasSuffix(w, "'") || strings.HasSuffix(w, "’")
		})}
	})
}

// tellers asks which headlines say who says it, by a verb of saying.
func (m *maker) tellers() []Exercise {
	return m.withFeature(Teller, func(x Excerpt) feature {
		for _, a := range m.Voices.Attributions {
			if a.Article != x.Article || a.Passage != 0 || a.Speaker == "" || len(a.Cue) == 0 {
				continue
			}
			cue := a.Cue[0].Of(m.Articles[x.Article].Text)
			if m.diction(x.Article).speech(strings.ToLower(cue)) {
				return feature{has: true, words: cue}
			}
			return feature{}
		}
		words := m.words(x.Evidence)
		speaks := strings.ContainsAny(words, ":\"“”«»‘`–—") || m.diction(x.Article).has(words, m.diction(x.Article).speech)
		return feature{lacks: !speaks && m.diction(x.Article).known()}
	})
}
