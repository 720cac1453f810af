package lesson

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// Edit applies what an editor did to a lesson, from the material that it was
// made of. What the editor confirmed, edited or added counts as checked; what
// was only offered and is confirmed joins the exercises. The list says what
// the note names that is not there.
func Edit(l *Lesson, note *corpus.LessonNote, from Material) diag.List {
	e := &editor{maker: maker{Material: from}, lesson: l, note: note}
	e.by = note.CheckedBy
	if note.CheckedOn.Known() {
		e.by += ", " + note.CheckedOn.String()
	}
	for i, change := range note.Edits {
		e.change(fmt.Sprintf("edit.%d", i), change)
	}
	for i, id := range note.Confirm {
		if x := e.find(fmt.Sprintf("confirm.%d", i), id); x != nil {
			x.Checked = e.by
		}
	}
	var drop []string
	for i, id := range note.Drop {
		if e.find(fmt.Sprintf("drop.%d", i), id) != nil {
			drop = append(drop, id)
		}
	}
	dropped := func(x Exercise) bool { return slices.Contains(drop, x.ID) }
	l.Exercises, l.Offered = slices.DeleteFunc(l.Exercises, dropped), slices.DeleteFunc(l.Offered, dropped)
	l.Offered = slices.DeleteFunc(l.Offered, func(x Exercise) bool {
		if x.Checked != "" {
			l.Exercises = append(l.Exercises, x)
		}
		return x.Checked != ""
	})
	if note.Only {
		l.Exercises = slices.DeleteFunc(l.Exercises, func(x Exercise) bool { return x.Checked == "" })
	}
	for i := range note.Added {
		e.add(fmt.Sprintf("add.%d", i), &note.Added[i])
	}
	l.arrange()
	return e.list
}

// An editor applies one note.
type editor struct {
	maker
	lesson *Lesson
	note   *corpus.LessonNote
	by     string
	list   diag.List
}

// mistake notes what is wrong with a key of the note.
func (e *editor) mistake(key, mend, format string, args ...any) {
	e.list.Add(e.note.Mistake(key, mend, format, args...))
}

// find returns the exercise with an id, or nil after a mistake.
func (e *editor) find(key, id string) *Exercise {
	var known []string
	for _, list := range [][]Exercise{e.lesson.Exercises, e.lesson.Offered} {
		for i := range list {
			if list[i].ID == id {
				return &list[i]
			}
			known = append(known, list[i].ID)
		}
	}
	e.mistake(key, diag.DidYouMean(id, known), "the lesson has no item %q", id)
	return nil
}

// change edits an exercise.
func (e *editor) change(key string, c corpus.LessonEdit) {
	x := e.find(key+".id", c.ID)
	if x == nil {
		return
	}
	if c.Prompt != "" {
		x.Prompt = said(c.Prompt)
	}
	if c.Why != "" {
		x.Why = said(c.Why)
	}
	if c.Minutes > 0 {
		x.Minutes = c.Minutes
	}
	if c.Level != 0 {
		x.Level = e.level(key, c.Level)
	}
	x.Checked = e.by
}

// said returns a message that is an editor's own words.
func said(words string) message.Message {
	return message.New("lesson.text", "text", strings.TrimSpace(words))
}

// level returns the level of a grade.
func (e *editor) level(key string, grade int) Level {
	if !slices.Contains(Levels(), Level(grade)) {
		e.mistake(key+".level", "write 6, 9 or 11", "there is no level %d", grade)
		return Grade6
	}
	return Level(grade)
}

// itemID is what the id of an item looks like, so that every format can carry
// it.
var itemID = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// add makes an exercise of an editor's item.
func (e *editor) add(key string, item *corpus.LessonItem) {
	before := e.list.Count(diag.Error)
	x := Exercise{
		ID: item.ID, Kind: Kind(item.Kind), Form: Form(item.Form), Prompt: said(item.Prompt), Why: said(item.Why), Minutes: max(1, item.Minutes),
		Level: Grade6, Strength: 1, Checked: e.by, Excerpts: e.texts(key, item.Texts),
	}
	switch {
	case !itemID.MatchString(item.ID):
		e.mistake(key+".id", "write a letter, then letters, digits and underscores", "%q cannot be the id of an item", item.ID)
	case e.lesson.has(item.ID):
		e.mistake(key+".id", "choose another", "there is an item %q already", item.ID)
	}
	if !slices.Contains(Kinds(), x.Kind) {
		e.mistake(key+".kind", diag.DidYouMean(item.Kind, names(Kinds())), "there is no kind of exercise %q", item.Kind)
	}
	if !slices.Contains(Forms(), x.Form) {
		e.mistake(key+".form", diag.DidYouMean(item.Form, names(Forms())), "there is no form %q", item.Form)
	}
	if item.Prompt == "" {
		e.mistake(key+".prompt", "write what is asked", "the item asks nothing")
	}
	if item.Level != 0 {
		x.Level = e.level(key, item.Level)
	}
	e.answers(key, item, &x)
	if e.list.Count(diag.Error) == before && !sound(&x) {
		e.mistake(key, "give it options and which are right, rows, or models, as its form needs", "the item %q cannot be answered in one way", item.ID)
	}
	if e.list.Count(diag.Error) == before {
		e.lesson.Exercises = append(e.lesson.Exercises, x)
	}
}

