package framing

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/generator/align"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// compareCoverage lists what all, some or only one of the articles report.
//
// A statement is what passages of several articles tell (see [align]). Of
// every article it says that it tells the statement, tells a part of it, or
// does not have it, and of some it says nothing: an absence that is not sure is
// not claimed. That an article lacks a statement says nothing of its reasons.
func compareCoverage(c *comparing) {
	a := c.alignment()
	coverage := &c.comparison.Coverage
	statements, alone := a.Statements()
	for _, s := range statements {
		coverage.Statements = append(coverage.Statements, c.statement(s))
	}
	slices.SortStableFunc(coverage.Statements, func(s, t Statement) int {
		return cmp.Or(-cmp.Compare(s.salience, t.salience), s.before(t))
	})
	for _, l := range alone {
		if l.Only {
			coverage.Statements = append(coverage.Statements, c.lone(l, "one"))
		} else {
			coverage.Unclaimed = append(coverage.Unclaimed, c.lone(l, ""))
		}
	}
	for i := range coverage.Statements {
		coverage.Statements[i].ID = "s" + strconv.Itoa(i+1)
	}
	coverage.Conflicts = c.conflicts()
	coverage.Shared = c.sharedTexts()
}

// before orders statements by where they come first.
func (s *Statement) before(t Statement) int {
	e, d := s.Cells[0].Evidence[0], t.Cells[0].Evidence[0]
	return cmp.Or(e.Article-d.Article, e.Span.Start-d.Span.Start)
}

// How much what makes a statement the main happening counts: first of all how
// many articles tell it. The weights are those of a trial on held-out events.
const (
	weightOfHeadline = 0.5 // share of the articles that have it in the headline
	weightOfLead     = 0.5 // in the lead
	weightOfPlace    = 0.5 // mean place, against it
	weightOfQuoted   = 0.3 // share that only quotes it, against it
)

