package command

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/file"
	"parallax/generator/output"
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
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	key := r.buildKey(files, w)
	standing, err := await(ctx, func() (*output.Report, error) { return r.standing(key, w), nil })
	if err != nil {
		return err
	}
	if standing != nil {
		if err := writeLock(r.flags.site, w.grouping.Lock, r.fault); err != nil {
			return err
		}
		return r.built(w, *standing, start, 0)
	}
	events := len(w.grouping.Events)
	report, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		o := r.options(w)
		// The addresses are on record before anybody can read them.
		o.Commit = func() error { return writeLock(r.flags.site, w.grouping.Lock, r.fault) }
		return output.Write(ctx, out, files, o)
	})
	var late *output.LateError
	if err != nil && !errors.As(err, &late) {
		return r.stop(w, err)
	}
	kept := w.writeKept(r.flags.site, r.fault)
	setAside := events - len(w.grouping.Events) + w.kept.lost
	if setAside == 0 && err == nil && kept == nil {
		r.remember(ctx, key, files, report)
	}
	return r.endLate(errors.Join(err, kept, r.cache.Prune()), r.built(w, report, start, setAside))
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
func (r *run) built(w *work, report output.Report, start time.Time, setAside int) error {
	r.console.diagnostics(w.problems)
	r.console.result("%s", closing(w, report, time.Since(start)))
	return r.finish(setAside)
}
