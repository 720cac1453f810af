package lesson

import (
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// How sure a deed told without who did it is, by its form.
const (
	surePassive        = 0.9
	sureNominalisation = 0.6
)

// agency asks which of two excerpts says who acted. The two are of different
// articles and tell the deed with one word, and the one that names nobody has
// no word of the other's agent.
func (m *maker) agency() []Exercise {
	var list []Exercise
	for _, a := range m.Agency.Agentless {
		without, ok := m.excerpt(a.Deed)
		with, shown := m.excerpt(a.Agent)
		if !ok || !shown || without.Article == with.Article || !m.alike(a.Deed, a.Verb) || with.Passage == a.Verb.Passage && !with.Span.Contains(a.Verb.Span) || m.tellsAgent(without, a.Agent) {
			continue
		}
		x := Exercise{ID: m.id(Agency, a.Deed, a.Agent), Kind: Agency, Form: Choice, Level: Grade6, Prompt: message.New("lesson.agency", "deed", m.words(a.Verb)), Minutes: 3, Strength: surePassive}
		if a.Kind != "passive" {
			x.Strength = sureNominalisation
		}
		var first, second int
		x.Excerpts, first, second = m.pair(x.ID, with, without)
		for number := range 2 {
			x.Options = append(x.Options, Option{Excerpt: number + 1, Right: number+1 == first})
		}
		x.Why = message.New("lesson.whyagency", "first", strconv.Itoa(first), "second", strconv.Itoa(second), "agent", m.words(a.Agent), "deed", m.words(a.Deed))
		list = append(list, x)
	}
	return list
}

// alike reports whether two spans are one word, inflection apart.
func (m *maker) alike(x, y framing.Evidence) bool {
	return fold(m.words(x)) == fold(m.words(y)) || overlap(stems(m.words(x)), stems(m.words(y))) > 0
}

// tellsAgent reports whether the passage of an excerpt has a word of an agent after all, or
// whether the agent is a word too short to look for.
func (m *maker) tellsAgent(x Excerpt, agent framing.Evidence) bool {
	named := stems(m.words(agent))
	return len(named) == 0 || overlap(named, stems(m.whole(x))) > 0
}
