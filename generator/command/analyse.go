package command

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/dataset/sqlite"
	"parallax/generator/dataset/tidy"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/output"
	"parallax/generator/page"
	"parallax/generator/stages"
	"parallax/generator/text"
	"parallax/templates"
)

// databaseFile is the file of SQLite among the tables.
const databaseFile = "parallax.sqlite"

// analyseCommand writes the tables that researchers load.
func analyseCommand() *cobra.Command {
	var f siteFlags
	c := &cobra.Command{
		Use:   "analyse",
		Short: "Write tables for R, Python and SQL",
		Long: "Write what is found in a site as long tables, one row an observation: a file of CSV\n" +
			"and one of Parquet each, all of them in " + databaseFile + ", with a codebook and a description for\n" +
			"programs (Data Package 2.0). outlet_id, event_id and article_id join them. Words of\n" +
			"articles are there as far as the site may show them.\n\n" + exits("the tables are written", "problems were found; the folder is as it was", "", "the folder is as it was"),
		Example: `  parallax analyse
  parallax analyse --site my-site --out tables`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return withRun(c, f, func(r *run) error { return r.analyse(c.Context()) })
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` to write to (default: tables in the site's folder)")
	c.MarkFlagDirname("out")
	return c
}

// analyse writes the tables of a site.
func (r *run) analyse(ctx context.Context) error {
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	r.console.diagnostics(w.Problems)
	made, err := await(ctx, func() (tables, error) { return r.tables(ctx, w) })
	r.console.wipe()
	if err != nil {
		return err
	}
	audit := audit(w)
	for _, f := range made.files {
		audit.Add(f)
	}
	if found := audit.Report(); found.Failed() {
		r.console.diagnostics(found)
		return errProblems
	}
	out := cmp.Or(r.flags.out, filepath.Join(r.flags.site, "tables"))
	report, err := output.Write(ctx, out, each(made.files), r.options(w))
	if err != nil {
		return err
	}
	r.console.result("%s: %s, %s, %s; %s of tables in %s, %s",
		w.Config.Title, diag.Count(len(made.rows["events"]), "event"), diag.Count(len(made.rows["articles"]), "article"), diag.Count(len(made.rows["outlets"]), "outlet"),
		diag.Count(made.count(), "row"), out, diag.Size(report.Bytes))
	return nil
}

// The tables of a site, and the files that they are in.
type tables struct {
	rows  tidy.Rows
	files []file.File
}

// count returns how many rows there are.
func (t tables) count() int {
	n := 0
	for _, rows := range t.rows {
		n += len(rows)
	}
	return n
}

// tables makes the tables of a site.
func (r *run) tables(ctx context.Context, w *stages.Work) (tables, error) {
	book, err := tidy.ReadBook()
	if err != nil {
		return tables{}, err
	}
	english, err := message.Load(templates.Files, "en")
	if err != nil {
		return tables{}, fmt.Errorf("say the data in English: %w", err)
	}
	t := tables{rows: tidy.Outlets(w.Corpus.Outlets)}
	newest := ""
	err = page.EachCompared(r.comparedSite(ctx, w), func(c page.Compared) error {
		if c.Event.To.Known() {
			newest = max(newest, c.Event.To.Time().UTC().Format("2006.01.02"))
		}
		t.rows.Add(tidy.Tabulate(tidy.Event{Event: c.Event, Articles: c.Articles, Allowance: c.Allowance, English: english}))
		return nil
	})
	if err != nil {
		return t, err
	}
	for _, form := range book {
		packed, err := form.Parquet(t.rows[form.Name])
		if err != nil {
			return t, err
		}
		t.files = append(t.files, file.File{Path: form.Name + ".csv", Data: form.CSV(t.rows[form.Name])}, file.File{Path: form.Name + ".parquet", Data: packed})
	}
	described, err := book.Package(cmp.Or(text.Slug(w.Config.Title, text.LongestSlug), "parallax"), w.Config.Title, newest)
	if err != nil {
		return t, err
	}
	database, err := sqlite.Write(ctx, book, t.rows)
	if err != nil {
		return t, err
	}
	t.files = append(append(t.files, described...), file.File{Path: "codebook.csv", Data: book.Codebook()}, file.File{Path: databaseFile, Data: database})
	var paths []string
	for _, f := range t.files {
		paths = append(paths, f.Path)
	}
	about, err := book.About(tidy.Work{
		Title: w.Config.Title, Day: strings.ReplaceAll(newest, ".", "-"), Licence: w.Config.Licence.Site, Address: w.Config.BaseURL, Program: "parallax", Version: version,
	}, paths)
	t.files = append(t.files, about...)
	return t, err
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
