package desk

import (
	"fmt"
	"slices"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/review"
	"parallax/generator/text"
)

// A claim is one thing that the program says of an event, with what a person can do
// about it.
type claim struct {
	ID      string // of the statement or finding; of a cell with the letter of the report behind it
	Kind    string // "statement", "cell" or "finding"
	Says    string
	Heading string // of the statement of a cell
	Quotes  []quote
	Decided string // who decided about it; empty if nobody did
	Done    string // what was decided
	Name    string // of that decision, to take it back
	Hidden  bool   // it stands on no page any more
	To      string // the words that can be changed
	Passes  []option
	Wrong   string   // what "wrong" does
	Cells   []*claim // of a statement
	Place   int      // of a statement, from 1
	Rows    []choice // other statements that it may be one with
	Parts   []choice // passages that a statement rests on, each "article passage"

	Slug, Version, Later string // of the page that it stands on

	worth    float64 // of a look: chance of being wrong, times weight
	decision review.Decision
}

// A quote is a passage that a claim rests on.
type quote struct{ Who, Text string }

// An option is a passage that can be chosen.
type option struct {
	Value int
	Text  string
}

// How much a claim weighs: what stands on top of the page is read by everybody, a row
// far down by few.
const (
	weightOfTop     = 10.0
	weightOfFinding = 3.0
	weightOfRow     = 2.0
	weightOfCell    = 1.0
)

// Chances that a claim is wrong where it has no score of its own: of rows as read on
// real events, and of absences as "parallax evaluate coverage" measures them.
const (
	doubtOfRow    = 0.25
	doubtOfSlight = 0.5 // a heading that says little
	doubtOfPart   = 0.4
	doubtOfAbsent = 0.08
)

// claims returns all claims about an event, in the order of its page.
func (d *Desk) claims(c *Compared) []*claim {
	m := &maker{Compared: c, desk: d}
	for i := range c.Machine.Findings {
		m.finding(&c.Machine.Findings[i], i)
	}
	for i := range c.Machine.Coverage.Statements {
		m.statement(&c.Machine.Coverage.Statements[i], i)
	}
	for _, claim := range m.list {
		m.mark(claim)
	}
	return m.list
}

// A maker makes the claims of one event.
type maker struct {
	*Compared
	desk *Desk
	list []*claim
}

// anchor returns the beginning of a decision about what rests on evidence.
func (m *maker) anchor(e framing.Evidence) review.Decision {
	a := m.Articles[e.Article]
	d := review.Decision{Article: a.ID}
	d.Quote, d.Before, d.After = review.Quote(a, e.Passage)
	return d
}

// quotes returns the passages of evidence, each once.
func (m *maker) quotes(evidence []framing.Evidence) []quote {
	const most = 4
	var list []quote
	for _, e := range evidence {
		a := m.Articles[e.Article]
		q := quote{m.Names[e.Article], a.Passages[e.Passage].Of(a.Text)}
		if !slices.Contains(list, q) && len(list) < most {
			list = append(list, q)
		}
	}
	return list
}

// finding adds the claim of a finding.
func (m *maker) finding(f *framing.Finding, n int) {
	c := &claim{ID: f.ID, Kind: review.AboutFinding, Says: m.sentence(f.Says), Quotes: m.quotes(f.Evidence), Wrong: "hide-finding"}
	c.To = c.Says
	c.decision = m.anchor(f.Evidence[0])
	c.decision.Finding = review.Kind(f)
	weight := weightOfFinding
	if n == 0 || m.Machine.Top() == f {
		weight = weightOfTop
	}
	c.worth = (1 - f.Reliability*f.Overlap) * weight
	m.list = append(m.list, c)
}

// sentence says a message of the comparison with names of outlets for letters.
func (m *maker) sentence(says message.Message) string {
	says = framing.Named(says, func(letter string) string {
		if at := slices.IndexFunc(m.Machine.Articles, func(a framing.Article) bool { return a.Letter == letter }); at >= 0 {
			return m.Names[at]
		}
		return ""
	})
	return m.desk.house.Messages.Say(says)
}

