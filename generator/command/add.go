package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parallax/generator/corpus"
	"parallax/generator/desk"
	"parallax/generator/ingest"
	"parallax/generator/ingest/sieve"
	"parallax/generator/site"
	"parallax/generator/stages"
	"parallax/generator/text"
)

// addFlags are the flags of add.
type addFlags struct {
	siteFlags
	fetchFlags
	outlet, url, date, list string
	dry, replace, excerpt   bool
	columns                 map[string]string // of a table, by what they are
	encoding                string            // of a table
	sieve                   sieve.Sieve
	names                   string // a file of names of outlets
}

const addHelp = `Take the article out of each source and write it below content/articles.
A source is
  https://...            a page, which is downloaded
  .html .htm .html.gz    a saved page
  .mhtml                 a page saved with its pictures
  .warc .warc.gz         a web archive; each page in it is an article
  .pdf .docx             a PDF with a text layer, a file of Word
  .eml                   an e-mail: a newsletter, or an article sent on
  .txt .md               a text whose first line is the title
  .csv .tsv .json .jsonl .parquet
                         a table with an article in each row; one that has
                         addresses and no texts is a list to download
  .ris .bib .json        references, of Zotero for one, to download
  .docx .rtf .html .txt .zip
                         an export of Nexis, Factiva, ProQuest or Europresse,
                         told by what is in it; its articles stay out of git
  a folder               all such files in it
  -                      standard input: any of these
and --list names a file with a source in each line.

The columns of a table are known by usual names (title, text, outlet, url, date,
author, language, id). --dry-run says which is which, shows a few articles and
what cannot be read; --map names the columns that it does not know:
  --map title=kop,text=inhoud,outlet=krant,date=datum:dmy

--host, --lang, --since and --until take a part of a large archive, such as a file
of CC-NEWS: pages of other hosts are not even unpacked.

An article whose page states no open licence goes to content/.private, which
git ignores: the site is built with it and quotes a little of it. With
--excerpt only that little is kept, in content/articles, and the site says that
the comparison was made from it.

`

const addExit = `Exit codes:
  0    every source was taken, or was there already
  1    some could not be read, which is said; the others were taken
  2    the command line is wrong
  130  interrupted; ` + leftUntil

// addCommand turns pages and texts into articles.
func addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add SOURCE...",
		Short: "Turn web pages, texts and archives into articles",
		Long:  addHelp + addExit,
		Example: `  parallax add https://courier.port-merrow.example/north-bridge
  parallax add saved/ archive.warc.gz --dry-run
  parallax add CC-NEWS-20260501.warc.gz --host tide.example --lang en --since 2026-04-28
  parallax add corpus.csv --map title=kop,text=inhoud --dry-run
  parallax add report.txt --outlet merrow-courier --date 2026-05-20 --url https://courier.port-merrow.example/a`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.checkAdd(c, args); err != nil {
				return err
			}
			return withRun(c, f.siteFlags, func(r *run) error { return r.add(c.Context(), f, args, c.InOrStdin()) })
		},
	}
	c.Flags().StringVar(&f.site, "site", ".", "the `DIR` with the site's config.toml")
	c.Flags().StringVar(&f.outlet, "outlet", "", "the `ID` of the outlet, if its address does not tell")
	c.Flags().StringVar(&f.url, "url", "", "the `URL` of the original (one source only)")
	c.Flags().StringVar(&f.date, "date", "", "the `DATE` of publication, instead of the one found")
	c.Flags().StringVar(&f.list, "list", "", "a `FILE` with a source in each line; # begins a remark")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be written, and write nothing")
	c.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "say of each fact where it comes from")
	c.Flags().BoolVar(&f.replace, "replace", false, "write over an article that is there already, and keep the earlier version beside it")
	c.Flags().BoolVar(&f.excerpt, "excerpt", false, "without an open licence, keep only what may be quoted")
	c.Flags().StringToStringVar(&f.columns, "map", nil, "which `COLUMN` of a table is what: title=kop,date=datum:dmy")
	c.Flags().StringVar(&f.encoding, "encoding", "", "the `NAME` of a table's encoding, if it is told wrongly")
	c.Flags().StringVar(&f.names, "outlet-names", "", "a table `FILE` that says which outlets of a table are one: columns given and name")
	c.Flags().StringSliceVar(&f.sieve.Hosts, "host", nil, "only what was published at the `HOST` or below it; several with commas between")
	c.Flags().StringVar(&f.sieve.Language, "lang", "", "only what is in the language `TAG`, such as en")
	c.Flags().StringVar(&f.sieve.Since, "since", "", "only what was published on the `DAY` or later")
	c.Flags().StringVar(&f.sieve.Until, "until", "", "only what was published on the `DAY` or earlier")
	completer(outlets).flag(c, "outlet")
	f.fetchFlags.add(c)
	c.MarkFlagDirname("site")
	c.MarkFlagFilename("list")
	return c
}

