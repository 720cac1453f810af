package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/dataset/depot"
	"parallax/generator/dataset/profile"
	"parallax/generator/dataset/tidy"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/output"
	"parallax/generator/page"
	"parallax/generator/site"
	"parallax/generator/stages"
	"parallax/templates"
)

// analyseFlags are the flags of analyse.
type analyseFlags struct {
	siteFlags
	columns         map[string]string // of a table, by what they are
	encoding, names string
}

// analyseCommand writes the tables that researchers load.
func analyseCommand() *cobra.Command {
	var f analyseFlags
	c := &cobra.Command{
		Use:   "analyse [DIR | SOURCE...]",
		Short: "Write tables for R, Python and SQL",
		Long: "Write what is found in a site as long tables, one row an observation: a file of CSV\n" +
			"and one of Parquet each, all of them in " + depot.Database + ", with a codebook and a description for\n" +
			"programs (Data Package 2.0). outlet_id, event_id and article_id join them. Words of\n" +
			"articles are there as far as the site may show them.\n\n" +
			"DIR is a site. Without one a SOURCE will do, which is what parallax add takes: a table of\n" +
			"articles, an export of a press archive, a folder of saved pages. No site is left of it.\n\n" +
			exits("the tables are written", "problems were found; the folder is as it was, or the tables are of what could be read, which is said", "", "the folder is as it was"),
		Example: `  parallax analyse
  parallax analyse my-site --out tables
  parallax analyse corpus.csv --map title=kop,text=inhoud --out tables`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 && (len(args) > 1 || !isSite(args[0])) {
				return analyseSources(c, f, args)
			}
			if len(args) > 0 {
				f.site = args[0]
			}
			return withRun(c, f.siteFlags, func(r *run) error { return r.analyse(c.Context()) })
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` to write to (default: tables in the site's folder, or here)")
	c.Flags().StringToStringVar(&f.columns, "map", nil, "which `COLUMN` of a table is what: title=kop,date=datum:dmy")
	c.Flags().StringVar(&f.encoding, "encoding", "", "the `NAME` of a table's encoding, if it is told wrongly")
	c.Flags().StringVar(&f.names, "outlet-names", "", "a table `FILE` that says which outlets of a table are one: columns given and name")
	c.MarkFlagDirname("out")
	return c
}

// analyseSources writes the tables of sources that are no site: it lays out a site of
// them beside the tables, and takes it away again.
func analyseSources(c *cobra.Command, f analyseFlags, sources []string) error {
	f.out = cmp.Or(f.out, "tables")
	absolute, err := filepath.Abs(f.out)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(absolute), 0o755)
	}
	if err != nil {
		return err
	}
	if f.site, err = os.MkdirTemp(filepath.Dir(absolute), ".parallax-corpus-"); err != nil {
		return fmt.Errorf("make a folder for the corpus: %w", err)
	}
	defer os.RemoveAll(f.site)
	title := strings.TrimSuffix(filepath.Base(sources[0]), filepath.Ext(sources[0]))
	if err := output.WriteFile(filepath.Join(f.site, site.File), fmt.Appendf(nil, "title = %q\nbase_url = \"\"\n", title), nil); err != nil {
		return err
	}
	return withRun(c, f.siteFlags, func(r *run) error {
		taken := r.add(c.Context(), addFlags{
			siteFlags: f.siteFlags, fetchFlags: fetchFlags{delay: time.Second}, columns: f.columns, encoding: f.encoding, names: f.names,
		}, sources, c.InOrStdin())
		if content, err := os.ReadDir(filepath.Join(f.site, "content")); taken != nil && (!errors.Is(taken, errProblems) || err != nil || len(content) == 0) {
			return taken
		}
		return cmp.Or(r.analyse(c.Context()), taken)
	})
}

// analyse writes the tables of a site.
func (r *run) analyse(ctx context.Context) error {
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	made, err := await(ctx, func() (tables, error) {
		return settingAside(r, w, func() (tables, error) { return r.tables(ctx, w) })
	})
	if err != nil {
		return r.stop(w, err)
	}
	defer made.end()
	r.console.wipe()
	r.console.diagnostics(w.Problems)
	if r.judge(w) != nil {
		return errProblems
	}
	out := cmp.Or(r.flags.out, filepath.Join(r.flags.site, "tables"))
	report, err := output.Write(ctx, out, each(made.files), r.options(w))
	if err != nil {
		return err
	}
	d := made.depot
	r.console.result("%s: %s, %s, %s; %s of tables in %s, %s",
		w.Config.Title, diag.Count(d.Count("events"), "event"), diag.Count(d.Count("articles"), "article"), diag.Count(d.Count("outlets"), "outlet"),
		diag.Count(d.All(), "row"), out, diag.Size(report.Bytes))
	return nil
}

// scratch makes a folder for what is too long to be held: on the disk of the site, since
// that of temporary files is memory on some systems, or there if the site may not be
// written to.
func (r *run) scratch() (dir string, remove func(), err error) {
	own := filepath.Join(r.flags.site, ".parallax")
	if err = os.MkdirAll(own, 0o755); err == nil {
		dir, err = os.MkdirTemp(own, "tables-")
	}
	if err != nil {
		dir, err = os.MkdirTemp("", "parallax-tables-")
	}
	if err != nil {
		return "", nil, fmt.Errorf("make a folder for the tables: %w", err)
	}
	return dir, func() { _ = os.RemoveAll(dir); _ = os.Remove(own) }, nil // what is left there is in nobody's way, and the folder stays if it holds more
}

// The tables of a site, and the files that they are in.
type tables struct {
	depot *depot.Depot
	files []file.File
	end   func() // takes away what the files lie in
}

// tables makes the tables of a site. What they carry of articles is counted event
// by event, since nothing of one event stands in rows of another.
func (r *run) tables(ctx context.Context, w *stages.Work) (made tables, err error) {
	english, err := message.Load(templates.Files, "en")
	if err != nil {
		return tables{}, fmt.Errorf("say the data in English: %w", err)
	}
	d, end, err := r.depot(w)
	if err != nil {
		return tables{}, err
	}
	defer func() {
		if err != nil {
			end()
		}
	}()
	audit, newest, seen := audit(w), "", profile.Set{}
	if err := d.Add(tidy.Outlets(w.Corpus.Outlets)); err != nil {
		return tables{}, err
	}
	if err := page.EachCompared(r.comparedSite(ctx, w), func(c page.Compared) error {
		if c.Event.To.Known() {
			newest = max(newest, c.Event.To.Time().UTC().Format(time.DateOnly))
		}
		rows := tidy.Tabulate(tidy.Event{Event: c.Event, Articles: c.Articles, Allowance: c.Allowance, English: english})
		seen.Add(profile.Of(c.Event, c.Allowance.Comparison()))
		return d.AddEvent(c.Event.Slug, rows, audit.Add)
	}); err != nil {
		return tables{}, err
	}
	if err := d.Add(tidy.Over(seen.Ask())); err != nil {
		return tables{}, err
	}
	lock, err := w.TableLock()
	if err != nil {
		return tables{}, err
	}
	files, err := d.Files(ctx, tidy.Work{
		Title: w.Config.Title, Day: newest, Licence: w.Config.Licence.Site, Address: w.Config.BaseURL, Program: "parallax", Version: version, Lock: lock,
	})
	w.Problems.Merge(audit.Report())
	return tables{d, files, end}, err
}

// each yields files.
func each(files []file.File) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for _, f := range files {
			if !yield(f, nil) {
				return
			}
		}
	}
}
