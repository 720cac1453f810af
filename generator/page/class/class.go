// Package class makes the lesson of an event: the page for the screen, sheets,
// key, slides and plan, and the pack that holds them all with the quizzes of
// other programs. A [Course] makes it; what a class gets names no outlet.
package class

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/lesson"
	"parallax/generator/mask"
	"parallax/generator/page/event"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// A Page is the data of class.html and key.html: the whole lesson of an
// event, to try on the screen and with its answers. Only the key names outlets.
type Page struct {
	frame.Frame
	Name    string
	Summary string // "6 exercises, 17 minutes"
	Event   frame.Link
	Texts   frame.Link // the reports
	Sheet   frame.Link // the worksheet; empty on the key
	All     frame.Link // to all lessons
	Checked string
	Parts   []Part
	Note    []string        // what an editor says of the check, a paragraph each; only on the key
	Offered []Part          // for the teacher to check first; only on the key
	Columns []frame.Who     // of the filled grid; only on the key
	Grid    []event.GridRow // the empty grid, filled; only on the key
}

// A Part is excerpts and the exercises on them.
type Part struct {
	Texts []Text
	Items []Item
}

// A Text is an excerpt to read.
type Text struct {
	lesson.Text
	ID    string
	Dir   string     // of the text; empty if it is the interface's
	Lines []string   // of about the same length, to be numbered
	Ref   *event.Ref // where it is from; only on the key
}

// An Item is one exercise.
type Item struct {
	lesson.Item
	Number  int
	Length  string      // "3 minutes"
	Grades  string      // "from grade 9"
	Sheets  string      // its numbers on the sheets; only on the key
	Checked string      // who checked it; only on the key
	Refs    []event.Ref // where its options are from; only on the key
	Write   []int       // an entry for each line to write on
}

// A Listed is what the page of all lessons keeps of an event.
type Listed struct {
	Slug, Name string
	Says       string // the event in a sentence; may be empty
	Checked    string // by whom it was checked; empty if no one is named for all of it
	Sheets     []classSheet
	Why        string // why there is no lesson; empty if there is one
	Alone      bool   // there is none because there is one report only
}

// A classSheet is what it keeps of a level's sheets.
type classSheet struct {
	Level              lesson.Level
	Minutes, Exercises int
}

// mistaken returns the mistakes of a note as one error.
func mistaken(list diag.List) error {
	var lines []string
	for _, d := range list.Sorted() {
		lines = append(lines, d.String())
	}
	return errors.New(strings.Join(lines, "\n"))
}

// CheckNotes returns an error for notes on lessons of events that are not
// there, given the slugs of those that are.
func CheckNotes(notes []corpus.LessonNote, slugs []string) error {
	var list diag.List
	for _, note := range notes {
		if !slices.Contains(slugs, note.Slug) {
			list.Errorf(note.File, 0, diag.DidYouMean(note.Slug, slugs), "there is no event %q", note.Slug)
		}
	}
	if list.Failed() {
		return mistaken(list)
	}
	return nil
}

// A room makes the pages of a lesson from those of an event or, as pupils
// see them, of its blind twin.
type room struct {
	*event.Builder
	note *corpus.LessonNote // the editor's; or nil
	why  string             // why there is no lesson; empty if there is one, or the site wants none
}

// leastExercises is how many exercises a lesson has at least.
const leastExercises = 3

// The files of a lesson.
const (
	keyFile = "key.html"
)

// Exercises returns the lesson of an event's reports, as the program makes it.
func Exercises(b *event.Builder, blind *event.Builder) *lesson.Lesson {
	return lesson.Make((&room{Builder: b}).material(&room{Builder: blind}))
}

// made returns the lesson before an editor changes it.
func (b *room) made(from lesson.Material) *lesson.Lesson {
	if b.Kept == nil {
		return lesson.Make(from)
	}
	l := *b.Kept.Lesson
	l.Exercises, l.Offered = slices.Clone(l.Exercises), slices.Clone(l.Offered)
	return &l
}

// material returns what the lesson is made of; h is the room of the blind twin.
func (b *room) material(h *room) lesson.Material {
	return lesson.Material{
		Comparison: b.Comparison,
		Articles:   b.Articles,
		Languages:  b.Languages,
		Shows: func(article int, s text.Span) bool {
			named := slices.ContainsFunc(h.Swaps[article], func(x mask.Swap) bool { return x.Overlaps(s) })
			return !named && slices.Equal(b.Allowance.Show(b.Articles[article], s), []text.Span{s})
		},
		Piece: func(e framing.Evidence) text.Span { return b.piece(h, e) },
		Sort: func(article int) string {
			if o := b.Corpus.Outlet(b.Articles[article].Outlet); o != nil {
				return o.Kind.Value
			}
			return ""
		},
		Clean: func(words string) bool { return h.Clean(words) == words },
	}
}

// lesson returns the lesson of the event, nil if it has too few exercises or
// the site wants none. What the blind twin has to hide a name in is not used,
// whole or in part.
func (b *room) lesson(h *room) (*lesson.Lesson, error) {
	if !b.Config.Pages.Lessons || !b.Config.Pages.Blind {
		return nil, nil
	}
	from := b.material(h)
	l := b.made(from)
	if b.note != nil {
		if mistakes := lesson.Edit(l, b.note, from); mistakes.Failed() {
			return nil, mistaken(mistakes)
		}
	}
	if len(l.For(lesson.Grade11).Exercises) < leastExercises {
		b.why = b.lacking(len(l.Exercises))
		return nil, nil
	}
	return l, nil
}

// lacking says why an event with so many exercises has no lesson.
func (b *room) lacking(exercises int) string {
	if len(b.Articles) < 2 {
		return b.Text("lesson.lackone")
	}
	few := b.Count("lesson.lackfew", exercises, "least", strconv.Itoa(leastExercises))
	restricted, retold := 0, 0
	for _, a := range b.Articles {
		if !b.Allowance.Whole(a) {
			restricted++
		}
		if a.Paraphrase {
			retold++
		}
	}
	if retold > 0 {
		few += " " + b.Text("lesson.lackwords", "n", strconv.Itoa(retold), "of", strconv.Itoa(len(b.Articles)))
	}
	if restricted > 0 {
		few += " " + b.Text("lesson.lackrights", "n", strconv.Itoa(restricted), "of", strconv.Itoa(len(b.Articles)))
	}
	return few
}

// piece returns the words around evidence that may be shown, if no name has to be
// hidden in them; else nothing.
func (b *room) piece(h *room, e framing.Evidence) text.Span {
	a := b.Articles[e.Article]
	for _, part := range b.Allowance.Quotes(a, a.Passages[e.Passage].Span, e.Span) {
		named := slices.ContainsFunc(h.Swaps[e.Article], func(x mask.Swap) bool { return x.Overlaps(part) })
		if part.Contains(e.Span) && !named {
			return part
		}
	}
	return text.Span{}
}
