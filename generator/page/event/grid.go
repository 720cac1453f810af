package event

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// A Grid is the coverage grid: statements by articles, those that most articles
// tell first.
type Grid struct {
	Says   *Saying
	Shown  GridTable
	Folded GridTable // beyond what one look takes in
	More   string    // says how many rows are not shown; may be empty
	Alone  string    // says how many statements stand in one article; may be empty
}

// A GridTable is a part of the grid.
type GridTable struct {
	Caption string
	Columns []frame.Who
	Rows    []GridRow
}

// A GridRow is one statement. Its ID is the fragment that links lead to.
type GridRow struct {
	ID       string
	Heading  string
	Language string
	Reach    string // "4 of 5" tell it
	Related  string // "+ 1 in part"; empty if none does
	Conflict string // what differs in number; may be empty
	Laid     string // that it is what somebody says in all that tell it; may be empty
	Decided  string // whose decision the row is; empty if it is the program's
	Cells    []GridCell
}

// A GridCell says how one article carries the statement: by a mark at the place
// where it does, and in words.
type GridCell struct {
	Text   string // "first paragraph", "not found"; empty where nothing is said
	Href   string // to the passage; empty if there is none
	Place  int    // 0 at the beginning of the report to 9 at its end
	Quoted bool   // only in a source's voice
	Loose  bool   // a part of it rather than all
}

// gridRows returns how many statements of a reach the grid shows. Those that one
// article carries stand in the section on what only one reports; the blind twin,
// which lacks that section, has one of each article here.
func (b *Builder) gridRows(reach string) int {
	switch n := len(b.Who); {
	case reach == "all":
		return room(10, 3, 50, n)
	case reach == "one" && !b.blind:
		return 0
	case reach == "one":
		return room(6, 2, 36, n)
	case b.blind:
		return room(8, 5, 60, n)
	default:
		return room(12, 5, 90, n)
	}
}

// gridOrder returns the statements in their order, the main happening first.
func (b *Builder) gridOrder() []*framing.Statement {
	var list []*framing.Statement
	for i := range b.Comparison.Coverage.Statements {
		list = append(list, &b.Comparison.Coverage.Statements[i])
	}
	return list
}

// chooseRows returns the statements that have a row in the grid, by id.
func (b *Builder) chooseRows() map[string]bool {
	rows := map[string]bool{}
	shown := map[string]int{}
	alone := map[int]bool{}
	for _, s := range b.gridOrder() {
		if shown[s.Reach] == b.gridRows(s.Reach) || s.Reach == "one" && alone[s.Cells[0].Article] || bare(s) && s.ID != b.Comparison.Lead() {
			continue
		}
		if s.Reach == "one" {
			alone[s.Cells[0].Article] = true
		}
		shown[s.Reach]++
		rows[s.ID] = true
	}
	return rows
}

// bare reports whether a statement is known by a word alone: that several articles have
// "John" in sentences that are alike tells a reader nothing.
func bare(s *framing.Statement) bool {
	return s.Slight && text.CountWords(s.Heading) < 2
}

// How many rows stand in the grid at first, and how many of them every article
// tells. Holes are what readers look for.
const (
	gridShown = 8
	gridAll   = 3
	gridLeast = 3 // before headings that say little are left out
)

// grid returns the coverage grid, nil if there is no statement.
func (b *Builder) grid() *Grid {
	if len(b.Comparison.Coverage.Statements) == 0 {
		return nil
	}
	g := &Grid{
		Says:   b.top(framing.SignalCoverage),
		Shown:  GridTable{Caption: b.Text("coverage.caption"), Columns: b.Who},
		Folded: GridTable{Caption: b.Text("coverage.restcaption"), Columns: b.Who},
	}
	left, alone := 0, 0
	var rows []*framing.Statement
	for _, s := range b.gridOrder() {
		switch {
		case b.rows[s.ID]:
			rows = append(rows, s)
		case s.Reach == "one" && !b.blind:
			alone++
		default:
			left++
		}
	}
	first := firstRows(rows, b.Comparison.Lead())
	for _, s := range rows {
		if first[s.ID] {
			g.Shown.Rows = append(g.Shown.Rows, b.GridRow(s))
		} else {
			g.Folded.Rows = append(g.Folded.Rows, b.GridRow(s))
		}
	}
	if left > 0 {
		g.More = b.Count("coverage.more", left)
	}
	if alone > 0 {
		g.Alone = b.Count("coverage.alone", alone)
	}
	return g
}

