package lesson

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/reading"
)

// sureSingle is the strength of an exercise on words without their sentences: a
// teacher may find one that does no more than tell where it stands.
const sureSingle = 0.55

// mostNeutral is the most valence, good or bad, of a word that only tells.
const mostNeutral = 0.4

// onWords returns an exercise in which some words are right, or none if there are
// too few of either sort.
func (m *maker) onWords(kind Kind, right, wrong []string, on []framing.Evidence) []Exercise {
	right, wrong = right[:min(wordsOfSort, len(right))], wrong[:min(wordsOfSort, len(wrong))]
	if len(right) == 0 || len(wrong) < leastWrong {
		return nil
	}
	x := Exercise{
		ID: m.id(kind, on...), Kind: kind, Form: Choices, Minutes: 2, Level: Grade6, Strength: sureSingle, Sources: on,
		Prompt: message.New("lesson." + string(kind)), Why: message.New("lesson.why"+string(kind), "word", right[0]),
	}
	for _, w := range right {
		x.Options = append(x.Options, Option{Words: w, Right: true})
	}
	for _, w := range wrong {
		x.Options = append(x.Options, Option{Words: w})
	}
	x.Options = m.shuffled(x.ID, x.Options)
	return []Exercise{x}
}

// judging asks which words of the reports judge. The wrong ones stand in most
// reports, and nobody hears good or bad in them.
func (m *maker) judging() []Exercise {
	var right []string
	var on []framing.Evidence
	marked := map[string]bool{}
	for _, side := range m.Tone.Sides {
		for _, mark := range side.Marks {
			w := m.words(mark.Evidence)
			for key := range stems(w) {
				marked[key] = true
			}
			if mark.Kind == "loaded" && plainWord(w) && m.printable(mark.Evidence) && len(right) < wordsOfSort && !slices.Contains(right, w) {
				right, on = append(right, w), append(on, mark.Evidence)
			}
		}
	}
	return m.onWords(Judging, right, m.tellingWords(marked), on)
}

// printable reports whether words may be shown and are the outlet's own.
func (m *maker) printable(e framing.Evidence) bool {
	return m.Shows(e.Article, e.Span) && (e.Passage == 0 || !m.Articles[e.Article].Paraphrase)
}

// plainWord reports whether words are one word, with a content, and no name.
func plainWord(words string) bool {
	return len([]rune(words)) >= contentLength && !strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsLower(r) })
}

// tellingWords returns words that most reports have and that only tell, none of
// which is like a marked one.
func (m *maker) tellingWords(marked map[string]bool) []string {
	in := map[string]int{}
	var words []string
	for i, a := range m.Articles {
		g, here := m.diction(i), map[string]bool{}
		if !g.known() {
			return nil
		}
		for _, w := range g.Terms(a.Text, g.Words(a.Text)) {
			written := w.Of(a.Text)
			if here[written] || !plainWord(written) || overlap(stems(written), marked) > 0 || math.Abs(g.Valence(w.Lower, w.Stem)) > mostNeutral || g.judging(written) {
				continue
			}
			here[written] = true
			if in[written]++; in[written] == 1 {
				words = append(words, written)
			}
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return 2*in[w] <= len(m.Articles) })
}

// sayings asks which verbs of saying do more than report that something was said.
func (m *maker) sayings() []Exercise {
	stances := map[string]map[reading.Stance]bool{}
	var verbs []string
	var on []framing.Evidence
	for _, a := range m.Voices.Attributions {
		if a.Verb == "" || len(a.Cue) == 0 || !m.printable(framing.Evidence{Article: a.Article, Passage: a.Passage, Span: a.Cue[0]}) || !plainWord(a.Verb) && a.Stance != reading.Neutral {
			continue
		}
		if stances[a.Verb] == nil {
			stances[a.Verb] = map[reading.Stance]bool{}
			verbs, on = append(verbs, a.Verb), append(on, framing.Evidence{Article: a.Article, Passage: a.Passage, Span: a.Cue[0]})
		}
		stances[a.Verb][a.Stance] = true
	}
	var right, wrong []string
	var where []framing.Evidence
	for i, v := range verbs {
		switch {
		case len(stances[v]) > 1: // it hangs on where it stands
		case m.diction(on[i].Article).In("saying_plain", v):
			wrong = append(wrong, v)
		case !stances[v][reading.Neutral]:
			right, where = append(right, v), append(where, on[i])
		}
	}
	return m.onWords(Saying, right, wrong, where[:min(wordsOfSort, len(where))])
}

// called asks what two names of one say besides who or what is meant. Each is of
// one report alone, and they have no word in common.
func (m *maker) called() []Exercise {
	best, contrast := Exercise{}, 0.0
	for i := range m.Naming.Participants {
		p := &m.Naming.Participants[i]
		if p.Contrast <= contrast {
			continue
		}
		if x, ok := m.twoNames(p); ok {
			best, contrast = x, p.Contrast
		}
	}
	if contrast == 0 {
		return nil
	}
	return []Exercise{best}
}

// twoNames returns the exercise on two names of a participant.
func (m *maker) twoNames(p *framing.Participant) (Exercise, bool) {
	var names []string
	var on []framing.Evidence
	for _, side := range p.Sides {
		name, e, found := m.ownName(side)
		if !found || len(names) > 0 && overlap(stems(name), stems(names[0])) > 0 {
			continue
		}
		if names, on = append(names, name), append(on, e); len(names) == 2 {
			return Exercise{
				ID: m.id(Called, on...), Kind: Called, Form: Open, Minutes: 3, Level: Grade6, Strength: sureSingle, Sources: on,
				Prompt: message.New("lesson.called", "here", names[0], "there", names[1]),
				Models: []message.Message{message.New("lesson.modelrole"), message.New("lesson.modelrepeat")},
				Why:    message.New("lesson.whycalled"),
			}, true
		}
	}
	return Exercise{}, false
}

// ownName returns the first name that only one report has, in the writer's voice,
// and where it stands.
func (m *maker) ownName(side framing.NamingSide) (string, framing.Evidence, bool) {
	g := m.diction(side.Article)
	for _, l := range side.Labels {
		if l.Own && l.Count > 0 && len(l.Evidence) > 0 && len(strings.Fields(l.Text)) <= longestLabel && len(stems(l.Text)) > 0 && g.known() && !g.counted(l.Text) && m.Clean(l.Text) && m.printable(l.Evidence[0]) {
			return l.Text, l.Evidence[0], true
		}
	}
	return "", framing.Evidence{}, false
}
