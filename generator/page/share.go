package page

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/dataset"
	"parallax/generator/dataset/profile"
	"parallax/generator/dataset/tidy"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/keep"
	"parallax/generator/lesson"
	"parallax/generator/message"
	"parallax/generator/page/class"
	pages "parallax/generator/page/event"
	"parallax/generator/page/frame"
	"parallax/generator/rights"
)

// A share is so much of a site as one event is rendered from: what all events
// share, the event itself with its articles and what editors say of it, and of
// the headlines of other articles what stands in these articles as well. Pages
// of an event can be made from nothing else, and so need not be made again as
// long as the [Key] stays, which names all of it.
type share struct {
	style     *frame.Style
	shared    *pages.Site
	english   *message.Catalogue
	memory    Memory // or nil
	common    Key
	event     *event.Event
	notes     []corpus.EventNote  // of the event: one or none
	lessons   []corpus.LessonNote // of the event: one or none
	members   []*corpus.Article   // in the order of the event
	headlines rights.Headlines
	shapes    map[string]int // of the outlets of the event
	story     []pages.Episode
	review    string     // sum of what editors decided about the event, as the comparison has it; may be empty
	kept      *keep.Kept // what the pages are made of, if an article's text may not be given away; or nil
	key       Key        // zero without a memory
}

// share returns the part of the site that an event is rendered from.
func (p *plan) share(e *event.Event) *share {
	s := &share{
		style: p.look, shared: p.shared, english: p.english, memory: p.site.Memory, common: p.common, event: e, review: p.site.Reviews[e.Slug], kept: p.site.Kept[e.Slug],
		notes:   only(p.site.Corpus.Notes, func(n *corpus.EventNote) bool { return n.Slug == e.Slug }),
		lessons: only(p.site.Corpus.Lessons, func(n *corpus.LessonNote) bool { return n.Slug == e.Slug }),
	}
	for _, m := range e.Members {
		if a := p.articles[m.Article]; a != nil {
			s.members = append(s.members, a)
		}
	}
	s.shapes = map[string]int{}
	for _, o := range outletsOf(e, p.articles) {
		s.shapes[o] = p.shapes[o]
	}
	for _, k := range e.Story {
		if other := p.events[k.Slug]; other != nil {
			s.story = append(s.story, pages.Episode{Slug: k.Slug, Title: other.Title, From: other.From, To: other.To})
		}
	}
	s.headlines = p.headlines.Within(s.members, p.site.Config.Quotation)
	return s
}

// only returns the values of a list for which keep reports true.
func only[T any](list []T, keep func(*T) bool) []T {
	var some []T
	for i := range list {
		if keep(&list[i]) {
			some = append(some, list[i])
		}
	}
	return some
}

// first returns a pointer to the first value of a list, nil if it has none.
func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

// builder returns the builder of the event's pages, which it hands to emit.
func (s *share) builder(emit func(file.File) error, c *framing.Comparison) (*pages.Builder, error) {
	p := &frame.Press{Style: s.style, Emit: emit}
	return pages.New(p, s.shared, pages.Source{Event: s.event, Note: first(s.notes), Articles: s.members, Headlines: s.headlines, Shapes: s.shapes, Comparison: c, Story: s.story, Kept: s.kept})
}

// keeps reports whether the event has an article whose text may not be given away, so
// that its pages are made of what a repository keeps of it.
func (s *share) keeps() bool {
	return !s.style.Config.Quotation.Class && slices.ContainsFunc(s.members, (*corpus.Article).Private)
}

// keep makes, where it is not there already, what a repository keeps of the event, and
// has the pages made of what is read of that file. It returns the file.
func (s *share) keep(c *framing.Comparison) ([]byte, error) {
	if s.kept != nil || !s.keeps() {
		return nil, nil
	}
	b, err := s.builder(func(file.File) error { return nil }, c)
	if err != nil {
		return nil, err
	}
	blind := b.Hidden()
	found := keep.Findings{Names: blind.Learned(), Pairs: b.PairsToKeep(), Lesson: &lesson.Lesson{Event: s.event.Slug}}
	if s.style.Config.Pages.Lessons {
		found.Lesson = class.Exercises(b, blind)
	}
	var aliases [][]string
	if n := first(s.notes); n != nil {
		aliases = n.Aliases
	}
	data, err := keep.Make(s.event, s.members, keep.Settings(s.style.Config, aliases, s.review), b.Allowance, found).Bytes()
	if err == nil {
		s.kept, err = keep.Read(data)
	}
	if err != nil {
		return nil, fmt.Errorf("keep event %s: %w", s.event.Slug, err)
	}
	return data, nil
}

