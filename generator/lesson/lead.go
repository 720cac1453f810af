package lesson

import (
	"cmp"
	"slices"

	"parallax/generator/framing"
	"parallax/generator/message"
)

// Sizes of the exercise on headlines and openings.
const (
	leastLeads  = 3
	mostLeads   = 4
	longestLead = 60 // words
	leadAhead   = 0.15
)

// leads matches headlines to the first sentences of their reports. Each
// headline shares clearly more words with its own opening than with any other
// on the sheet, and no other headline shares more with that opening.
func (m *maker) leads() []Exercise {
	var chosen []int
	for i, a := range m.Articles {
		if len(a.Passages) < 2 || a.Words(a.Passages[1].Span) > longestLead || !m.Shows(i, m.span(i, 0)) || !m.Shows(i, m.span(i, 1)) {
			continue
		}
		if with := append(slices.Clone(chosen), i); len(chosen) < mostLeads && m.apart(with) > leadAhead {
			chosen = with
		}
	}
	if len(chosen) < leastLeads {
		return nil
	}
	var on []framing.Evidence
	for _, i := range chosen {
		on = append(on, m.evidence(i, 0))
	}
	x := Exercise{
		ID: m.id(Lead, on...), Kind: Lead, Form: Match, Minutes: 5, Level: Grade6, Strength: 0.5 + m.apart(chosen),
		Prompt: message.New("lesson.lead"), Why: message.New("lesson.whylead"),
	}
	for n, i := range chosen {
		x.Rows = append(x.Rows, Option{Words: m.words(m.evidence(i, 0)), Place: n + 1})
		x.Options = append(x.Options, Option{Words: m.words(m.evidence(i, 1)), Place: n + 1})
		x.Sources = append(x.Sources, m.evidence(i, 0))
	}
	x.Rows, x.Options = m.shuffled(x.ID, x.Rows), m.shuffled(x.ID, x.Options)
	x.Strength = min(x.Strength, 1)
	return []Exercise{x}
}

// apart returns by how much, at least, each headline of articles is nearer to
// its own first sentence than to another's.
func (m *maker) apart(articles []int) float64 {
	least := 1.0
	near := func(i, j int) float64 {
		return overlap(keys(m.words(m.evidence(i, 0))), keys(m.words(m.evidence(j, 1))))
	}
	for _, i := range articles {
		own := near(i, i)
		least = min(least, own)
		for _, j := range articles {
			if i != j {
				least = min(least, own-near(i, j), own-near(j, i))
			}
		}
	}
	return least
}

// byDate returns the articles whose date is known, earliest first.
func (m *maker) byDate() []int {
	var list []int
	for i := range m.Articles {
		if m.Articles[i].Date.Known() {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(i, j int) int {
		return cmp.Or(m.Articles[i].Date.Compare(m.Articles[j].Date), cmp.Compare(i, j))
	})
	return list
}
