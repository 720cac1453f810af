package stages

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/output"
)

// A Comparer compares events, or finds in the cache what an earlier build
// found.
type Comparer struct {
	work    *Work
	cache   *output.Cache
	program output.Key // of the executable; zero if nothing is to be cached
	index   map[string]*corpus.Article
	shared  *framing.Shared
}

// NewComparer returns the comparer of a site whose articles are grouped. With a zero
// key of the program nothing is cached, and the cache may be nil.
func NewComparer(w *Work, cache *output.Cache, program output.Key) *Comparer {
	c := &Comparer{work: w, cache: cache, program: program, index: make(map[string]*corpus.Article, len(w.Corpus.Articles)), shared: framing.Share()}
	for i := range w.Corpus.Articles {
		c.index[w.Corpus.Articles[i].ID] = &w.Corpus.Articles[i]
	}
	return c
}

// A BrokenEvent is an event that could not be compared because the program
// failed on it, or because it is too large.
type BrokenEvent struct {
	Slug   string
	Reason any
	Trace  string // where in the program; empty if it is no mistake of the program
}

// mostText is how many bytes of text the reports of one event may have together to
// be compared. Time and memory grow with its square: 300 reports of 328 kB take 19 s
// of a processor and 0.5 GB, so that this takes three minutes and a few GB, and twice
// as much would take the memory of most computers.
const mostText = 1 << 20

// tooLarge returns the error for an event that is too large to be compared, nil if
// it is not.
func (i inputs) tooLarge() error {
	all := 0
	for _, a := range i.Articles {
		all += len(a.Text)
	}
	if all <= mostText {
		return nil
	}
	return &BrokenEvent{Slug: i.Event.Slug, Reason: fmt.Sprintf("its %s have %s of text, and more than %s are not compared", diag.Count(len(i.Articles), "report"), diag.Size(int64(all)), diag.Size(mostText))}
}

func (b *BrokenEvent) Error() string {
	return fmt.Sprintf("event %s cannot be compared: %s", b.Slug, b.why())
}

// why says what is wrong and, if the program is, where in it.
func (b *BrokenEvent) why() string {
	if b.Trace == "" {
		return fmt.Sprint(b.Reason)
	}
	return fmt.Sprintf("%v (%s)", b.Reason, b.Trace)
}

// Compare returns the comparison of an event, with what an editor decided about it. A
// panic in it is a BrokenEvent. What is kept of a held event has the decisions already.
func (c *Comparer) Compare(e *event.Event) (result *framing.Comparison, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			result, err = nil, &BrokenEvent{Slug: e.Slug, Reason: reason, Trace: trace()}
		}
	}()
	if k := c.work.kept.held[e.Slug]; k != nil {
		return k.Comparison, nil
	}
	made, err := c.inputs(e)
	if err != nil {
		return nil, err
	}
	found, err := c.machine(e, made)
	if err != nil || c.work.reviews[e.Slug] == nil {
		return found, err
	}
	result, _, err = c.review(e, made, found) // what could not be applied was told when the site was read
	return result, err
}

// machine returns the comparison of an event as the program makes it.
//
// A comparison always passes through its JSON, so that one from the cache and
// one just computed are the same in every bit.
func (c *Comparer) machine(e *event.Event, made inputs) (*framing.Comparison, error) {
	if err := made.tooLarge(); err != nil {
		return nil, err
	}
	key, caching := made.key(), c.program != (output.Key{})
	if caching {
		if data, found := c.cache.Get(key); found {
			return decode(e, data)
		}
	}
	settings := framing.Settings{Languages: c.work.Languages, Off: made.Off, Aliases: made.Aliases, Shared: c.shared}
	data, err := json.Marshal(framing.Compare(&made.Event, made.Articles, settings))
	if err != nil {
		return nil, fmt.Errorf("compare %s: %w", e.Slug, err)
	}
	if caching {
		// A comparison that cannot be kept is made again next time.
		_ = c.cache.Put(key, data)
	}
	return decode(e, data)
}

// spare keeps the comparison of an event in the cache though nobody asks for
// it: the event's pages may have to be made again without another comparison.
func (c *Comparer) spare(e *event.Event) {
	if made, err := c.inputs(e); err == nil && c.cache != nil {
		c.cache.Spare(made.key())
	}
}

func decode(e *event.Event, data []byte) (*framing.Comparison, error) {
	var result framing.Comparison
	if err := json.Unmarshal(data, &result); err != nil {
		return nil, fmt.Errorf("compare %s: %w", e.Slug, err)
	}
	return &result, nil
}

// inputs is everything that a comparison is made from, and so what names it in
// the cache. The lists of the languages are part of the program.
type inputs struct {
	Program  output.Key
	Event    event.Event // no more than Slug, Title and Language
	Articles []*corpus.Article
	Off      map[framing.Signal]bool
	Aliases  [][]string
}

// inputs collects what the comparison of an event is made from. What grouping
// found out about an event depends on articles far from it, and is kept from
// the comparison, so that an article elsewhere changes nothing here.
func (c *Comparer) inputs(e *event.Event) (inputs, error) {
	made := inputs{
		Program: c.program,
		Event:   event.Event{Slug: e.Slug, Title: e.Title, Language: e.Language},
		Off:     c.work.off(),
	}
	for _, m := range e.Members {
		a := c.index[m.Article]
		if a == nil {
			return inputs{}, fmt.Errorf("event %s has the article %s, which is not there", e.Slug, m.Article)
		}
		made.Articles = append(made.Articles, a)
	}
	if note := c.work.Corpus.Note(e.Slug); note != nil {
		made.Aliases = note.Aliases
	}
	return made, nil
}

// key returns the name of the comparison in the cache.
func (i inputs) key() output.Key {
	h := sha256.New()
	for _, a := range i.Articles {
		sum := a.Sum()
		h.Write(sum[:])
	}
	i.Articles = nil
	if err := json.NewEncoder(h).Encode(i); err != nil {
		panic(err) // plain data always marshals
	}
	return output.Key(h.Sum(nil))
}
