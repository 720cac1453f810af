package evaluate

import (
	"parallax/generator/evaluate/coverage"
	"parallax/generator/ratio"
	"parallax/generator/text"
)

// unaligned is the baseline that aligns nothing: every sentence of a body
// stands in its article alone.
func (x *examined) unaligned() coverage.Event {
	e := coverage.Event{ID: x.id}
	for _, a := range x.articles {
		for _, p := range a.Passages[1:] {
			e.Only = append(e.Only, coverage.Only{Doc: a.ID, Span: x.origins[a.ID].Span(p.Span)})
		}
	}
	return e
}

// leastPaired is the share of content words that two sentences of the baseline
// have in common if they tell the same: a round figure, not tuned.
const leastPaired = 0.5

// A bag is a sentence as the stems of its content words.
type bag struct {
	doc   string
	span  text.Span
	stems map[string]bool
}

// nearest is the baseline that pairs sentences: each is a row with the nearest
// sentence of every other article, which does not have it if none is near, and
// stands alone if no article has it. The row of the first headline leads.
func (x *examined) nearest(l *text.Language) coverage.Event {
	e := coverage.Event{ID: x.id, Lead: new(int)}
	bags := x.bags(l)
	for _, own := range bags {
		for _, b := range own {
			row := coverage.Row{Cells: []coverage.Cell{{Doc: b.doc, Band: coverage.Same, Spans: []text.Span{b.span}}}}
			for _, others := range bags {
				if others[0].doc == b.doc {
					continue
				}
				if at, share := b.nearest(others); share >= leastPaired {
					row.Cells = append(row.Cells, coverage.Cell{Doc: others[at].doc, Band: coverage.Same, Spans: []text.Span{others[at].span}})
				} else {
					row.Absent = append(row.Absent, others[0].doc)
				}
			}
			if len(row.Cells) == 1 && len(e.Rows) > 0 {
				e.Only = append(e.Only, coverage.Only{Doc: b.doc, Span: b.span})
				continue
			}
			e.Rows = append(e.Rows, row)
		}
	}
	return e
}

// bags returns the passages of each article.
func (x *examined) bags(l *text.Language) [][]bag {
	var bags [][]bag
	for _, a := range x.articles {
		var list []bag
		for _, p := range a.Passages {
			b := bag{a.ID, x.origins[a.ID].Span(p.Span), map[string]bool{}}
			s := p.Of(a.Text)
			for _, w := range l.Terms(s, l.Words(s)) {
				b.stems[w.Stem] = true
			}
			list = append(list, b)
		}
		bags = append(bags, list)
	}
	return bags
}

// nearest returns the one of several bags that shares most stems, of those of
// both, and the share.
func (b bag) nearest(others []bag) (at int, most float64) {
	for i, o := range others {
		both := 0
		for stem := range b.stems {
			if o.stems[stem] {
				both++
			}
		}
		if s := ratio.Of(2*float64(both), float64(len(b.stems)+len(o.stems))); s > most {
			at, most = i, s
		}
	}
	return at, most
}
