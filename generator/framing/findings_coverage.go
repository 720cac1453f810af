package framing

import (
	"slices"
	"strconv"
)

// mostMissing is how many findings say that one article lacks a statement.
const mostMissing = 2

// coverageFindings say what all report, all but one, or only one, where
// figures differ, and what two articles have word for word.
func coverageFindings(c *comparing) []Finding {
	list := c.conflictFindings()
	missing, said := 0, map[string]bool{}
	total := len(c.readings)
	for _, s := range c.comparison.Coverage.Statements {
		n := len(s.Cells)
		switch {
		case n < 2:
		case c.saysMuch(s):
			said[s.Heading] = true
			list = append(list, c.commonFinding(telling(s)))
		case many(n, total):
			if s.held.words != "" && !said[s.held.words] && !c.namesOnly(s) {
				said[s.held.words] = true
				list = append(list, c.commonFinding(s))
			}
		case total > 2 && n == total-1 && s.held.clause:
			if found := c.missingFindings(s); missing < mostMissing {
				list = append(list, found...)
				missing += len(found)
			}
		}
	}
	if s, ok := c.widest(); ok && !slices.ContainsFunc(list, func(f Finding) bool { return f.Common }) {
		list = append(list, c.noneFinding(s))
	}
	list = append(list, c.onlyFindings()...)
	for _, s := range c.comparison.Coverage.Shared {
		f := Finding{Signal: SignalCoverage, Common: true, Contrast: s.Share, Overlap: 1, Evidence: s.Runs}
		f.Says = c.facing("finding.coverage.shared", []int{s.First, s.Second}, nil).Of(s.Words)
		list = append(list, f)
	}
	return list
}

// many reports whether n of the articles are all of them or, of more than
// four, at least three fifths.
func many(n, total int) bool { return n == total || total > 4 && 10*n >= 6*total }

// saysMuch reports whether many articles tell what the heading of a statement
// says in a clause: then the heading may be said of them, rather than the few
// words that all of them hold. Each must have most of its words: passages that
// have no more than a name in common may say quite different things of it.
func (c *comparing) saysMuch(s Statement) bool {
	n := s.Told()
	return s.Clause && s.firm && !s.held.named && (n == len(c.readings) || many(n, len(c.readings)) && !c.comparison.Coverage.disputed(s.ID))
}

// disputed reports whether articles give different figures in a statement.
func (c *Coverage) disputed(statement string) bool {
	return slices.ContainsFunc(c.Conflicts, func(k Conflict) bool { return k.Statement == statement })
}

// telling returns a statement with the cells that tell its heading, and with
// the heading as what they hold.
func telling(s Statement) Statement {
	s.Cells = slices.DeleteFunc(slices.Clone(s.Cells), func(cell Cell) bool { return !cell.Told() })
	s.held.words, s.held.clause, s.held.named = s.Heading, true, false
	return s
}

// commonFinding says that all or most articles report a statement.
func (c *comparing) commonFinding(s Statement) Finding {
	key := "finding.coverage.all"
	switch most := len(s.Cells) < len(c.readings); {
	case most && s.held.clause:
		key = "finding.coverage.mosttell"
	case most:
		key = "finding.coverage.most"
	case s.held.clause && c.comparison.Coverage.disputed(s.ID):
		key = "finding.coverage.tellfigures"
	case s.held.clause:
		key = "finding.coverage.tell"
	}
	share := float64(len(s.Cells)) / float64(len(c.readings))
	f := Finding{
		Signal: SignalCoverage, Common: true, Statement: s.ID, Contrast: share * share * (1 - 0.4*meanPosition(s)), Overlap: meanScore(s),
		Evidence: c.leading(s),
	}
	switch {
	case s.held.named:
		f.Contrast *= 0.3 // that all name somebody goes without saying
	case !s.held.clause:
		f.Contrast *= 0.5 // a thing or a place is less than something said of it
	}
	f.Says = c.facing(key, nil, nil).With("statement", s.held.words).With("total", strconv.Itoa(len(c.readings))).Of(len(s.Cells))
	return f
}

// widest returns the statement that most articles tell, though not all. One
// that a clause heads is taken where one article fewer tells it: "carrier USS
// Theodore Roosevelt" says nothing of what happened.
func (c *comparing) widest() (widest Statement, ok bool) {
	most := 0
	for _, s := range c.comparison.Coverage.Statements {
		n := s.Told()
		if n == len(c.readings) {
			return Statement{}, false
		}
		width := 2 * n
		if s.Clause {
			width += 3
		}
		if n > 1 && width > most {
			widest, most = s, width
		}
	}
	return widest, most > 0
}

