package review

import (
	"slices"
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/text"
)

// aimSplit finds the passage that is to be a statement by itself.
func (a *applying) aimSplit(t *target) bool {
	var ok bool
	if t.passage, ok = a.words(t, "and_article", t.AndArticle, "and_quote", t.AndQuote, "", ""); !ok {
		return false
	}
	s := a.made.Statement(t.statement)
	if !slices.ContainsFunc(s.Cells, func(c framing.Cell) bool { return holds(c, t.passage) }) {
		a.warn(t, "and_quote", "quote words of a passage that the statement rests on", "the statement does not rest on these words of %s, so the decision is not applied", t.AndArticle)
		return false
	}
	t.passage.Span = a.articles[t.passage.Article].Passages[t.passage.Passage].Span
	return true
}

// splitStatement makes a statement of a passage of another, or adds it to the one that
// was made under its heading. Of reports that tell neither nothing is said: what the
// program looked for in them was both.
func (a *applying) splitStatement(t *target) (change, bool) {
	s := a.open(t.statement)
	if s == nil {
		return change{}, false
	}
	c := change{s.Heading, t.To}
	at := slices.IndexFunc(s.Cells, func(c framing.Cell) bool { return holds(c, t.passage) })
	if at < 0 {
		return change{}, false
	}
	moved := a.cell(t.passage)
	moved.Band = "same"
	old := s.Cells[at]
	rest := slices.DeleteFunc(slices.Clone(old.Evidence), func(e framing.Evidence) bool { return e.Passage == t.passage.Passage })
	switch {
	case len(rest) == 0:
		a.removed.add(s.ID, old.Article)
		s.Cells = slices.Delete(s.Cells, at, at+1)
	case rest[0] == old.Evidence[0]:
		s.Cells[at].Evidence = rest
	default:
		cell := a.cell(rest[0])
		cell.Band, cell.Score, cell.Sure, cell.Evidence = old.Band, old.Score, old.Sure, rest
		s.Cells[at] = cell
	}
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return article == t.passage.Article })
	a.restate(s)
	a.putApart(t, moved, s.Clause)
	a.made.Coverage.Statements = slices.DeleteFunc(a.made.Coverage.Statements, func(s framing.Statement) bool { return len(s.Cells) == 0 })
	return c, true
}

// putApart adds a cell to the statement that was parted from another under a heading.
func (a *applying) putApart(t *target, moved framing.Cell, clause bool) {
	key := t.statement + "\x00" + t.To
	part := a.made.Statement(a.parted[key])
	if part == nil {
		fresh := framing.Statement{ID: "s" + strconv.Itoa(len(a.machine.Coverage.Statements)+len(a.parted)+1), Heading: t.To, Clause: clause, Own: true}
		a.parted[key] = fresh.ID
		at := placeOf(a.made.Coverage.Statements, t.statement)
		a.made.Coverage.Statements = slices.Insert(a.made.Coverage.Statements, at+1, fresh)
		part = &a.made.Coverage.Statements[at+1]
	}
	if at := slices.IndexFunc(part.Cells, func(c framing.Cell) bool { return c.Article == moved.Article }); at >= 0 {
		part.Cells[at].Evidence = append(part.Cells[at].Evidence, moved.Evidence...)
	} else {
		part.Cells = append(part.Cells, moved)
		slices.SortFunc(part.Cells, func(x, y framing.Cell) int { return x.Article - y.Article })
	}
	a.found.add(part.ID, moved.Article)
	a.touched[part.ID] = true
	a.restate(part)
}

// reheaded gives a statement a heading in an editor's words, which need stand in no
// passage.
func reheaded(s *framing.Statement, to string) {
	s.Heading, s.Slight, s.Complete, s.Own = to, false, false, true
	for i := range s.Cells {
		s.Cells[i].Said, s.Cells[i].Clause = text.Span{}, text.Span{}
	}
}
