package page

import (
	"fmt"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	pages "parallax/generator/page/event"
	"parallax/generator/parallel"
	"parallax/generator/rights"
)

// A Compared event is one as its pages may tell it.
type Compared struct {
	Event     *event.Event
	Articles  []*corpus.Article // those of the comparison, in its order
	Allowance *rights.Allowance
}

// EachCompared hands out the events of a site as their pages may tell them, in their
// order, without the pages. What owners allow, and what a repository keeps of texts
// that may not be given away, is the same as there.
func EachCompared(s Site, use func(Compared) error) error {
	p, err := newPlan(s)
	if err != nil {
		return err
	}
	type made struct {
		compared Compared
		err      error
	}
	return parallel.InOrder(len(s.Events), func(i int) made {
		b, err := p.builderOf(&s.Events[i])
		if err != nil {
			return made{err: fmt.Errorf("compare event %s: %w", s.Events[i].Slug, err)}
		}
		return made{compared: Compared{b.Event, b.Articles, b.Allowance}}
	}, func(m made) error {
		if m.err != nil {
			return m.err
		}
		return use(m.compared)
	})
}

// builderOf returns the builder of an event's pages, whose files go nowhere.
func (p *plan) builderOf(e *event.Event) (*pages.Builder, error) {
	c, err := p.site.Compare(e)
	if err != nil {
		return nil, err
	}
	s := p.share(e)
	if _, err := s.keep(c); err != nil {
		return nil, err
	}
	return s.builder(func(file.File) error { return nil }, c)
}
