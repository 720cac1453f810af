package lesson

import (
	"slices"
	"strconv"

	"parallax/generator/message"
)

// emphasis asks in which order an opening tells statements of the event. Each
// has a passage of its own there. Where no other report tells two of them the
// other way round, there is little to learn from the order: it is offered.
func (m *maker) emphasis() []Exercise {
	var list []Exercise
	for _, p := range m.pairs() {
		p = p.clauses()
		for side := range p.texts {
			steps := slices.Concat(p.both, p.only[side])
			slices.SortStableFunc(steps, func(x, y told) int { return x.at[side] - y.at[side] })
			steps = slices.CompactFunc(steps, func(x, y told) bool { return x.at[side] == y.at[side] })
			if len(steps) < leastSorted {
				continue
			}
			x := Exercise{
				ID: m.id(Emphasis, p.texts[side].Evidence), Kind: Emphasis, Form: Order, Excerpts: p.excerpts(), Minutes: 4, Level: Grade9, Strength: sureOffered,
				Prompt: message.New("lesson.emphasis", "first", strconv.Itoa(side+1)),
				Why:    message.New("lesson.whyemphasis"),
			}
			if differs(steps) {
				x.Strength = 0.75
			}
			for n, t := range steps[:min(mostSorted, len(steps))] {
				x.Options = append(x.Options, Option{Words: t.words, Place: n + 1})
			}
			x.Options = m.shuffled(x.ID, x.Options)
			list = append(list, x)
		}
	}
	return list
}

// differs reports whether another report tells two of the statements the other
// way round.
func differs(steps []told) bool {
	for i := range steps {
		for j := i + 1; j < len(steps); j++ {
			for _, x := range steps[i].Cells {
				for _, y := range steps[j].Cells {
					if x.Article == y.Article && x.Told() && y.Told() && x.Position > y.Position {
						return true
					}
				}
			}
		}
	}
	return false
}
