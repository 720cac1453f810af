package framing

import (
	"cmp"
	"slices"

	"parallax/generator/text"
)

// A strand is a statement in the making: the clauses of several articles that
// carry it, at most one of each.
type strand struct {
	centre int // index into cells
	cells  []strandCell
	keys   []string // of the anchor, if one made it
}

// A strandCell is a clause of a unit that carries a strand.
type strandCell struct {
	unit  int
	span  text.Span
	score float64 // to the centre; 1 for the centre
	wide  bool    // the next sentence carries it as well
}

// strands returns what more than one article reports: the groups of units, the
// anchors that go beyond them, and no anchor that a group already covers.
func (a *alignment) strands() []strand {
	var list []strand
	for _, g := range a.groups() {
		if len(g) > 1 {
			list = append(list, a.strandOf(g))
		}
	}
	for _, c := range a.anchors() {
		cells := a.cellsOf(c)
		if i := coveredBy(list, cells); i >= 0 {
			a.extend(&list[i], cells, c)
			continue
		}
		if s, ok := a.anchored(cells, c); ok {
			list = append(slices.DeleteFunc(list, s.covers), s)
		}
	}
	return list
}

// strandOf makes a strand of a group.
func (a *alignment) strandOf(group []int) strand {
	centre := a.centre(group)
	var s strand
	for _, i := range group {
		cell := strandCell{unit: i, span: a.units[i].Span, score: 1}
		if i == centre {
			s.centre = len(s.cells)
		} else {
			l := a.between(i, centre)
			cell.span, cell.score, cell.wide = l.spans[0], l.score, l.wide[0]
		}
		s.cells = append(s.cells, cell)
	}
	s.cells[s.centre].wide = slices.ContainsFunc(group, func(i int) bool { return i != centre && a.between(i, centre).wide[1] })
	return s
}

// cellsOf returns the best carrier of an anchor in each article, in the order
// of the articles.
func (a *alignment) cellsOf(c anchor) []carrier {
	best := map[int]carrier{}
	for _, d := range c.carriers {
		article := a.units[d.unit].article
		if known, ok := best[article]; !ok || d.pairs > known.pairs || d.pairs == known.pairs && d.unit < known.unit {
			best[article] = d
		}
	}
	list := make([]carrier, 0, len(best))
	for _, d := range best {
		list = append(list, d)
	}
	slices.SortFunc(list, func(p, q carrier) int { return p.unit - q.unit })
	return list
}

// coveredBy returns the strand that has at least half of the cells, the one
// with most, or -1.
func coveredBy(list []strand, cells []carrier) int {
	best, most := -1, 0
	for i, s := range list {
		n := 0
		for _, c := range cells {
			if slices.ContainsFunc(s.cells, func(d strandCell) bool { return d.unit == c.unit && d.span.Overlaps(c.clause.Span) }) {
				n++
			}
		}
		if n > most && n > 1 && 2*n >= len(cells) {
			best, most = i, n
		}
	}
	return best
}

// extend adds the cells of an anchor in articles that the strand lacks.
func (a *alignment) extend(s *strand, cells []carrier, c anchor) {
	centre := a.clauseOf(s.cells[s.centre])
	for _, d := range cells {
		has := func(cell strandCell) bool { return a.units[cell.unit].article == a.units[d.unit].article }
		if slices.ContainsFunc(s.cells, has) {
			continue
		}
		if score := a.score(d.clause.profile, centre.profile); a.carries(c, d, score) {
			s.cells = append(s.cells, strandCell{unit: d.unit, span: d.clause.Span, score: score})
			s.keys = c.keys
		}
	}
	slices.SortStableFunc(s.cells[s.centre+1:], func(p, q strandCell) int { return p.unit - q.unit })
}

// anchored makes a strand of an anchor: its clauses that are near enough to
// the one nearest to all.
func (a *alignment) anchored(cells []carrier, c anchor) (strand, bool) {
	centre, most := 0, -1.0
	for i, p := range cells {
		sum := 0.0
		for j, q := range cells {
			if i != j {
				sum += a.score(p.clause.profile, q.clause.profile)
			}
		}
		if sum > most+1e-9 {
			centre, most = i, sum
		}
	}
	s := strand{keys: c.keys}
	for i, d := range cells {
		score := 1.0
		if i == centre {
			s.centre = len(s.cells)
		} else if score = a.score(d.clause.profile, cells[centre].clause.profile); !a.carries(c, d, score) {
			continue
		}
		s.cells = append(s.cells, strandCell{unit: d.unit, span: d.clause.Span, score: score})
	}
	return s, len(s.cells) > 1
}

// carries reports whether a clause with an anchor and a score to the centre is
// on the same thing: it shares more than a name with the others, or is near.
func (a *alignment) carries(c anchor, d carrier, score float64) bool {
	if score >= anchorScore {
		return true
	}
	return !a.named(&c) && (d.core || d.pairs > 1)
}

// covers reports whether every cell of another strand is a cell of this one.
func (s strand) covers(t strand) bool {
	for _, cell := range t.cells {
		same := func(c strandCell) bool { return c.unit == cell.unit }
		if !slices.ContainsFunc(s.cells, same) {
			return false
		}
	}
	return true
}

// clauseOf returns the clause that a cell's span is.
func (a *alignment) clauseOf(c strandCell) clause {
	for _, part := range a.units[c.unit].parts() {
		if part.Span == c.span {
			return part
		}
	}
	return a.units[c.unit].clause
}

// disagreement orders strands by how differently their cells put it.
func (s strand) disagreement() float64 {
	sum := 0.0
	for _, c := range s.cells {
		sum += 1 - c.score
	}
	return sum / float64(max(1, len(s.cells)-1))
}

// before orders strands: most cells first, then most disagreement, then place.
func (s strand) before(t strand) int {
	return cmp.Or(len(t.cells)-len(s.cells), -cmp.Compare(s.disagreement(), t.disagreement()), s.cells[0].unit-t.cells[0].unit,
		s.cells[0].span.Start-t.cells[0].span.Start)
}
