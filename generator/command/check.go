package command

import (
	"context"
	"iter"

	"github.com/spf13/cobra"

	"parallax/generator/file"
	"parallax/generator/output"
)

// checkCommand does everything that build does but write.
func checkCommand() *cobra.Command {
	var f siteFlags
	c := &cobra.Command{
		Use:     "check",
		Short:   "Find everything that is wrong with the site, without writing it",
		Long:    "Read, group, compare and render the site and follow its links, and write\nnothing: neither the output folder nor events.lock.\n\n" + exits("nothing is wrong that stops a build", "problems were found", "an event cannot be compared, and a build would set it aside", "nothing was written"),
		Example: "  parallax check --strict",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return withRun(c, f, func(r *run) error { return r.check(c.Context()) })
		},
	}
	f.add(c)
	return c
}

func (r *run) check(ctx context.Context) error {
	w, err := r.loadReviewed(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	events := len(w.Grouping.Events)
	report, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		return output.Check(ctx, files, r.options(w), output.Foreign(r.flags.outDir()))
	})
	if err != nil {
		return r.stop(w, err)
	}
	r.console.diagnostics(w.Problems)
	r.console.result("%s; nothing is wrong that stops a build", contents(sizesOf(w), report))
	return r.finish(events - len(w.Grouping.Events) + w.LostKept())
}
