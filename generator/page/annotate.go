package page

import (
	"math"

	"parallax/generator/framing"
)

// annotate adds the notes to the paragraphs of an article.
func (b *builder) annotate(article int, blocks []ReaderBlock) {
	a := b.articles[article]
	at := func(e framing.Evidence) *ReaderBlock { return &blocks[a.Passages[e.Passage].Block-1] }
	here := func(evidence []framing.Evidence) *ReaderBlock {
		for _, e := range evidence {
			if e.Article == article && e.Passage > 0 {
				return at(e)
			}
		}
		return nil
	}
	for i := range b.comparison.Coverage.Statements {
		s := &b.comparison.Coverage.Statements[i]
		if cell := cellOf(s, article); cell != nil {
			if block := here(cell.Evidence); block != nil {
				b.noteStatement(block, s, article)
			}
		}
	}
	for _, c := range b.comparison.Coverage.Conflicts {
		for _, side := range c.Sides {
			if block := here(side.Evidence); block != nil {
				b.noteConflict(block, &c, side.Value)
			}
		}
	}
	for _, d := range b.comparison.Agency.Agentless {
		if d.Deed.Article == article && d.Deed.Passage > 0 && d.Agent.Article != article {
			at(d.Deed).note(ReaderNote{Text: b.text("reader.agent", "words", d.Deed.Span.Of(a.Text)), Refs: []Ref{b.ref(d.Agent.Article, d.Agent.Passage)}})
		}
	}
	for _, p := range b.comparison.Naming.Participants {
		b.noteNames(&p, article, here)
	}
}

// note adds a note if there is room.
func (r *ReaderBlock) note(n ReaderNote) {
	if len(r.Notes) < notesShown {
		r.Notes = append(r.Notes, n)
	}
}

// noteStatement says which others carry a statement, and which do not.
func (b *builder) noteStatement(block *ReaderBlock, s *framing.Statement, article int) {
	var carried []Ref
	var missing []string
	for i := range b.who {
		cell := cellOf(s, i)
		switch {
		case i == article:
		case cell == nil:
			missing = append(missing, b.who[i].Letter)
		case len(cell.Evidence) > 0:
			carried = append(carried, b.ref(i, cell.Evidence[0].Passage))
		}
	}
	block.statements++
	block.missing += len(missing)
	switch {
	case len(carried) == 0:
		block.note(ReaderNote{Text: b.text("reader.onlyhere")})
	case len(missing) == 0:
		block.note(ReaderNote{Text: b.text("reader.also"), Refs: carried})
	case len(missing) > missingNamed:
		block.note(ReaderNote{Text: b.count("reader.many", len(missing)), Refs: carried})
	default:
		block.note(ReaderNote{Text: b.text("reader.some", "missing", b.site.Messages.List(missing)), Refs: carried})
	}
}

// weigh sets the heat of a paragraph: the share of the other articles that, on
// average, do not carry its statements, in thirds.
func (b *builder) weigh(block *ReaderBlock) {
	pairs := block.statements * (len(b.who) - 1)
	if pairs == 0 {
		return
	}
	share := float64(block.missing) / float64(pairs)
	block.Heat = int(math.Ceil(3*share - 0.1))
	block.Said = b.text("reader.differ", "share", b.percent(share))
}

// noteConflict says the numbers of the others.
func (b *builder) noteConflict(block *ReaderBlock, c *framing.Conflict, here string) {
	for _, side := range c.Sides {
		if side.Value != here {
			block.note(ReaderNote{Text: b.text("reader.number", "here", here, "there", side.Value), Refs: b.refs(side.Evidence)})
		}
	}
}

// noteNames says, where the article first names a participant, what others
// call it that this article does not.
func (b *builder) noteNames(p *framing.Participant, article int, here func([]framing.Evidence) *ReaderBlock) {
	var block *ReaderBlock
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			if side.Article == article && l.First {
				block = here(l.Evidence)
			}
		}
	}
	if block == nil {
		return
	}
	for _, side := range p.Sides {
		for _, l := range side.Labels {
			if side.Article != article && l.Own && len(l.Evidence) > 0 {
				block.note(ReaderNote{Text: b.text("reader.calls", "name", p.Name, "label", l.Text), Refs: b.refs(l.Evidence[:1])})
				break
			}
		}
	}
}
