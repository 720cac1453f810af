package page

import (
	"errors"
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/lesson"
	"parallax/generator/mask"
	"parallax/generator/text"
)

// A Class is the data of class.html and key.html: the whole lesson of an
// event, to try on the screen and with its answers. Only the key names outlets.
type Class struct {
	Frame
	Name    string
	Summary string // "6 exercises, 17 minutes"
	Event   Link
	Texts   Link // the reports
	Sheet   Link // the worksheet; empty on the key
	Offline Link // the same for use without a network; empty on the key
	All     Link // to all lessons
	Checked string
	Parts   []ClassPart
	Note    []string    // what an editor says of the check, a paragraph each; only on the key
	Offered []ClassPart // for the teacher to check first; only on the key
	Columns []Who       // of the filled grid; only on the key
	Grid    []GridRow   // the empty grid, filled; only on the key
}

// A ClassPart is excerpts and the exercises on them.
type ClassPart struct {
	Texts []ClassText
	Items []ClassItem
}

// A ClassText is an excerpt to read.
type ClassText struct {
	lesson.Text
	ID    string
	Dir   string   // of the text; empty if it is the interface's
	Lines []string // of about the same length, to be numbered
	Ref   *Ref     // where it is from; only on the key
}

// A ClassItem is one exercise.
type ClassItem struct {
	lesson.Item
	Number  int
	Length  string // "3 minutes"
	Grades  string // "from grade 9"
	Sheets  string // its numbers on the sheets; only on the key
	Checked string // who checked it; only on the key
	Refs    []Ref  // where its options are from; only on the key
	Write   []int  // an entry for each line to write on
}

// A classLesson is what the page of all lessons keeps of an event.
type classLesson struct {
	Slug, Name string
	Checked    string // by whom it was checked; empty if no one is named for all of it
	Sheets     []classSheet
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

// checkLessonNotes returns an error for notes on lessons of events that are
// not there.
func (r *renderer) checkLessonNotes() error {
	var list diag.List
	var slugs []string
	for i := range r.site.Events {
		slugs = append(slugs, r.site.Events[i].Slug)
	}
	for _, note := range r.site.Corpus.Lessons {
		if !slices.Contains(slugs, note.Slug) {
			list.Errorf(note.File, 0, diag.DidYouMean(note.Slug, slugs), "there is no event %q", note.Slug)
		}
	}
	if list.Failed() {
		return mistaken(list)
	}
	return nil
}

// leastExercises is how many exercises a lesson has at least.
const leastExercises = 3

// The files of a lesson.
const (
	classFile = "class.html"
	keyFile   = "key.html"
)

// lesson returns the lesson of the event, nil if it has too few exercises or
// the site wants none. What the blind twin has to hide a name in is not used,
// whole or in part.
func (b *builder) lesson(h *builder) (*lesson.Lesson, error) {
	if !b.site.Config.Pages.Lessons || !b.site.Config.Pages.Blind {
		return nil, nil
	}
	from := lesson.Material{
		Comparison: b.comparison,
		Articles:   b.articles,
		Languages:  b.site.Languages,
		Shows: func(article int, s text.Span) bool {
			named := slices.ContainsFunc(h.swaps[article], func(x mask.Swap) bool { return x.Overlaps(s) })
			return !named && slices.Equal(b.allowance.Show(b.articles[article], s), []text.Span{s})
		},
		Sort: func(article int) string {
			if o := b.site.Corpus.Outlet(b.articles[article].Outlet); o != nil {
				return o.Kind.Value
			}
			return ""
		},
		Clean: func(words string) bool { return h.clean(words) == words },
	}
	l := lesson.Make(from)
	if note := b.site.Corpus.Lesson(b.event.Slug); note != nil {
		if mistakes := lesson.Edit(l, note, from); mistakes.Failed() {
			return nil, mistaken(mistakes)
		}
	}
	if len(l.For(lesson.Grade11).Exercises) < leastExercises {
		return nil, nil
	}
	return l, nil
}
