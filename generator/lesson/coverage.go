package lesson

import (
	"cmp"
	"slices"

	"parallax/generator/message"
)

// How many statements an exercise sorts.
const (
	leastSorted = 3
	mostSorted  = 5
)

// How sure an exercise is on what two texts tell. A row that is no clause
// cannot be true or false: whether it is clear enough a person has to say.
const (
	sureClauses = 0.7
	surePhrases = 0.4
)

// coverage sorts statements by which of two openings tells them: the first,
// the second or both. What the key calls absent has no passage near to it in
// the opening, by words as well as by meaning.
func (m *maker) coverage() []Exercise {
	var list []Exercise
	for _, p := range m.pairs() {
		rows, sure := m.sorted(&p)
		if len(rows) < leastSorted {
			continue
		}
		x := Exercise{
			ID: m.id(Coverage, p.texts[0].Evidence, p.texts[1].Evidence), Kind: Coverage, Form: Match, Excerpts: p.excerpts(), Minutes: 5, Level: Grade9, Strength: sure,
			Prompt: message.New("lesson.coverage", "first", "1", "second", "2"),
			Why:    message.New("lesson.whycoverage"),
		}
		x.Rows = m.shuffled(x.ID, rows)
		for place, key := range []string{"lesson.onlyfirst", "lesson.onlysecond", "lesson.intexts"} {
			x.Options = append(x.Options, Option{Says: message.New(key, "first", "1", "second", "2"), Place: place + 1})
		}
		list = append(list, x)
	}
	return list
}

// sorted returns statements of a pair as rows, from each sort in turn, and how
// sure an exercise on them is: clauses if there are enough of them.
func (m *maker) sorted(p *textPair) (rows []Option, sure float64) {
	from := p.clauses()
	if len(from.both)+len(from.only[0])+len(from.only[1]) >= leastSorted {
		return from.rows(), sureClauses
	}
	return p.rows(), surePhrases
}

// rows returns statements of a pair as rows, from each sort in turn.
func (p *textPair) rows() []Option {
	var rows []Option
	for n := range mostSorted {
		for place, list := range [][]told{p.only[0], p.only[1], p.both} {
			same := func(o Option) bool { return n < len(list) && fold(o.Words) == fold(list[n].words) }
			if n < len(list) && len(rows) < mostSorted && !slices.ContainsFunc(rows, same) {
				rows = append(rows, Option{Words: list[n].words, Place: place + 1})
			}
		}
	}
	return rows
}

// core asks what two openings both tell.
func (m *maker) core() []Exercise {
	var list []Exercise
	for _, p := range m.pairs() {
		rows, sure := m.sorted(&p)
		x := Exercise{
			ID: m.id(Core, p.texts[0].Evidence, p.texts[1].Evidence), Kind: Core, Form: Choices, Excerpts: p.excerpts(), Minutes: 4, Level: Grade6, Strength: sure,
			Prompt: message.New("lesson.core", "first", "1", "second", "2"),
			Why:    message.New("lesson.whycore"),
		}
		for _, o := range rows {
			x.Options = append(x.Options, Option{Words: o.Words, Right: o.Place == 3})
		}
		if len(x.Options) >= leastSorted && len(p.both) > 0 {
			x.Options = m.shuffled(x.ID, x.Options)
			list = append(list, x)
		}
	}
	return list
}

// shuffled returns options in the order shown, which hangs on their words
// alone.
func (m *maker) shuffled(id string, options []Option) []Option {
	slices.SortStableFunc(options, func(x, y Option) int {
		return cmp.Or(cmp.Compare(m.hash(id, x.name()), m.hash(id, y.name())), cmp.Compare(x.name(), y.name()))
	})
	return options
}
