// Package coverage scores what is said of who reports what against labels by
// hand. [Add] is its entry point.
//
// # Data
//
// An [Event] is what was said of one event: rows, which are statements with
// the articles that tell them and those said not to have them, what is said to
// stand in one article alone, and the row on top. A [Truth] is what a person
// found there: facts, with the level at which every article tells each (2 the
// whole fact, 1 a part or another version, 0 not), and every reporting
// sentence of one article, with the level at which each other one tells it.
//
// # Rules
//
// A row belongs to the fact that most of its "same" cells touch, at least half
// of them. A claim about an article that tells a part counts half. A row
// without a fact is judged by the labelled sentences that it touches; what
// touches none is not judged, and counted apart. One sentence can tell several
// facts, so that any row may serve a fact. The measures and their names are
// those of the scorer that is published with the labels.
package coverage

import "parallax/generator/text"

// An Event is what was said of one event.
type Event struct {
	ID   string `json:"id"`
	Rows []Row  `json:"rows"`
	Only []Only `json:"only"`
	Lead *int   `json:"lead"` // index into Rows of what the page puts on top; nil if that is no row
}

// A Row is a statement that is not said to stand in one article alone.
type Row struct {
	Heading string   `json:"heading"`
	Cells   []Cell   `json:"cells"`
	Absent  []string `json:"absent"` // articles that are said not to have it
}

// The bands of a cell.
const (
	Same    = "same"    // the article is said to tell the statement
	Related = "related" // it is said to tell less
)

// A Cell is how one article carries a statement.
type Cell struct {
	Doc   string      `json:"doc"`
	Band  string      `json:"band"`
	Spans []text.Span `json:"spans"` // bytes of the article's text
}

// An Only is what is said to stand in one article alone.
type Only struct {
	Doc  string    `json:"doc"`
	Span text.Span `json:"span"`
}

// A Truth is the labels of one event.
type Truth struct {
	ID        string     `json:"id"`
	Facts     []Fact     `json:"facts"` // the main happening first
	Sentences []Sentence `json:"sentences"`
}

// A Fact is one thing reported.
type Fact struct {
	Says  string           `json:"says"`
	Cells map[string]Label `json:"cells"` // by article
}

// A Sentence is a reporting sentence of one article.
type Sentence struct {
	Doc   string           `json:"doc"`
	Span  text.Span        `json:"span"`
	Cells map[string]Label `json:"cells"` // of the other articles
}

// A Label is the level at which an article tells something, 0 to 2, and where.
type Label struct {
	Level int         `json:"level"`
	Spans []text.Span `json:"spans"`
}

// same returns the cells that are said to tell the statement.
func (r *Row) same() []Cell {
	var list []Cell
	for _, c := range r.Cells {
		if c.Band == Same {
			list = append(list, c)
		}
	}
	return list
}

// telling returns how many articles tell the whole fact.
func (f *Fact) telling() int {
	n := 0
	for _, l := range f.Cells {
		if l.Level == 2 {
			n++
		}
	}
	return n
}

// absent is how right it is to say that an article lacks what it tells at a
// level.
func absent(level int) float64 { return [3]float64{1, 0.5, 0}[level] }

// overlap returns how many bytes two spans share.
func overlap(a, b text.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// shared returns how many bytes the spans of two lists share.
func shared(a, b []text.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += overlap(x, y)
		}
	}
	return n
}

func touch(a, b []text.Span) bool { return shared(a, b) > 0 }
