package coverage

import "math"

// A Score sums up over events.
type Score struct {
	absent, only, same Mean // how right each claim is
	said               Mean // true absences of facts with a row: the share said
	pairs, complete    Mean // articles that tell a shared fact; shared facts
	lost               Mean // shared facts without a row of two right articles
	wide               Mean // rows of two or more articles for a fact that has one
	main, mainRows     Mean // the same of the main happening
	lead, leadCount    Mean // rows on top
	unjudgedAbsent     int
	unjudgedOnly       int
}

// A Mean is a sum over a number of things.
type Mean struct {
	N   int
	Sum float64
}

// add adds one thing.
func (m *Mean) add(value float64) {
	m.N++
	m.Sum += value
}

// Value returns the mean, NaN of nothing.
func (m Mean) Value() float64 { return m.Sum / float64(m.N) }

// A Measure is a figure with the name that the published scorer gives it.
type Measure struct {
	Name  string
	Value float64 // NaN where nothing was measured
}

// Measures returns all figures.
func (s *Score) Measures() []Measure {
	lost := s.lost.Value()
	if s.lost.N == 0 {
		lost = 0
	}
	return []Measure{
		{"absence_precision", s.absent.Value()}, {"absences", float64(s.absent.N)}, {"absence_recall", s.said.Value()},
		{"absences_unjudged", float64(s.unjudgedAbsent)},
		{"only_precision", s.only.Value()}, {"onlys", float64(s.only.N)}, {"onlys_unjudged", float64(s.unjudgedOnly)},
		{"same_precision", s.same.Value()}, {"sames", float64(s.same.N)}, {"shared_facts", float64(s.lost.N)},
		{"pair_recall", s.pairs.Value()}, {"complete_facts", s.complete.Value()}, {"lost_facts", lost}, {"rows_a_fact", s.wide.Value()},
		{"main_recall", s.main.Value()}, {"main_rows", s.mainRows.Value()},
		{"lead_is_main", s.lead.Value()}, {"lead_count_right", s.leadCount.Value()}, {"leads", float64(s.lead.N)},
	}
}

// Measure returns the figure with a name, NaN if there is none.
func (s *Score) Measure(name string) float64 {
	for _, m := range s.Measures() {
		if m.Name == name {
			return m.Value
		}
	}
	return math.NaN()
}

// Add scores what was said of one event.
func (s *Score) Add(t Truth, e Event) {
	m := newMatched(t, e)
	for i := range e.Rows {
		s.addRow(m, i)
	}
	for _, o := range e.Only {
		if right, judged := m.only(o); judged {
			s.only.add(right)
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
			s.same.add(tells(fact.Cells[c.Doc], c))
		}
	}
	for _, doc := range row.Absent {
		if right, judged := m.absent(i, doc); judged {
			s.absent.add(right)
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
	s.pairs.N, s.pairs.Sum = s.pairs.N+full, s.pairs.Sum+float64(best)
	s.complete.add(one(complete))
	s.lost.add(one(best == 0))
	wide := 0
	for _, i := range rows {
		if len(m.rows[i].same()) >= 2 {
			wide++
		}
	}
	if wide > 0 {
		s.wide.add(float64(wide))
	}
	if k == 0 {
		s.main.N, s.main.Sum = s.main.N+full, s.main.Sum+float64(best)
		s.mainRows.add(float64(wide))
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
			s.said.add(one(said[doc]))
		}
	}
}

// addLead judges the row on top: is it the main happening, and is the number
// of articles right that are said to tell it?
func (s *Score) addLead(m *matched, i int) {
	s.lead.add(one(m.fact[i] == 0))
	if fact := m.factOf(i); fact != nil {
		s.leadCount.add(one(len(m.rows[i].same()) == fact.telling()))
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