// salienceOf returns how central a statement is to what the articles report,
// over those that tell it.
func (c *comparing) salienceOf(s *Statement) float64 {
	headline, lead, place, quoted := 0.0, 0.0, 0.0, 0.0
	told := float64(s.Told())
	for _, cell := range s.Cells {
		if !cell.Told() {
			continue
		}
		first := 1.0
		for _, e := range cell.Evidence {
			paragraph := c.readings[e.Article].Article().Passages[e.Passage].Block
			headline += truth(e.Passage == 0) / told
			lead += truth(paragraph == 1) / told / float64(len(cell.Evidence))
			first = min(first, c.readings[e.Article].position(e.Span.Start))
		}
		place += first / told
		quoted += truth(cell.Quoted) / told
	}
	articles := float64(len(c.readings))
	return told/articles + (weightOfHeadline*headline+weightOfLead*min(1, lead))*told/articles - weightOfPlace*place - weightOfQuoted*quoted
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// reach says how many of the articles tell a statement.
func (c *comparing) reach(s *Statement) string {
	if s.Told() == len(c.readings) {
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
// says, and not only a part of it or something near.
func (c *Cell) Told() bool { return c.Band == "same" }

// has reports whether a cell holds the passage that evidence stands in.
func (c *Cell) has(e Evidence) bool {
	return c.Article == e.Article && slices.ContainsFunc(c.Evidence, func(d Evidence) bool { return d.Passage == e.Passage })
}

// passageOf returns the evidence of a cell for the passage that other evidence
// stands in, the most direct one if it does not hold that.
func (c *Cell) passageOf(e Evidence) Evidence {
	i := slices.IndexFunc(c.Evidence, func(d Evidence) bool { return d.Passage == e.Passage })
	return c.Evidence[max(0, i)]
}

// closest returns the passages of two cells that are most alike, with their
// score.
func (c *comparing) closest(p, q *Cell) (first, second Evidence, score float64) {
	first, second, score = p.Evidence[0], q.Evidence[0], -1
	for _, e := range p.Evidence {
		for _, d := range q.Evidence {
			if s := c.scoreOf(e, d); s > score {
				first, second, score = e, d, s
			}
		}
	}
	return first, second, score
}

// statement makes a statement of what several articles tell.
func (c *comparing) statement(s align.Statement) Statement {
	var st Statement
	for article, told := range s.Cells {
		switch told.Standing {
		case align.Tells:
			st.Cells = append(st.Cells, c.cell(article, told.Passages, s, "same"))
		case align.Part:
			st.Cells = append(st.Cells, c.cell(article, told.Passages, s, "related"))
		}
	}
	for article, told := range s.Cells {
		if told.Standing == align.Absent && c.mayLack(article, st) {
			st.Absent = append(st.Absent, article)
		}
	}
	x := c.titler(st)
	heading, held := x.best(s.Centre)
	st.Heading, st.Clause, st.held = heading.words, heading.clause, held
	for i := range st.Cells {
		if heading.clause && !x.tells(heading, i) && s.Cells[st.Cells[i].Article].Answer.Tells < sureTold {
			st.Cells[i].Band = "related"
		}
	}
	if heading.reach == 1 && !heading.named {
		st.held = heading
	}
	st.Reach = c.reach(&st)
	st.salience = c.salienceOf(&st)
	return st
}

// sureTold is the probability of telling a statement from which an article is
// said to tell it even if its words are not those of the heading.
const sureTold = 0.6

// lone makes a statement of a passage that only one article has.
func (c *comparing) lone(l align.Lone, reach string) Statement {
	only := align.Statement{Centre: l.Text}
	st := Statement{Reach: reach, Cells: []Cell{c.cell(l.Text, []int{l.Passage}, only, "same")}}
	heading, held := c.titles(st, l.Text)
	st.Heading, st.Clause, st.held = heading.words, heading.clause, held
	return st
}

// mayLack reports whether it may be said that an article does not have a
// statement: it is no excerpt, was put into the event by its own likeness,
// and was not published before all that tell it.
func (c *comparing) mayLack(article int, s Statement) bool {
	a := c.readings[article].Article()
	if a.Excerpt || c.loose[a.ID] {
		return false
	}
	return slices.ContainsFunc(s.Cells, func(cell Cell) bool {
		return cell.Told() && !c.readings[article].earlier(c.readings[cell.Article])
	})
}

// earlier reports whether an article was published on an earlier day than
// another, as far as both days are known.
func (r *member) earlier(other *member) bool {
	if !r.Article().Date.Known() || !other.Article().Date.Known() {
		return false
	}
	const day = "2006-01-02"
	return r.Article().Date.Time().Format(day) < other.Article().Date.Time().Format(day)
}

// cell describes how an article carries a statement in passages.
func (c *comparing) cell(article int, passages []int, s align.Statement, band string) Cell {
	r := c.readings[article]
	first := r.Article().Passages[passages[0]]
	cell := Cell{
		Article: article, Band: band, Score: 1, Sure: 1,
		Paragraph: first.Block, Position: rounded(r.position(first.Start)),
	}
	for _, p := range passages {
		cell.Evidence = append(cell.Evidence, r.evidenceOf(p))
	}
	if s.Cells != nil {
		cell.Sure = rounded(s.Cells[article].Answer.Tells)
	}
	if centre := s.Centre; centre != article {
		central := Cell{}
		for _, p := range s.Cells[centre].Passages {
			central.Evidence = append(central.Evidence, c.readings[centre].evidenceOf(p))
		}
		_, _, score := c.closest(&cell, &central)
		cell.Score = rounded(score)
	}
	cell.Words, cell.Quoted = r.countIn(first.Span)
	return cell
}

// countIn returns the words within a span, and whether they are a source's
// only: who says it, and the verb, are the author's.
func (r *member) countIn(span text.Span) (words int, onlyQuoted bool) {
	own, others := 0, 0
	for i := r.WordAt(span.Start); i < len(r.Words()) && r.Words()[i].Start < span.End; i++ {
		words++
		switch {
		case r.Language().Stop(r.Words()[i].Lower):
		case r.Voices()[i] == reading.Author:
			own++
		default:
			others++
		}
	}
	return words, others > 2 && 2*own <= others
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

// ratioOf returns a over b, 0 if b is 0.
func ratioOf(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// rounded keeps three places, so that data files stay readable.
func rounded(f float64) float64 { return float64(int(f*1000+0.5)) / 1000 }