// firstRows returns the statements that the grid shows at first: the one on top of
// the page, then those that are sentences, which say something by themselves,
// and of them those that an article surely does not tell. Headings that say little
// ("Two years") come in only where there are few others.
func firstRows(rows []*framing.Statement, lead string) map[string]bool {
	rank := func(s *framing.Statement) int {
		switch {
		case s.ID == lead:
			return 0
		case s.Slight:
			return 5
		case s.Clause && len(s.Absent) > 0:
			return 1
		case s.Clause:
			return 2
		case len(s.Absent) > 0:
			return 3
		}
		return 4
	}
	first, all := map[string]bool{}, 0
	for _, s := range slices.SortedStableFunc(slices.Values(rows), func(x, y *framing.Statement) int { return rank(x) - rank(y) }) {
		if s.Reach == "all" {
			if all == gridAll {
				continue
			}
			all++
		}
		if len(first) < gridShown && (!s.Slight || s.ID == lead || len(first) < gridLeast) {
			first[s.ID] = true
		}
	}
	for _, s := range rows {
		if len(first) < gridShown && !s.Slight {
			first[s.ID] = true
		}
	}
	return first
}

// GridRow returns the row of a statement.
func (b *Builder) GridRow(s *framing.Statement) GridRow {
	row := GridRow{
		ID: s.ID, Heading: b.Clean(s.Heading), Language: b.Language(b.Comparison.Language),
		Reach:    b.Text("coverage.reach", "n", strconv.Itoa(s.Told()), "of", strconv.Itoa(len(b.Who))),
		Conflict: b.conflict(s.ID), Laid: b.laid(s), Decided: b.decided(s.ID), Cells: make([]GridCell, len(b.Who)),
	}
	for i := range row.Cells {
		if s.Answer(i) == framing.Absent {
			row.Cells[i].Text = b.Text("coverage.notfound")
		}
	}
	for i := range s.Cells {
		row.Cells[s.Cells[i].Article] = b.gridCell(&s.Cells[i])
	}
	if related := len(s.Cells) - s.Told(); related > 0 {
		row.Related = b.Count("coverage.relatedin", related)
	}
	return row
}

// laid says that a statement is what somebody says in all that tell it; empty if it is
// not, or is no clause that could be true.
func (b *Builder) laid(s *framing.Statement) string {
	switch {
	case !s.Clause || !s.Laid():
		return ""
	case s.By != "":
		return b.Text("coverage.laidby", "speaker", s.By)
	}
	return b.Text("coverage.laid")
}

// gridCell returns the cell of an article that carries the statement.
func (b *Builder) gridCell(c *framing.Cell) GridCell {
	a := b.Articles[c.Article]
	cell := GridCell{Quoted: c.Quoted && !a.Paraphrase, Loose: !c.Told(), Place: min(lastPlace, int(c.Position*(lastPlace+1)))}
	switch last := len(a.Blocks) - 1; {
	case c.Paragraph == 0:
		cell.Text = b.Text("coverage.headline")
	case c.Paragraph == 1:
		cell.Text = b.Text("coverage.lead")
	case c.Paragraph == last:
		cell.Text, cell.Place = b.Text("coverage.last"), lastPlace
	default:
		cell.Text = b.Count("place.paragraph", c.Paragraph)
	}
	if len(c.Evidence) > 0 {
		cell.Href = b.passageHref(c.Article, c.Evidence[0].Passage)
	}
	return cell
}

// lastPlace is the place of a mark at the end of a report; the style sheet has
// one for each.
const lastPlace = 9

// conflict says the numbers that differ inside a statement, or "".
func (b *Builder) conflict(statement string) string {
	var said []string
	for _, c := range b.Comparison.Coverage.Conflicts {
		if c.Statement != statement {
			continue
		}
		for _, side := range c.Sides {
			said = append(said, b.Text("coverage.value", "outlets", b.outlets(side.Evidence), "value", b.Clean(side.Value)))
		}
	}
	return strings.Join(said, "; ")
}

// outlets lists the outlets of the articles in evidence, each once.
func (b *Builder) outlets(evidence []framing.Evidence) string {
	var names []string
	for _, e := range evidence {
		if name := b.Who[e.Article].Name; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return b.Messages.List(names)
}
