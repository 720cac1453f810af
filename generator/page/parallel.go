package page

import (
	"fmt"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/parallel"
	"parallax/generator/rights"
)

// A rendered is what one event gives: its files, and what is kept for the
// lists.
type rendered struct {
	slug    string
	files   []file.File
	weights [][]rights.Carried // by file
	kept    kept
	err     error
}

// A kept is what the pages of the whole site need of an event.
type kept struct {
	Entry     entry
	Tallies   []tally
	Lessons   []classLesson
	Listed    []listed
	Rows      []eventRows
	Addresses []sitemapAddress
}

// events renders the events on all CPUs. The files come in the order of the
// events, whichever is done first, and only a few events are held at a time.
func (r *renderer) events() error {
	blank := *r // taken before anything is kept, and never written to
	return parallel.InOrder(len(r.site.Events), func(i int) rendered { return blank.apart(&r.site.Events[i]) }, r.keep)
}

// apart returns what an event gives: what is remembered of an earlier build in
// which nothing of it was another, or else what is made now.
func (r *renderer) apart(e *event.Event) rendered {
	s := r.share(e)
	if done, found := s.recall(); found {
		return done
	}
	c, err := r.site.Compare(e)
	if err != nil {
		return rendered{err: fmt.Errorf("compare event %s: %w", e.Slug, err)}
	}
	return s.remember(s.make(c))
}

// keep hands out an event's files and keeps what the lists need.
func (r *renderer) keep(done rendered) error {
	if done.err != nil {
		return done.err
	}
	for i, f := range done.files {
		if r.site.Audit != nil {
			r.site.Audit.Foresee(f.Path, done.slug, done.weights[i])
		}
		if err := r.emit(f); err != nil {
			return err
		}
	}
	r.entries = append(r.entries, done.kept.Entry)
	if r.site.Progress != nil {
		r.site.Progress(len(r.entries))
	}
	r.tallies = append(r.tallies, done.kept.Tallies)
	r.lessons = append(r.lessons, done.kept.Lessons...)
	r.machines.events = append(r.machines.events, done.kept.Listed...)
	r.machines.addresses = append(r.machines.addresses, done.kept.Addresses...)
	return r.machines.collect(done.kept.Rows)
}
