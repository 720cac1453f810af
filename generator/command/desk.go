package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/corpus"
	"parallax/generator/desk"
	"parallax/generator/event"
	"parallax/generator/output"
	"parallax/generator/review"
	"parallax/generator/site"
	"parallax/generator/stages"
)

// deskPort is where the desk is to be found unless it is taken.
const deskPort = 4949

// deskCommand opens a site in the browser, to be corrected.
func deskCommand() *cobra.Command {
	var f siteFlags
	var port int
	var noOpen bool
	c := &cobra.Command{
		Use:   "desk",
		Short: "Correct the program in the browser: what it claims, claim by claim",
		Long: "Open the site in the browser, for this computer alone: the claims about each event,\n" +
			"with a way to confirm, change or leave out every one. What you decide is saved in\n" +
			"content/reviews. The address that is printed has a code in it that lets you in; keep\n" +
			"it to yourself. Ctrl-C ends it.\n\n" + exits("ended, by Ctrl-C as well", "the desk could not be opened", "", ""),
		Example: "  parallax desk --site my-site",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return onPort(c, f, port, func(r *run) error { return r.desk(c.Context(), port, !noOpen) })
		},
	}
	f.add(c)
	addPort(c, &port, deskPort)
	c.Flags().BoolVar(&noOpen, "no-open", false, "print the address, and open no browser")
	return c
}

// desk serves the desk until ctx is done.
func (r *run) desk(ctx context.Context, port int, open bool) error {
	return r.onThisComputer(ctx, port, func(ctx context.Context, host string) (front, error) {
		h := &deskHouse{run: r}
		if err := h.load(ctx); err != nil {
			return front{}, err
		}
		d, err := desk.New(host, h.house())
		if err != nil {
			return front{}, err
		}
		ready := func() {
			r.console.result("the desk is at %s; Ctrl-C ends it", d.Entrance())
			if open {
				openBrowser(d.Entrance())
			}
		}
		return front{d, ready, h.touch}, nil
	})
}

// openBrowser shows an address in the person's browser, if there is one: the address
// is printed in any case.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows": // a shell would cut the address at its signs
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	c := exec.Command(name, args...)
	if c.Start() == nil {
		go c.Wait()
	}
}

// A deskHouse is the rest of the program for the desk: the site as it was read last,
// and the preview of what it will be.
type deskHouse struct {
	run *run

	mu       sync.Mutex // of the fields below, and of the run, which does one thing at a time
	work     *stages.Work
	comparer *stages.Comparer
	sources  output.Key        // of the files that the work was read from
	stale    bool              // a file may have changed since
	unbuilt  bool              // the preview is older than the site
	files    map[string][]byte // of the preview; nil if the site cannot be built
	failure  string            // why
}

// house returns what the desk asks for.
func (h *deskHouse) house() desk.House {
	return desk.House{
		Messages: h.work.Messages, Editor: h.work.Config.Editor, Today: today, Events: h.events, Compare: h.compare,
		Read: h.read, Write: h.write, Preview: h.show,
	}
}

// today returns the day on which something is decided.
func today() corpus.Date {
	now, _, err := clock()
	if err != nil {
		now = time.Now()
	}
	return corpus.Day(now.Year(), now.Month(), now.Day())
}

// touch notes that a file of the site may have changed.
func (h *deskHouse) touch() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stale, h.unbuilt = true, true
}

// load reads the site, if a file has changed that is no review: those are read when
// they are asked for.
func (h *deskHouse) load(ctx context.Context) error {
	if h.work != nil && !h.stale {
		return nil
	}
	sources := h.run.hashFiles("content/articles", "content/.private", "content/outlets", "content/events", "content/kept", site.File, stages.LockName)
	if h.work != nil && sources == h.sources && sources != (output.Key{}) {
		h.stale = false
		return nil
	}
	w, err := h.run.load(ctx)
	if err != nil {
		if w != nil {
			return errors.New(explain(w, err))
		}
		return err
	}
	h.work, h.comparer, h.sources, h.stale, h.unbuilt = w, stages.NewComparer(w, h.run.cache, h.run.program), sources, false, true
	return nil
}

// events returns the events of the site, newest first.
func (h *deskHouse) events(ctx context.Context) ([]desk.Event, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	var list []desk.Event
	for i := range h.work.Grouping.Events {
		e := &h.work.Grouping.Events[i]
		if !h.work.Held(e.Slug) { // of a held event the texts are not here
			list = append(list, desk.Event{Slug: e.Slug, Title: e.Title, Articles: len(e.Members)})
		}
	}
	return list, nil
}

// compare returns the comparison of an event with a review.
func (h *deskHouse) compare(ctx context.Context, slug string, data []byte) (*desk.Compared, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	e := h.eventOf(slug)
	if e == nil {
		return nil, fmt.Errorf("there is no event %q: %w", slug, fs.ErrNotExist)
	}
	found, articles, err := h.comparer.Machine(e)
	if err != nil {
		return nil, err
	}
	c := &desk.Compared{Title: e.Title, Machine: found, Now: found, Articles: articles, Names: make([]string, len(articles))}
	for i, a := range found.Articles {
		c.Names[i] = a.Outlet
		if o := h.work.Corpus.Outlet(a.Outlet); o != nil {
			c.Names[i] = o.Name
		}
	}
	return c, h.apply(c, slug, data)
}

// apply applies a review to what was found.
func (h *deskHouse) apply(c *desk.Compared, slug string, data []byte) error {
	if data == nil {
		return nil
	}
	r, l := review.Parse(slug, data)
	if r != nil && !l.Failed() {
		now, problems, err := review.Apply(c.Machine, c.Articles, h.work.Languages, r)
		if err != nil {
			return err
		}
		c.Now, l = now, problems
	}
	for _, d := range l.Sorted() {
		c.Problems = append(c.Problems, d.String())
	}
	return nil
}

// eventOf returns an event by its slug, nil if the desk does not show it.
func (h *deskHouse) eventOf(slug string) *event.Event {
	for i := range h.work.Grouping.Events {
		if e := &h.work.Grouping.Events[i]; e.Slug == slug && !h.work.Held(slug) {
			return e
		}
	}
	return nil
}

// read returns the review of an event, nil if it has none.
func (h *deskHouse) read(slug string) ([]byte, error) {
	if !corpus.IsSlug(slug) {
		return nil, fmt.Errorf("there is no event %q: %w", slug, fs.ErrNotExist)
	}
	data, err := fs.ReadFile(h.run.site, review.File(slug))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// write saves the review of an event, whole or not at all; one that says nothing is no
// file.
func (h *deskHouse) write(slug string, data []byte) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	name := filepath.Join(h.run.flags.site, filepath.FromSlash(review.File(slug)))
	h.unbuilt = true
	if len(data) == 0 {
		return ignoreMissing(os.Remove(name))
	}
	return output.WriteFile(name, data, h.run.fault)
}

// show answers with a file of the site as it will be.
func (h *deskHouse) show(w http.ResponseWriter, r *http.Request, path string) {
	h.mu.Lock()
	if h.unbuilt {
		if files, failure := h.run.preview(r.Context()); files != nil || failure != "" {
			h.files, h.failure, h.unbuilt = files, failure, false
		}
	}
	files, failure := h.files, h.failure
	h.mu.Unlock()
	name, status := find(files, path)
	switch {
	case files == nil:
		http.Error(w, failure, http.StatusInternalServerError)
		return
	case name == "":
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	w.WriteHeader(status)
	w.Write(files[name])
}
