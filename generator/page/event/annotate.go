package event

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
)

// A margin takes the notes on one article.
type margin struct {
	*Builder
	article int
	blocks  []ReaderBlock // of the article, after the headline
}

// A spot is a sentence of a paragraph, counted from 1.
type spot struct {
	*ReaderBlock
	sentence int
}

// annotate adds the notes to the paragraphs of an article.
func (b *Builder) annotate(article int, blocks []ReaderBlock) {
	m := &margin{b, article, blocks}
	m.noteStatements()
	for _, c := range b.Comparison.Coverage.Conflicts {
		m.noteConflict(&c)
	}
	for _, d := range b.Comparison.Agency.Agentless {
		m.noteAgent(&d)
	}
	for _, p := range b.Comparison.Naming.Participants {
		m.noteNames(&p)
	}
	for i := range blocks {
		blocks[i].number()
	}
}

// spot returns the sentence of a passage.
func (m *margin) spot(passage int) *spot {
	passages := m.Articles[m.article].Passages
	s := spot{&m.blocks[passages[passage].Block-1], 1}
	for p := passage; p > 0 && passages[p-1].Block == passages[p].Block; p-- {
		s.sentence++
	}
	return &s
}

// here returns the first sentence of the article, after the headline, that is
// evidence; nil if there is none.
func (m *margin) here(evidence []framing.Evidence) *spot {
	for _, e := range evidence {
		if e.Article == m.article && e.Passage > 0 {
			return m.spot(e.Passage)
		}
	}
	return nil
}

// noteAgent says of a deed without a doer who does it elsewhere.
func (m *margin) noteAgent(d *framing.Agentless) {
	if d.Deed.Article != m.article || d.Deed.Passage == 0 || d.Agent.Article == m.article {
		return
	}
	words := d.Deed.Span.Of(m.Articles[m.article].Text)
	m.spot(d.Deed.Passage).note(ReaderNote{Text: m.Text("reader.agent", "words", words), Refs: []Ref{m.Ref(d.Agent.Article, d.Agent.Passage)}})
}

// note adds a note on a sentence if there is room. What is said already of
// another sentence of the paragraph is said of both.
func (s *spot) note(n ReaderNote) {
	for i, said := range s.Notes {
		if said.Text == n.Text && slices.Equal(said.Refs, n.Refs) {
			if !slices.Contains(said.sentences, s.sentence) {
				s.Notes[i].sentences = append(said.sentences, s.sentence)
			}
			return
		}
	}
	if len(s.Notes) < notesShown {
		n.sentences = []int{s.sentence}
		s.Notes = append(s.Notes, n)
	}
}

// number puts the notes of a paragraph in the order of its sentences, and
// numbers them if there are several.
func (r *ReaderBlock) number() {
	for i := range r.Notes {
		slices.Sort(r.Notes[i].sentences)
	}
	slices.SortStableFunc(r.Notes, func(x, y ReaderNote) int { return x.sentences[0] - y.sentences[0] })
	for i, n := range r.Notes {
		var at []string
		for _, sentence := range n.sentences {
			at = append(at, strconv.Itoa(sentence))
		}
		if len(r.Passages) > 1 {
			r.Notes[i].At = strings.Join(at, ", ")
		}
	}
}

// noteStatements says of every sentence, in one line, which others tell what it
// tells. Of several statements in one sentence, which are counted all the same, that
// one speaks which most reports tell.
func (m *margin) noteStatements() {
	best := map[spot]*framing.Statement{}
	notes := map[spot]ReaderNote{}
	var order []spot
	for i := range m.Comparison.Coverage.Statements {
		s := &m.Comparison.Coverage.Statements[i]
		cell := cellOf(s, m.article)
		if cell == nil || !cell.Told() {
			continue
		}
		at := m.here(cell.Evidence)
		if at == nil {
			continue
		}
		n := m.noteStatement(at, s)
		if n.Text == "" || best[*at] != nil && best[*at].Told() >= s.Told() {
			continue
		}
		if best[*at] == nil {
			order = append(order, *at)
		}
		best[*at], notes[*at] = s, n
	}
	for _, at := range order {
		at.note(notes[at])
	}
}

// noteStatement counts a statement, and says which others carry it and which
// do not; nothing if the others only have something related.
func (m *margin) noteStatement(at *spot, s *framing.Statement) ReaderNote {
	var carried []Ref
	var missing []string
	for i := range m.Who {
		switch answer := s.Answer(i); {
		case i == m.article:
		case answer == framing.Absent:
			missing = append(missing, m.Who[i].Name)
		case answer == framing.Tells:
			carried = append(carried, m.Ref(i, cellOf(s, i).Evidence[0].Passage))
		}
	}
	at.statements++
	at.missing += len(missing)
	switch {
	case s.Alone():
		return ReaderNote{Text: m.Text("reader.onlyhere")}
	case len(carried) == 0:
		return ReaderNote{}
	case len(missing) == 0:
		return ReaderNote{Text: m.Text("reader.also"), Refs: carried}.short(m.Builder)
	case len(missing) > missingNamed:
		return ReaderNote{Text: m.Count("reader.many", len(missing)), Refs: carried}.short(m.Builder)
	}
	return ReaderNote{Text: m.Text("reader.some", "missing", m.Messages.List(missing)), Refs: carried}.short(m.Builder)
}

// short returns a note that names as many articles as one line holds and counts the
// others.
func (n ReaderNote) short(b *Builder) ReaderNote {
	if more := len(n.Refs) - carriersNamed; more > 1 {
		n.Refs, n.More = n.Refs[:carriersNamed], b.Count("event.morerefs", more)
	}
	return n
}

// weigh sets the heat of a paragraph: the share of the other articles that, on
// average, do not carry its statements, in thirds.
func (b *Builder) weigh(block *ReaderBlock) {
	pairs := block.statements * (len(b.Who) - 1)
	if pairs == 0 {
		return
	}
	share := float64(block.missing) / float64(pairs)
	block.Heat = int(math.Ceil(3*share - 0.1))
}

// noteConflict says the numbers of the others where the article has one.
func (m *margin) noteConflict(c *framing.Conflict) {
	for _, mine := range c.Sides {
		at := m.here(mine.Evidence)
		if at == nil {
			continue
		}
		for _, side := range c.Sides {
			if side.Value != mine.Value {
				at.note(ReaderNote{Text: m.Text("reader.number", "here", mine.Value, "there", side.Value), Refs: m.refs(side.Evidence)})
			}
		}
	}
}

// noteNames says, where the article first names a participant, what others
// call it that this article does not.
func (m *margin) noteNames(p *framing.Participant) {
	at := m.firstNamed(p)
	if at == nil {
		return
	}
	for _, side := range p.Sides {
		own := slices.IndexFunc(side.Labels, func(l framing.Label) bool { return l.Own && len(l.Evidence) > 0 })
		if side.Article == m.article || own < 0 {
			continue
		}
		l := side.Labels[own]
		at.note(ReaderNote{Text: m.Text("reader.calls", "name", p.Name, "label", l.Text), Refs: m.refs(l.Evidence[:1])})
	}
}

// firstNamed returns the sentence in which the article first names a
// participant, or nil.
func (m *margin) firstNamed(p *framing.Participant) *spot {
	var at *spot
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			if side.Article == m.article && l.First {
				at = m.here(l.Evidence)
			}
		}
	}
	return at
}
