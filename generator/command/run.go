package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/dataset/depot"
	"parallax/generator/diag"
	"parallax/generator/event"
	"parallax/generator/figures"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/output"
	"parallax/generator/page"
	"parallax/generator/page/frame"
	"parallax/generator/stages"
	"parallax/generator/text"
)

// A run is the stages of the house over one site, once or, for serve, again
// and again.
type run struct {
	flags     siteFlags
	root      *os.Root // the site's folder
	site      fs.FS    // root as a file system
	console   *console
	languages *text.Languages
	cache     *output.Cache
	program   output.Key
	watch     *stopwatch
	shown     *previewMemory // of the preview; nil but for serve
	fault     output.Fault   // for tests; may be nil
	compare   func(*stages.Comparer, *event.Event) (*framing.Comparison, error)
}

func newRun(f siteFlags, c *console) (*run, error) {
	return newRunOf(f, c, text.Builtin(), programKey())
}

// newRunOf is newRun for whoever has the languages and the key of the program, which
// are dear to find out.
func newRunOf(f siteFlags, c *console, languages *text.Languages, program output.Key) (*run, error) {
	root, err := openSite(f.site)
	if err != nil {
		return nil, err
	}
	return &run{
		flags:     f,
		root:      root,
		site:      file.Regular(root.FS()),
		console:   c,
		languages: languages,
		cache:     output.NewCache(filepath.Join(f.site, ".parallax", "cache")),
		program:   program,
		watch:     newStopwatch(),
		compare:   (*stages.Comparer).Compare,
	}, nil
}

func (r *run) close() { r.root.Close() }

// withRun calls do with a run of the flags' site.
func withRun(c *cobra.Command, f siteFlags, do func(*run) error) error {
	if err := f.check(c); err != nil {
		return err
	}
	r, err := newRun(f, newConsole(c))
	if err != nil {
		return err
	}
	defer r.close()
	return do(r)
}

// stop prints what was found before a run ended in an error.
func (r *run) stop(w *stages.Work, err error) error {
	if w != nil {
		r.console.diagnostics(w.Problems)
	}
	r.console.wipe()
	return err
}

// load reads and groups what the site holds.
func (r *run) load(ctx context.Context) (*stages.Work, error) {
	r.console.progress("reading")
	end := r.watch.measure("read")
	w, err := await(ctx, func() (*stages.Work, error) { return read(r.site, r.flags, r.languages) })
	end()
	if err != nil {
		return nil, err
	}
	makeRoom()
	r.console.progress("grouping %s", diag.Count(len(w.Corpus.Articles), "article"))
	end = r.watch.measure("group")
	err = awaitAll(ctx, func() { w.Group(r.site) })
	end()
	if err != nil {
		return nil, err
	}
	makeRoom()
	w.Vanished(published(r.flags.outDir()))
	return w, r.judge(w)
}

// loadReviewed is load, and says besides what of the reviews of events cannot be
// applied.
func (r *run) loadReviewed(ctx context.Context) (*stages.Work, error) {
	w, err := r.load(ctx)
	if err != nil {
		return w, err
	}
	if err := awaitAll(ctx, stages.NewComparer(w, r.cache, r.program).CheckReviews); err != nil {
		return nil, err
	}
	return w, r.judge(w)
}

// read reads what a site holds, as the flags say and by the clock.
func read(fsys fs.FS, f siteFlags, languages *text.Languages) (*stages.Work, error) {
	now, fixed, err := clock()
	if err != nil {
		return nil, err
	}
	o := stages.Options{BaseURL: f.baseURL, Drafts: f.drafts, Now: now, Fixed: fixed, Version: version}
	return stages.Load(fsys, o, languages), nil
}

// judge returns errProblems if what was found so far forbids to go on.
func (r *run) judge(w *stages.Work) error {
	if w.Stops(r.flags.strict) {
		return errProblems
	}
	return nil
}

// A sink consumes the files of a site: output.Write, output.Check, or the
// memory of the preview.
type sink func(context.Context, iter.Seq2[file.File, error]) (output.Report, error)

