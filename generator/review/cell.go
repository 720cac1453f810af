package review

import (
	"slices"

	"parallax/generator/framing"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// tells says that a report tells a statement by a passage.
func (a *applying) tells(t *target) (change, bool) { return a.carry(t, "same", framing.Tells) }

// tellsPart says that a report tells a part of a statement: by the passage of the
// decision or, if it names none, by those that the program found.
func (a *applying) tellsPart(t *target) (change, bool) { return a.carry(t, "related", framing.Part) }

// notTold says that a statement is not in a report.
func (a *applying) notTold(t *target) (change, bool) { return a.drop(t, framing.Absent) }

// unsaid says nothing of a report.
func (a *applying) unsaid(t *target) (change, bool) { return a.drop(t, framing.Unsaid) }

// confirmCell leaves what is said of a report as it is.
func (a *applying) confirmCell(t *target) (change, bool) {
	s := a.made.Statement(t.statement)
	if s == nil {
		return change{}, false
	}
	said := string(s.Answer(t.report))
	return change{said, said}, true
}

// carry puts a cell into a statement or gives the one that is there another band.
func (a *applying) carry(t *target, band string, answer framing.Answer) (change, bool) {
	s := a.open(t.statement)
	if s == nil {
		return change{}, false
	}
	c := change{string(a.machine.Statement(t.statement).Answer(t.report)), string(answer)}
	at := slices.IndexFunc(s.Cells, func(cell framing.Cell) bool { return cell.Article == t.report })
	switch {
	case t.Passage != "" && (at < 0 || !holds(s.Cells[at], t.passage)):
		if at < 0 {
			s.Cells = append(s.Cells, framing.Cell{})
			at = len(s.Cells) - 1
		}
		s.Cells[at] = a.cell(t.passage)
		a.found.add(s.ID, t.report)
		slices.SortFunc(s.Cells, func(x, y framing.Cell) int { return x.Article - y.Article })
		at = slices.IndexFunc(s.Cells, func(cell framing.Cell) bool { return cell.Article == t.report })
	case at < 0:
		a.warn(t, "do", `add passage = "the words by which it does"`, "the program does not find the statement in %s at all, so the decision is not applied", t.Report)
		return change{}, false
	}
	s.Cells[at].Band = band
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return article == t.report })
	a.restate(s)
	return c, true
}

// drop takes a cell out of a statement, and says that the report does not tell it or
// nothing.
func (a *applying) drop(t *target, answer framing.Answer) (change, bool) {
	s := a.open(t.statement)
	if s == nil {
		return change{}, false
	}
	c := change{string(a.machine.Statement(t.statement).Answer(t.report)), string(answer)}
	cells := len(s.Cells)
	s.Cells = slices.DeleteFunc(s.Cells, func(cell framing.Cell) bool { return cell.Article == t.report })
	if len(s.Cells) < cells {
		a.removed.add(s.ID, t.report)
	}
	s.Absent = slices.DeleteFunc(s.Absent, func(article int) bool { return article == t.report })
	if answer == framing.Absent {
		s.Absent = append(s.Absent, t.report)
		slices.Sort(s.Absent)
	}
	if len(s.Cells) == 0 {
		a.made.Coverage.Statements = slices.DeleteFunc(a.made.Coverage.Statements, func(other framing.Statement) bool { return other.ID == t.statement })
		return c, true
	}
	a.restate(s)
	return c, true
}

// open returns a statement whose cells are to be changed: that of one report alone
// says of every other that it does not tell it.
func (a *applying) open(id string) *framing.Statement {
	s := a.made.Statement(id)
	if s == nil {
		return nil
	}
	a.touched[id] = true
	if s.Alone() {
		s.Absent = nil
		for i := range a.made.Articles {
			if s.Answer(i) == framing.Absent {
				s.Absent = append(s.Absent, i)
			}
		}
	}
	return s
}

// restate says anew how many reports tell a statement.
func (a *applying) restate(s *framing.Statement) {
	switch n := len(a.made.Articles); {
	case s.Told() == n:
		s.Reach = "all"
	case len(s.Cells) == 1 && s.Told() == 1 && len(s.Absent) == n-1:
		s.Reach, s.Absent = "one", nil
	default:
		s.Reach = "some"
	}
}

// cell describes how a report tells a statement by a passage that a person found.
func (a *applying) cell(e framing.Evidence) framing.Cell {
	article := a.articles[e.Article]
	words, body := article.Words(e.Span), article.Body()
	c := framing.Cell{
		Article: e.Article, Score: 1, Sure: 1, Paragraph: article.Passages[e.Passage].Block, Words: words, Evidence: []framing.Evidence{e},
		Quoted: a.quoted(e),
	}
	if e.Span.Start > body.Start {
		before := article.Words(text.Span{Start: body.Start, End: e.Span.Start})
		c.Position = ratio.Rounded(ratio.Of(float64(before), float64(article.Words(body))))
	}
	return c
}

// quoted reports whether most of a passage is in a source's voice.
func (a *applying) quoted(e framing.Evidence) bool {
	said := 0
	for _, v := range a.made.Voices.Attributions {
		if v.Article != e.Article {
			continue
		}
		for _, s := range v.Content {
			if s.Overlaps(e.Span) && (v.Mode == reading.Direct || v.Mode == reading.Indirect) {
				said += min(s.End, e.Span.End) - max(s.Start, e.Span.Start)
			}
		}
	}
	return 2*said > e.Span.Len()
}
