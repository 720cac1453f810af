package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/stages"
)

// buildCommand builds the site into the output folder.
func buildCommand() *cobra.Command {
	var f siteFlags
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the site",
		Long:  "Build the site into its output folder, all or nothing: whatever goes wrong, the\nfolder stays as it was. Addresses of events are kept in events.lock; what a clone\nneeds of articles that may not be given away, in content/kept. Commit both.\n\n" + exits("the site is built", "problems were found; the output folder is as it was", "built, but an event was set aside, or something failed after that", "the output folder is as it was"),
		Example: `  parallax build
  parallax build --site my-site --out /srv/www --base-url https://example.org/news/`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return withRun(c, f, func(r *run) error { return r.build(c.Context()) })
		},
	}
	f.add(c)
	f.addOut(c)
	return c
}

// build is the house from front to back.
func (r *run) build(ctx context.Context) error {
	start := time.Now()
	out := r.flags.outDir()
	if err := output.Ready(out, r.options(nil)); err != nil {
		return err
	}
	files, err := await(ctx, func() (output.Key, error) { return r.filesKey(), nil })
	if err != nil {
		return err
	}
	before, err := await(ctx, func() (*account, error) { return r.account(files), nil })
	if err != nil {
		return err
	}
	if before != nil {
		return r.again(before, start)
	}
	w, err := r.loadReviewed(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	said := w.Problems
	key := r.buildKey(files, w)
	standing, err := await(ctx, func() (*output.Report, error) { return r.standing(key, w), nil })
	if err != nil {
		return err
	}
	if standing != nil {
		if err := r.writeLock(w); err != nil {
			return err
		}
		if r.filesKey() == files {
			r.keepAccount(files, w, said, *standing)
		}
		return r.built(w.Problems, sizesOf(w), *standing, start, 0)
	}
	events := len(w.Grouping.Events)
	report, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		o := r.options(w)
		// The addresses are on record before anybody can read them.
		o.Commit = func() error { return r.writeLock(w) }
		return output.Write(ctx, out, files, o)
	})
	var late *output.LateError
	if err != nil && !errors.As(err, &late) {
		return r.stop(w, err)
	}
	kept := r.writeKept(w)
	setAside := events - len(w.Grouping.Events) + w.LostKept()
	if setAside == 0 && err == nil && kept == nil {
		if r.remember(ctx, key, files, report) {
			r.keepAccount(files, w, said, report)
		}
	}
	return r.endLate(errors.Join(err, kept, r.cache.Prune()), r.built(w.Problems, sizesOf(w), report, start, setAside))
}

// endLate ends a build that has published: with what went wrong after that, or
// with what built returned.
func (r *run) endLate(late, built error) error {
	if late == nil {
		return built
	}
	r.console.note("parallax: the new site stands, but then: %v", late)
	return errLate
}

// built ends a build whose files stand.
func (r *run) built(problems diag.List, s sizes, report output.Report, start time.Time, setAside int) error {
	r.console.diagnostics(problems)
	r.console.result("%s", closing(s, report, time.Since(start)))
	return r.finish(setAside)
}

// writeLock writes events.lock if it changed.
func (r *run) writeLock(w *stages.Work) error {
	if err := r.writeIfOther(stages.LockName, stages.FormatLock(w.Grouping.Lock)); err != nil {
		return fmt.Errorf("write %s: %w", stages.LockName, err)
	}
	return nil
}

// writeKept keeps of the events that were made what a clone needs of them, and removes
// what is kept of events that are no more.
func (r *run) writeKept(w *stages.Work) error {
	files, gone, err := w.Keep()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := r.writeIfOther(name, files[name]); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	for _, name := range gone {
		if err := ignoreMissing(os.Remove(r.inSite(name))); err != nil {
			return fmt.Errorf("remove what is kept of an event that is no more: %w", err)
		}
	}
	return nil
}

// inSite returns where a file of the site stands.
func (r *run) inSite(name string) string {
	return filepath.Join(r.flags.site, filepath.FromSlash(name))
}

// writeIfOther writes a file of the site, with its folder, unless it has these bytes.
func (r *run) writeIfOther(file string, data []byte) error {
	name := r.inSite(file)
	old, err := os.ReadFile(name)
	switch {
	case err == nil && bytes.Equal(old, data):
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return output.WriteFile(name, data, r.fault)
}

// closing returns the line that ends a build: what the site has, what changed
// and what it cost.
func closing(s sizes, r output.Report, took time.Duration) string {
	return fmt.Sprintf("%s; %s written, %s kept, %s removed; %s in %s",
		contents(s, r), diag.Digits(r.Written), diag.Digits(r.Kept), diag.Digits(r.Removed), diag.Size(r.Bytes), diag.Seconds(took))
}

// sizes are how many of each a site has.
type sizes struct{ Events, Articles, Outlets int }

// sizesOf returns the sizes of a site.
func sizesOf(w *stages.Work) sizes {
	return sizes{len(w.Grouping.Events), len(w.Corpus.Articles), len(w.Corpus.Outlets)}
}

// contents says what a site has.
func contents(s sizes, r output.Report) string {
	return fmt.Sprintf("%s, %s, %s, %s in %s",
		diag.Count(s.Events, "event"), diag.Count(s.Articles, "article"),
		diag.Count(s.Outlets, "outlet"), diag.Count(r.Pages, "page"), diag.Count(r.Files, "file"))
}