// answers fills in what can be chosen.
func (e *editor) answers(key string, item *corpus.LessonItem, x *Exercise) {
	for _, words := range slices.Concat(slices.Concat(item.Rows...), item.Options, []string{item.Prompt}) {
		if !e.Clean(words) {
			e.mistake(key, "say it without", "the item %q names an outlet: %s", item.ID, words)
		}
	}
	for n, words := range item.Options {
		o := Option{Words: words, Right: slices.Contains(item.Right, words)}
		if x.Form == Order || x.Form == Match {
			o.Place = n + 1
		}
		if x.Form == Mark {
			o.Span = e.mark(key, x, words)
		}
		x.Options = append(x.Options, o)
	}
	for n, words := range item.Right {
		if x.Form == Gap {
			x.Options = append(x.Options, Option{Words: words, Right: true})
		} else if !slices.Contains(item.Options, words) {
			e.mistake(fmt.Sprintf("%s.right.%d", key, n), diag.DidYouMean(words, item.Options), "%q is none of the options", words)
		}
	}
	for n, row := range item.Rows {
		at := -1
		if len(row) == 2 {
			at = slices.Index(item.Options, row[1])
		}
		if at < 0 {
			e.mistake(fmt.Sprintf("%s.rows.%d", key, n), `write ["what", "option"], with an option from the list`, "the row does not name an option")
			continue
		}
		x.Rows = append(x.Rows, Option{Words: row[0], Place: at + 1})
	}
	if x.Form == Order {
		x.Options = e.shuffled(x.ID, x.Options)
	}
	x.Rows = e.shuffled(x.ID, x.Rows)
	for _, m := range item.Models {
		x.Models = append(x.Models, said(m))
	}
}

// mark returns where the words of an option stand in the first excerpt.
func (e *editor) mark(key string, x *Exercise, words string) text.Span {
	if len(x.Excerpts) == 0 {
		return text.Span{}
	}
	first := x.Excerpts[0]
	at := strings.Index(e.words(first.Evidence), words)
	if at < 0 {
		e.mistake(key+".options", "copy the words from the first text", "%q does not stand in it", words)
		return text.Span{}
	}
	return text.Span{Start: first.Span.Start + at, End: first.Span.Start + at + len(words)}
}

// texts returns the passages that an item names as excerpts.
func (e *editor) texts(key string, places []string) []Excerpt {
	var list []Excerpt
	for n, place := range places {
		at := key + ".texts." + strconv.Itoa(n)
		id, passages, _ := strings.Cut(place, "#")
		article := slices.IndexFunc(e.Articles, func(a *corpus.Article) bool { return a.ID == id })
		if article < 0 {
			var known []string
			for _, a := range e.Articles {
				known = append(known, a.ID)
			}
			e.mistake(at, diag.DidYouMean(id, known), "the event has no article %q", id)
			continue
		}
		from, to, run := strings.Cut(passages, "-")
		first := e.passage(at, article, from)
		last := first
		if run {
			last = e.passage(at, article, to)
		}
		if first < 0 || last < first {
			continue
		}
		span := text.Span{Start: e.span(article, first).Start, End: e.span(article, last).End}
		if !e.Shows(article, span) {
			e.mistake(at, "choose another", "%q may not be shown whole, or names an outlet", place)
			continue
		}
		list = append(list, Excerpt{Evidence: framing.Evidence{Article: article, Passage: first, Span: span}})
	}
	return list
}

// passage returns the index of an article's passage, or -1 after a mistake.
func (e *editor) passage(key string, article int, id string) int {
	var known []string
	for i, p := range e.Articles[article].Passages {
		if p.ID == id {
			return i
		}
		known = append(known, p.ID)
	}
	e.mistake(key, diag.DidYouMean(id, known), "the article %q has no passage %q", e.Articles[article].ID, id)
	return -1
}

// names returns kinds or forms as they are written.
func names[T ~string](list []T) []string {
	var all []string
	for _, s := range list {
		all = append(all, string(s))
	}
	return all
}
