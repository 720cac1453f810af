package command

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/output"
	"parallax/generator/page"
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
	compare   func(*comparer, *event.Event) (*framing.Comparison, error)
}

func newRun(f siteFlags, c *console) (*run, error) {
	root, err := openSite(f.site)
	if err != nil {
		return nil, err
	}
	return &run{
		flags:     f,
		root:      root,
		site:      file.Regular(root.FS()),
		console:   c,
		languages: text.Builtin(),
		cache:     output.NewCache(filepath.Join(f.site, ".parallax", "cache")),
		program:   programKey(),
		watch:     newStopwatch(),
		compare:   (*comparer).compare,
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
func (r *run) stop(w *work, err error) error {
	if w != nil {
		r.console.diagnostics(w.problems)
	}
	r.console.wipe()
	return err
}

// load reads and groups what the site holds.
func (r *run) load(ctx context.Context) (*work, error) {
	r.console.progress("reading")
	end := r.watch.measure("read")
	w, err := await(ctx, func() (*work, error) { return load(r.site, r.flags, r.languages) })
	end()
	if err != nil {
		return nil, err
	}
	r.console.progress("grouping %s", count(len(w.corpus.Articles), "article"))
	end = r.watch.measure("group")
	err = awaitAll(ctx, func() { w.group(r.site) })
	end()
	if err != nil {
		return nil, err
	}
	w.vanished(r.flags.outDir())
	return w, w.judge(r.flags.strict)
}

// A sink consumes the files of a site: output.Write, output.Check, or the
// memory of the preview.
type sink func(context.Context, iter.Seq2[file.File, error]) (output.Report, error)

// make compares, renders and hands the files to the sink. An event on which
// comparing fails is set aside, and the site is made anew without it.
func (r *run) make(ctx context.Context, w *work, write sink) (output.Report, error) {
	for {
		report, err := r.makeOnce(ctx, w, write)
		var broken *brokenEvent
		if !errors.As(err, &broken) {
			return report, err
		}
		w.setAside(broken)
		if err := w.judge(r.flags.strict); err != nil {
			return report, err
		}
	}
}

func (r *run) makeOnce(ctx context.Context, w *work, write sink) (output.Report, error) {
	c := newComparer(w, r.cache, r.program)
	site := w.page(func(e *event.Event) (*framing.Comparison, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		defer r.watch.measure("compare")()
		return r.compare(c, e)
	})
	switch {
	case r.shown != nil:
		site.Memory = r.shown
	case r.program != (output.Key{}):
		shelf := output.OpenShelf(r.flags.outDir())
		defer shelf.Close()
		site.Memory = &memory{comparer: c, shelf: shelf}
	}
	site.Audit = w.audit()
	site.Progress = func(done int) {
		r.console.progress("comparing and rendering event %d of %d", done, len(w.grouping.Events))
	}
	return write(ctx, r.watch.files(audited(w, r.watch, site.Audit, withCarried(r.site, awaited(ctx, page.Render(site))))))
}

// options returns what output needs to know about the site.
func (r *run) options(w *work) output.Options {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // no home to protect
	}
	o := output.Options{Site: r.flags.site, Home: home, Fault: r.fault}
	if w != nil {
		o.Base = w.config.BaseURL
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
