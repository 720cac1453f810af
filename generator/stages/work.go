// Package stages takes a site through the house up to what its pages are made from:
// settings, content and what is kept of events are read, articles are grouped into
// events, and an event is compared when its pages ask for it, or found in the cache as
// an earlier build compared it.
//
// [Load] reads and returns a [Work], [Work.Group] groups, a [Comparer] compares, and
// [Work.Site] hands all of it to the pages. On the way the Work collects what is wrong
// with the site, also what no stage reads and what is there twice, so that build,
// check, doctor and preview say the same; [Comparer.CheckReviews] adds what editors'
// decisions cannot be applied. Nothing here writes: what is to be written
// beside the site is returned ([FormatLock], [Work.Keep]).
package stages

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/page"
	"parallax/generator/review"
	"parallax/generator/site"
	"parallax/generator/text"
	"parallax/templates"
)

// A Work is a site on its way through the house: what the stages up to
// grouping made of its files, and what was found to be wrong with them.
type Work struct {
	Config    site.Config
	Corpus    *corpus.Corpus
	Grouping  event.Grouping
	Templates fs.FS
	Messages  *message.Catalogue
	Languages *text.Languages
	Built     time.Time
	Problems  diag.List

	Locked      []byte // events.lock as it was found; nil if there was none
	AddressLost bool   // a published address is not known any more; see [Work.Vanished]

	kept    holding
	coded   []page.Coded
	reviews map[string]*review.Review // by slug of the event
	version string
}

// Options are what a site's files do not say.
type Options struct {
	BaseURL string    // of the published site, in place of the one in config.toml; may be empty
	Drafts  bool      // whether articles marked as drafts are read
	Now     time.Time // no article may be dated after it
	Fixed   bool      // whether Now is also the time that pages and files are told to be of
	Version string    // of the program, as pages and files say it
}

// Load reads a site's settings, texts and content. What is wrong with them stands in
// the Problems of what it returns.
func Load(fsys fs.FS, o Options, languages *text.Languages) *Work {
	w := &Work{Languages: languages, version: o.Version}
	w.Config, w.Problems = site.Load(fsys, framing.Names())
	w.Config.BaseURL = cmp.Or(o.BaseURL, w.Config.BaseURL)
	if w.Config.BaseURL == "" && !w.Config.States("base_url") && !w.Problems.Failed() {
		w.Problems.Add(w.Config.Mistake(diag.Warning, "base_url", `write base_url = "https://example.org/name/", where the site will be found, or base_url = "" if nowhere`,
			"the site has no base_url, so it gets no feed and no sitemap"))
	}
	if err := w.loadLook(fsys); errors.Is(err, fs.ErrNotExist) {
		w.Problems.Add(w.Config.Mistake(diag.Error, "language", "write "+w.spoken()+", or translate the built-in texts in templates/messages/"+w.Config.Language+".toml",
			"there are no texts of the pages in the language %q", w.Config.Language))
	} else if err != nil {
		w.Problems.Errorf(site.File, 0, "", "%v", err)
	}
	read, problems := corpus.Load(fsys, w.Config, languages, o.Now, o.Drafts)
	w.Problems.Merge(problems)
	w.Corpus = read
	w.reviews, problems = review.Load(fsys)
	w.Problems.Merge(problems)
	review.SetAside(w.Corpus, w.reviews, languages)
	w.readKept(fsys)
	w.readCoded(fsys)
	w.warnOfTopics()
	w.overlooked(fsys)
	w.Built = o.Now
	if !o.Fixed {
		w.Built = newest(read.Articles, o.Now)
	}
	return w
}

// loadLook finds the templates and texts of the site's pages: its own over the
// built-in ones.
func (w *Work) loadLook(fsys fs.FS) error {
	own, err := fs.Sub(fsys, "templates")
	if err != nil {
		return err
	}
	w.Templates = overlay{top: own, bottom: templates.Files}
	w.Messages, err = message.Load(w.Templates, w.Config.Language)
	return err
}

