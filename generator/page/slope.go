package page

import "strconv"

// A SlopeChart shows where in each article the shared statements stand: a
// column an article, the headline at the top, a line for each statement from
// column to column.
type SlopeChart struct {
	Title   string
	Desc    string
	Height  int
	Top     string // label of the upper end
	Bottom  string
	Columns []SlopeColumn
	Lines   []SlopeLine
	Rows    []SlopeRow // the key and the table twin
}

// A SlopeColumn is one article.
type SlopeColumn struct {
	Who Who
	X   string
}

// A SlopeLine joins one statement in two neighbouring columns.
type SlopeLine struct {
	Number int
	Moves  bool
	X1, X2 string
	Y1, Y2 int
}

// A SlopeRow is one statement with its number and place in each article.
type SlopeRow struct {
	Number  int
	Moves   bool // the statement whose place differs most
	Heading string
	Href    string // to the row of the grid
	Dots    []SlopeDot
	Cells   []string // "12%", or "–" where it was not found
}

// A SlopeDot is one statement in one article.
type SlopeDot struct {
	X    string
	Y    int
	Text int // baseline of the number
}

const (
	slopeStatements = 7
	slopeColumns    = 9 // more cannot be told apart on a phone
	slopeHeight     = 300
	slopeTop        = 34
	slopeGap        = 19 // least distance of two dots in a column
)

// slope returns the chart, nil if fewer than two statements are shared or
// there are more articles than it has columns.
func (b *builder) slope() *SlopeChart {
	if len(b.who) > slopeColumns {
		return nil
	}
	c := &SlopeChart{Title: b.text("slope.chart"), Height: slopeTop + slopeHeight + 28, Top: b.text("slope.top"), Bottom: b.text("slope.bottom")}
	x := func(i int) string { return percent((float64(i) + 0.5) / float64(len(b.who)) * 100) }
	for i, w := range b.who {
		c.Columns = append(c.Columns, SlopeColumn{Who: w, X: x(i)})
	}
	taken := make([][]int, len(b.who))
	moves := b.mostMoved()
	for _, s := range b.comparison.Coverage.Statements {
		if s.Reach == "one" || len(c.Rows) == slopeStatements {
			continue
		}
		row := SlopeRow{Number: len(c.Rows) + 1, Moves: s.ID == moves, Heading: b.clean(s.Heading), Href: b.row(s.ID), Cells: make([]string, len(b.who))}
		for i := range row.Cells {
			row.Cells[i] = "–"
		}
		for _, cell := range s.Cells {
			y := free(taken[cell.Article], slopeTop+8+int(cell.Position*(slopeHeight-16)))
			taken[cell.Article] = append(taken[cell.Article], y)
			row.Dots = append(row.Dots, SlopeDot{X: x(cell.Article), Y: y, Text: y + 4})
			row.Cells[cell.Article] = b.percent(cell.Position)
		}
		for i := 1; i < len(row.Dots); i++ {
			c.Lines = append(c.Lines, SlopeLine{Number: row.Number, Moves: s.ID == moves, X1: row.Dots[i-1].X, X2: row.Dots[i].X, Y1: row.Dots[i-1].Y, Y2: row.Dots[i].Y})
		}
		c.Rows = append(c.Rows, row)
	}
	if len(c.Rows) < 2 {
		return nil
	}
	c.Desc = b.text("slope.desc", "n", strconv.Itoa(len(c.Rows)))
	return c
}

// mostMoved returns the statement of the chart whose place differs most.
func (b *builder) mostMoved() string {
	moved, most, rows := "", 0.0, 0
	for _, s := range b.comparison.Coverage.Statements {
		if s.Reach == "one" || rows == slopeStatements {
			continue
		}
		rows++
		low, high := 1.0, 0.0
		for _, cell := range s.Cells {
			low, high = min(low, cell.Position), max(high, cell.Position)
		}
		if high-low > most {
			moved, most = s.ID, high-low
		}
	}
	return moved
}

// free returns the place nearest below y that keeps clear of the dots taken.
func free(taken []int, y int) int {
	for moved := true; moved; {
		moved = false
		for _, t := range taken {
			if d := y - t; d > -slopeGap && d < slopeGap {
				y, moved = t+slopeGap, true
			}
		}
	}
	return min(y, slopeTop+slopeHeight+16)
}
