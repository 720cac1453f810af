package framing

import "slices"

// nearScore is the score from which a passage may be about a statement.
const nearScore = 0.27

// foundIn reports whether any passage of an article comes near to a cell of a
// statement, so that it may not be said to lack it.
func (c *comparing) foundIn(s Statement, article int) bool {
	a := c.alignment()
	for i, u := range a.units {
		carries := func(cell Cell) bool { return cell.Article == u.article && cell.Evidence[0].Passage == u.passage }
		if !slices.ContainsFunc(s.Cells, carries) {
			continue
		}
		for j, v := range a.units {
			if v.article == a.same[article] && a.between(i, j).score >= nearScore {
				return true
			}
		}
	}
	return false
}
