package framing

import (
	"slices"

	"parallax/generator/contradiction"
	"parallax/generator/entity"
	"parallax/generator/text"
)

// Units of a conflict that is none of numbers.
const (
	unitDate   = "date"
	unitAnswer = "answer" // whether it is so
	unitDoer   = "doer"   // who did it
)

// A telling is a passage that tells a statement, with what it says is done.
type telling struct {
	Evidence
	deeds []contradiction.Deed
}

// contradictions returns where articles that tell a statement say yes and no of
// one deed, or name two persons who did it: the first of each, if any.
func (c *comparing) contradictions(s Statement) []Conflict {
	var cells [][]telling
	for _, cell := range s.Cells {
		if cell.Told() {
			cells = append(cells, c.tellings(cell))
		}
	}
	var list []Conflict
	for _, unit := range []string{unitDoer, unitAnswer} {
		if sides, ok := c.contradiction(unit, cells); ok {
			list = append(list, Conflict{Statement: s.ID, Unit: unit, Sides: sides})
		}
	}
	return list
}

// tellings reads what the passages of a cell say is done.
func (c *comparing) tellings(cell Cell) []telling {
	list := make([]telling, len(cell.Evidence))
	for i, e := range cell.Evidence {
		list[i] = telling{e, contradiction.Deeds(c.language, c.readings[e.Article].Sentence(e.Passage))}
	}
	return list
}

// contradiction returns the sides of the first contradiction of a kind between
// two cells.
func (c *comparing) contradiction(unit string, cells [][]telling) ([]ConflictSide, bool) {
	for i, cell := range cells {
		for _, other := range cells[i+1:] {
			for _, e := range cell {
				for _, f := range other {
					x, y, ok := c.contrary(unit, e, f)
					if ok && (unit != unitAnswer || !says(cell, y) && !says(other, x)) && c.scoreOf(e.Evidence, f.Evidence) >= conflictScore {
						return []ConflictSide{c.sideAt(e.Article, x.Span), c.sideAt(f.Article, y.Span)}, true
					}
				}
			}
		}
	}
	return nil, false
}

// contrary returns the deeds by which two passages contradict each other, of
// rivals with the name of the doer for their words.
func (c *comparing) contrary(unit string, e, f telling) (x, y contradiction.Deed, ok bool) {
	if unit == unitAnswer {
		return contradiction.Between(c.language, e.deeds, f.deeds)
	}
	x, y, ok = contradiction.Rivals(c.language, e.deeds, f.deeds, func(a, b text.Span) bool {
		return c.otherPersons(e.Article, a, f.Article, b)
	})
	if ok {
		_, x.Span = c.personIn(e.Article, x.Doer)
		_, y.Span = c.personIn(f.Article, y.Doer)
	}
	return x, y, ok
}

// says reports whether any passage of a cell says a deed.
func says(cell []telling, d contradiction.Deed) bool {
	return slices.ContainsFunc(cell, func(t telling) bool { return contradiction.Says(t.deeds, d) })
}

// otherPersons reports whether two phrases name two persons.
func (c *comparing) otherPersons(article int, a text.Span, other int, b text.Span) bool {
	x, _ := c.personIn(article, a)
	y, _ := c.personIn(other, b)
	return x >= 0 && y >= 0 && x != y
}

// personIn returns the chain of the first person who is named in a span, or -1,
// and the name.
func (c *comparing) personIn(article int, span text.Span) (chain int, name text.Span) {
	mentions := c.entities.Mentions()
	for i, chain := range c.entities.Chains() {
		for _, m := range chain {
			if n := mentions[m]; n.Article == article && n.Kind == entity.Name && n.Span.Overlaps(span) && c.entities.Personal(n) {
				return i, n.Span
			}
		}
	}
	return -1, text.Span{}
}

// sideAt returns the side of an article that its words of a span give.
func (c *comparing) sideAt(article int, span text.Span) ConflictSide {
	r := c.readings[article]
	return ConflictSide{Value: span.Of(r.Text()), Evidence: []Evidence{r.evidence(span)}}
}
