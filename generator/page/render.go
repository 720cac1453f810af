package page

import (
	"errors"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/mask"
	"parallax/generator/message"
	"parallax/generator/rights"
)

// A renderer makes the pages of one site. What it keeps of an event, once its
// pages are written, is a small entry for the lists.
type renderer struct {
	site      Site
	templates templateSet
	articles  map[string]*corpus.Article
	names     *mask.Names
	prefixes  map[string]string // what is said, unseen, before a mark, by kind
	entries   []entry           // of the events rendered so far, in their order
	tallies   [][]tally         // by event
	common    Key               // of what the shares of all events have in common
	emit      func(file.File) error
	lessons   []classLesson // of the events rendered so far
	machines  machineRoom
	headlines rights.Headlines // of all articles
	cards     cardFonts
}

// errStopped says that the caller wants no more files.
var errStopped = errors.New("stopped")

// newRenderer prepares a site for rendering.
func newRenderer(s Site, emit func(file.File) error) (*renderer, error) {
	t, err := loadTemplates(s.Templates, s.Messages)
	if err != nil {
		return nil, err
	}
	r := &renderer{site: s, templates: t, emit: emit, articles: map[string]*corpus.Article{}, names: mask.FindOutlets(s.Corpus.Outlets, s.Languages)}
	for i := range s.Corpus.Articles {
		r.articles[s.Corpus.Articles[i].ID] = &s.Corpus.Articles[i]
	}
	r.headlines = rights.ReadHeadlines(s.Corpus.Articles)
	if r.machines, err = newMachineRoom(s); err != nil {
		return nil, err
	}
	if r.cards, err = newCardFonts(); err != nil {
		return nil, err
	}
	if s.Memory != nil {
		if r.common, err = commonKey(s); err != nil {
			return nil, err
		}
	}
	r.prefixes = map[string]string{}
	for _, kind := range markKinds {
		r.prefixes[kind] = r.text("mark." + kind + "said")
	}
	return r, nil
}

// markKinds are the kinds of mark with words said before them. The others,
// "shared", "point" and "agent", only set words off.
var markKinds = []string{"loaded", "only", "label", "verb", "hedge", "booster", "scare", "passive", "own"}

// all renders the whole site: assets, events, and then the pages that list
// them.
func (r *renderer) all() error {
	for _, step := range []func() error{
		r.assets, r.checkLessonNotes, r.events, r.home, r.lists, r.outlets, r.search, r.redirects, r.teachers, r.glossary, r.method, r.prose, r.dataPage, r.machine,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// event renders the pages of an event.
func (r *renderer) event(e *event.Event, c *framing.Comparison) error {
	b, err := r.builder(e, c)
	if err != nil {
		return err
	}
	steps := []func() error{b.eventPage, b.readers, b.pairPages, b.texts, b.data, b.writeCard, b.embed}
	if r.site.Config.Pages.Blind {
		h, err := b.twin()
		if err != nil {
			return err
		}
		steps = append(steps, func() error { return b.emitBundle(b.classroom(h, BundleWish{})) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	r.entries = append(r.entries, b.entry())
	r.tallies = append(r.tallies, b.tallies())
	return nil
}

// page renders a template into a file of the site.
func (r *renderer) page(kind, path string, data any) error {
	html, err := r.templates.render(kind, path, data)
	if err != nil {
		return err
	}
	r.machines.note(data)
	return r.emit(file.File{Path: path, Data: html})
}

// text says an interface text; pairs are names and values of placeholders.
func (r *renderer) text(key string, pairs ...string) string {
	return r.site.Messages.Say(message.New(key, pairs...))
}

// count says an interface text in the plural that n asks for.
func (r *renderer) count(key string, n int, pairs ...string) string {
	return r.site.Messages.Say(message.New(key, pairs...).Of(n))
}
