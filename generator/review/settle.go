package review

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/ratio"
)

// settle lets every part of the comparison follow what was decided about another.
func (a *applying) settle() {
	c := a.made
	c.Coverage.Conflicts = keep(c.Coverage.Conflicts, a.settleConflict)
	c.Findings = keep(c.Findings, a.settleFinding)
	c.Passages.Contrasts = keep(c.Passages.Contrasts, a.settleContrast)
	c.Agency.Agentless = keep(c.Agency.Agentless, func(d *framing.Agentless) bool {
		return a.stands(d.Statement, d.Deed, d.Agent)
	})
	c.Tone.Plain = keep(c.Tone.Plain, func(p *framing.Plain) bool {
		side := a.toneSide(p.Word.Article)
		marked := func(m framing.Mark) bool { return m.Span == p.Word.Span && m.Kind == p.Word.Kind }
		return slices.ContainsFunc(side.Marks, marked) && a.stands(p.Statement, p.Word.Evidence, p.Beside)
	})
	for i := range c.Emphasis.Sides {
		a.settleSide(&c.Emphasis.Sides[i])
	}
	slices.SortFunc(c.Review.Decisions, func(x, y framing.Decision) int { return cmp.Compare(x.ID, y.ID) })
}

// keep returns the values of a list that stay, once they have followed.
func keep[T any](list []T, settle func(*T) bool) []T {
	kept := list[:0]
	for i := range list {
		if settle(&list[i]) {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// stands reports whether what rests on a statement still does: the statement is there,
// and no article of the evidence was found not to tell it.
func (a *applying) stands(statement string, evidence ...framing.Evidence) bool {
	if statement == "" {
		return true
	}
	return a.made.Statement(statement) != nil &&
		!slices.ContainsFunc(evidence, func(e framing.Evidence) bool { return a.removed[statement][e.Article] })
}

// leastSides is how many sides a conflict or a contrast has at least.
const leastSides = 2

// settleConflict leaves the articles out of a conflict that do not tell its statement.
func (a *applying) settleConflict(k *framing.Conflict) bool {
	if a.made.Statement(k.Statement) == nil {
		return false
	}
	for i := range k.Sides {
		k.Sides[i].Evidence = slices.DeleteFunc(k.Sides[i].Evidence, func(e framing.Evidence) bool { return a.removed[k.Statement][e.Article] })
	}
	k.Sides = slices.DeleteFunc(k.Sides, func(s framing.ConflictSide) bool { return len(s.Evidence) == 0 })
	return len(k.Sides) >= leastSides
}

// settleContrast leaves the articles out of a contrast that do not tell its statement.
func (a *applying) settleContrast(k *framing.Contrast) bool {
	if a.made.Finding(k.Finding) == nil || !a.stands(k.Statement) {
		return false
	}
	k.Sides = slices.DeleteFunc(k.Sides, func(s framing.ContrastSide) bool { return a.removed[k.Statement][s.Article] })
	return len(k.Sides) >= leastSides
}

// settleSide lets the places and shares of one article follow.
func (a *applying) settleSide(side *framing.EmphasisSide) {
	side.Weights = slices.DeleteFunc(side.Weights, func(w framing.Weight) bool {
		return a.made.Statement(w.Statement) == nil || a.removed[w.Statement][side.Article]
	})
	if side.Lead != "" && (a.made.Statement(side.Lead) == nil || a.removed[side.Lead][side.Article]) {
		side.Lead = ""
	}
	for i := range a.made.Coverage.Statements {
		s := &a.made.Coverage.Statements[i]
		at := slices.IndexFunc(s.Cells, func(c framing.Cell) bool { return c.Article == side.Article })
		if at < 0 || !a.found[s.ID][side.Article] {
			continue
		}
		side.Weights = slices.DeleteFunc(side.Weights, func(w framing.Weight) bool { return w.Statement == s.ID })
		c := &s.Cells[at]
		w := framing.Weight{Statement: s.ID, Position: c.Position, Headline: c.Paragraph == 0, Opening: c.Paragraph == 1}
		if body := a.articles[side.Article]; c.Paragraph > 0 {
			w.Share = ratio.Rounded(ratio.Of(float64(c.Words), float64(body.Words(body.Body()))))
		}
		side.Weights = append(side.Weights, w)
		slices.SortStableFunc(side.Weights, func(x, y framing.Weight) int { return cmp.Compare(x.Position, y.Position) })
	}
}

// settleFinding reports whether a finding still holds, and says its numbers anew.
func (a *applying) settleFinding(f *framing.Finding) bool {
	switch {
	case !a.stands(f.Statement):
		return false
	case !a.touched[f.Statement]:
		return true
	}
	s := a.made.Statement(f.Statement)
	switch key := a.machine.Finding(f.ID).Says.Key; key {
	case "finding.coverage.tell", "finding.coverage.mosttell", "finding.coverage.tellfigures",
		"finding.coverage.say", "finding.coverage.mostsay", "finding.coverage.sayby", "finding.coverage.mostsayby",
		"finding.coverage.all", "finding.coverage.most":
		return a.retell(f, s, key)
	case "finding.coverage.without", "finding.coverage.unsaid", "finding.coverage.unsaidby":
		return s.Told() == len(a.made.Articles)-1 && len(s.Absent) == 1 && slices.Equal(f.Says.Args["outlets"], []string{a.made.Articles[s.Absent[0]].Letter})
	case "finding.coverage.only", "finding.coverage.onlysays", "finding.coverage.onlysaysby":
		return s.Alone()
	}
	return a.stands(f.Statement, f.Evidence...)
}

// retell says anew how many articles tell a statement.
func (a *applying) retell(f *framing.Finding, s *framing.Statement, key string) bool {
	told, total := s.Told(), len(a.made.Articles)
	if told < leastSides {
		return false
	}
	cells := slices.DeleteFunc(slices.Clone(s.Cells), func(c framing.Cell) bool { return !c.Told() })
	slices.SortStableFunc(cells, func(x, y framing.Cell) int { return -cmp.Compare(x.Score, y.Score) })
	f.Evidence = nil
	for _, c := range cells {
		f.Evidence = append(f.Evidence, c.Evidence[0])
	}
	if f.Says.Key != key {
		return true // in the editor's words
	}
	disputed := slices.ContainsFunc(a.made.Coverage.Conflicts, func(k framing.Conflict) bool { return k.Statement == s.ID })
	key = s.Telling(total, disputed)
	f.Says = message.Message{Key: key, Args: f.Says.Args}.With("total", strconv.Itoa(total)).With("speaker", s.By).Of(told)
	return true
}