// make compares, renders and hands the files to the sink. An event on which
// comparing fails is set aside, and the site is made anew without it.
func (r *run) make(ctx context.Context, w *stages.Work, write sink) (output.Report, error) {
	return settingAside(r, w, func() (output.Report, error) { return r.makeOnce(ctx, w, write) })
}

// settingAside makes something of a site, again and again, each time without the event
// that could not be compared.
func settingAside[T any](r *run, w *stages.Work, once func() (T, error)) (T, error) {
	for {
		made, err := once()
		var broken *stages.BrokenEvent
		if !errors.As(err, &broken) {
			return made, err
		}
		w.SetAside(broken)
		if err := r.judge(w); err != nil {
			return made, err
		}
	}
}

// comparedSite returns the site of commands that make no pages: each event is compared
// when it is asked for, which the console says.
func (r *run) comparedSite(ctx context.Context, w *stages.Work) page.Site {
	c := stages.NewComparer(w, r.cache, r.program)
	return w.Site(func(e *event.Event) (*framing.Comparison, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.console.progress("comparing %s", e.Slug)
		return r.compare(c, e)
	})
}

func (r *run) makeOnce(ctx context.Context, w *stages.Work, write sink) (output.Report, error) {
	c := stages.NewComparer(w, r.cache, r.program)
	site := w.Site(func(e *event.Event) (*framing.Comparison, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		defer r.watch.measure("compare")()
		return r.compare(c, e)
	})
	if w.Config.Pages.Tables {
		d, end, err := r.depot(w)
		if err != nil {
			return output.Report{}, err
		}
		defer end()
		site.Tables = d
		if site.Lock, err = w.TableLock(); err != nil {
			return output.Report{}, err
		}
	}
	switch {
	case r.shown != nil:
		site.Memory = r.shown
	case r.program != (output.Key{}):
		shelf := output.OpenShelf(r.flags.outDir())
		defer shelf.Close()
		site.Memory = stages.NewMemory(c, shelf)
	}
	site.Audit = audit(w)
	site.Progress = func(done int) {
		r.console.progress("comparing and rendering event %d of %d", done, len(w.Grouping.Events))
	}
	return write(ctx, r.watch.files(audited(w, r.watch, site.Audit, stages.WithCarried(r.site, awaited(ctx, page.Render(site))))))
}

// depot opens what the long tables of a site are gathered in.
func (r *run) depot(w *stages.Work) (d *depot.Depot, end func(), err error) {
	quality, err := figures.Read(w.Templates)
	if err != nil {
		return nil, nil, frame.PlacedIn(figures.File, err)
	}
	scratch, remove, err := r.scratch()
	if err != nil {
		return nil, nil, err
	}
	if d, err = depot.New(scratch, quality); err != nil {
		remove()
		return nil, nil, err
	}
	return d, func() { _ = d.Close(); remove() }, nil // what was read of it is written
}

// options returns what output needs to know about the site.
func (r *run) options(w *stages.Work) output.Options {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // no home to protect
	}
	o := output.Options{Site: r.flags.site, Home: home, Fault: r.fault}
	if w != nil {
		o.Base = w.Config.BaseURL
	}
	return o
}

// finish prints the times and says whether anything was set aside.
func (r *run) finish(setAside int) error {
	if r.flags.verbose {
		r.console.note("%s", r.watch)
	}
	if setAside > 0 {
		return errSetAside
	}
	return nil
}

// published returns the slugs of the events and redirects that stand in an output
// folder, in order. One that cannot be read is told of when it is written.
func published(out string) []string {
	data, err := os.ReadFile(filepath.Join(out, output.ManifestName))
	if err != nil {
		return nil
	}
	listed, err := output.Listed(data)
	if err != nil {
		return nil
	}
	var slugs []string
	for file := range listed {
		slug, ok := strings.CutSuffix(strings.TrimPrefix(file, "e/"), "/index.html")
		if ok && strings.HasPrefix(file, "e/") && !strings.Contains(slug, "/") {
			slugs = append(slugs, slug)
		}
	}
	slices.Sort(slugs)
	return slugs
}

// openSite opens a site's folder. No link in it leads out of it.
func openSite(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site: %w", err)
	}
	return root, nil
}
