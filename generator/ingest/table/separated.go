package table

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/ingest/entry"
)

// A dialect is how cells are kept apart.
type dialect struct {
	separator byte
	escapes   bool // a backslash stands before a quotation mark inside quotation marks
}

// String names the dialect.
func (d dialect) String() string {
	name := map[byte]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "bars"}[d.separator]
	if d.escapes {
		return name + " between cells and backslashes before quotation marks"
	}
	return name + " between cells"
}

// tried is how many records a dialect is tried on.
const tried = 50

// mostInRecord is the most bytes of a record. A mark that is never closed ends
// there.
const mostInRecord = 16 << 20

// readSeparated reads CSV and what is like it.
func readSeparated(s, encoding string) (*grid, error) {
	if !strings.Contains(s, "\n") {
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	from := 0
	d, found := dialectOf(s)
	if mark, rest, _ := strings.Cut(s, "\n"); strings.HasPrefix(mark, "sep=") && len(strings.TrimSpace(mark)) == len("sep=;") { // Excel's own line
		d, found = dialect{separator: mark[len("sep=")]}, true
		from = len(s) - len(rest)
	}
	if !found {
		return nil, errNoTable
	}
	g := &grid{form: fmt.Sprintf("a table with %s, %s", d, encoding)}
	g.fill(scan(s, from, d))
	if len(g.names) < 2 {
		return nil, errNoTable
	}
	return g, nil
}

// dialectOf returns the dialect in which most of the first records have the same
// number of cells, the one with more cells of two.
func dialectOf(s string) (best dialect, found bool) {
	bestShare, bestWidth := 0.0, 1
	for _, escapes := range [...]bool{false, true} {
		for _, separator := range []byte(",;\t|") {
			d := dialect{separator, escapes}
			share, width := fit(s, d)
			if width > 1 && (share > bestShare || share == bestShare && width > bestWidth) {
				best, bestShare, bestWidth, found = d, share, width, true
			}
		}
	}
	return best, found
}

// fit returns which share of the first records has the most common width, and
// that width.
func fit(s string, d dialect) (share float64, width int) {
	widths, all := map[int]int{}, 0
	for r := range scan(s, 0, d) {
		if all++; r.err == nil {
			widths[len(r.cells)]++
		}
		if all == tried {
			break
		}
	}
	for w, n := range widths {
		if n > widths[width] || n == widths[width] && w > width {
			width = w
		}
	}
	return float64(widths[width]) / float64(max(all, 1)), width
}

// fill takes records for head and rows.
func (g *grid) fill(records func(func(record) bool)) {
	for r := range records {
		place := fmt.Sprintf("line %d", r.line)
		switch {
		case r.err != nil:
			g.unread = append(g.unread, entry.Unread{Place: place, Why: r.err})
		case g.names == nil && isKnowledgeGraph(r.cells):
			g.names, g.form = knowledgeGraph(), "a list of GDELT's Global Knowledge Graph"
			g.rows = append(g.rows, row{place, r.cells})
		case g.names == nil:
			g.names = r.cells
		case len(r.cells) != len(g.names):
			g.unread = append(g.unread, entry.Unread{Place: place, Why: fmt.Errorf("it has %s, and the first row has %d", diag.Count(len(r.cells), "cell"), len(g.names))})
		case slices.Equal(r.cells, g.names):
			g.again++
		default:
			g.rows = append(g.rows, row{place, r.cells})
		}
	}
}

// A record is a row of cells or a line that is none.
type record struct {
	line  int // that it begins in
	cells []string
	err   error
}

// scan yields the records of a text from a place on.
func scan(s string, from int, d dialect) func(func(record) bool) {
	return func(yield func(record) bool) {
		line := 1 + strings.Count(s[:from], "\n")
		for at := from; at < len(s); {
			cells, end, err := next(s, at, d)
			if err != nil { // one line is no record
				end = at + strings.IndexByte(s[at:]+"\n", '\n') + 1
				end = min(end, len(s))
			}
			blank := err == nil && len(cells) == 1 && strings.TrimSpace(cells[0]) == ""
			if !blank && !yield(record{line, cells, err}) {
				return
			}
			line += strings.Count(s[at:end], "\n")
			at = end
		}
	}
}

// Mistakes in a record.
var (
	errNeverClosed = errors.New("a quotation mark opens a cell and is never closed")
	errBehindMark  = errors.New("something stands behind the quotation mark that closes a cell")
)

// next reads the record at a place, and returns where the next one begins.
func next(s string, at int, d dialect) (cells []string, end int, err error) {
	for {
		var cell string
		if cell, at, err = nextCell(s, at, d); err != nil {
			return nil, at, err
		}
		cells = append(cells, cell)
		switch {
		case at >= len(s):
			return cells, at, nil
		case s[at] == d.separator:
			at++
		default: // a line break
			return cells, at + 1, nil
		}
	}
}

// nextCell reads the cell at a place, and returns where it ends: at a separator, a
// line break or the end of the text.
func nextCell(s string, at int, d dialect) (string, int, error) {
	if at >= len(s) || s[at] != '"' {
		end := at
		for end < len(s) && s[end] != d.separator && s[end] != '\n' {
			end++
		}
		return strings.TrimSuffix(s[at:end], "\r"), end, nil
	}
	var b strings.Builder
	begin := at
	for at++; ; at++ {
		switch {
		case at >= len(s) || at-begin > mostInRecord:
			return "", at, errNeverClosed
		case d.escapes && s[at] == '\\' && at+1 < len(s):
			at++
			b.WriteByte(s[at])
		case s[at] == '"' && !d.escapes && at+1 < len(s) && s[at+1] == '"':
			at++
			b.WriteByte('"')
		case s[at] == '"':
			end := at + 1
			if end+1 < len(s) && s[end] == '\r' && s[end+1] == '\n' {
				end++
			}
			if end < len(s) && s[end] != d.separator && s[end] != '\n' {
				return "", at, errBehindMark
			}
			return b.String(), end, nil
		default:
			b.WriteByte(s[at])
		}
	}
}
