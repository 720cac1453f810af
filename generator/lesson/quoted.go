package lesson

import (
	"strings"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// leastSpeakers is how many speakers an exercise on voices has at least.
const leastSpeakers = 3

// quoted sorts speakers by which of two openings reports their words. Of each
// attribution in the two the speaker is known by name, and the name of nobody
// stands in an opening where the key says that they are not heard.
func (m *maker) quoted() []Exercise {
	var list []Exercise
	for _, p := range m.pairs() {
		x := Exercise{
			ID: m.id(Quoted, p.texts[0].Evidence, p.texts[1].Evidence), Kind: Quoted, Form: Match, Excerpts: p.excerpts(), Minutes: 4, Level: Grade6, Strength: 0.65,
			Prompt: message.New("lesson.quoted", "first", "1", "second", "2"),
			Why:    message.New("lesson.whyquoted"),
		}
		speakers, sure := m.speakers(&p)
		if !sure {
			x.Strength = 0.4
		}
		places := map[int]bool{}
		for _, s := range speakers {
			x.Rows = append(x.Rows, s)
			places[s.Place] = true
		}
		for place, key := range []string{"lesson.onlyfirst", "lesson.onlysecond", "lesson.intexts"} {
			x.Options = append(x.Options, Option{Says: message.New(key, "first", "1", "second", "2"), Place: place + 1})
		}
		if len(x.Rows) >= leastSpeakers && len(places) > 1 {
			x.Rows = m.shuffled(x.ID, x.Rows)
			list = append(list, x)
		}
	}
	return list
}

// speakers returns who speaks in a pair of openings as rows, and whether that
// is beyond doubt.
func (m *maker) speakers(p *textPair) (rows []Option, sure bool) {
	heard := map[string]int{}
	var names []string
	sure = true
	for side, x := range p.texts {
		for _, a := range m.Voices.Attributions {
			if a.Article != x.Article || !m.within(x, a) {
				continue
			}
			name := a.Speaker
			if name == "" || len(stems(name)) == 0 {
				sure = false
				continue
			}
			if heard[name] == 0 {
				names = append(names, name)
			}
			heard[name] |= 1 << side
		}
	}
	for _, name := range names {
		place := heard[name]
		for side, x := range p.texts {
			named := strings.Contains(fold(m.words(x.Evidence)), fold(lastWord(name)))
			if heard := place&(1<<side) != 0; heard != named {
				sure = false
			}
		}
		rows = append(rows, Option{Words: name, Place: place})
	}
	return rows[:min(mostSorted, len(rows))], sure
}

// within reports whether an attribution stands in an excerpt.
func (m *maker) within(x Excerpt, a framing.Attribution) bool {
	return a.Passage >= 0 && x.Span.Contains(m.Articles[a.Article].Passages[a.Passage].Span)
}

// lastWord returns the last word of a name.
func lastWord(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return name
	}
	return fields[len(fields)-1]
}