// statement adds the claims of a row: that it is one, and what it says of each report.
func (m *maker) statement(s *framing.Statement, n int) {
	central := s.Cells[0]
	for _, c := range s.Cells {
		if c.Told() && (!central.Told() || c.Score > central.Score) {
			central = c
		}
	}
	c := &claim{ID: s.ID, Kind: review.AboutStatement, Says: m.desk.text("row", "heading", s.Heading), To: s.Heading, Wrong: "hide-statement"}
	for _, cell := range s.Cells {
		c.Quotes = append(c.Quotes, m.quotes(cell.Evidence[:1])...)
	}
	c.decision = m.anchor(central.Evidence[0])
	c.decision.Statement = s.Heading
	m.other(c, s, n)
	doubt := doubtOfRow
	if s.Slight {
		doubt = doubtOfSlight
	}
	c.worth = doubt * weightOfRow / (1 + float64(n)/5)
	m.list = append(m.list, c)
	for article := range m.Machine.Articles {
		m.cell(s, c, article, central.Article)
	}
}

// other fills in what else can be done about a row: another place, one with another, a
// passage by itself.
func (m *maker) other(c *claim, s *framing.Statement, n int) {
	c.Place = n + 1
	for i := range m.Machine.Coverage.Statements {
		if other := &m.Machine.Coverage.Statements[i]; other.ID != s.ID {
			c.Rows = append(c.Rows, choice{other.ID, other.Heading})
		}
	}
	for _, cell := range s.Cells {
		for _, e := range cell.Evidence {
			a := m.Articles[e.Article]
			c.Parts = append(c.Parts, choice{fmt.Sprintf("%d %d", e.Article, e.Passage), m.Names[e.Article] + ": " + short(a.Passages[e.Passage].Of(a.Text))})
		}
	}
}

// cell adds the claim of what a row says of a report. Of the report that the row is
// made of, and of one alone, there is nothing to say.
func (m *maker) cell(s *framing.Statement, row *claim, article, central int) {
	answer := s.Answer(article)
	if article == central || answer == framing.Unsaid && s.Alone() || s.Alone() && answer == framing.Absent {
		return
	}
	c := &claim{
		ID: s.ID + "-" + m.Machine.Articles[article].Letter, Kind: review.AboutCell, Heading: s.Heading,
		Says: m.desk.text("cell"+string(answer), "outlet", m.Names[article], "heading", s.Heading), Quotes: row.Quotes[:1], Wrong: "unsaid",
	}
	c.decision = row.decision
	c.decision.Report = m.Articles[article].ID
	doubt := 0.0
	switch answer {
	case framing.Absent:
		doubt = doubtOfAbsent
	case framing.Part:
		doubt = doubtOfPart
	}
	for _, cell := range s.Cells {
		if cell.Article == article {
			c.Quotes = append(slices.Clone(c.Quotes), m.quotes(cell.Evidence)...)
			if answer == framing.Tells {
				doubt = 1 - cell.Sure
			}
		}
	}
	for i, p := range m.Articles[article].Passages {
		c.Passes = append(c.Passes, option{i, short(p.Of(m.Articles[article].Text))})
	}
	c.worth = doubt * weightOfCell
	m.list = append(m.list, c)
}

// short returns the beginning of a passage.
func short(s string) string {
	const most = 14 // words
	return text.Beginning(s, most)
}

// mark notes on a claim what was decided about it.
func (m *maker) mark(c *claim) {
	for _, d := range m.Now.Review.Decisions {
		if about, ok := idOf(m.Machine, d); ok && about == c.ID {
			c.Decided, c.Name, c.Done = d.By, d.ID, m.desk.text("done"+d.Do, "to", d.Editor)
			c.Hidden = strings.HasPrefix(d.Do, "hide-")
		}
	}
}

// idOf returns the id of the claim that a decision is about.
func idOf(c *framing.Comparison, d framing.Decision) (string, bool) {
	switch {
	case d.Key != "" || d.Article < 0:
		return d.About, d.Signal == framing.SignalCoverage || d.Key != ""
	case d.Signal == framing.SignalCoverage:
		return d.About + "-" + c.Articles[d.Article].Letter, true
	}
	return "", false
}

// next returns the claim that is most worth a look: of those that nobody decided about
// the one with the greatest chance of being wrong, times how much it weighs.
func next(list []*claim, after string) *claim {
	var best *claim
	passed := map[string]bool{}
	for id := range strings.SplitSeq(after, ",") {
		passed[id] = true
	}
	for _, c := range list {
		if c.Decided == "" && !passed[c.ID] && (best == nil || c.worth > best.worth) {
			best = c
		}
	}
	return best
}