// spoken returns the languages that there are texts in: "en" or "fr".
func (w *Work) spoken() string {
	names, _ := fs.Glob(w.Templates, "messages/*.toml") // the pattern is a good one
	for i, name := range names {
		names[i] = fmt.Sprintf("%q", strings.TrimSuffix(path.Base(name), ".toml"))
	}
	return strings.Join(names, " or ")
}

// newest returns the time of the newest article, so that a build without
// SOURCE_DATE_EPOCH is repeatable too; now if no article has a date.
func newest(articles []corpus.Article, now time.Time) time.Time {
	var newest corpus.Date
	for _, a := range articles {
		if a.Date.Known() && (!newest.Known() || newest.Compare(a.Date) < 0) {
			newest = a.Date
		}
	}
	if !newest.Known() {
		return now
	}
	return newest.Time().UTC()
}

// Group groups the articles into events.
func (w *Work) Group(fsys fs.FS) {
	lock, problems := ReadLock(fsys)
	w.Locked, _ = fs.ReadFile(fsys, LockName) // what is wrong with it ReadLock says
	w.Problems.Merge(problems)
	w.lost(fsys, lock)
	w.empty(lock)
	if len(w.kept.held) > 0 {
		w.groupHeld(lock.Clone())
		return
	}
	w.Grouping, problems = event.Group(w.Corpus.Articles, event.Settings{
		Languages: w.Languages,
		Notes:     w.Corpus.Notes,
		Lock:      lock,
		Caution:   w.Config.Grouping.Caution,
	})
	w.Problems.Merge(problems)
	w.commonNames()
}

// Stops reports whether what was found so far forbids to go on: an error or, of a
// strict build, a warning.
func (w *Work) Stops(strict bool) bool {
	return w.Problems.Failed() || strict && w.Problems.Count(diag.Warning) > 0
}

// off returns the signals that the site switches off.
func (w *Work) off() map[framing.Signal]bool {
	off := map[framing.Signal]bool{}
	for _, row := range framing.Table() {
		if !w.Config.Signals[string(row.Name)] {
			off[row.Name] = true
		}
	}
	return off
}

// Site returns what pages are made from, with compare for the comparisons.
func (w *Work) Site(compare func(*event.Event) (*framing.Comparison, error)) page.Site {
	return page.Site{
		Config:    w.Config,
		Corpus:    w.Corpus,
		Events:    w.Grouping.Events,
		Reviews:   w.reviewSums(),
		Coded:     w.coded,
		Kept:      w.kept.held,
		Keep:      func(slug string, data []byte) { w.kept.made[slug] = data },
		Compare:   compare,
		Languages: w.Languages,
		Redirects: w.Grouping.Lock.Redirects,
		Templates: w.Templates,
		Messages:  w.Messages,
		Built:     w.Built,
		Version:   w.version,
	}
}

// SetAside takes an event that cannot be compared, and its articles, out of
// the site, and warns of it.
func (w *Work) SetAside(b *BrokenEvent) {
	members := map[string]bool{}
	var events []event.Event
	for _, e := range w.Grouping.Events {
		if e.Slug != b.Slug {
			events = append(events, e)
			continue
		}
		for _, m := range e.Members {
			members[m.Article] = true
		}
	}
	rest := *w.Corpus
	rest.Articles = nil
	for _, a := range w.Corpus.Articles {
		if !members[a.ID] {
			rest.Articles = append(rest.Articles, a)
			continue
		}
		mend := "the program has a mistake; report it with this line and this article"
		if b.Trace == "" {
			mend = "it is likely a running story: pin its reports to events of their own"
		}
		w.Problems.Warnf(a.File, 0, mend, "set aside with event %q, which could not be compared: %s", b.Slug, b.why())
	}
	w.Corpus, w.Grouping.Events = &rest, events
	w.kept.gone[b.Slug] = true
}