// noneFinding says that no statement was found in all articles, and which was
// in most of them.
func (c *comparing) noneFinding(s Statement) Finding {
	s = telling(s)
	share := float64(len(s.Cells)) / float64(len(c.readings))
	f := Finding{Signal: SignalCoverage, Common: true, Statement: s.ID, Contrast: 0.3 * share * share, Overlap: meanScore(s), Evidence: c.leading(s)}
	f.Says = c.facing("finding.coverage.none", nil, nil).With("statement", s.Heading).With("total", strconv.Itoa(len(c.readings))).Of(len(s.Cells))
	return f
}

// namesOnly reports whether the articles share no more of a statement than a
// name, while as many share another that is more than one.
func (c *comparing) namesOnly(s Statement) bool {
	return s.held.named && slices.ContainsFunc(c.comparison.Coverage.Statements, func(t Statement) bool {
		return t.ID != s.ID && len(t.Cells) >= len(s.Cells) && !t.named
	})
}

// meanScore is how alike the passages of a statement are.
func meanScore(s Statement) float64 {
	sum := 0.0
	for _, cell := range s.Cells {
		sum += cell.Score
	}
	return sum / float64(len(s.Cells))
}

// meanPosition is how late a statement comes; quotations count as late, since
// they say less of what happened.
func meanPosition(s Statement) float64 {
	sum := 0.0
	for _, cell := range s.Cells {
		if cell.Quoted {
			sum++
		} else {
			sum += cell.Position
		}
	}
	return sum / float64(len(s.Cells))
}

// leading returns the evidence of a statement, the cells nearest to its centre
// first.
func (c *comparing) leading(s Statement) []Evidence {
	cells := slices.Clone(s.Cells)
	slices.SortStableFunc(cells, func(a, b Cell) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	var list []Evidence
	for _, cell := range cells {
		list = append(list, cell.Evidence...)
	}
	return list
}

// missingFindings say that all but one article report a statement.
func (c *comparing) missingFindings(s Statement) []Finding {
	var missing int
	for i := range c.readings {
		if !slices.ContainsFunc(s.Cells, func(cell Cell) bool { return cell.Article == i }) {
			missing = i
		}
	}
	if s.Answer(missing) != Absent || c.foundIn(s, missing) {
		return nil
	}
	return []Finding{{
		Signal: SignalCoverage, Statement: s.ID, Contrast: 0.45 + 0.02*float64(len(s.Cells)), Overlap: meanScore(s),
		Says:     c.facing("finding.coverage.without", []int{missing}, nil).With("statement", s.held.words),
		Evidence: c.leading(s),
	}}
}

// onlyFindings say for each article the most prominent statement that only it
// carries: one of its first paragraphs.
func (c *comparing) onlyFindings() []Finding {
	var list []Finding
	seen := map[int]bool{}
	for _, s := range c.comparison.Coverage.Statements {
		cell := s.Cells[0]
		if !s.Alone() || len(c.readings) < 2 || seen[cell.Article] || cell.Paragraph > 4 || cell.Words < 10 || !s.Clause {
			continue
		}
		if slices.ContainsFunc(c.others(cell.Article), func(i int) bool { return c.foundIn(s, i) }) {
			continue
		}
		seen[cell.Article] = true
		list = append(list, Finding{
			Signal: SignalCoverage, Statement: s.ID, Contrast: 0.35 - 0.2*cell.Position, Overlap: 0.8,
			Says:     c.facing("finding.coverage.only", []int{cell.Article}, nil).With("statement", s.Heading),
			Evidence: cell.Evidence,
		})
	}
	return list
}

// others returns the articles but one.
func (c *comparing) others(article int) []int {
	var list []int
	for i := range c.readings {
		if i != article {
			list = append(list, i)
		}
	}
	return list
}

// conflictFindings say where figures or days differ.
func (c *comparing) conflictFindings() []Finding {
	var list []Finding
	for _, k := range c.comparison.Coverage.Conflicts {
		a, b := k.Sides[0], k.Sides[1]
		key := "finding.coverage.figures"
		if k.Unit == "date" {
			key = "finding.coverage.days"
		}
		_, score := c.statementOf(a.Evidence[0], b.Evidence[0])
		f := Finding{
			Signal: SignalCoverage, Statement: k.Statement, Contrast: 0.95, Overlap: score,
			Says:     c.facing(key, articlesOf(a.Evidence), articlesOf(b.Evidence)).With("unit", k.Unit).With("value", a.Value).With("other", b.Value),
			Evidence: evidencePair(a.Evidence[0], b.Evidence[0], append(a.Evidence[1:], b.Evidence[1:]...)...),
		}
		list = append(list, f)
	}
	return list
}

func articlesOf(list []Evidence) []int {
	var articles []int
	for _, e := range list {
		articles = append(articles, e.Article)
	}
	return articles
}
