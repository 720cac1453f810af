package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/generator/coding"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/output"
	"parallax/generator/stages"
)

// Files of a coding task.
const (
	keyFile       = "key.json"
	agreementFile = "agreement.csv"
)

// codingCommand lets people judge what the program found.
func codingCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "coding",
		Short: "Let people judge what the program found, and say how far they agree",
		Long:  "Let two coders or more judge sentences without knowing who published them or what\nthe program says of them, and say how far they agree and how often it is right.\n\n" + exits("a task is made or read", "it could not be, which is said", "", "nothing was written"),
	}
	c.AddCommand(codingNewCommand(), codingImportCommand())
	return c
}

// codingFlags are what a task is asked to be.
type codingFlags struct {
	siteFlags
	wishes coding.Wishes
	coders int
}

// codingNewCommand makes a task.
func codingNewCommand() *cobra.Command {
	var f codingFlags
	c := &cobra.Command{
		Use:   "new",
		Short: "Make a task: a sheet and a page for each coder, and the key",
		Long: "Draw sentences of the site's articles and write for each coder a sheet (CSV) and a page\n" +
			"that works from the disk, saves what was answered as a file and asks nothing of the web.\n" +
			"label-studio.json is the same for Label Studio. " + keyFile + " has the program's answers: keep it\n" +
			"from the coders. Sheets hold whole sentences of articles: do not publish them.\n\n" +
			exits("the task is written", "there is nothing to judge, or a task is there already", "", "nothing was written"),
		Example: `  parallax coding new --units 100 --coders 3
  parallax coding new --signal tone --out monday`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if f.coders < 2 || f.wishes.Units < 2 {
				return useError{c, errors.New("a task has two units and two coders or more")}
			}
			for _, signal := range f.wishes.Signals {
				if !slices.Contains(coding.Signals(), signal) {
					return useError{c, fmt.Errorf("--signal %q; %s", signal, diag.DidYouMean(signal, coding.Signals()))}
				}
			}
			return withRun(c, f.siteFlags, func(r *run) error { return r.codingNew(c.Context(), f) })
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` to write to (default: coding in the site's folder)")
	c.Flags().IntVar(&f.wishes.Units, "units", 100, "how `MANY` sentences each coder judges of a signal")
	c.Flags().IntVar(&f.coders, "coders", 2, "how `MANY` coders there are")
	c.Flags().Uint64Var(&f.wishes.Seed, "seed", 1, "the `NUMBER` that the sentences are drawn by; the same draws the same")
	c.Flags().StringSliceVar(&f.wishes.Signals, "signal", nil, "only these `SIGNALS`: "+strings.Join(coding.Signals(), ", "))
	c.MarkFlagDirname("out")
	return c
}

// codingNew makes a task of a site.
func (r *run) codingNew(ctx context.Context, f codingFlags) error {
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	out := r.flags.out
	if out == "" {
		out = filepath.Join(r.flags.site, "coding")
	}
	if _, err := os.Stat(filepath.Join(out, keyFile)); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is a task already, whose sheets may have been filled in; choose another folder with --out", out)
	}
	compared := stages.NewComparer(w, r.cache, r.program)
	task, err := await(ctx, func() (*coding.Task, error) { return r.codingTask(ctx, w, compared, f.wishes) })
	r.console.wipe()
	if err != nil {
		return err
	}
	files, err := taskFiles(task, f.coders)
	if err != nil {
		return err
	}
	if _, err := output.Write(ctx, out, each(files), r.options(w)); err != nil {
		return err
	}
	r.console.result("task %s: %s for %s in %s; keep %s from them", task.Name, diag.Count(len(task.Units), "unit"), diag.Count(f.coders, "coder"), out, keyFile)
	return nil
}

// codingTask draws the sentences of a task. An event whose texts are not at hand has
// none.
func (r *run) codingTask(ctx context.Context, w *stages.Work, compared *stages.Comparer, wishes coding.Wishes) (*coding.Task, error) {
	var sources []coding.Source
	for i := range w.Grouping.Events {
		e := &w.Grouping.Events[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if w.Held(e.Slug) {
			continue
		}
		r.console.progress("comparing %s", e.Slug)
		found, articles, err := compared.Machine(e)
		if err != nil {
			return nil, fmt.Errorf("compare event %s: %w", e.Slug, err)
		}
		sources = append(sources, coding.Source{Comparison: found, Articles: articles})
	}
	wishes.Program = version
	return coding.New(sources, w.Corpus.Outlets, wishes)
}

// taskFiles returns the files of a task.
func taskFiles(task *coding.Task, coders int) ([]file.File, error) {
	key, err := json.MarshalIndent(task, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the key: %w", err)
	}
	studio, err := task.LabelStudio()
	if err != nil {
		return nil, err
	}
	files := []file.File{{Path: keyFile, Data: append(key, '\n')}, {Path: "label-studio.json", Data: studio}}
	for n := 1; n <= coders; n++ {
		page, err := task.Page(n)
		if err != nil {
			return nil, err
		}
		name := fmt.Sprintf("coder-%d", n)
		files = append(files, file.File{Path: name + ".csv", Data: task.Sheet(n)}, file.File{Path: name + ".html", Data: page})
	}
	return files, nil
}

// codingImportCommand reads what coders made.
func codingImportCommand() *cobra.Command {
	site := ""
	c := &cobra.Command{
		Use:   "import DIR FILE...",
		Short: "Read what coders made, and say how far they agree and how often the program is right",
		Long: "Read sheets, files that pages saved, JSON of Label Studio, CAS of INCEpTION (JSON or XMI),\n" +
			"JSON lines of doccano and standoff of brat (.ann with its .txt) that coders made of the task\n" +
			"in DIR. Agreement is Krippendorff's alpha with its interval, beside percent, AC1 and\n" +
			"kappa; precision and recall are by the majority of the coders. The same is written to\n" +
			"DIR/" + agreementFile + ". Coders are called c1, c2 and so on.\n" +
			"With --site the figures stand on the method page of a site, too.\n\n" + exits("everything was read", "some answers could not be read, which is said; the figures are of the others", "", "nothing was written"),
		Example: "  parallax coding import coding coding/coder-1.csv saved/coding-*.json",
		Args:    cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if site != "" && !isSite(site) {
				return useError{c, fmt.Errorf("--site %s: there is no site", site)}
			}
			return codingImport(newConsole(c), args[0], args[1:], site)
		},
	}
	c.Flags().StringVar(&site, "site", "", "also show the figures on the method page of the site in `DIR`")
	c.MarkFlagDirname("site")
	return c
}

// codingImport reads files of the task in a folder. The figures are written beside it
// and, if one is named, into a site.
func codingImport(console *console, dir string, files []string, site string) error {
	data, err := os.ReadFile(filepath.Join(dir, keyFile))
	if err != nil {
		return fmt.Errorf("read the key of the task: %w", err)
	}
	var task coding.Task
	if err := json.Unmarshal(data, &task); err != nil {
		return fmt.Errorf("read the key of the task %s: %w", filepath.Join(dir, keyFile), err)
	}
	var answers []coding.Answer
	failed := false
	for _, name := range files {
		coded, err := readCoded(&task, name)
		if err != nil {
			console.note("%s: %v", name, err)
			failed = true
			continue
		}
		console.result("%s: %s, %s", name, coded.Form, diag.Count(len(coded.Answers), "answer"))
		for _, u := range coded.Unread {
			console.note("%s: %s", name, u)
			failed = true
		}
		answers = append(answers, coded.Answers...)
	}
	results, twice := task.Judge(answers)
	for _, said := range twice {
		console.note("%s; the last counts", said)
		failed = true
	}
	for _, result := range results {
		console.result("%s", result)
	}
	names := []string{filepath.Join(dir, agreementFile)}
	if site != "" {
		names = append(names, filepath.Join(site, filepath.FromSlash(stages.CodedFolder), task.Name+".csv"))
	}
	for _, name := range names {
		if err := output.WriteFile(name, coding.Table(results), nil); err != nil {
			return fmt.Errorf("write the agreement: %w", err)
		}
	}
	if failed {
		return errProblems
	}
	return nil
}

// readCoded reads a file that a coder made, with the text beside it that standoff of
// brat is about.
func readCoded(task *coding.Task, name string) (*coding.Coded, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	var text []byte
	if base, is := strings.CutSuffix(name, ".ann"); is {
		if text, err = os.ReadFile(base + ".txt"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return task.Read(name, data, text)
}
