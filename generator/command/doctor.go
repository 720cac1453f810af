package command

import (
	"context"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/publish"
)

// doctorCommand says what a site lacks and what it costs.
func doctorCommand() *cobra.Command {
	var f siteFlags
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Say what is missing, what is slow, and what GitHub will refuse",
		Long: "Make the site without writing it, and say what its content lacks, where time and\n" +
			"room go, which templates are its own, and what stands in the way of publishing.\n\n" + exits("nothing stands in the way", "problems were found, or GitHub would refuse the site", "", "nothing was written"),
		Example: "  parallax doctor --site my-site",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return withRun(c, f, func(r *run) error { return r.doctor(c.Context(), publish.GitHub()) })
		},
	}
	f.add(c)
	return c
}

// doctor looks at everything and prints what it found.
func (r *run) doctor(ctx context.Context, limits publish.Limits) error {
	w, err := r.loadReviewed(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	built := newBulk()
	report, err := r.make(ctx, w, func(ctx context.Context, files iter.Seq2[file.File, error]) (output.Report, error) {
		return output.Check(ctx, built.weighed(files), r.options(w), output.Foreign(r.flags.outDir()))
	})
	if err != nil {
		return r.stop(w, err)
	}
	r.console.diagnostics(w.Problems)
	r.console.result("%s; %s", contents(sizesOf(w), report), diag.Size(report.Bytes))
	r.section("Missing", missing(w))
	r.section("Slow", r.slow())
	r.section("Room", built.room(len(w.Grouping.Events), limits))
	r.section("Templates", ownTemplates(r.site))
	refused := built.refused(limits)
	r.section("Publishing", append(refused, r.ready(ctx, w)...))
	if len(refused) > 0 {
		return errProblems
	}
	return nil
}

// section prints a heading and its lines, if there are any.
func (r *run) section(heading string, lines []string) {
	if len(lines) == 0 {
		lines = []string{"nothing to say"}
	}
	r.console.result("\n%s\n  %s", heading, strings.Join(lines, "\n  "))
}

// slow says how long each stage took, and what would help.
func (r *run) slow() []string {
	lines := []string{r.watch.String()}
	if total := r.watch.total(); total > slowBuild {
		lines = append(lines, "a build takes "+diag.Seconds(total)+"; fewer pages.pairs in config.toml, and a cache kept between builds, make it faster")
	}
	return lines
}
