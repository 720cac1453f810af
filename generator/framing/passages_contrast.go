package framing

import (
	"cmp"
	"slices"

	"parallax/generator/text"
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
	i := slices.IndexFunc(c.comparison.Coverage.Statements, func(s Statement) bool { return s.ID == f.Statement })
	if i < 0 {
		return Contrast{}, false
	}
	cells := slices.Clone(c.comparison.Coverage.Statements[i].Cells)
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
		for _, change := range diffWords(keysOf(terms), keysOf(others)) {
			for i := change.from; i < change.to; i++ {
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
	marks := []Mark{}
	add := func(e Evidence, kind, word, rule string) {
		if e.Article == cell.Article && cell.Evidence[0].Span.Contains(e.Span) && e.Span != cell.Evidence[0].Span {
			marks = append(marks, Mark{Evidence: e, Kind: kind, Word: word, Rule: rule})
		}
	}
	for _, side := range c.comparison.Tone.Sides {
		for _, m := range side.Marks {
			add(m.Evidence, m.Kind, m.Word, m.Rule)
		}
	}
	for _, p := range c.comparison.Naming.Participants {
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				for _, e := range l.Evidence {
					add(e, "label", l.Text, "naming")
				}
			}
		}
	}
	for _, a := range c.readings[cell.Article].Attributions() {
		for _, cue := range a.Cue {
			add(c.readings[cell.Article].evidence(cue), "verb", a.Verb, "voices")
		}
	}
	if f.Signal == SignalPassages || f.Signal == SignalHeadline {
		for _, e := range f.Evidence {
			add(e, "only", "", "passages")
		}
	}
	slices.SortStableFunc(marks, func(m, n Mark) int { return cmp.Or(m.Span.Start-n.Span.Start, m.Span.End-n.Span.End) })
	return marks
}
