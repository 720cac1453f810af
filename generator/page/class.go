package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/lesson"
	"parallax/generator/text"
)

// A Class is the data of class.html, worksheet.html and key.html: the lesson
// of an event, on the screen, on paper, and with its answers. Only the key
// names outlets.
type Class struct {
	Frame
	Name      string
	Lead      string // "6 exercises, 17 minutes"
	Event     Link
	Texts     Link // the reports
	Sheet     Link // the worksheet; empty on the worksheet and the key
	All       Link // to all lessons; empty on the worksheet
	Exercises []ClassExercise
}

// A ClassExercise is one exercise as a page shows it.
type ClassExercise struct {
	Number   int
	ID       string // fragment
	Prompt   string
	Minutes  string
	Excerpts []ClassExcerpt
	Options  []ClassOption
	Several  bool
	Answer   string // empty on the worksheet
	Why      string // empty on the worksheet
}

// A ClassExcerpt is a passage to read.
type ClassExcerpt struct {
	Number   string // "Excerpt 1"
	Words    template.HTML
	Language string
	Dir      string
	Refs     []Ref // where it is from; only on the key
}

// A ClassOption is something to choose.
type ClassOption struct {
	ID    string
	Text  string
	Right bool // never on the worksheet
}

// A classLesson is what the page of all lessons keeps of an event.
type classLesson struct {
	slug, name        string
	minutes, exercise int
}

// leastExercises is how many exercises a lesson has at least.
const leastExercises = 3

// The files of a lesson.
const (
	classFile = "class.html"
	sheetFile = "worksheet.html"
	keyFile   = "key.html"
	giftFile  = "quiz.gift.txt"
	itemsFile = "items.csv"
)

// lesson returns the lesson of the event, nil if it has too few exercises or
// the site wants none. An exercise of which the blind twin has to hide an
// option would give a name away or hide the answer, so it is left out.
func (b *builder) lesson(h *builder) *lesson.Lesson {
	if !b.site.Config.Pages.Lessons || !b.site.Config.Pages.Blind {
		return nil
	}
	l := lesson.Make(b.comparison, b.articles, func(article int, s text.Span) bool {
		return slices.Equal(b.allowance.Show(b.articles[article], s), []text.Span{s})
	})
	l.Exercises = slices.DeleteFunc(l.Exercises, func(x lesson.Exercise) bool {
		return slices.ContainsFunc(x.Options, func(o lesson.Option) bool { return h.clean(o.Words) != o.Words })
	})
	if len(l.Exercises) < leastExercises {
		return nil
	}
	return l
}

// lessonPages renders the pages and files of the event's lesson.
func (b *builder) lessonPages(h *builder) error {
	l := b.class
	if l == nil {
		return nil
	}
	b.lessons = append(b.lessons, classLesson{b.event.Slug, b.event.Title, l.Minutes(), len(l.Exercises)})
	for _, p := range []struct {
		kind string
		by   *builder
	}{{"class", h}, {"worksheet", h}, {"key", b}} {
		path := eventPath(b.event.Slug, p.kind+".html")
		if err := b.page(p.kind, path, p.by.classView(p.kind, path, l)); err != nil {
			return err
		}
	}
	quiz := h.quiz(l)
	if err := b.emit(File{Path: eventPath(b.event.Slug, giftFile), Data: gift(quiz)}); err != nil {
		return err
	}
	data, err := items(quiz)
	if err != nil {
		return err
	}
	return b.emit(File{Path: eventPath(b.event.Slug, itemsFile), Data: data})
}

// classView returns what one of the lesson's pages is made from.
func (b *builder) classView(kind, path string, l *lesson.Lesson) Class {
	name := b.clean(b.event.Title)
	v := Class{Frame: b.frame(kind, path, b.text("lesson."+kind+"title", "event", name)), Name: name, Exercises: b.exercises(kind, l)}
	v.Canonical = ""
	v.Lead = b.lessonLead(len(l.Exercises), l.Minutes())
	v.Description = v.Lead
	v.Event, v.Texts = Link{Text: name, Href: "blind.html"}, Link{Text: b.text("event.blindtext"), Href: "blind-text.html"}
	switch kind {
	case "class":
		v.Sheet = Link{Text: b.text("lesson.worksheet"), Href: sheetFile}
	case "key":
		v.Event.Href, v.Texts = "index.html", Link{Text: b.text("event.plain"), Href: "plain.html"}
	}
	if kind != "worksheet" {
		v.All = Link{Text: b.text("lesson.all"), Href: href(path, teachersPath)}
	}
	return v
}

// lessonLead says how much there is to do.
func (r *renderer) lessonLead(exercises, minutes int) string {
	return r.count("lesson.exercises", exercises) + r.text("language.comma") + r.count("lesson.minutes", minutes)
}

// exercises returns the exercises of a lesson for a kind of page: "class",
// "worksheet", "key" or, for the files, "items".
func (b *builder) exercises(kind string, l *lesson.Lesson) []ClassExercise {
	var list []ClassExercise
	for i := range l.Exercises {
		x := &l.Exercises[i]
		v := ClassExercise{Number: i + 1, ID: x.ID, Prompt: b.sentence(x.Prompt), Minutes: b.count("lesson.minutes", x.Minutes), Several: x.Form == lesson.Choices}
		for n, e := range x.Excerpts {
			v.Excerpts = append(v.Excerpts, b.classExcerpt(kind, n+1, e))
		}
		var right []string
		for n, o := range x.Options {
			option := ClassOption{ID: x.ID + "_" + strconv.Itoa(n+1), Text: b.option(x, o), Right: o.Right && kind != "worksheet"}
			if o.Right {
				right = append(right, option.Text)
			}
			v.Options = append(v.Options, option)
		}
		if kind != "worksheet" {
			v.Answer, v.Why = strings.Join(right, b.text("language.comma")), b.sentence(x.Why)
		}
		list = append(list, v)
	}
	return list
}

// classExcerpt returns a passage of an exercise. The key marks the words that
// the answer is about and says where they stand.
func (b *builder) classExcerpt(kind string, number int, e lesson.Excerpt) ClassExcerpt {
	a := b.articles[e.Article]
	x := ClassExcerpt{Number: b.text("lesson.excerpt", "n", strconv.Itoa(number)), Language: b.language(a.Language), Dir: b.direction(a.Language)}
	w := b.writers[e.Article]
	if kind == "key" {
		w = b.writer(e.Article, []mark{{Span: e.Point, kind: "point"}})
		x.Refs = []Ref{b.ref(e.Article, e.Passage)}
	}
	x.Words = b.written(w, e.Article, e.Span)
	return x
}

// option says an option.
func (b *builder) option(x *lesson.Exercise, o lesson.Option) string {
	switch {
	case o.Words != "":
		return b.clean(o.Words)
	case o.Says.Key != "":
		return b.sentence(o.Says)
	case o.Excerpt > 0:
		return b.text("lesson.excerpt", "n", strconv.Itoa(o.Excerpt))
	}
	return b.who[o.Article].Name
}
