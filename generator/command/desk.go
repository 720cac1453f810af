package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/corpus"
	"parallax/generator/desk"
	"parallax/generator/event"
	"parallax/generator/ingest"
	"parallax/generator/message"
	"parallax/generator/output"
	"parallax/generator/review"
	"parallax/generator/site"
	"parallax/generator/stages"
	"parallax/templates"
)

// deskPort is where the desk is to be found unless it is taken.
const deskPort = 4949

// deskFlags are the flags of desk.
type deskFlags struct {
	siteFlags
	port   int
	noOpen bool
}

// deskCommand opens a site in the browser, to be corrected.
func deskCommand() *cobra.Command {
	var f deskFlags
	c := &cobra.Command{
		Use:   "desk",
		Short: "Make a site in the browser, without a terminal: articles, corrections, lessons",
		Long: "Open the site in the browser, for this computer alone: articles are added there,\n" +
			"every claim of the program can be confirmed, changed or left out, lessons are gone\n" +
			"through, and the site is published or packed. Without --site it is the site of the\n" +
			"folder that you are in, else the one that the desk had last; if there is none, the\n" +
			"desk makes one. The program without a command does the same. The address that is\n" +
			"printed has a code in it that lets you in; keep it to yourself. Ctrl-C ends it.\n\n" + exits("ended, by Ctrl-C as well", "the desk could not be opened", "", ""),
		Example: "  parallax desk\n  parallax desk --site my-site",
		Args:    exactly(0),
		RunE:    func(c *cobra.Command, _ []string) error { return openDesk(c, f) },
	}
	f.add(c)
	addPort(c, &f.port, deskPort)
	c.Flags().BoolVar(&f.noOpen, "no-open", false, "print the address, and open no browser")
	return c
}

// A wished site, and what answers whoever waits for it.
type wished struct {
	desk.Wish
	made chan error
}

// openDesk serves the desk of a site, which it makes if there is none, until the
// context is done.
func openDesk(c *cobra.Command, f deskFlags) error {
	if f.port < 0 || f.port > 65535 {
		return useError{c, fmt.Errorf("--port is %d; it must be from 0 to 65535", f.port)}
	}
	given := c.Flags().Changed("site")
	if !given {
		f.site = lastSite()
	}
	out := newConsole(c)
	ctx, stop := context.WithCancel(c.Context())
	defer stop()
	listener, err := listen(f.port)
	if err != nil {
		return err
	}
	defer listener.Close()
	at := &deskAt{flags: f.siteFlags, host: listener.Addr().String(), console: out, stand: &stand{}, stop: stop}
	at.gate = desk.NewGate(at.host)
	asked := make(chan wished)
	if f.site == "" {
		err = at.welcome(ctx, asked)
	} else {
		err = at.sit(ctx)
	}
	if err != nil {
		return err
	}
	ended := serveHTTP(ctx, listener, at.stand)
	out.result("the desk is at %s (Ctrl-C ends it)", at.gate.Entrance())
	if !f.noOpen {
		openBrowser(at.gate.Entrance())
	}
	defer at.leave()
	for {
		select {
		case w := <-asked:
			w.made <- at.make(ctx, w.Wish)
		case <-at.changes:
			at.house.touch()
		case err := <-ended:
			return err
		}
	}
}

// A deskAt is a desk at an address.
type deskAt struct {
	flags   siteFlags
	host    string
	console *console
	gate    *desk.Gate
	stand   *stand
	stop    func() // ends the desk

	house   *deskHouse      // of the site; nil while there is none
	changes <-chan struct{} // of its files
	wait    func()          // for whoever watches them
}

// sit opens the site and shows its desk.
func (d *deskAt) sit(ctx context.Context) error {
	r, err := newRun(d.flags, d.console)
	if err != nil {
		return err
	}
	h := &deskHouse{run: r, stop: d.stop}
	if d.changes, d.wait, err = watchSite(ctx, d.flags.site); err != nil {
		return errors.Join(err, r.root.Close())
	}
	d.house = h
	r.flags.baseURL, r.shown = "http://"+d.host+"/", newPreviewMemory()
	messages, editor := (*message.Catalogue)(nil), ""
	if err = h.load(ctx); err == nil {
		messages, editor = h.work.Messages, h.work.Config.Editor
	} else if messages, err = message.Load(templates.Files, "en"); err != nil { // the pages say what is wrong with the site
		return err
	}
	shown, err := d.gate.Desk(h.house(ctx, messages, editor))
	if err == nil {
		d.stand.show(shown)
	}
	return err
}

// leave ends what watches the site.
func (d *deskAt) leave() {
	d.stop()
	if d.house != nil {
		d.wait()
		d.house.run.close()
	}
}

// welcome asks for the first facts of a site.
func (d *deskAt) welcome(ctx context.Context, asked chan<- wished) error {
	hall := desk.Hall{
		Folder: proposedFolder(), Languages: []desk.Language{{Tag: "en", Name: "English"}, {Tag: "es", Name: "Español"}, {Tag: "de", Name: "Deutsch"}, {Tag: "fr", Name: "Français"}},
		Make: func(w desk.Wish) error {
			made := make(chan error, 1)
			select {
			case asked <- wished{w, made}:
				return <-made
			case <-ctx.Done():
				return ctx.Err()
			}
		},
	}
	for _, l := range hall.Languages {
		texts, err := message.Load(templates.Files, l.Tag)
		if err != nil {
			return err
		}
		hall.Texts = append(hall.Texts, texts)
	}
	shown, err := d.gate.Welcome(hall)
	if err == nil {
		d.stand.show(shown)
	}
	return err
}

