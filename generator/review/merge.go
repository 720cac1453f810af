package review

import (
	"slices"

	"parallax/generator/framing"
)

// aimMerge finds both statements of a decision that makes one of two.
func (a *applying) aimMerge(t *target) bool {
	other := *t
	var ok bool
	if other.at, ok = a.words(t, "and_article", t.AndArticle, "and_quote", t.AndQuote, "", ""); !ok {
		return false
	}
	other.Decision = &Decision{Article: t.AndArticle, Statement: t.AndStatement}
	if !a.aimStatement(&other) {
		return false
	}
	if t.other = other.statement; t.other == t.statement {
		a.warn(t, "and_quote", "quote words of a passage that tells the other", "both quotations are of one statement, so the decision is not applied")
		return false
	}
	return true
}

// mergeStatements makes one statement of two, with the heading of the first. A report
// tells it that tells either; one that lacks both lacks it.
func (a *applying) mergeStatements(t *target) (change, bool) {
	s, other := a.open(t.statement), a.open(t.other)
	if s == nil || other == nil {
		return change{}, false
	}
	c := change{other.Heading, s.Heading}
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return !slices.Contains(other.Absent, article) })
	for _, cell := range other.Cells {
		at := slices.IndexFunc(s.Cells, func(mine framing.Cell) bool { return mine.Article == cell.Article })
		if at < 0 {
			s.Cells = append(s.Cells, cell)
			a.found.add(s.ID, cell.Article)
			continue
		}
		if mine := &s.Cells[at]; !mine.Told() && cell.Told() {
			mine.Band = cell.Band
		}
		for _, e := range cell.Evidence {
			if !holds(s.Cells[at], e) {
				s.Cells[at].Evidence = append(s.Cells[at].Evidence, e)
			}
		}
	}
	slices.SortFunc(s.Cells, func(x, y framing.Cell) int { return x.Article - y.Article })
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return s.Answer(article) != framing.Absent })
	a.restate(s)
	gone := t.other
	a.made.Coverage.Statements = slices.DeleteFunc(a.made.Coverage.Statements, func(s framing.Statement) bool { return s.ID == gone })
	a.merged[gone] = t.statement
	a.follow(gone, t.statement)
	return c, true
}

// follow lets what was said of a statement be said of the one that it is part of now,
// but for what that has already.
func (a *applying) follow(gone, id string) {
	for i := range a.made.Coverage.Conflicts {
		if k := &a.made.Coverage.Conflicts[i]; k.Statement == gone {
			k.Statement = id
		}
	}
	common := slices.ContainsFunc(a.made.Findings, func(f framing.Finding) bool { return f.Common && f.Statement == id })
	a.made.Findings = keep(a.made.Findings, func(f *framing.Finding) bool {
		if f.Statement != gone {
			return true
		}
		f.Statement = id
		return !f.Common || !common
	})
	for i := range a.made.Passages.Contrasts {
		if k := &a.made.Passages.Contrasts[i]; k.Statement == gone {
			k.Statement = id
		}
	}
	for i := range a.made.Agency.Agentless {
		if d := &a.made.Agency.Agentless[i]; d.Statement == gone {
			d.Statement = id
		}
	}
	for i := range a.made.Tone.Plain {
		if p := &a.made.Tone.Plain[i]; p.Statement == gone {
			p.Statement = id
		}
	}
	for i := range a.made.Emphasis.Sides {
		if side := &a.made.Emphasis.Sides[i]; side.Lead == gone {
			side.Lead = id
		}
	}
}
