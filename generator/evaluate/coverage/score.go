package coverage

import "parallax/generator/evaluate/measure"

// A Score sums up over events.
type Score struct {
	absent, only, same measure.Mean // how right each claim is
	said               measure.Mean // true absences of facts with a row: the share said
	pairs, complete    measure.Mean // articles that tell a shared fact; shared facts
	lost               measure.Mean // shared facts without a row of two right articles
	wide               measure.Mean // rows of two or more articles for a fact that has one
	main, mainRows     measure.Mean // the same of the main happening
	lead, leadCount    measure.Mean // rows on top
	unjudgedAbsent     int
	unjudgedOnly       int
}

// Measures returns all figures.
func (s *Score) Measures() measure.List {
	lost := s.lost.Value()
	if s.lost.N == 0 {
		lost = 0
	}
	return measure.List{
		{Name: "absence_precision", Value: s.absent.Value()}, {Name: "absences", Value: float64(s.absent.N)}, {Name: "absence_recall", Value: s.said.Value()},
		{Name: "absences_unjudged", Value: float64(s.unjudgedAbsent)},
		{Name: "only_precision", Value: s.only.Value()}, {Name: "onlys", Value: float64(s.only.N)}, {Name: "onlys_unjudged", Value: float64(s.unjudgedOnly)},
		{Name: "same_precision", Value: s.same.Value()}, {Name: "sames", Value: float64(s.same.N)}, {Name: "shared_facts", Value: float64(s.lost.N)},
		{Name: "pair_recall", Value: s.pairs.Value()}, {Name: "complete_facts", Value: s.complete.Value()}, {Name: "lost_facts", Value: lost}, {Name: "rows_a_fact", Value: s.wide.Value()},
		{Name: "main_recall", Value: s.main.Value()}, {Name: "main_rows", Value: s.mainRows.Value()},
		{Name: "lead_is_main", Value: s.lead.Value()}, {Name: "lead_count_right", Value: s.leadCount.Value()}, {Name: "leads", Value: float64(s.lead.N)},
	}
}

// Add scores what was said of one event.
func (s *Score) Add(t Truth, e Event) {
	m := newMatched(t, e)
	for i := range e.Rows {
		s.addRow(m, i)
	}
	for _, o := range e.Only {
		if right, judged := m.only(o); judged {
			s.only.Add(right)
		} else {
			s.unjudgedOnly++
		}
	}
	for k := range t.Facts {
		s.addFact(m, k)
	}
	if e.Lead != nil && *e.Lead >= 0 && *e.Lead < len(e.Rows) {
		s.addLead(m, *e.Lead)
	}
}

// addRow judges what a row claims.
func (s *Score) addRow(m *matched, i int) {
	row, fact := &m.rows[i], m.factOf(i)
	if fact != nil {
		for _, c := range row.same() {
			s.same.Add(tells(fact.Cells[c.Doc], c))
		}
	}
	for _, doc := range row.Absent {
		if right, judged := m.absent(i, doc); judged {
			s.absent.Add(right)
		} else {
			s.unjudgedAbsent++
		}
	}
}

// tells is how right it is to say that a cell tells what a label is about.
func tells(l Label, c Cell) float64 {
	switch {
	case l.Level == 2 && touch(c.Spans, l.Spans):
		return 1
	case l.Level > 0:
		return 0.5
	}
	return 0
}

// addFact asks what became of a fact.
func (s *Score) addFact(m *matched, k int) {
	fact := &m.facts[k]
	rows := m.rowsOf(k)
	s.addSaid(m, fact, rows)
	full := fact.telling()
	if full < 2 {
		return
	}
	best, complete := m.best(fact)
	if best < 2 {
		best = 0
	}
	s.pairs.Of(best, full)
	s.complete.Is(complete)
	s.lost.Is(best == 0)
	wide := 0
	for _, i := range rows {
		if len(m.rows[i].same()) >= 2 {
			wide++
		}
	}
	if wide > 0 {
		s.wide.Add(float64(wide))
	}
	if k == 0 {
		s.main.Of(best, full)
		s.mainRows.Add(float64(wide))
	}
}

// addSaid counts the true absences of a fact that has a row.
func (s *Score) addSaid(m *matched, fact *Fact, rows []int) {
	if len(rows) == 0 {
		return
	}
	said := map[string]bool{}
	for _, i := range rows {
		for _, doc := range m.rows[i].Absent {
			said[doc] = true
		}
	}
	for doc, l := range fact.Cells {
		if l.Level == 0 {
			s.said.Is(said[doc])
		}
	}
}

// addLead judges the row on top: is it the main happening, and is the number
// of articles right that are said to tell it?
func (s *Score) addLead(m *matched, i int) {
	s.lead.Is(m.fact[i] == 0)
	if fact := m.factOf(i); fact != nil {
		s.leadCount.Is(len(m.rows[i].same()) == fact.telling())
	}
}