// leftUntil says what an interruption while articles are written leaves.
const leftUntil = "what was added until then is there"

// checkAdd says what is wrong with the flags.
func (f *addFlags) checkAdd(c *cobra.Command, sources []string) error {
	if len(sources) == 0 && f.list == "" {
		return useError{c, errors.New("name what to add: addresses, files or folders")}
	}
	if f.url != "" && len(sources) != 1 {
		return useError{c, errors.New("--url is the address of one source, and there are several")}
	}
	if f.url != "" && !site.IsWeb(f.url) {
		return useError{c, fmt.Errorf("--url %q: it must be an address such as https://example.org/news/1", f.url)}
	}
	if err := f.sieve.Check(); err != nil {
		return useError{c, fmt.Errorf("--host, --since and --until: %w", err)}
	}
	if _, err := corpus.ParseDate(f.date); err != nil {
		return useError{c, fmt.Errorf("--date: %w", err)}
	}
	return nil
}

// intake returns what takes articles into the content of the site, and the
// site as it stands. The caller closes its client.
func (r *run) intake(ctx context.Context, f addFlags, stdin io.Reader) (*intake, *stages.Work, error) {
	f.drafts = true // they count as there
	w, err := await(ctx, func() (*stages.Work, error) { return read(r.site, f.siteFlags, r.languages) })
	if err != nil {
		return nil, nil, err
	}
	now, _, err := clock()
	if err != nil {
		return nil, nil, err
	}
	desk, err := await(ctx, func() (*ingest.Desk, error) { return ingest.NewDesk(r.root, w.Corpus, f.rules(w, now)), nil })
	if err != nil {
		return nil, nil, err
	}
	if err := desk.Damage(); err != nil {
		r.console.note("warning: %v; lines that stand on every page of an outlet are learned again", err)
	}
	return &intake{flags: f, desk: desk, console: r.console, languages: r.languages, stdin: stdin, now: now, client: f.client(w.Config)}, w, nil
}

// add takes sources into the content: it reads them all, and then writes.
func (r *run) add(ctx context.Context, f addFlags, sources []string, stdin io.Reader) error {
	if f.list != "" {
		listed, err := readList(f.list)
		if err != nil {
			return err
		}
		sources = append(sources, listed...)
	}
	in, _, err := r.intake(ctx, f, stdin)
	if err == nil {
		defer in.client.Close()
		err = awaitAll(ctx, func() { in.gather(ctx, sources) })
	}
	var left []int
	if err == nil {
		left, err = in.ready(ctx)
	}
	switch {
	case ctx.Err() != nil && !in.written:
		return interrupted{ctx.Err(), "nothing was written"}
	case ctx.Err() != nil:
		return interrupted{ctx.Err(), leftUntil}
	case err != nil:
		return err
	}
	in.takeAll(ctx, left)
	if err := in.desk.Close(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return interrupted{ctx.Err(), leftUntil}
	}
	if len(in.tally.outlets) > 0 {
		r.console.result("new outlets: %s", strings.Join(in.tally.outlets, ", "))
	}
	r.console.result("%s", in.tally.String())
	if in.tally.failed > 0 {
		return errProblems
	}
	return nil
}

// rules returns how articles are taken into a site.
func (f addFlags) rules(w *stages.Work, now time.Time) ingest.Rules {
	return ingest.Rules{
		Config: w.Config, Languages: w.Languages, Now: now, Dry: f.dry, Replace: f.replace, Excerpt: f.excerpt,
	}
}

