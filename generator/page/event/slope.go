package event

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A SlopeChart shows where in each article the shared statements stand: a
// column an article, the headline at the top, a line for each statement from
// column to column.
type SlopeChart struct {
	Title   string
	Desc    string
	Some    string // which articles are shown, if not all
	Height  int
	Top     string // label of the upper end
	Bottom  string
	Columns []SlopeColumn
	Rows    []SlopeRow // the key and the table twin
}

// A SlopeColumn is one article.
type SlopeColumn struct {
	Who frame.Who
	X   string
}

// A SlopeLine joins one statement in two neighbouring columns.
type SlopeLine struct {
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
	Lines   []SlopeLine
	Cells   []string // "12%", or "–" where it was not found; empty where nothing is said
}

// A SlopeDot is one statement in one article.
type SlopeDot struct {
	X    string
	Y    int
	Text int // baseline of the number
}

const (
	slopeStatements = 7
	mostColumns     = 9 // more cannot be told apart on a phone
	slopeHeight     = 300
	slopeTop        = 34
	slopeGap        = 19 // least distance of two dots in a column
)

// slope returns the chart, nil if fewer than two statements are shared.
func (b *Builder) slope() *SlopeChart {
	statements := b.slopeStatements()
	columns := slopeColumns(statements, len(b.Who))
	c := &SlopeChart{Title: b.Text("slope.chart"), Height: slopeTop + slopeHeight + 28, Top: b.Text("slope.top"), Bottom: b.Text("slope.bottom")}
	x := func(column int) string { return frame.Width((float64(column) + 0.5) / float64(len(columns)) * 100) }
	for i, article := range columns {
		c.Columns = append(c.Columns, SlopeColumn{Who: b.Who[article], X: x(i)})
	}
	taken := make([][]int, len(columns))
	moves := mostMoved(statements, columns)
	for _, s := range statements {
		row := SlopeRow{Number: len(c.Rows) + 1, Moves: s.ID == moves, Heading: b.Clean(s.Heading), Href: b.row(s.ID), Cells: make([]string, len(columns))}
		for i, article := range columns {
			if s.Answer(article) == framing.Absent {
				row.Cells[i] = "–"
			}
		}
		for _, cell := range s.Cells {
			column := slices.Index(columns, cell.Article)
			if column < 0 {
				continue
			}
			y := free(taken[column], slopeTop+8+int(cell.Position*(slopeHeight-16)))
			taken[column] = append(taken[column], y)
			row.Dots = append(row.Dots, SlopeDot{X: x(column), Y: y, Text: y + 4})
			row.Cells[column] = b.Percent(cell.Position)
		}
		if len(row.Dots) == 0 {
			continue
		}
		for i := 1; i < len(row.Dots); i++ {
			row.Lines = append(row.Lines, SlopeLine{X1: row.Dots[i-1].X, X2: row.Dots[i].X, Y1: row.Dots[i-1].Y, Y2: row.Dots[i].Y})
		}
		c.Rows = append(c.Rows, row)
	}
	if len(c.Rows) < 2 {
		return nil
	}
	if len(columns) < len(b.Who) {
		c.Some = b.Text("slope.some", "n", strconv.Itoa(len(columns)), "of", strconv.Itoa(len(b.Who)))
	}
	c.Desc = b.Text("slope.desc", "n", strconv.Itoa(len(c.Rows)))
	return c
}

// slopeStatements returns the statements of the chart: the first that several
// articles carry.
func (b *Builder) slopeStatements() []*framing.Statement {
	var list []*framing.Statement
	for i := range b.Comparison.Coverage.Statements {
		if s := &b.Comparison.Coverage.Statements[i]; s.Reach != "one" && len(list) < slopeStatements {
			list = append(list, s)
		}
	}
	return list
}

// slopeColumns returns which of n articles are in the chart, in their order:
// all, or of more than fit those in which the statements lie farthest from their middle
// place over all articles, distances added up.
func slopeColumns(statements []*framing.Statement, n int) []int {
	articles, distance := make([]int, n), make([]float64, n)
	for i := range articles {
		articles[i] = i
	}
	if n <= mostColumns {
		return articles
	}
	for _, s := range statements {
		places := make([]float64, len(s.Cells))
		for i, cell := range s.Cells {
			places[i] = cell.Position
		}
		slices.Sort(places)
		for _, cell := range s.Cells {
			distance[cell.Article] += math.Abs(cell.Position - places[len(places)/2])
		}
	}
	slices.SortStableFunc(articles, func(x, y int) int { return cmp.Compare(distance[y], distance[x]) })
	articles = articles[:mostColumns]
	slices.Sort(articles)
	return articles
}

// mostMoved returns the statement whose place differs most in the articles.
func mostMoved(statements []*framing.Statement, articles []int) string {
	moved, most := "", 0.0
	for _, s := range statements {
		low, high := 1.0, 0.0
		for _, cell := range s.Cells {
			if slices.Contains(articles, cell.Article) {
				low, high = min(low, cell.Position), max(high, cell.Position)
			}
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
