package event

import (
	"strconv"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A Grid is the coverage grid: statements by articles, in the groups all,
// some and one.
type Grid struct {
	Says    *Saying
	Columns []frame.Who
	Groups  []GridGroup
	Span    int  // columns of the table, with the statements'
	Wide    bool // more articles than can be told apart by shape
}

// A GridGroup is the statements of one reach.
type GridGroup struct {
	Title string
	Rows  []GridRow
	More  string // says how many rows are not shown; may be empty
	Href  string // to where the others stand; may be empty
}

// A GridRow is one statement. Its ID is the fragment that links lead to.
type GridRow struct {
	ID       string
	Heading  string
	Language string
	Reach    string // "4 of 5" tell it
	Related  string // "related in 1"; empty if in none
	Conflict string // what differs in number; may be empty
	Cells    []GridCell
	Refs     []Ref // to the passages behind it
}

// A GridCell says in a word how one article carries the statement.
type GridCell struct {
	Text   string // "lead", "¶3", "not found"; empty where nothing is said
	Href   string // to the passage; empty if there is none
	Depth  int    // 1 in the headline or first paragraph to 4 in the last fifth; 0 not found
	Quoted bool   // only in a source's voice
	Loose  bool   // related rather than the same
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
		if shown[s.Reach] == b.gridRows(s.Reach) || s.Reach == "one" && alone[s.Cells[0].Article] {
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

// grid returns the coverage grid, nil if there is no statement.
func (b *Builder) grid() *Grid {
	if len(b.Comparison.Coverage.Statements) == 0 {
		return nil
	}
	g := &Grid{Says: b.top(framing.SignalCoverage), Columns: b.Who, Span: len(b.Who) + 1, Wide: len(b.Who) > shapes}
	order := b.gridOrder()
	for _, reach := range []string{"all", "some", "one"} {
		group := GridGroup{Title: b.Text("coverage." + reach)}
		left := 0
		for _, s := range order {
			switch {
			case s.Reach != reach:
			case !b.rows[s.ID]:
				left++
			default:
				group.Rows = append(group.Rows, b.GridRow(s))
			}
		}
		if left > 0 {
			group.More = b.Count("coverage.more", left)
			if reach == "one" && !b.blind {
				group.More, group.Href = b.Count("coverage.alone", left), "#only"
			}
		}
		if len(group.Rows) > 0 || group.Href != "" {
			g.Groups = append(g.Groups, group)
		}
	}
	return g
}

// GridRow returns the row of a statement.
func (b *Builder) GridRow(s *framing.Statement) GridRow {
	row := GridRow{
		ID: s.ID, Heading: b.Clean(s.Heading), Language: b.Language(b.Comparison.Language),
		Reach:    b.Text("coverage.reach", "n", strconv.Itoa(s.Told()), "of", strconv.Itoa(len(b.Who))),
		Conflict: b.conflict(s.ID), Cells: make([]GridCell, len(b.Who)),
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
	row.Refs = b.cellRefs(row)
	return row
}

// gridCell returns the cell of an article that carries the statement.
func (b *Builder) gridCell(c *framing.Cell) GridCell {
	a := b.Articles[c.Article]
	cell := GridCell{Quoted: c.Quoted && !a.Paraphrase, Loose: !c.Told(), Depth: 2}
	switch last := len(a.Blocks) - 1; {
	case c.Paragraph == 0:
		cell.Text, cell.Depth = b.Text("coverage.headline"), 1
	case c.Paragraph == 1:
		cell.Text, cell.Depth = b.Text("coverage.lead"), 1
	case c.Paragraph == last:
		cell.Text, cell.Depth = b.Text("coverage.last"), 4
	default:
		cell.Text = b.Count("place.paragraph", c.Paragraph)
		cell.Depth = 2 + min(2, int(c.Position*2.5))
	}
	if len(c.Evidence) > 0 {
		cell.Href = b.passageHref(c.Article, c.Evidence[0].Passage)
	}
	return cell
}

// conflict says the numbers that differ inside a statement, or "".
func (b *Builder) conflict(statement string) string {
	var said []string
	for _, c := range b.Comparison.Coverage.Conflicts {
		if c.Statement != statement {
			continue
		}
		for _, side := range c.Sides {
			said = append(said, b.Text("coverage.value", "letters", b.letters(side.Evidence), "value", b.Clean(side.Value)))
		}
	}
	return strings.Join(said, "; ")
}

// letters lists the letters of the articles in evidence, each once.
func (b *Builder) letters(evidence []framing.Evidence) string {
	var letters []string
	seen := map[int]bool{}
	for _, e := range evidence {
		if !seen[e.Article] {
			seen[e.Article] = true
			letters = append(letters, b.Who[e.Article].Letter)
		}
	}
	return b.Messages.List(letters)
}
