package lesson

import (
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// Thresholds of the exercise on coverage.
const (
	sureCarried  = 0.5  // score that each cell has at least
	mostAlike    = 0.34 // share of a statement's words that a passage of an article without it may have
	leastContent = 4    // content words of a statement that can be looked for
	mostReports  = 8    // columns that can be filled in
)

// coverage asks which reports carry a statement. Every report must be there to
// be read whole, every cell sure, and no passage of the reports without the
// statement near to it.
func (m *maker) coverage() []Exercise {
	for i, a := range m.articles {
		if len(a.Passages) == 0 || !m.shows(i, text.Span{End: len(a.Text)}) {
			return nil
		}
	}
	if len(m.articles) < 3 || len(m.articles) > mostReports {
		return nil
	}
	var list []Exercise
	for n := range m.Coverage.Statements {
		s := &m.Coverage.Statements[n]
		if sure := m.sureOf(s); sure > 0 {
			list = append(list, m.row(id(Coverage, n), s, sure))
		}
	}
	return list
}

// row returns the exercise on one statement.
func (m *maker) row(id string, s *framing.Statement, sure float64) Exercise {
	x := Exercise{ID: id, Kind: Coverage, Form: Choices, Minutes: 4, Strength: 0.9 * sure, Prompt: message.New("lesson.coverage", "statement", s.Heading)}
	var found []string
	for i := range m.articles {
		right := carrying(s, i) != nil
		x.Options = append(x.Options, Option{Article: i, Right: right})
		if right {
			found = append(found, m.Articles[i].Letter)
		}
	}
	x.Why = message.New("lesson.whycoverage").With("outlets", found...)
	return x
}

// sureOf returns the least score of a statement's cells, 0 if the exercise is
// in doubt.
func (m *maker) sureOf(s *framing.Statement) float64 {
	if s.Reach != "some" || strings.Contains(s.Heading, "…") {
		return 0
	}
	sure := 1.0
	said := stems(s.Heading)
	for _, c := range s.Cells {
		if c.Band != "same" || c.Score < sureCarried || !m.hasFigures(s.Heading, c) {
			return 0
		}
		sure = min(sure, c.Score)
	}
	if len(said) < leastContent || !m.clause(s) {
		return 0
	}
	for i, a := range m.articles {
		for _, p := range a.Passages {
			if carrying(s, i) == nil && overlap(said, stems(p.Of(a.Text))) > mostAlike {
				return 0
			}
		}
	}
	return sure
}

// hasFigures reports whether the passages of a cell have every figure of a
// heading.
func (m *maker) hasFigures(heading string, c framing.Cell) bool {
	var all strings.Builder
	for _, e := range c.Evidence {
		a := m.articles[e.Article]
		all.WriteString(a.Passages[e.Passage].Of(a.Text) + " ")
	}
	for _, figure := range strings.FieldsFunc(heading, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if !strings.Contains(all.String(), figure) {
			return false
		}
	}
	return len(c.Evidence) > 0
}

// clause reports whether a statement's heading stands in a passage where a
// sentence or a clause begins, so that it can be asked for.
func (m *maker) clause(s *framing.Statement) bool {
	for _, c := range s.Cells {
		for _, e := range c.Evidence {
			a := m.articles[e.Article]
			before, _, found := strings.Cut(fold(a.Passages[e.Passage].Of(a.Text)), fold(s.Heading))
			before = strings.TrimSpace(before)
			if found && (before == "" || strings.HasSuffix(before, " that") || strings.ContainsAny(before[len(before)-1:], ",;:\"")) {
				return true
			}
		}
	}
	return false
}

// carrying returns the cell of an article, or nil.
func carrying(s *framing.Statement, article int) *framing.Cell {
	for i := range s.Cells {
		if s.Cells[i].Article == article {
			return &s.Cells[i]
		}
	}
	return nil
}
