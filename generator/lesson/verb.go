package lesson

import (
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/reading"
)

// verbs asks which of two verbs does more than report: two articles give the
// same statement of the same speaker, one with a neutral verb. Each passage
// holds one attribution, so that its verb is beyond doubt.
func (m *maker) verbs() []Exercise {
	var list []Exercise
	all := m.Voices.Attributions
	for _, x := range all {
		for _, y := range all {
			if y.Stance != reading.Neutral || x.Speaker == "" || fold(x.Speaker) != fold(y.Speaker) {
				continue
			}
			if e, ok := m.verb(x, y); ok {
				list = append(list, e)
				break
			}
		}
	}
	return list
}

// sureStance is how sure it is that verbs of a stance do more than report.
func sureStance(stance reading.Stance) float64 {
	switch stance {
	case reading.Conceding, reading.Attacking:
		return 0.85
	case reading.Doubting, reading.Certain:
		return 0.75
	}
	return 0
}

// verb returns the exercise on a marked and a neutral verb.
func (m *maker) verb(marked, neutral framing.Attribution) (Exercise, bool) {
	strength := sureStance(marked.Stance)
	x, ok := m.cue(marked)
	y, shown := m.cue(neutral)
	if strength == 0 || !ok || !shown || m.together(x.Evidence, y.Evidence) < sureCarried {
		return Exercise{}, false
	}
	word, plain := x.Point.Of(m.Articles[x.Article].Text), y.Point.Of(m.Articles[y.Article].Text)
	id := m.id(Verb, point(x), point(y))
	excerpts, first, second := m.pair(id, x, y)
	return Exercise{
		ID: id, Kind: Verb, Form: Choice, Level: Grade6, Excerpts: excerpts, Options: m.choose(id, word, []string{plain}), Minutes: 3, Strength: strength,
		Prompt: message.New("lesson.verb"+string(marked.Stance), "name", marked.Speaker),
		Why:    message.New("lesson.whyverb", "first", strconv.Itoa(first), "second", strconv.Itoa(second), "verb", word, "plain", plain),
	}, true
}

// cue returns the passage of an attribution with its cue as the point.
func (m *maker) cue(a framing.Attribution) (Excerpt, bool) {
	here := 0
	for _, o := range m.Voices.Attributions {
		if o.Article == a.Article && o.Passage == a.Passage {
			here++
		}
	}
	if here != 1 || len(a.Cue) != 1 {
		return Excerpt{}, false
	}
	return m.excerpt(framing.Evidence{Article: a.Article, Passage: a.Passage, Span: a.Cue[0]})
}
