package page

import (
	"errors"

	"parallax/generator/corpus"
	"parallax/generator/dataset"
	"parallax/generator/dataset/profile"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/page/class"
	pages "parallax/generator/page/event"
	"parallax/generator/page/frame"
	"parallax/generator/rights"
)

// A plan is what is made once of a site before anything is rendered. Nobody
// changes it afterwards, so all that render read it at once.
type plan struct {
	site      Site
	look      *frame.Style
	shared    *pages.Site
	english   *message.Catalogue
	articles  map[string]*corpus.Article
	headlines rights.Headlines        // of all articles
	shapes    map[string]int          // of outlets
	events    map[string]*event.Event // by slug
	common    Key                     // of what the shares of all events have in common; zero without a memory
}

// newPlan prepares a site for rendering.
func newPlan(s Site) (*plan, error) {
	p := &plan{site: s, articles: map[string]*corpus.Article{}, events: map[string]*event.Event{}, headlines: rights.ReadHeadlines(s.Corpus.Articles)}
	for i := range s.Corpus.Articles {
		p.articles[s.Corpus.Articles[i].ID] = &s.Corpus.Articles[i]
	}
	for i := range s.Events {
		p.events[s.Events[i].Slug] = &s.Events[i]
	}
	p.shapes = shapesOf(s.Events, p.articles, statedShapes(s.Corpus.Outlets))
	var err error
	if p.look, err = frame.NewStyle(s.Config, s.Messages, s.Templates, s.Version); err != nil {
		return nil, err
	}
	if p.english, err = loadEnglish(s); err != nil {
		return nil, err
	}
	if p.shared, err = pages.NewSite(p.look, s.Corpus, s.Languages); err != nil {
		return nil, err
	}
	if s.Memory != nil {
		p.common, err = commonKey(s)
	}
	return p, err
}

// A renderer makes the pages of the whole site. What it keeps of an event, once
// its pages are written, is a small entry for the lists.
type renderer struct {
	*plan
	*frame.Press
	entries  []entry           // of the events so far, in their order
	tallies  [][]dataset.Tally // by event
	lessons  []class.Listed
	machines machineRoom
	profiles profile.Set // of the events so far
	answers  []profile.Answered
	overPage bool // there is a page of questions over many events

	decisions, reviewed int // of persons about events, and of how many
}

// errStopped says that the caller wants no more files.
var errStopped = errors.New("stopped")

// newRenderer returns the renderer of a site, which hands its files to emit.
func newRenderer(s Site, emit func(file.File) error) (*renderer, error) {
	p, err := newPlan(s)
	if err != nil {
		return nil, err
	}
	return &renderer{plan: p, Press: &frame.Press{Style: p.look, Emit: emit}}, nil
}

// all renders the whole site: assets, events, and then the pages that list
// them.
func (r *renderer) all() error {
	for _, step := range []func() error{
		r.assets, r.checkLessons, r.events, r.over, r.home, r.lists, r.outlets, r.search, r.redirects, r.teachers, r.glossary, r.method, r.prose, r.dataPage, r.machine,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// checkLessons returns an error for notes on lessons of events that are not
// there, and for standards.
func (r *renderer) checkLessons() error {
	var slugs []string
	for i := range r.site.Events {
		slugs = append(slugs, r.site.Events[i].Slug)
	}
	if err := class.CheckNotes(r.site.Corpus.Lessons, slugs); err != nil {
		return err
	}
	return class.CheckStandards(r.site.Corpus.Standards, r.Files)
}

// teachers renders the page of all lessons.
func (r *renderer) teachers() error {
	return class.WriteTeachers(r.Press, r.lessons, r.site.Corpus.Pages)
}
