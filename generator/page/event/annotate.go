package event

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/framing"
)

// A spot is a sentence of a paragraph, counted from 1.
type spot struct {
	*ReaderBlock
	sentence int
}

// annotate adds the notes to the paragraphs of an article.
func (b *Builder) annotate(article int, blocks []ReaderBlock) {
	a := b.Articles[article]
	at := func(e framing.Evidence) *spot {
		s := spot{&blocks[a.Passages[e.Passage].Block-1], 1}
		for p := e.Passage; p > 0 && a.Passages[p-1].Block == a.Passages[p].Block; p-- {
			s.sentence++
		}
		return &s
	}
	here := func(evidence []framing.Evidence) *spot {
		for _, e := range evidence {
			if e.Article == article && e.Passage > 0 {
				return at(e)
			}
		}
		return nil
	}
	b.noteStatements(article, here)
	for _, c := range b.Comparison.Coverage.Conflicts {
		for _, side := range c.Sides {
			if spot := here(side.Evidence); spot != nil {
				b.noteConflict(spot, &c, side.Value)
			}
		}
	}
	for _, d := range b.Comparison.Agency.Agentless {
		if d.Deed.Article == article && d.Deed.Passage > 0 && d.Agent.Article != article {
			at(d.Deed).note(ReaderNote{Text: b.Text("reader.agent", "words", d.Deed.Span.Of(a.Text)), Refs: []Ref{b.Ref(d.Agent.Article, d.Agent.Passage)}})
		}
	}
	for _, p := range b.Comparison.Naming.Participants {
		b.noteNames(&p, article, here)
	}
	for i := range blocks {
		blocks[i].number()
	}
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

// noteStatements says of every statement which others carry it. Where one
// sentence carries several, each note names its statement.
func (b *Builder) noteStatements(article int, here func([]framing.Evidence) *spot) {
	spots := map[*framing.Statement]*spot{}
	told := map[spot]int{}
	for i := range b.Comparison.Coverage.Statements {
		s := &b.Comparison.Coverage.Statements[i]
		if cell := cellOf(s, article); cell != nil && cell.Told() {
			if at := here(cell.Evidence); at != nil {
				spots[s] = at
				told[*at]++
			}
		}
	}
	for i := range b.Comparison.Coverage.Statements {
		s := &b.Comparison.Coverage.Statements[i]
		if at := spots[s]; at != nil {
			n := b.noteStatement(at, s, article)
			if n.Text == "" {
				continue
			}
			if told[*at] > 1 {
				n.Text = b.Text("reader.about", "statement", s.Heading, "note", n.Text)
			}
			at.note(n)
		}
	}
}

// noteStatement counts a statement, and says which others carry it and which
// do not; nothing if the others only have something related.
func (b *Builder) noteStatement(at *spot, s *framing.Statement, article int) ReaderNote {
	var carried []Ref
	var missing []string
	for i := range b.Who {
		switch answer := s.Answer(i); {
		case i == article:
		case answer == framing.Absent:
			missing = append(missing, b.Who[i].Letter)
		case answer == framing.Tells:
			carried = append(carried, b.Ref(i, cellOf(s, i).Evidence[0].Passage))
		}
	}
	at.statements++
	at.missing += len(missing)
	switch {
	case s.Alone():
		return ReaderNote{Text: b.Text("reader.onlyhere")}
	case len(carried) == 0:
		return ReaderNote{}
	case len(missing) == 0:
		return ReaderNote{Text: b.Text("reader.also"), Refs: carried}
	case len(missing) > missingNamed:
		return ReaderNote{Text: b.Count("reader.many", len(missing)), Refs: carried}
	}
	return ReaderNote{Text: b.Text("reader.some", "missing", b.Messages.List(missing)), Refs: carried}
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

// noteConflict says the numbers of the others.
func (b *Builder) noteConflict(at *spot, c *framing.Conflict, here string) {
	for _, side := range c.Sides {
		if side.Value != here {
			at.note(ReaderNote{Text: b.Text("reader.number", "here", here, "there", side.Value), Refs: b.refs(side.Evidence)})
		}
	}
}

// noteNames says, where the article first names a participant, what others
// call it that this article does not.
func (b *Builder) noteNames(p *framing.Participant, article int, here func([]framing.Evidence) *spot) {
	var at *spot
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			if side.Article == article && l.First {
				at = here(l.Evidence)
			}
		}
	}
	if at == nil {
		return
	}
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			if side.Article != article && l.Own && len(l.Evidence) > 0 {
				at.note(ReaderNote{Text: b.Text("reader.calls", "name", p.Name, "label", l.Text), Refs: b.refs(l.Evidence[:1])})
				break
			}
		}
	}
}
