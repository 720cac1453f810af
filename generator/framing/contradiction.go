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

// contradictions returns where articles that tell a statement say yes and no of
// one deed, or name two persons who did it, one conflict of each kind at most.
func (c *comparing) contradictions(s Statement) []Conflict {
	var list []Conflict
	for i, cell := range s.Cells {
		for _, other := range s.Cells[i+1:] {
			if cell.Told() && other.Told() {
				list = append(list, c.contradiction(s, cell, other)...)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Conflict) int { return len(a.Unit) - len(b.Unit) })
	return slices.CompactFunc(list, func(a, b Conflict) bool { return a.Unit == b.Unit })
}

// contradiction compares the passages of two cells that are near enough.
func (c *comparing) contradiction(s Statement, a, b Cell) []Conflict {
	var list []Conflict
	mine, theirs := c.deedsOf(a.Evidence...), c.deedsOf(b.Evidence...)
	for _, e := range a.Evidence {
		for _, f := range b.Evidence {
			if c.scoreOf(e, f) < conflictScore {
				continue
			}
			add := func(unit string, x, y text.Span) {
				list = append(list, Conflict{Statement: s.ID, Unit: unit, Sides: []ConflictSide{c.sideAt(a, x), c.sideAt(b, y)}})
			}
			if x, y, ok := contradiction.Between(c.language, c.deedsOf(e), c.deedsOf(f)); ok && !contradiction.Says(mine, y) && !contradiction.Says(theirs, x) {
				add(unitAnswer, x.Span, y.Span)
			}
			differ := func(x, y text.Span) bool { return c.otherPersons(e.Article, x, f.Article, y) }
			if x, y, ok := contradiction.Rivals(c.language, c.deedsOf(e), c.deedsOf(f), differ); ok {
				_, doer := c.personIn(e.Article, x.Doer)
				_, rival := c.personIn(f.Article, y.Doer)
				add(unitDoer, doer, rival)
			}
		}
	}
	return list
}

// deedsOf returns what passages say is done or is so.
func (c *comparing) deedsOf(list ...Evidence) []contradiction.Deed {
	var deeds []contradiction.Deed
	for _, e := range list {
		deeds = append(deeds, contradiction.Deeds(c.language, c.readings[e.Article].Sentence(e.Passage))...)
	}
	return deeds
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

func (c *comparing) sideAt(cell Cell, span text.Span) ConflictSide {
	r := c.readings[cell.Article]
	return ConflictSide{Value: span.Of(r.Text()), Evidence: []Evidence{r.evidence(span)}}
}
