package framing

import (
	"slices"
	"strconv"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// compareCoverage lists what all, some or only one of the articles report.
//
// A statement is carried by passages that align (see [alignment]). That only
// one article carries a statement says nothing about the others' reasons: no
// aligned passage was found in them.
func compareCoverage(c *comparing) {
	a := c.alignment()
	coverage := &c.comparison.Coverage
	strands := a.strands()
	slices.SortStableFunc(strands, strand.before)
	for _, s := range strands {
		coverage.Statements = append(coverage.Statements, c.statement(a, s))
	}
	for _, s := range a.alone(strands) {
		coverage.Statements = append(coverage.Statements, c.statement(a, s))
	}
	slices.SortStableFunc(coverage.Statements, func(s, t Statement) int { return reachOrder(s.Reach) - reachOrder(t.Reach) })
	for i := range coverage.Statements {
		coverage.Statements[i].ID = "s" + strconv.Itoa(i+1)
	}
	coverage.Conflicts = c.conflicts(a)
	coverage.Shared = c.sharedTexts()
}

// alignment aligns the passages of the event, once for all signals.
func (c *comparing) alignment() *alignment {
	if c.aligned == nil {
		c.aligned = align(c.vocabulary(), c.readings)
	}
	return c.aligned
}

// vocabulary returns the vocabulary of the event, made once.
func (c *comparing) vocabulary() *vocabulary {
	if c.words == nil {
		c.words = newVocabulary(c.language, nil)
	}
	return c.words
}

func reachOrder(reach string) int {
	return slices.Index([]string{"all", "some", "one"}, reach)
}

// reach says how many of the articles carry a statement: all only if each
// tells what its heading says.
func (c *comparing) reach(s Statement) string {
	switch {
	case len(s.Cells) < 2:
		return "one"
	case s.Told() == len(c.readings):
		return "all"
	}
	return "some"
}

// Told returns how many articles tell what the heading says.
func (s *Statement) Told() int {
	n := 0
	for _, cell := range s.Cells {
		if cell.Told() {
			n++
		}
	}
	return n
}

// Told reports whether the article tells what the heading of the statement
// says, and not only something related.
func (c *Cell) Told() bool { return c.Band == "same" }

// alone returns the sentences that no strand has, each as a strand of its own.
func (a *alignment) alone(strands []strand) []strand {
	taken := make([]bool, len(a.units))
	for _, s := range strands {
		for _, cell := range s.cells {
			taken[cell.unit] = true
		}
	}
	var list []strand
	for i, u := range a.units {
		if !taken[i] && u.passage > 0 && len(u.terms) >= leastClause {
			list = append(list, strand{cells: []strandCell{{unit: i, span: u.Span, score: 1}}})
		}
	}
	return list
}

// statement makes a statement of a strand.
func (c *comparing) statement(a *alignment, s strand) Statement {
	x := titler{a}
	heading, held := x.titles(s)
	st := Statement{Heading: heading.words, Clause: heading.clause, named: heading.named, held: held}
	st.firm = true
	for _, cell := range s.cells {
		told := x.told(heading, cell)
		u, band := a.units[cell.unit], bandOf(cell.score, told)
		st.firm = st.firm && (band != "same" || told >= mostTold)
		for article, same := range a.same {
			if same == u.article {
				u.article = article
				st.Cells = append(st.Cells, c.cell(u, cell, band))
				u.article = same
			}
		}
	}
	st.Reach = c.reach(st)
	return st
}

// How much of a heading a passage has that tells it whatever its score, and at
// least.
const (
	mostTold = 0.75
	halfTold = 0.5
)

// bandOf says whether a passage tells what the heading of its statement says
// or is only on the same thing, by its score against the central passage and
// the share of the heading that it has.
func bandOf(score, told float64) string {
	if told >= mostTold || told >= halfTold && score >= sameScore {
		return "same"
	}
	return "related"
}

// cell describes how an article carries a statement.
func (c *comparing) cell(u unit, s strandCell, band string) Cell {
	r := c.readings[u.article]
	cell := Cell{
		Article: u.article, Score: rounded(s.score), Band: band,
		Paragraph: r.Article().Passages[u.passage].Block,
		Position:  rounded(r.position(s.span.Start)),
		Evidence:  []Evidence{r.evidence(s.span)},
	}
	if s.wide {
		cell.Evidence = append(cell.Evidence, r.evidenceOf(u.passage+1))
	}
	own, others := 0, 0
	for i := r.WordAt(s.span.Start); i < len(r.Words()) && r.Words()[i].Start < s.span.End; i++ {
		cell.Words++
		switch {
		case r.Language().Stop(r.Words()[i].Lower):
		case r.Voices()[i] == reading.Author:
			own++
		default:
			others++
		}
	}
	cell.Quoted = others > 2 && 2*own <= others // who says it, and the verb, are the author's
	return cell
}

// position returns the share of the body's words before the byte offset, 0 in
// the headline.
func (r *member) position(offset int) float64 {
	if r.Passages() < 1 {
		return 0
	}
	from, all := r.FirstWord(1), len(r.Words())-r.FirstWord(1)
	return ratioOf(float64(max(0, r.WordAt(offset)-from)), float64(all))
}

// rounded keeps three places, so that data files stay readable.
func rounded(f float64) float64 { return float64(int(f*1000+0.5)) / 1000 }

// wordsIn returns the words of a reading within a span.
func (r *member) wordsIn(span text.Span) []text.Word {
	from := r.WordAt(span.Start)
	to := from
	for to < len(r.Words()) && r.Words()[to].Start < span.End {
		to++
	}
	return r.Words()[from:to]
}
