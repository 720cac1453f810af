package framing

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/generator/ratio"
)

// Emphasis says what leads, and how much room each statement gets.
type Emphasis struct {
	Sides []EmphasisSide `json:"sides"` // one per article
}

// An EmphasisSide is the weight that one article gives to shared statements.
type EmphasisSide struct {
	Article int      `json:"article"`
	Lead    string   `json:"lead"`    // id of the statement that the first paragraph carries, or empty
	Before  float64  `json:"before"`  // share of words before the first statement that all or some carry
	Weights []Weight `json:"weights"` // statements in order of appearance
}

// A Weight is the place and size of one statement in an article.
type Weight struct {
	Statement string  `json:"statement"`
	Position  float64 `json:"position"` // share of the body before it, 0 to 1
	Share     float64 `json:"share"`    // of the body's words
	Headline  bool    `json:"headline"`
	Opening   bool    `json:"opening"` // in the first paragraph
}

// compareEmphasis says what each article opens with, and where and at what
// length it carries each statement. There is no score in it: places and shares
// are for the reader to weigh.
func compareEmphasis(c *comparing) []Finding {
	for _, r := range c.readings {
		c.comparison.Emphasis.Sides = append(c.comparison.Emphasis.Sides, c.emphasis(r))
	}
	return c.emphasisFindings()
}

// emphasis describes one article.
func (c *comparing) emphasis(r *member) EmphasisSide {
	side := EmphasisSide{Article: r.index, Before: 1, Weights: []Weight{}}
	body, _, _ := r.Count()
	most := 1
	for _, s := range c.comparison.Coverage.Statements {
		i := slices.IndexFunc(s.Cells, func(cell Cell) bool { return cell.Article == r.index })
		if i < 0 {
			continue
		}
		w := c.weightOf(r, s, s.Cells[i], body)
		side.Weights = append(side.Weights, w)
		if s.Reach == "one" {
			continue
		}
		if s.Cells[i].Paragraph > 0 {
			side.Before = min(side.Before, w.Position)
		}
		if w.Opening && len(s.Cells) > most {
			side.Lead, most = s.ID, len(s.Cells)
		}
	}
	if side.Before == 1 && !slices.ContainsFunc(side.Weights, func(w Weight) bool { return w.Share > 0 }) {
		side.Before = 0
	}
	slices.SortStableFunc(side.Weights, func(v, w Weight) int { return cmp.Compare(v.Position, w.Position) })
	return side
}

// weightOf returns the place and size of a statement in an article.
func (c *comparing) weightOf(r *member, s Statement, cell Cell, body int) Weight {
	w := Weight{Statement: s.ID, Position: cell.Position, Headline: cell.Paragraph == 0, Opening: cell.Paragraph == 1}
	for _, e := range cell.Evidence {
		if e.Passage > 0 {
			w.Share += ratio.Of(float64(len(r.WordsIn(e.Span))), float64(body))
		}
	}
	w.Share = ratio.Rounded(w.Share)
	w.Headline = w.Headline || c.inHeadline(cell)
	return w
}

// inHeadline reports whether the headline of an article says what its cell says.
func (c *comparing) inHeadline(cell Cell) bool {
	return slices.ContainsFunc(cell.Evidence, func(e Evidence) bool { return e.Passage == 0 })
}

// emphasisFindings say where articles open with different things, and where
// one puts first what another puts late.
func (c *comparing) emphasisFindings() []Finding {
	var list []Finding
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		if f, ok := c.placeFinding(s); ok {
			list = append(list, f)
		}
	}
	return list
}

// leastPlaced is the least score of two passages whose places are compared.
const leastPlaced = 0.5

// contrastOfPlace is the contrast of a statement that opens one article and
// closes another: both report it, so that it tells less than another name or
// another headline.
const contrastOfPlace = 0.4

// placeFinding faces the cell of a first paragraph with the one that comes
// latest.
func (c *comparing) placeFinding(s Statement) (Finding, bool) {
	first, last := -1, -1
	for i, cell := range s.Cells {
		if cell.Score < relatedScore || !cell.Told() {
			continue
		}
		if cell.Paragraph == 1 && (first < 0 || cell.Score > s.Cells[first].Score) {
			first = i
		}
		if cell.Paragraph > 1 && (last < 0 || cell.Position > s.Cells[last].Position) {
			last = i
		}
	}
	if first < 0 || last < 0 || s.Cells[last].Position < 0.4 {
		return Finding{}, false
	}
	a, b := s.Cells[first], s.Cells[last]
	_, score := c.statementOf(a.Evidence[0], b.Evidence[0])
	if score < leastPlaced {
		return Finding{}, false
	}
	return Finding{
		Signal: SignalEmphasis, Statement: s.ID, Contrast: contrastOfPlace * (b.Position - a.Position), Overlap: score,
		Says: c.facing("finding.emphasis.place", []int{a.Article}, []int{b.Article}).With("statement", s.Heading).
			With("percent", strconv.Itoa(int(100*b.Position+0.5))),
		Evidence: evidencePair(a.Evidence[0], b.Evidence[0]),
	}, true
}
