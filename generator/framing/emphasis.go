package framing

import (
	"cmp"
	"slices"
)

// compareEmphasis says what each article opens with, and where and at what
// length it carries each statement. There is no score in it: places and shares
// are for the reader to weigh.
func compareEmphasis(c *comparing) {
	for _, r := range c.readings {
		c.comparison.Emphasis.Sides = append(c.comparison.Emphasis.Sides, c.emphasis(r))
	}
}

// emphasis describes one article.
func (c *comparing) emphasis(r *member) EmphasisSide {
	side := EmphasisSide{Article: r.index, Before: 1, Weights: []Weight{}}
	body, _, _ := r.Count()
	most := 1
	for _, s := range c.comparison.Coverage.Statements {
		i := slices.IndexFunc(s.Cells, func(cell Cell) bool { return cell.Article == r.index })
		if i < 0 {
			continue
		}
		w := c.weightOf(r, s, s.Cells[i], body)
		side.Weights = append(side.Weights, w)
		if s.Reach == "one" {
			continue
		}
		if s.Cells[i].Paragraph > 0 {
			side.Before = min(side.Before, w.Position)
		}
		if w.Opening && len(s.Cells) > most {
			side.Lead, most = s.ID, len(s.Cells)
		}
	}
	if side.Before == 1 && !slices.ContainsFunc(side.Weights, func(w Weight) bool { return w.Share > 0 }) {
		side.Before = 0
	}
	slices.SortStableFunc(side.Weights, func(v, w Weight) int { return cmp.Compare(v.Position, w.Position) })
	return side
}

// weightOf returns the place and size of a statement in an article.
func (c *comparing) weightOf(r *member, s Statement, cell Cell, body int) Weight {
	w := Weight{Statement: s.ID, Position: cell.Position, Headline: cell.Paragraph == 0, Opening: cell.Paragraph == 1}
	for _, e := range cell.Evidence {
		if e.Passage > 0 {
			w.Share += ratioOf(float64(len(r.WordsIn(e.Span))), float64(body))
		}
	}
	w.Share = rounded(w.Share)
	w.Headline = w.Headline || c.inHeadline(cell)
	return w
}

// inHeadline reports whether the headline of an article says what its cell says.
func (c *comparing) inHeadline(cell Cell) bool {
	return slices.ContainsFunc(cell.Evidence, func(e Evidence) bool { return e.Passage == 0 })
}
