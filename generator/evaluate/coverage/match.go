package coverage

import "parallax/generator/text"

// matched is an event with its labels, and the fact that each row belongs to.
type matched struct {
	facts     []Fact
	sentences []Sentence
	rows      []Row
	fact      []int // by row, index into facts; -1 for none
}

func newMatched(t Truth, e Event) *matched {
	m := &matched{facts: t.Facts, sentences: t.Sentences, rows: e.Rows, fact: make([]int, len(e.Rows))}
	for i := range e.Rows {
		m.fact[i] = m.match(&e.Rows[i])
	}
	return m
}

// match returns the fact that most "same" cells of a row touch, the one that
// they share most with among equals, the first among those; -1 if fewer than
// half of the cells touch one.
func (m *matched) match(r *Row) int {
	cells := r.same()
	found, most, longest := -1, 0, 0
	for k := range m.facts {
		hits, long := 0, 0
		for _, c := range cells {
			if n := shared(c.Spans, m.facts[k].Cells[c.Doc].Spans); n > 0 {
				hits, long = hits+1, long+n
			}
		}
		if hits > 0 && 2*hits >= len(cells) && (hits > most || hits == most && long > longest) {
			found, most, longest = k, hits, long
		}
	}
	return found
}

// factOf returns the fact of a row, or nil.
func (m *matched) factOf(row int) *Fact {
	if m.fact[row] < 0 {
		return nil
	}
	return &m.facts[m.fact[row]]
}

// rowsOf returns the rows of a fact.
func (m *matched) rowsOf(fact int) []int {
	var rows []int
	for i, k := range m.fact {
		if k == fact {
			rows = append(rows, i)
		}
	}
	return rows
}

// best returns how many articles that tell a fact the row has that has most of
// them, and whether any row has all of them and none that does not tell it.
func (m *matched) best(fact *Fact) (most int, complete bool) {
	for i := range m.rows {
		right, wrong := map[string]bool{}, false
		for _, c := range m.rows[i].same() {
			l := fact.Cells[c.Doc]
			if l.Level == 2 && touch(c.Spans, l.Spans) {
				right[c.Doc] = true
			}
			wrong = wrong || l.Level == 0
		}
		most = max(most, len(right))
		complete = complete || len(right) == fact.telling() && !wrong
	}
	return most, complete
}

// absent returns how right it is that a row says that an article lacks it: by
// the row's fact or, if it has none, by the labelled sentence of its cells
// that speaks most against it.
func (m *matched) absent(row int, doc string) (right float64, judged bool) {
	if fact := m.factOf(row); fact != nil {
		return absent(fact.Cells[doc].Level), true
	}
	right = 1
	for _, c := range m.rows[row].same() {
		for _, s := range m.sentences {
			l, labelled := s.Cells[doc]
			if labelled && s.Doc == c.Doc && touch(c.Spans, []text.Span{s.Span}) {
				right, judged = min(right, absent(l.Level)), true
			}
		}
	}
	return right, judged
}

// only returns how right it is that words stand in one article alone: by the
// labelled sentence that they share half with or, if there is none, by the
// fact of that article that speaks most for it.
func (m *matched) only(o Only) (right float64, judged bool) {
	right = 1
	for _, s := range m.sentences {
		if s.Doc == o.Doc && 2*overlap(o.Span, s.Span) >= min(o.Span.Len(), s.Span.Len()) {
			right, judged = min(right, absent(highest(s.Cells, ""))), true
		}
	}
	if judged {
		return right, true
	}
	right = 0
	for _, f := range m.facts {
		if l := f.Cells[o.Doc]; l.Level == 2 && touch([]text.Span{o.Span}, l.Spans) {
			right, judged = max(right, absent(highest(f.Cells, o.Doc))), true
		}
	}
	return right, judged
}

// highest returns the highest level of the articles but one.
func highest(cells map[string]Label, but string) int {
	level := 0
	for doc, l := range cells {
		if doc != but {
			level = max(level, l.Level)
		}
	}
	return level
}