// look reads a source for the desk, and writes nothing into the content.
func (h *deskHouse) look(ctx context.Context, s desk.Source) ([]desk.Found, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	var said bytes.Buffer
	in, done, err := h.intake(ctx, &said)
	if err != nil {
		return nil, err
	}
	defer done()
	source := s.Name
	if s.Data != nil {
		dir, err := os.MkdirTemp("", "parallax-desk-")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(dir)
		name := "text.txt"
		if kindOf(s.Name) != kindUnknown && kindOf(s.Name) != kindAddress && kindOf(s.Name) != kindInput {
			name = "file" + filepath.Ext(strings.TrimSuffix(s.Name, ".gz"))
			if strings.HasSuffix(s.Name, ".gz") {
				name += ".gz"
			}
		}
		source = filepath.Join(dir, name)
		if err := os.WriteFile(source, s.Data, 0o600); err != nil {
			return nil, err
		}
	}
	in.gather(ctx, []string{source})
	var list []desk.Found
	for _, f := range in.batch {
		if held := in.desk.Holds(f.doc.URL); f.doc.URL != "" && held != "" {
			list = append(list, desk.Found{Source: s.Name, Problem: "it is there already as " + held})
			continue
		}
		h.found = append(h.found, f.doc)
		list = append(list, desk.Found{
			Key: len(h.found), Source: s.Name, Title: f.doc.Title, Outlet: f.doc.Site, Date: f.doc.Date.String(), Author: f.doc.Author,
			Address: f.doc.URL, Licence: string(f.doc.Licence), Begins: text.Beginning(f.doc.Text(), mostFound), Words: text.CountWords(f.doc.Text()), From: f.doc.From.String(),
		})
	}
	if problem := strings.TrimSpace(said.String()); problem != "" {
		list = append(list, desk.Found{Source: s.Name, Problem: strings.ReplaceAll(problem, source, s.Name)})
	}
	return list, nil
}

// mostFound is how many words are shown of an article that was found.
const mostFound = 60

// intake returns what takes articles for the desk, and what closes it.
func (h *deskHouse) intake(ctx context.Context, said io.Writer) (*intake, func(), error) {
	quiet := *h.run
	quiet.console = &console{out: io.Discard, err: said}
	in, _, err := quiet.intake(ctx, addFlags{siteFlags: h.run.flags}, nil)
	if err != nil {
		return nil, nil, err
	}
	return in, func() { in.client.Close() }, nil
}

// keep writes articles that were found into the content, with the facts that a person
// gave them.
func (h *deskHouse) keep(ctx context.Context, found []desk.Found) (changes []desk.Change, remarks []string, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, nil, err
	}
	in, done, err := h.intake(ctx, io.Discard)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	defer func() { err = errors.Join(err, in.desk.Close()) }()
	for _, f := range found {
		if f.Key < 1 || f.Key > len(h.found) {
			return changes, remarks, fmt.Errorf("%q is not on the desk any more", f.Title)
		}
		doc := h.found[f.Key-1]
		date, err := corpus.ParseDate(f.Date)
		if err != nil {
			return changes, remarks, err
		}
		doc.Title, doc.Site, doc.Date, doc.Author, doc.URL, doc.Licence, doc.Listed = f.Title, f.Outlet, date, f.Author, f.Address, corpus.Licence(f.Licence), true
		taken, err := in.desk.Take(doc, h.outletCalled(f.Outlet))
		if err != nil {
			return changes, remarks, fmt.Errorf("%s: %w", f.Title, err)
		}
		if taken.Held != "" {
			remarks = append(remarks, fmt.Sprintf("“%s”: %s.", f.Title, taken.Held))
			continue
		}
		names := []string{taken.File}
		if taken.NewOutlet {
			names = append(names, "content/outlets/"+taken.Outlet+".md")
		}
		for _, name := range names {
			data, err := h.file(name)
			if err != nil {
				return changes, remarks, err
			}
			changes = append(changes, desk.Change{Name: name, After: data})
		}
	}
	h.stale, h.unbuilt = true, true
	return changes, remarks, nil
}

// outletCalled returns the id of the outlet of a name, "" if there is none yet.
func (h *deskHouse) outletCalled(name string) string {
	for _, o := range h.work.Corpus.Outlets {
		if strings.EqualFold(o.Name, name) || o.ID == name {
			return o.ID
		}
	}
	return ""
}

// outlets returns the names of the outlets of the site.
func (h *deskHouse) outlets(ctx context.Context) ([]string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	var names []string
	for _, o := range h.work.Corpus.Outlets {
		names = append(names, o.Name)
	}
	slices.Sort(names)
	return names, nil
}