// course returns the course on the event.
func (s *share) course(b *pages.Builder) (*class.Course, error) {
	return class.New(b, first(s.lessons))
}

// make renders the event.
func (s *share) make(c *framing.Comparison) rendered {
	done := rendered{slug: s.event.Slug}
	record, err := s.keep(c)
	if err != nil {
		return rendered{err: err}
	}
	done.record = record
	b, err := s.builder(func(f file.File) error {
		done.files = append(done.files, f)
		return nil
	}, c)
	if err == nil {
		done.kept, err = s.render(b)
	}
	if err != nil {
		return rendered{err: err}
	}
	done.weights = rights.Weigh(done.files, s.members, s.headlines, s.style.Config.Quotation)
	return done
}

// render renders the pages of the event and returns what the site keeps of it.
func (s *share) render(b *pages.Builder) (kept, error) {
	var k kept
	steps := []func() error{
		b.WritePage, b.WriteReaders, b.WritePairs, b.WriteTexts,
		func() (err error) { k.Listed, err = writeData(b, s.english); return err },
		b.WriteCard, b.WriteEmbed,
	}
	if s.style.Config.Pages.Blind {
		lesson, err := s.course(b)
		if err != nil {
			return k, err
		}
		steps = append(steps, func() (err error) { k.Lesson, err = lesson.Write(); return err })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return k, err
		}
	}
	k.Entry, k.Tallies, k.Addresses = newEntry(b), dataset.Count(b.Comparison), b.Addresses
	k.Profiles = profile.Of(s.event, b.Comparison)
	k.Reviewed = len(b.Comparison.Review.Decisions)
	k.Feed = feedEvent(b)
	if s.style.Config.Pages.Tables {
		k.Rows = tidy.Tabulate(tidy.Event{Event: s.event, Articles: b.Articles, Allowance: b.Allowance, English: s.english})
	}
	return k, nil
}

// A Key names the pages of an event by a hash of everything that they are made
// from, but for the program. What is forgotten here would make stale pages;
// what [plan.share] leaves out cannot be forgotten.
type Key [sha256.Size]byte

// name returns the key of the event.
func (s *share) name() (Key, error) {
	h := sha256.New()
	h.Write(s.common[:])
	for _, a := range s.members {
		sum := a.Sum()
		h.Write(sum[:])
	}
	runs := map[int][]uint64{}
	for n, set := range s.headlines {
		runs[n] = slices.Sorted(maps.Keys(set))
	}
	err := json.NewEncoder(h).Encode(struct {
		Event     *event.Event
		Notes     []corpus.EventNote
		Lessons   []corpus.LessonNote
		Headlines map[int][]uint64
		Shapes    map[string]int
		Story     []pages.Episode
		Review    string
		Kept      *keep.Kept
	}{s.event, s.notes, s.lessons, runs, s.shapes, s.story, s.review, s.kept})
	if err != nil {
		return Key{}, fmt.Errorf("name the pages of event %s: %w", s.event.Slug, err)
	}
	return Key(h.Sum(nil)), nil
}

// commonKey hashes what the shares of all events have in common.
func commonKey(s Site) (Key, error) {
	h := sha256.New()
	err := json.NewEncoder(h).Encode(struct {
		Config   any
		Version  string
		Outlets  []corpus.Outlet
		Glossary []corpus.Term
	}{s.Config, s.Version, s.Corpus.Outlets, s.Corpus.Glossary})
	if err == nil {
		err = file.Hash(h, s.Templates, ".")
	}
	if err != nil {
		return Key{}, fmt.Errorf("name the pages of the site: %w", err)
	}
	return Key(h.Sum(nil)), nil
}
