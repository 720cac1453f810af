package framing

import (
	"cmp"
	"slices"

	"parallax/generator/text"
	"parallax/generator/text/diff"
)

// contrasts sets side by side the statements of the strongest findings that
// face two passages, at most mostContrasts and each statement once.
func (c *comparing) contrasts() {
	var list []Contrast
	for _, f := range c.comparison.Findings {
		taken := slices.ContainsFunc(list, func(k Contrast) bool { return k.Statement == f.Statement })
		if f.Common || f.Statement == "" || len(f.Evidence) < 2 || f.Evidence[0].Article == f.Evidence[1].Article || taken {
			continue
		}
		if k, ok := c.contrast(f); ok {
			list = append(list, k)
		}
		if len(list) == mostContrasts {
			break
		}
	}
	c.comparison.Passages.Contrasts = list
}

// contrast shows the statement of a finding: the two passages of the finding
// first, then those of other articles that are near enough.
func (c *comparing) contrast(f Finding) (Contrast, bool) {
	s := c.comparison.Statement(f.Statement)
	if s == nil {
		return Contrast{}, false
	}
	cells := slices.Clone(s.Cells)
	rank := func(cell Cell) int {
		return slices.Index([]int{f.Evidence[0].Article, f.Evidence[1].Article}, cell.Article)
	}
	slices.SortStableFunc(cells, func(p, q Cell) int {
		return cmp.Or(cmp.Compare(uint(rank(p)), uint(rank(q))), cmp.Compare(q.Score, p.Score))
	})
	cells = slices.DeleteFunc(cells, func(cell Cell) bool { return rank(cell) < 0 && cell.Score < contrastScore })
	cells = cells[:min(len(cells), mostSides)]
	for i := range cells {
		cells[i].Evidence = []Evidence{c.shown(&cells[i], f)}
	}
	k := Contrast{Statement: f.Statement, Finding: f.ID}
	for _, cell := range cells {
		k.Sides = append(k.Sides, ContrastSide{Evidence: cell.Evidence[0], Own: c.ownWords(cell, cells), Marked: c.marksIn(cell, f)})
	}
	return k, len(k.Sides) > 1
}

// shown returns the passage of a cell that a contrast shows: the finding's own,
// and of other articles the one most like the first of these.
func (c *comparing) shown(cell *Cell, f Finding) Evidence {
	for _, e := range f.Evidence[:2] {
		if cell.has(e) {
			return cell.passageOf(e)
		}
	}
	first := Cell{Evidence: f.Evidence[:1]}
	_, second, _ := c.closest(&first, cell)
	return second
}

// ownWords returns the words of content in a cell that the diff with no other
// cell matches, and that none has elsewhere.
func (c *comparing) ownWords(cell Cell, cells []Cell) []text.Span {
	terms := c.termsIn(cell.Evidence[0])
	shared := make([]bool, len(terms))
	for _, other := range cells {
		if other.Article == cell.Article {
			continue
		}
		others := c.termsIn(other.Evidence[0])
		changed := make([]bool, len(terms))
		for _, change := range diff.Words(keysOf(terms), keysOf(others)) {
			for i := change.From; i < change.To; i++ {
				changed[i] = true
			}
		}
		for i, t := range terms {
			shared[i] = shared[i] || !changed[i] || hasKey(others, t.Key)
		}
	}
	own := []text.Span{}
	for i, t := range terms {
		if !shared[i] && !t.Stop {
			own = append(own, t.Span)
		}
	}
	return own
}

// marksIn returns what signals marked in a cell: labels, reporting verbs,
// loaded words, and the words that the finding is about.
func (c *comparing) marksIn(cell Cell, f Finding) []Mark {
	all := append(c.toneIn(cell.Article), c.labelsIn(cell.Article)...)
	r := c.readings[cell.Article]
	for _, a := range r.Attributions() {
		for _, cue := range a.Cue {
			all = append(all, Mark{r.evidence(cue), "verb", a.Verb, "voices"})
		}
	}
	if f.Signal == SignalPassages || f.Signal == SignalHeadline {
		for _, e := range f.Evidence {
			all = append(all, Mark{e, "only", "", "passages"})
		}
	}
	marks, shown := []Mark{}, cell.Evidence[0].Span
	for _, m := range all {
		if m.Article == cell.Article && shown.Contains(m.Span) && m.Span != shown {
			marks = append(marks, m)
		}
	}
	slices.SortStableFunc(marks, func(m, n Mark) int { return cmp.Or(m.Span.Start-n.Span.Start, m.Span.End-n.Span.End) })
	return marks
}

// toneIn returns what the signal of tone marked in an article.
func (c *comparing) toneIn(article int) []Mark {
	var list []Mark
	for _, side := range c.comparison.Tone.Sides {
		if side.Article == article {
			list = append(list, side.Marks...)
		}
	}
	return list
}

// labelsIn returns the labels of participants in an article.
func (c *comparing) labelsIn(article int) []Mark {
	var list []Mark
	for _, p := range c.comparison.Naming.Participants {
		for _, side := range p.Sides {
			if side.Article != article {
				continue
			}
			for _, l := range side.Labels {
				for _, e := range l.Evidence {
					list = append(list, Mark{e, "label", l.Text, "naming"})
				}
			}
		}
	}
	return list
}
