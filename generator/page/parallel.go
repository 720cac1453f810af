package page

import (
	"fmt"

	"parallax/generator/dataset"
	"parallax/generator/dataset/profile"
	"parallax/generator/dataset/tidy"
	"parallax/generator/event"
	"parallax/generator/feed"
	"parallax/generator/file"
	"parallax/generator/page/class"
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
	record  []byte // what a repository keeps of the event; may be empty
	err     error
}

// A kept is what the pages of the whole site need of an event.
type kept struct {
	Entry     entry
	Tallies   []dataset.Tally
	Lesson    *class.Listed // or nil
	Reviewed  int           // decisions of a person about the event
	Listed    dataset.Listed
	Feed      feed.Event
	Rows      tidy.Rows // of the long tables of all events; none if there are none
	Profiles  profile.Set
	Addresses []feed.Address
}

// events renders the events on all CPUs. The files come in the order of the
// events, whichever is done first, and only a few events are held at a time.
func (r *renderer) events() error {
	return parallel.InOrder(len(r.site.Events), func(i int) rendered { return r.apart(&r.site.Events[i]) }, r.keep)
}

// apart returns what an event gives: what is remembered of an earlier build in
// which nothing of it was another, or else what is made now.
func (p *plan) apart(e *event.Event) rendered {
	s := p.share(e)
	if done, found := s.recall(); found {
		return done
	}
	c, err := p.site.Compare(e)
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
		if err := r.Emit(f); err != nil {
			return err
		}
	}
	if len(done.record) > 0 {
		r.keepRecord(done)
	}
	r.entries = append(r.entries, done.kept.Entry)
	if r.site.Progress != nil {
		r.site.Progress(len(r.entries))
	}
	r.profiles.Add(done.kept.Profiles)
	r.tallies = append(r.tallies, done.kept.Tallies)
	if n := done.kept.Reviewed; n > 0 {
		r.decisions, r.reviewed = r.decisions+n, r.reviewed+1
	}
	if done.kept.Lesson != nil {
		r.lessons = append(r.lessons, *done.kept.Lesson)
	}
	r.machines.events = append(r.machines.events, done.kept.Listed)
	done.kept.Feed.Event = r.plan.events[done.slug]
	r.machines.feed = append(r.machines.feed, done.kept.Feed)
	r.Addresses = append(r.Addresses, done.kept.Addresses...)
	return r.keepRows(done)
}

// keepRows hands the rows of an event to the long tables, and has them counted: the
// files that they end in are of all events, and not read again.
func (r *renderer) keepRows(done rendered) error {
	if r.site.Tables == nil {
		return nil
	}
	var count func(file.File)
	if r.site.Audit != nil {
		count = r.site.Audit.Add
	}
	return r.site.Tables.AddEvent(done.slug, done.kept.Rows, count)
}

// keepRecord hands out what a repository keeps of an event. It is given away, and so is
// counted like every file of the site.
func (r *renderer) keepRecord(done rendered) {
	if r.site.Audit != nil {
		r.site.Audit.Add(file.File{Path: "kept/" + done.slug + ".json", Data: done.record})
	}
	if r.site.Keep != nil {
		r.site.Keep(done.slug, done.record)
	}
}
