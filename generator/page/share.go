package page

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/rights"
)

// A share is a renderer of one event that has only so much of the site as the
// event's [Key] names. Pages of an event can be made from nothing else, and so
// need not be made again as long as the key stays.
type share struct {
	*renderer
	event   *event.Event
	members []*corpus.Article // in the order of the event
	key     Key               // zero without a memory
}

// share returns the part of the site that an event is rendered from: settings,
// look, outlets and glossary, the event itself with its articles and what
// editors say of it, and of the headlines of other articles what stands in
// these articles as well.
func (r *renderer) share(e *event.Event) *share {
	own := *r
	s := &share{renderer: &own, event: e}
	own.entries, own.tallies, own.lessons, own.machines = nil, nil, nil, machineRoom{english: r.machines.english}
	own.articles = map[string]*corpus.Article{}
	for _, m := range e.Members {
		if a := r.articles[m.Article]; a != nil {
			s.members = append(s.members, a)
			own.articles[a.ID] = a
		}
	}
	own.headlines = r.headlines.Within(s.members, r.site.Config.Quotation)
	all := r.site.Corpus
	own.site = Site{
		Config: r.site.Config, Languages: r.site.Languages, Templates: r.site.Templates, Messages: r.site.Messages,
		Memory: r.site.Memory, Version: r.site.Version,
		Corpus: &corpus.Corpus{
			Outlets:  all.Outlets,
			Glossary: all.Glossary,
			Notes:    only(all.Notes, func(n *corpus.EventNote) bool { return n.Slug == e.Slug }),
			Lessons:  only(all.Lessons, func(n *corpus.LessonNote) bool { return n.Slug == e.Slug }),
		},
	}
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

// make renders the event.
func (s *share) make(c *framing.Comparison) rendered {
	var done rendered
	s.emit = func(f file.File) error {
		done.files = append(done.files, f)
		return nil
	}
	if done.err = s.renderer.event(s.event, c); done.err != nil {
		return done
	}
	done.kept = kept{
		Entry: s.entries[0], Tallies: s.tallies[0], Lessons: s.lessons,
		Listed: s.machines.events, Rows: s.machines.rows, Addresses: s.machines.addresses,
	}
	done.weights = rights.Weigh(done.files, s.members, s.headlines, s.site.Config.Quotation)
	return done
}

// A Key names the pages of an event by a hash of everything that they are made
// from, but for the program. What is forgotten here would make stale pages;
// what [renderer.share] leaves out cannot be forgotten.
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
	}{s.event, s.site.Corpus.Notes, s.site.Corpus.Lessons, runs})
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
