package lesson

import (
	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
)

// sureOffered is how sure an exercise is that only a person can find right.
const sureOffered = 0.4

// timeline puts headlines of different days in the order in which they were
// published. Whether they tell it only a person can see, so it is offered.
func (m *maker) timeline() []Exercise {
	x := Exercise{Kind: Timeline, Form: Order, Minutes: 3, Level: Grade9, Strength: sureOffered, Prompt: message.New("lesson.timeline"), Why: message.New("lesson.whytimeline")}
	var last corpus.Date
	for _, i := range m.byDate() {
		date := m.Articles[i].Date
		if len(x.Options) == mostSorted || last.Known() && date.String()[:10] == last.String()[:10] || !m.Shows(i, m.span(i, 0)) {
			continue
		}
		last = date
		x.Options = append(x.Options, Option{Words: m.words(m.evidence(i, 0)), Place: len(x.Options) + 1})
		x.Sources = append(x.Sources, m.evidence(i, 0))
	}
	if len(x.Options) < leastSorted {
		return nil
	}
	x.ID = m.id(Timeline, x.Sources...)
	x.Options = m.shuffled(x.ID, x.Options)
	return []Exercise{x}
}

// outlets matches headlines to sorts of outlet. What a reader knows of outlets
// weighs more here than what stands on the sheet, so it is only offered.
func (m *maker) outlets() []Exercise {
	x := Exercise{Kind: Outlet, Form: Match, Minutes: 4, Level: Grade11, Strength: sureOffered, Prompt: message.New("lesson.outlet"), Why: message.New("lesson.whyoutlet")}
	seen := map[string]bool{}
	var on []framing.Evidence
	for i := range m.Articles {
		sort := m.Sort(i)
		if sort == "" || seen[sort] || len(x.Rows) == mostSorted || !m.Shows(i, m.span(i, 0)) {
			continue
		}
		seen[sort] = true
		on = append(on, m.evidence(i, 0))
		x.Rows = append(x.Rows, Option{Words: m.words(m.evidence(i, 0)), Place: len(on)})
		x.Options = append(x.Options, Option{Words: sort, Place: len(on)})
	}
	if len(on) < leastSorted {
		return nil
	}
	x.ID, x.Sources = m.id(Outlet, on...), on
	x.Rows, x.Options = m.shuffled(x.ID, x.Rows), m.shuffled(x.ID, x.Options)
	return []Exercise{x}
}
