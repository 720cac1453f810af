package command

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"parallax/generator/corpus"
	"parallax/generator/desk"
	"parallax/generator/diag"
	"parallax/generator/file"
	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
	"parallax/generator/message"
	"parallax/generator/output"
	"parallax/generator/page"
	"parallax/generator/page/class"
	"parallax/generator/stages"
)

// lessonCommand writes the pack of one event's lesson into a folder.
func lessonCommand() *cobra.Command {
	var f siteFlags
	var w lessonFlags
	c := &cobra.Command{
		Use:   "lesson [EVENT]",
		Short: "Write a lesson on one event: sheets, key and quizzes for learning platforms",
		Long: "Write the pack of one event into a folder: sheets to hand out in pupils/, the key\n" +
			"and quizzes in teacher/, and offline.html for practice. Without EVENT the events\n" +
			"with a lesson are listed, and why others have none. Nothing is published.\n\n" + exits("the pack is written, or the lessons are listed", "problems were found, or the event has no lesson; the folder is as it was", "", "the folder is as it was"),
		Example: `  parallax lesson
  parallax lesson north-bridge-closure-2026-05 --level 6-8 --out monday
  parallax lesson north-bridge-closure-2026-05 --format gift,kahoot`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completer(events).first,
		RunE: func(c *cobra.Command, args []string) error {
			wish, err := w.wish()
			if err != nil {
				return useError{c, err}
			}
			return withRun(c, f, func(r *run) error { return r.lesson(c.Context(), strings.Join(args, ""), wish) })
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.out, "out", "", "the `DIR` to write to (default: pack/EVENT in the site's folder)")
	c.MarkFlagDirname("out")
	c.Flags().StringVar(&w.level, "level", "", "only the sheets of these `GRADES`: 6-8, 9-10 or 11+")
	c.Flags().StringVar(&w.version, "version", "", "only the sheets of this `VERSION`: A or B")
	c.Flags().StringSliceVar(&w.formats, "format", nil, "only these quiz `FORMATS`: "+strings.Join(formatNames(), ", "))
	completer(levels).flag(c, "level")
	completer(formats).flag(c, "format")
	return c
}

// lessonFlags are what lesson is asked for.
type lessonFlags struct {
	level, version string
	formats        []string
}

// wish returns the flags as a wish, or says what is wrong with them.
func (f lessonFlags) wish() (class.Wish, error) {
	w := class.Wish{Version: strings.ToLower(f.version), Formats: f.formats}
	var levels []string
	for _, l := range lesson.Levels() {
		levels = append(levels, l.String())
		if strings.TrimSuffix(f.level, "+") == l.String() {
			w.Level = l
		}
	}
	if f.level != "" && w.Level == 0 {
		return w, fmt.Errorf("--level %q; %s", f.level, diag.DidYouMean(f.level, levels))
	}
	if !slices.Contains([]string{"", "a", "b"}, w.Version) {
		return w, fmt.Errorf("--version %q; known are A, B", f.version)
	}
	for _, name := range f.formats {
		if !slices.Contains(formatNames(), name) {
			return w, fmt.Errorf("--format %q; %s", name, diag.DidYouMean(name, formatNames()))
		}
	}
	return w, nil
}

// formatNames returns the names of all formats.
func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// lesson writes the pack of an event, or lists the lessons.
func (r *run) lesson(ctx context.Context, slug string, wish class.Wish) error {
	w, err := r.load(ctx)
	if err != nil {
		return r.stop(w, err)
	}
	r.console.diagnostics(w.Problems)
	s := r.comparedSite(ctx, w)
	if slug == "" {
		return r.listLessons(ctx, s)
	}
	if err := known(s, slug); err != nil {
		return err
	}
	b, err := await(ctx, func() (*class.Bundle, error) { return page.MakeBundle(s, slug, wish) })
	r.console.wipe()
	switch {
	case err != nil:
		return err
	case b == nil:
		return noLesson(ctx, s, slug)
	}
	return r.writeLesson(ctx, w, b)
}

// noLesson says why an event has no lesson.
func noLesson(ctx context.Context, s page.Site, slug string) error {
	l, err := await(ctx, func() (class.Summary, error) { return page.Lesson(s, slug) })
	switch {
	case err != nil:
		return err
	case l.Why == "":
		return fmt.Errorf("event %s has no lesson: config.toml switches lessons off", slug)
	}
	return fmt.Errorf("event %s has no lesson: %s \"parallax lesson\" lists the events that have one", slug, l.Why)
}

// known says that a site has no such event.
func known(s page.Site, slug string) error {
	var slugs []string
	for _, e := range s.Events {
		slugs = append(slugs, e.Slug)
	}
	if slices.Contains(slugs, slug) {
		return nil
	}
	return fmt.Errorf("no event %q; %s", slug, diag.DidYouMean(slug, slugs))
}

// listLessons prints the events that have a lesson, and why others have none.
func (r *run) listLessons(ctx context.Context, s page.Site) error {
	lessons, err := await(ctx, func() ([]class.Summary, error) { return page.Lessons(s) })
	r.console.wipe()
	if err != nil {
		return err
	}
	for _, l := range lessons {
		if l.Why != "" {
			r.console.note("no lesson: %s: %s", l.Event, l.Why)
		}
	}
	lessons = slices.DeleteFunc(lessons, func(l class.Summary) bool { return l.Items == 0 })
	if len(lessons) == 0 {
		r.console.note("no event has a lesson: too little in the reports is sure enough, or config.toml switches lessons off")
		return nil
	}
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "EVENT\tLEVELS\tEXERCISES\tMINUTES\tTITLE")
	for _, l := range lessons {
		var levels []string
		for _, level := range l.Levels {
			levels = append(levels, level.String())
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%s\n", l.Event, strings.Join(levels, ","), l.Items, l.Minutes, l.Title)
	}
	t.Flush()
	r.console.result("%s", strings.TrimSuffix(b.String(), "\n"))
	return nil
}

// writeLesson writes a pack, unless it holds more of an article than it may,
// and says what is in it.
func (r *run) writeLesson(ctx context.Context, w *stages.Work, b *class.Bundle) error {
	audit := audit(w)
	for _, f := range b.Files {
		audit.Add(file.File{Path: "e/" + b.Event + "/" + f.Path, Data: f.Data})
	}
	if found := audit.Report(); found.Failed() {
		r.console.diagnostics(found)
		return errProblems
	}
	out := r.flags.out
	if out == "" {
		out = filepath.Join(r.flags.site, "pack", b.Event)
	}
	report, err := output.Write(ctx, out, each(b.Files), r.options(w))
	if err != nil {
		return err
	}
	r.console.result("%s: %s of level %s, %s", b.Title, diag.Count(b.Items, "exercise"), b.Level, diag.Count(b.Minutes, "minute"))
	for _, e := range b.Exports {
		r.console.result("  %s: %s", e.Format.File, diag.Count(b.Items-len(e.LeftOut), "exercise"))
		for _, o := range e.LeftOut {
			r.console.result("    left out: exercise %d (%s): %s", o.Number, o.Name, w.Messages.Say(o.Reason))
		}
	}
	r.console.result("%s in %s: %s written, %s kept, %s removed; %s",
		diag.Count(report.Files, "file"), out, diag.Digits(report.Written), diag.Digits(report.Kept), diag.Digits(report.Removed), diag.Size(report.Bytes))
	return nil
}

// lesson returns what the desk shows of the lesson of an event.
func (h *deskHouse) lesson(ctx context.Context, slug string) (*desk.Lesson, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	e, err := h.find(ctx, slug)
	if err != nil {
		return nil, err
	}
	l, why, err := page.Exercises(h.run.comparedSite(ctx, h.work), slug)
	if err != nil {
		return nil, err
	}
	_, articles, err := h.comparer.Machine(e)
	if err != nil {
		return nil, err
	}
	made := &desk.Lesson{Title: e.Title, Why: why, Note: h.work.Corpus.Lesson(slug)}
	if l == nil {
		if why == "" {
			made.Why = "config.toml: [lessons]"
		}
		return made, nil
	}
	for n, x := range slices.Concat(l.Exercises, l.Offered) {
		made.Items = append(made.Items, h.item(&x, articles, n >= len(l.Exercises)))
	}
	return made, nil
}

// item returns an exercise in words.
func (h *deskHouse) item(x *lesson.Exercise, articles []*corpus.Article, offered bool) desk.Item {
	say := h.work.Messages.Say
	item := desk.Item{
		ID: x.ID, Kind: say(message.New("lesson.kind" + string(x.Kind))), Prompt: say(x.Prompt), Checked: x.Checked, Offered: offered,
	}
	if x.Why.Key != "" {
		item.Why = say(x.Why)
	}
	for _, e := range x.Excerpts {
		item.Texts = append(item.Texts, e.Span.Of(articles[e.Article].Text))
	}
	words := func(o lesson.Option) string {
		if o.Words == "" && o.Says.Key != "" {
			return say(o.Says)
		}
		return o.Words
	}
	for _, o := range x.Rows {
		row := words(o)
		for _, answer := range x.Options {
			if x.Form == lesson.Match && answer.Place == o.Place {
				row += " → " + words(answer)
			}
		}
		item.Rows = append(item.Rows, row)
	}
	for _, o := range x.Options {
		if said := words(o); said != "" {
			item.Options = append(item.Options, desk.Option{Text: said, Right: o.Right})
		}
	}
	for _, m := range x.Models {
		item.Models = append(item.Models, say(m))
	}
	return item
}

// pack returns the pack of the lesson of an event.
func (h *deskHouse) pack(ctx context.Context, slug string) ([]byte, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.load(ctx); err != nil {
		return nil, err
	}
	b, err := page.MakeBundle(h.run.comparedSite(ctx, h.work), slug, class.Wish{})
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, fmt.Errorf("the event %q has no lesson: %w", slug, fs.ErrNotExist)
	}
	return b.Zip()
}
