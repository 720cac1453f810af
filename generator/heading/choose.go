package heading

import (
	"slices"

	"parallax/generator/text/vocabulary"
)

// leastSaid is how much of what a heading can say of what is shared a clause
// must say to be preferred to a thing or a name.
const leastSaid = 0.35

// titler finds the heading of one statement.
type titler struct {
	Statement
	shares   map[string]float64 // by content word: 0 for one of a single cell, 1 for one of all
	speakers map[string]bool    // content words of the sources of what the cells tell as said
}

// best chooses among the titles that the cells offer.
func (x *titler) best() (heading, held Title) {
	list := x.candidates()
	for i := range list {
		x.measure(&list[i])
	}
	most := 0.0
	for _, t := range list {
		most = max(most, t.gain)
	}
	said := false // the heading is a clause that says enough of what is shared
	for _, t := range list {
		says := t.Clause && t.gain >= leastSaid*most
		if heading.Words == "" || says && !said || says == said && t.better(heading) {
			heading, said = t.Title, says
		}
		if t.held && t.worth > 0 && (held.Words == "" || t.better(held)) {
			held = t.Title
		}
	}
	if heading.Words == "" {
		heading.Words = x.Cells[x.Centre].Passages[0].beginning()
		heading.tells = make([]bool, len(x.Cells))
	}
	return heading, held
}

const (
	// A passage tells a clause if it has half of who acts and leastTold of what
	// is said, or mostTold of that, whatever it calls who acts.
	halfTold  = 0.5
	leastTold = 0.4
	mostTold  = 0.75
	// leastReach is the least share of the articles that tell a statement which
	// tell what a clause says of it: else it stands for less than they report.
	leastReach = 0.7
)

// measure notes which cells tell what a title says. What few of those tell that
// tell the statement is worth less, and is no clause of it.
func (x *titler) measure(t *candidate) {
	n, all := 0, 0
	t.tells = make([]bool, len(x.Cells))
	for i, cell := range x.Cells {
		if !cell.Told {
			continue
		}
		all++
		if t.tells[i] = x.tells(t.Title, cell); t.tells[i] {
			n++
		}
	}
	if all > 0 {
		t.Reach = float64(n) / float64(all)
	}
	t.Clause = t.Clause && t.Reach >= leastReach
	if t.worth > 0 {
		t.worth *= t.Reach * t.Reach
	}
}

// tells reports whether a passage of a cell has most of what a title says: of a
// clause both who acts and what is said of whoever it is, so that nobody is
// said to have done what another did.
func (x *titler) tells(t Title, cell Cell) bool {
	return slices.ContainsFunc(cell.Passages, func(p Passage) bool {
		said := x.told(t.terms[t.actor:], p.Terms)
		return said >= mostTold || said >= leastTold && x.told(t.terms[:t.actor], p.Terms) >= halfTold
	})
}

// told returns the share of terms that a passage has, by weight: 1 if it has
// all, or if there are none.
func (x *titler) told(terms, passage []vocabulary.Term) float64 {
	has, all := 0.0, 0.0
	for _, w := range terms {
		weight := x.Weight(w.Key)
		all += weight
		has += weight * x.likest(w, passage)
	}
	if all == 0 {
		return 1
	}
	return has / all
}

// likest returns how like a term is to the one of a passage that is most like it.
func (x *titler) likest(t vocabulary.Term, passage []vocabulary.Term) float64 {
	if slices.ContainsFunc(passage, func(other vocabulary.Term) bool { return other.Key == t.Key }) {
		return 1
	}
	likest := 0.0
	for _, other := range passage {
		if !other.Stop {
			likest = max(likest, x.Vocabulary.Alike(t.Key, other.Key))
		}
	}
	return likest
}

// candidates returns the titles that the passages of the cells that tell the
// statement offer.
func (x *titler) candidates() []candidate {
	var list []candidate
	for _, cell := range x.Cells {
		if !cell.Told {
			continue
		}
		for _, p := range cell.Passages[:min(len(cell.Passages), passagesForTitle)] {
			list = append(list, x.of(p, cell.Score)...)
		}
	}
	return list
}

// passagesForTitle is how many passages of a cell offer titles: the ones after
// them tell less directly.
const passagesForTitle = 2

// better reports whether a title says more than another. A name alone, which
// says nothing of whoever has it, is taken only where there is neither a clause
// nor anything else that is shared.
func (t Title) better(other Title) bool {
	switch {
	case t.Named && !other.Named:
		return !other.Clause && other.worth <= 0 && t.worth > other.worth
	case other.Named && !t.Named:
		return t.Clause || t.worth > 0 || t.worth > other.worth
	}
	return t.worth > other.worth+1e-9
}
