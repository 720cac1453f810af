package framing

import (
	"cmp"
	"slices"

	"parallax/generator/text"
)

// plainTelling returns the loaded words of the articles that another article tells the
// same without, each with the passage of it that is most like the word's own.
func (c *comparing) plainTelling() []Plain {
	var list []Plain
	scores := map[Evidence]float64{}
	for _, marks := range c.marks() {
		for _, m := range marks {
			if m.Kind != "loaded" {
				continue
			}
			if p, score := c.plainly(m); score >= contrastScore {
				list = append(list, p)
				scores[m.Evidence] = score
			}
		}
	}
	slices.SortStableFunc(list, func(p, q Plain) int { return cmp.Compare(scores[q.Word.Evidence], scores[p.Word.Evidence]) })
	return list
}

// plainly returns the passage without a loaded word that is most like the passage
// of the word, among those of other outlets that tell the same statement, and how
// alike the two are; 0 if there is none.
func (c *comparing) plainly(m Mark) (best Plain, likeness float64) {
	for _, s := range c.comparison.Coverage.Statements {
		at := slices.IndexFunc(s.Cells, func(cell Cell) bool { return cell.saysAt(m.Evidence, c.readings[m.Article]) })
		if at < 0 {
			continue
		}
		for k := range s.Cells {
			other := &s.Cells[k]
			if c.comparison.Articles[other.Article].Outlet == c.comparison.Articles[m.Article].Outlet || !other.Told() || c.retold(*other) {
				continue
			}
			for _, e := range other.Evidence {
				headed := (e.Passage == 0) == (m.Passage == 0) // a headline is faced by a headline
				if score := c.scoreOf(m.Evidence, e); headed && other.saysAt(e, c.readings[e.Article]) && score > likeness && !c.loadedIn(e, m) {
					best, likeness = Plain{Statement: s.ID, Word: m, Beside: e}, score
				}
			}
		}
	}
	return best, likeness
}

// saysAt reports whether words stand in a passage in which a cell says its statement: in
// a headline, or beside the words of the heading.
func (cell *Cell) saysAt(e Evidence, r *member) bool {
	if !cell.Told() || cell.Article != e.Article {
		return false
	}
	return e.Passage == 0 && cell.has(e) || cell.Said.Len() > 0 && r.Article().PassageAt(cell.Said.Start) == e.Passage
}

// loadedIn reports whether a passage has a loaded word in its writer's voice, or the word
// of a mark.
func (c *comparing) loadedIn(e Evidence, word Mark) bool {
	key := entryKey(c.language, word)
	return slices.ContainsFunc(c.marks()[e.Article], func(m Mark) bool { return m.Kind == "loaded" && m.Passage == e.Passage }) ||
		slices.ContainsFunc(c.readings[e.Article].PassageWords(e.Passage), func(w text.Word) bool { return w.Stem == key })
}
