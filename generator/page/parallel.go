package page

import (
	"fmt"
	"runtime"
	"sync"

	"parallax/generator/event"
	"parallax/generator/framing"
)

// A rendered is what one event gives: its files, and what is kept for the
// lists.
type rendered struct {
	files []File
	kept  *renderer
	err   error
}

// events renders the events on all CPUs. The files come in the order of the
// events, whichever is done first, and only a few events are held at a time.
func (r *renderer) events() error {
	blank := *r // taken before anything is kept, and never written to
	blank.entries, blank.tallies, blank.lessons, blank.machines = nil, nil, nil, machineRoom{english: r.machines.english}
	queue := make(chan chan rendered, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	var group sync.WaitGroup
	defer group.Wait()
	defer close(stop)
	group.Go(func() {
		defer close(queue)
		for i := range r.site.Events {
			e := &r.site.Events[i]
			place := make(chan rendered, 1)
			select {
			case queue <- place:
			case <-stop:
				return
			}
			c, err := r.site.Compare(e)
			if err != nil {
				place <- rendered{err: fmt.Errorf("compare event %s: %w", e.Slug, err)}
				return
			}
			group.Go(func() { place <- blank.apart(e, c) })
		}
	})
	for place := range queue {
		if err := r.keep(<-place); err != nil {
			return err
		}
	}
	return nil
}

// apart renders an event with a renderer of its own, a copy of this one.
func (r *renderer) apart(e *event.Event, c *framing.Comparison) rendered {
	var files []File
	own := *r
	own.emit = func(f File) error {
		files = append(files, f)
		return nil
	}
	err := own.event(e, c)
	return rendered{files: files, kept: &own, err: err}
}

// keep hands out an event's files and keeps what the lists need.
func (r *renderer) keep(done rendered) error {
	if done.err != nil {
		return done.err
	}
	for _, f := range done.files {
		if err := r.emit(f); err != nil {
			return err
		}
	}
	r.entries = append(r.entries, done.kept.entries...)
	r.tallies = append(r.tallies, done.kept.tallies...)
	r.lessons = append(r.lessons, done.kept.lessons...)
	r.machines.events = append(r.machines.events, done.kept.machines.events...)
	r.machines.addresses = append(r.machines.addresses, done.kept.machines.addresses...)
	return r.machines.collect(done.kept.machines.rows)
}
