package lesson

import (
	"parallax/generator/framing"
	"parallax/generator/text"
)

// An asked is a statement that can be asked for, and the words to look for.
type asked struct {
	*framing.Statement
	saying
	keys map[string]bool
}

// An opening is the beginning of a report, with what it tells. It is made once
// for each report: an event of hundreds has tens of thousands of pairs.
type opening struct {
	Excerpt
	keys  map[string]bool
	tells []telling    // in the order of the statements
	near  map[int]bool // statements that have evidence there, sure or not
}

// A telling is the passage that surely carries a statement.
type telling struct{ statement, passage int }

// asked returns the statements that can be asked for.
func (m *maker) asked() []asked {
	var list []asked
	for _, statements := range [][]framing.Statement{m.Coverage.Statements, m.Coverage.Unclaimed} {
		for n := range statements {
			s := &statements[n]
			if !m.askable(s) {
				continue
			}
			if says := m.say(s); says.words != "" {
				list = append(list, asked{s, says, keys(says.words)})
			}
		}
	}
	return list
}

// openings returns the openings that are long enough and may be shown.
func (m *maker) openings(list []asked) []opening {
	var found []opening
	of := map[int]int{} // by article, the place in found
	for i := range m.Articles {
		if x, ok := m.beginning(i); ok {
			of[i] = len(found)
			found = append(found, opening{Excerpt: x, keys: keys(m.words(x.Evidence)), near: map[int]bool{}})
		}
	}
	for n := range list {
		for _, c := range list[n].Cells {
			if i, ok := of[c.Article]; ok {
				found[i].add(n, &list[n], &c)
			}
		}
	}
	return found
}

// add notes what a cell says of an opening: the statement is told there if the
// cell is sure and the words are there as well.
func (x *opening) add(n int, s *asked, c *framing.Cell) {
	sure := c.Told() && c.Sure >= sureCarried && overlap(s.keys, x.keys) >= wordsThere
	for _, e := range c.Evidence {
		x.near[n] = x.near[n] || e.Article == x.Article && x.Span.Overlaps(e.Span)
		if sure && x.Span.Contains(e.Span) {
			x.tells = append(x.tells, telling{n, e.Passage})
			sure = false
		}
	}
}

// lacks reports whether nothing in an opening is near to a statement, by the
// words of the excerpt that a class has before it.
func (x *opening) lacks(n int, s *asked) bool {
	return !x.near[n] && overlap(s.keys, x.keys) <= wordsAbsent
}

// compared returns two openings with what both tell and what only one does.
func compared(list []asked, x, y *opening) textPair {
	p := textPair{texts: [2]Excerpt{x.Excerpt, y.Excerpt}}
	tell := func(n, first, second int) told { return told{list[n].Statement, list[n].saying, [2]int{first, second}} }
	a, b := x.tells, y.tells
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].statement < b[0].statement:
			if n := a[0].statement; y.lacks(n, &list[n]) {
				p.only[0] = append(p.only[0], tell(n, a[0].passage, -1))
			}
			a = a[1:]
		case len(a) == 0 || b[0].statement < a[0].statement:
			if n := b[0].statement; x.lacks(n, &list[n]) {
				p.only[1] = append(p.only[1], tell(n, -1, b[0].passage))
			}
			b = b[1:]
		default:
			p.both = append(p.both, tell(a[0].statement, a[0].passage, b[0].passage))
			a, b = a[1:], b[1:]
		}
	}
	return p
}

// beginning returns the opening of an article: whole passages, to the
// end of a paragraph where it is near.
func (m *maker) beginning(article int) (Excerpt, bool) {
	a := m.Articles[article]
	words, last := 0, 0
	for i := 1; i < len(a.Passages); i++ {
		words += a.Words(a.Passages[i].Span)
		if words > longestOpening || words >= shortestOpening && last > 0 && a.Passages[i].Block != a.Passages[last].Block && words > 120 {
			break
		}
		last = i
	}
	if last == 0 {
		return Excerpt{}, false
	}
	span := text.Span{Start: a.Passages[1].Start, End: a.Passages[last].End}
	return Excerpt{Evidence: framing.Evidence{Article: article, Passage: 1, Span: span}}, a.Words(span) >= shortestOpening && m.Shows(article, span)
}
