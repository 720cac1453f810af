package framing

import "slices"

// An Answer is what is said of one article about one statement. Pages,
// lessons, data files and measurements ask [Statement.Answer] and
// [Statement.Alone], and claim no more.
type Answer string

// The four answers.
const (
	Tells  Answer = "tells"  // the article tells what the statement says
	Part   Answer = "part"   // it tells a part of it, or something near
	Unsaid Answer = "unsaid" // nothing is said of the article
	Absent Answer = "absent" // the article does not have it
)

// Answer returns what is said of an article about the statement.
func (s *Statement) Answer(article int) Answer {
	for i := range s.Cells {
		switch c := &s.Cells[i]; {
		case c.Article == article && c.Told():
			return Tells
		case c.Article == article:
			return Part
		}
	}
	if s.Alone() || slices.Contains(s.Absent, article) {
		return Absent
	}
	return Unsaid
}

// Alone reports whether the statement is said to stand in one article only,
// which is then that of its first cell.
func (s *Statement) Alone() bool { return s.Reach == "one" }

// Claims is what is said of who reports what in one event, no more and no
// less: what is measured is measured on them.
type Claims struct {
	Rows []Claim    // statements that are not said to stand in one article alone, in their order
	Only []Evidence // what is said to stand in one article alone
}

// A Claim is what is said of all articles about one statement.
type Claim struct {
	*Statement
	Answers []Answer // by article
}

// Claims returns what is said of an event's articles, whose number it is given.
func (c *Coverage) Claims(articles int) Claims {
	var claims Claims
	for i := range c.Statements {
		row := Claim{Statement: &c.Statements[i]}
		if row.Alone() {
			claims.Only = append(claims.Only, row.Cells[0].Evidence...)
			continue
		}
		for article := range articles {
			row.Answers = append(row.Answers, row.Answer(article))
		}
		claims.Rows = append(claims.Rows, row)
	}
	return claims
}

// Top returns the finding in common that an event's page puts first, nil if
// there is none.
func (c *Comparison) Top() *Finding {
	for i := range c.Findings {
		if c.Findings[i].Common {
			return &c.Findings[i]
		}
	}
	return nil
}

// Finding returns the finding with an id, nil if there is none.
func (c *Comparison) Finding(id string) *Finding {
	for i := range c.Findings {
		if c.Findings[i].ID == id {
			return &c.Findings[i]
		}
	}
	return nil
}

// Statement returns the statement with an id, nil if there is none.
func (c *Comparison) Statement(id string) *Statement {
	for i := range c.Coverage.Statements {
		if c.Coverage.Statements[i].ID == id {
			return &c.Coverage.Statements[i]
		}
	}
	return nil
}

// Lead returns the id of the statement on top of the event's page: that of the
// first finding in common or, if there is none, the first statement that every
// article tells, unless their figures differ. It may be empty.
func (c *Comparison) Lead() string {
	if top := c.Top(); top != nil {
		return top.Statement
	}
	for i := range c.Coverage.Statements {
		switch s := &c.Coverage.Statements[i]; {
		case s.Told() < len(c.Articles):
		case c.Coverage.disputed(s.ID):
			return ""
		default:
			return s.ID
		}
	}
	return ""
}
