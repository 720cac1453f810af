package command

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/page"
	"parallax/generator/site"
	"parallax/generator/text"
	"parallax/templates"
)

// A work is a site on its way through the house: what the stages up to
// grouping made of its files.
type work struct {
	config    site.Config
	corpus    *corpus.Corpus
	grouping  event.Grouping
	templates fs.FS
	messages  *message.Catalogue
	languages *text.Languages
	built     time.Time
	problems  diag.List
	kept      holding
}

// load reads a site's settings, texts and content.
func load(fsys fs.FS, f siteFlags, languages *text.Languages) (*work, error) {
	now, set, err := clock()
	if err != nil {
		return nil, err
	}
	w := &work{languages: languages}
	w.config, w.problems = site.Load(fsys, framing.Names())
	w.config.BaseURL = cmp.Or(f.baseURL, w.config.BaseURL)
	if w.config.BaseURL == "" && !w.config.States("base_url") && !w.problems.Failed() {
		w.problems.Add(w.config.Mistake(diag.Warning, "base_url", `write base_url = "https://example.org/name/", where the site will be found, or base_url = "" if nowhere`,
			"the site has no base_url, so it gets no feed and no sitemap"))
	}
	if err := w.loadLook(fsys); errors.Is(err, fs.ErrNotExist) {
		w.problems.Add(w.config.Mistake(diag.Error, "language", "write "+w.spoken()+", or translate the built-in texts in templates/messages/"+w.config.Language+".toml",
			"there are no texts of the pages in the language %q", w.config.Language))
	} else if err != nil {
		w.problems.Errorf(site.File, 0, "", "%v", err)
	}
	read, problems := corpus.Load(fsys, w.config, languages, now, f.drafts)
	w.problems.Merge(problems)
	w.corpus = read
	w.readKept(fsys)
	w.warnOfTopics()
	w.overlooked(fsys)
	w.built = now
	if !set {
		w.built = newest(read.Articles, now)
	}
	return w, nil
}

// loadLook finds the templates and texts of the site's pages: its own over the
// built-in ones.
func (w *work) loadLook(fsys fs.FS) error {
	own, err := fs.Sub(fsys, "templates")
	if err != nil {
		return err
	}
	w.templates = overlay{top: own, bottom: templates.Files}
	w.messages, err = message.Load(w.templates, w.config.Language)
	return err
}

// spoken returns the languages that there are texts in: "en" or "es".
func (w *work) spoken() string {
	names, _ := fs.Glob(w.templates, "messages/*.toml") // the pattern is a good one
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

// group groups the articles into events.
func (w *work) group(fsys fs.FS) {
	lock, problems := readLock(fsys)
	w.problems.Merge(problems)
	w.lost(fsys, lock)
	w.empty(lock)
	if len(w.kept.held) > 0 {
		w.groupHeld(lock.Clone())
		return
	}
	w.grouping, problems = event.Group(w.corpus.Articles, event.Settings{
		Languages: w.languages,
		Notes:     w.corpus.Notes,
		Lock:      lock,
		Caution:   w.config.Grouping.Caution,
	})
	w.problems.Merge(problems)
	w.commonNames()
}

// judge returns errProblems if what was found so far forbids to go on.
func (w *work) judge(strict bool) error {
	if w.problems.Failed() || strict && w.problems.Count(diag.Warning) > 0 {
		return errProblems
	}
	return nil
}

// off returns the signals that the site switches off.
func (w *work) off() map[framing.Signal]bool {
	off := map[framing.Signal]bool{}
	for _, row := range framing.Table() {
		if !w.config.Signals[string(row.Name)] {
			off[row.Name] = true
		}
	}
	return off
}

// page returns what pages are made from, with compare for the comparisons.
func (w *work) page(compare func(*event.Event) (*framing.Comparison, error)) page.Site {
	return page.Site{
		Config:    w.config,
		Corpus:    w.corpus,
		Events:    w.grouping.Events,
		Kept:      w.kept.held,
		Keep:      func(slug string, data []byte) { w.kept.made[slug] = data },
		Compare:   compare,
		Languages: w.languages,
		Redirects: w.grouping.Lock.Redirects,
		Templates: w.templates,
		Messages:  w.messages,
		Built:     w.built,
		Version:   version,
	}
}

// setAside takes an event that cannot be compared, and its articles, out of
// the site, and warns of it.
func (w *work) setAside(b *brokenEvent) {
	members := map[string]bool{}
	var events []event.Event
	for _, e := range w.grouping.Events {
		if e.Slug != b.slug {
			events = append(events, e)
			continue
		}
		for _, m := range e.Members {
			members[m.Article] = true
		}
	}
	rest := *w.corpus
	rest.Articles = nil
	for _, a := range w.corpus.Articles {
		if !members[a.ID] {
			rest.Articles = append(rest.Articles, a)
			continue
		}
		mend := "the program has a mistake; report it with this line and this article"
		if b.trace == "" {
			mend = "it is likely a running story: pin its reports to events of their own"
		}
		w.problems.Warnf(a.File, 0, mend, "set aside with event %q, which could not be compared: %s", b.slug, b.why())
	}
	w.corpus, w.grouping.Events = &rest, events
	w.kept.gone[b.slug] = true
}

// openSite opens a site's folder. No link in it leads out of it.
func openSite(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site: %w", err)
	}
	return root, nil
}