// make makes the site that was wished, unless its folder is one, and shows its desk.
func (d *deskAt) make(ctx context.Context, w desk.Wish) error {
	if d.house != nil {
		return nil // by an impatient hand
	}
	folder, err := filepath.Abs(w.Folder)
	if err != nil {
		return err
	}
	if !isSite(folder) {
		if err := makeSite(folder, w); err != nil {
			return err
		}
	}
	d.flags.site = folder
	if err := d.sit(ctx); err != nil {
		return err
	}
	rememberSite(folder)
	return nil
}

// A deskHouse is the rest of the program for the desk: the site as it was read last,
// and the preview of what it will be.
type deskHouse struct {
	run  *run
	stop func() // ends the desk

	mu        sync.Mutex // of the fields below, and of the run, which does one thing at a time
	work      *stages.Work
	comparer  *stages.Comparer
	articles  map[string]*corpus.Article // by id
	sources   output.Key                 // of the files that the work was read from
	furniture string                     // that reviews leave out of articles
	stale     bool                       // a file may have changed since
	unbuilt   bool                       // the preview is older than the site
	files     map[string][]byte          // of the preview; nil if the site cannot be built
	failure   string                     // why
	found     []ingest.Document          // on the desk, by the keys of what it shows
}

// house returns what the desk asks for.
func (h *deskHouse) house(ctx context.Context, messages *message.Catalogue, editor string) desk.House {
	return desk.House{
		Stop: h.stop, Background: ctx, File: h.file, Save: h.save, Outlets: h.outlets, Look: h.look, Keep: h.keep, Lesson: h.lesson, Pack: h.pack,
		Remote: h.remote, Prepare: h.prepare, Publish: h.publish, Zip: h.zip,
		Messages: messages, Editor: editor, Today: today, Events: h.events, Compare: h.compare,
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
	sources := h.run.hashFiles("content/articles", "content/.private", "content/outlets", "content/events", "content/lessons", "content/kept", site.File, stages.LockName)
	reviews, _ := review.Load(h.run.site)
	furniture := review.Furniture(reviews)
	if h.work != nil && sources == h.sources && sources != (output.Key{}) && furniture == h.furniture {
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
	h.articles = map[string]*corpus.Article{}
	for i := range w.Corpus.Articles {
		h.articles[w.Corpus.Articles[i].ID] = &w.Corpus.Articles[i]
	}
	h.furniture = furniture
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
			list = append(list, h.listed(e))
		}
	}
	return list, nil
}

// listed returns an event as the desk lists it.
func (h *deskHouse) listed(e *event.Event) desk.Event {
	const most = 8 // terms that are told
	made := desk.Event{Slug: e.Slug, Title: e.Title}
	for _, t := range slices.Concat(e.Names, e.Terms) {
		if len(made.Terms) < most {
			made.Terms = append(made.Terms, t.Text)
		}
	}
	for _, m := range e.Members {
		a := h.articles[m.Article]
		if a == nil {
			continue
		}
		member := desk.Member{ID: a.ID, File: a.File, Outlet: a.Outlet, Title: a.Title, Close: int(100*m.Closeness + 0.5), Pinned: m.Pinned, NotEvent: a.NotEvent}
		if o := h.work.Corpus.Outlet(a.Outlet); o != nil {
			member.Outlet = o.Name
		}
		if first := h.articles[m.CopyOf]; first != nil {
			member.CopyOf = first.Title
		}
		made.Members = append(made.Members, member)
	}
	return made
}

// file returns a file of the site, nil if there is none.
func (h *deskHouse) file(name string) ([]byte, error) {
	data, err := fs.ReadFile(h.run.site, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// save writes a file below the site's content, whole or not at all.
func (h *deskHouse) save(name string, data []byte) error {
	if !fs.ValidPath(name) || !strings.HasPrefix(name, "content/") {
		return fmt.Errorf("%q is no file of the content", name)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stale, h.unbuilt = true, true
	if data == nil {
		return ignoreMissing(h.run.root.Remove(name))
	}
	return output.WriteFile(h.run.inSite(name), data, h.run.fault)
}

// compare returns the comparison of an event with a review.
func (h *deskHouse) compare(ctx context.Context, slug string, data []byte) (*desk.Compared, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	e, err := h.find(ctx, slug)
	if err != nil {
		return nil, err
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

// find returns an event of the site as it is now.
func (h *deskHouse) find(ctx context.Context, slug string) (*event.Event, error) {
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	e := h.eventOf(slug)
	if e == nil {
		return nil, fmt.Errorf("there is no event %q: %w", slug, fs.ErrNotExist)
	}
	return e, nil
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
	return h.file(review.File(slug))
}

// write saves the review of an event, whole or not at all; one that says nothing is no
// file.
func (h *deskHouse) write(slug string, data []byte) error {
	if len(data) == 0 {
		data = nil
	}
	return h.save(review.File(slug), data)
}
