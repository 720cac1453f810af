package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
	"parallax/generator/site"
)

// addFlags are the flags of add.
type addFlags struct {
	siteFlags
	outlet, url, date string
	dry, replace      bool
}

// addCommand turns saved pages and texts into articles.
func addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add FILE...",
		Short: "Turn saved web pages and texts into articles",
		Long: "Take the article out of each file and write it below content/articles. Files are\n" +
			"saved web pages (.html, .html.gz) and texts (.txt, .md) whose first line is the\n" +
			"title; - is standard input. Nothing is downloaded.\n\n" +
			"An article whose page states no licence goes to content/.private, which git\n" +
			"ignores: the site is built with it and quotes a little of it.\n\n" + exitHelp,
		Example: `  parallax add saved/*.html
  parallax add report.txt --outlet merrow-courier --date 2026-05-20 --url https://courier.port-merrow.example/a`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.checkAdd(c, args); err != nil {
				return err
			}
			return withRun(c, f.siteFlags, func(r *run) error { return r.add(f, args, c.InOrStdin()) })
		},
	}
	c.Flags().StringVar(&f.site, "site", ".", "the `DIR` with the site's config.toml")
	c.Flags().StringVar(&f.outlet, "outlet", "", "the `ID` of the outlet, if its address does not tell")
	c.Flags().StringVar(&f.url, "url", "", "the `URL` of the original (one file only)")
	c.Flags().StringVar(&f.date, "date", "", "the `DATE` of publication, instead of the one found")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be written, and write nothing")
	c.Flags().BoolVar(&f.replace, "replace", false, "write over an article that is there already")
	c.MarkFlagDirname("site")
	return c
}

// checkAdd says what is wrong with the flags.
func (f *addFlags) checkAdd(c *cobra.Command, files []string) error {
	if f.url != "" && len(files) > 1 {
		return useError{c, errors.New("--url is the address of one file, and there are several")}
	}
	if f.url != "" && !site.IsWeb(f.url) {
		return useError{c, fmt.Errorf("--url %q: it must be an address such as https://example.org/news/1", f.url)}
	}
	if _, err := corpus.ParseDate(f.date); err != nil {
		return useError{c, fmt.Errorf("--date: %w", err)}
	}
	return nil
}

// add takes files into the content.
func (r *run) add(f addFlags, files []string, stdin io.Reader) error {
	f.drafts = true // they count as there
	w, err := load(r.site, f.siteFlags, r.languages)
	if err != nil {
		return err
	}
	desk := ingest.NewDesk(r.root, w.config, w.corpus, f.dry, f.replace)
	added, held := 0, 0
	for i, file := range files {
		r.console.progress("reading %d of %d: %s", i+1, len(files), file)
		taken, doc, err := r.addFile(desk, f, file, stdin)
		switch {
		case err != nil:
			r.console.note("%s: %v", file, err)
		case taken.Held != "":
			held++
			r.console.result("%s: is there already as %s", file, taken.Held)
		default:
			added++
			r.console.result("%s", addedLine(file, taken, doc))
		}
	}
	verb := "added"
	if f.dry {
		verb = "would be added"
	}
	failed := len(files) - added - held
	r.console.result("%s %s, %d there already, %d not read", count(added, "article"), verb, held, failed)
	if failed > 0 {
		return errProblems
	}
	return nil
}

// addFile takes one file.
func (r *run) addFile(desk *ingest.Desk, f addFlags, file string, stdin io.Reader) (ingest.Taken, ingest.Document, error) {
	data, err := readInput(file, stdin)
	if err != nil {
		return ingest.Taken{}, ingest.Document{}, err
	}
	doc, err := r.read(file, data, f.url)
	if err != nil {
		return ingest.Taken{}, doc, err
	}
	if f.url != "" {
		doc.URL = f.url
	}
	if f.date != "" {
		if doc.Date, err = corpus.ParseDate(f.date); err != nil {
			return ingest.Taken{}, doc, err
		}
	}
	if doc.Title == "" {
		return ingest.Taken{}, doc, errors.New("no title was found")
	}
	taken, err := desk.Take(doc, f.outlet)
	return taken, doc, err
}

// read reads a page or a text, told by the file's name; what has no name by
// whether it begins with a tag.
func (r *run) read(file string, data []byte, address string) (ingest.Document, error) {
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(file), ".gz"))) {
	case ".html", ".htm", ".xhtml":
		return ingest.Extract(data, address, r.languages)
	case ".txt", ".md":
		return ingest.Plain(data)
	}
	if file != "-" {
		return ingest.Document{}, errors.New("only .html, .html.gz, .txt and .md are read")
	}
	plain, err := ingest.Unpack(data)
	if err != nil {
		return ingest.Document{}, err
	}
	if bytes.HasPrefix(bytes.TrimSpace(plain), []byte("<")) {
		return ingest.Extract(plain, address, r.languages)
	}
	return ingest.Plain(plain)
}

// readInput reads a file or standard input, no more than a page may have.
func readInput(file string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, errors.Unwrap(err)
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, ingest.Largest+1))
}

// addedLine is the line about an article: where it went, what was found and what
// is missing.
func addedLine(file string, t ingest.Taken, d ingest.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %q", file, d.Title)
	if d.Date.Known() {
		fmt.Fprintf(&b, ", %s", d.Date)
	}
	if d.Author != "" {
		fmt.Fprintf(&b, ", by %s", d.Author)
	}
	fmt.Fprintf(&b, ", %s → %s", count(len(strings.Fields(d.Text())), "word"), t.File)
	if t.Replaced {
		b.WriteString(" (replaced)")
	}
	if t.NewOutlet {
		fmt.Fprintf(&b, "; new outlet %s", t.Outlet)
	}
	var missing []string
	for _, m := range []struct{ name, value string }{
		{"date", d.Date.String()}, {"author", d.Author}, {"address", d.URL}, {"language", d.Language}, {"licence", string(d.Licence)},
	} {
		if m.value == "" {
			missing = append(missing, m.name)
		}
	}
	if len(missing) > 0 {
		fmt.Fprintf(&b, "; missing: %s", strings.Join(missing, ", "))
	}
	if t.Private {
		b.WriteString("; kept out of git")
	}
	return b.String()
}
