// Package lesson makes exercises and their keys from a comparison. [Make] is
// its entry point.
//
// # One record
//
// An [Exercise] is a question, the excerpts that it is about, its options and
// the reason for the right one. Sheet, key and every export are written from
// that record, so that they cannot drift apart. It names no outlet: an excerpt
// is a span of an article, and whoever shows it hides the names in it.
//
// # Only where the evidence is strong
//
// Each kind of exercise is one file of this package and makes none where it is
// in doubt. An excerpt is a whole passage that may be shown, in the outlet's
// own words: of a retelling none is taken. What the rules of a kind ask for is
// in its file.
//
// # One right answer
//
// A wrong option is wrong by the words on the sheet: it stands in both reports
// where they are told apart, means somebody else, or is no part of the excerpt.
// An option that is right in one exercise is never a wrong one in another of
// its kind, and no article that the key says lacks a statement has a passage
// with much of its words. An exercise that breaks this is dropped.
//
// # Order
//
// The strongest exercise comes first. Excerpts and options are shuffled by a
// hash of the event's slug and the exercise's id, so that a lesson built again
// is the same.
package lesson

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/text"
)

// A Kind is what an exercise asks for.
type Kind string

// The kinds of exercise. Where two are equally strong, the one named first
// comes first.
const (
	Agency   Kind = "agency"   // who acts: which excerpt says it
	Verb     Kind = "verb"     // said, claimed, admitted: which verb does more than report
	Loaded   Kind = "loaded"   // which word judges besides naming
	Naming   Kind = "naming"   // what the other report calls the same
	Lead     Kind = "lead"     // which opening belongs to which headline
	Claim    Kind = "claim"    // fact, opinion or attributed claim
	Quoted   Kind = "quoted"   // who is quoted
	Numbers  Kind = "numbers"  // different counts of one thing
	Coverage Kind = "coverage" // which text carries a statement
	Core     Kind = "core"     // what all texts carry
	Emphasis Kind = "emphasis" // what comes first, and what later
	Timeline Kind = "timeline" // which report was published first
	Outlet   Kind = "outlet"   // which sort of outlet wrote which headline
	Blind    Kind = "blind"    // how two reports differ
	Rewrite  Kind = "rewrite"  // a sentence in neutral words
	Headline Kind = "headline" // a headline for what all report
)

// Kinds returns all kinds in their order.
func Kinds() []Kind {
	return []Kind{Agency, Verb, Loaded, Naming, Lead, Claim, Quoted, Numbers, Coverage, Core, Emphasis, Timeline, Outlet, Blind, Rewrite, Headline}
}

// A Lesson is the exercises on one event.
type Lesson struct {
	Event     string // slug
	Exercises []Exercise
	Offered   []Exercise // for the teacher to check first: never on a sheet or in an export
}

// Minutes returns how long the exercises take together.
func (l *Lesson) Minutes() int {
	sum := 0
	for _, x := range l.Exercises {
		sum += x.Minutes
	}
	return sum
}

// An Exercise is one question with its answer. Arguments of its messages named
// "first" and "second" are numbers of excerpts, counted from 1; all others are
// words of articles.
type Exercise struct {
	ID       string // unique in the lesson: a letter, then letters, digits and underscores
	Kind     Kind
	Form     Form
	Prompt   message.Message
	Excerpts []Excerpt         // in the order shown; none if the whole reports are to be read
	Rows     []Option          // of Match: what an option is to be found for, which is that with the row's place
	Options  []Option          // in the order shown
	Models   []message.Message // of Open
	Why      message.Message
	Minutes  int
	Level    Level   // the lowest that it is for
	Strength float64 // 0 to 1: how sure the evidence is
	Checked  string  // who read it and found it right; empty if nobody did
}

// An Excerpt is a passage, or a run of passages, that an exercise shows.
type Excerpt struct {
	framing.Evidence           // the whole of it; the passage is the first
	Point            text.Span // the words that the answer is about
}

// An Option is something to choose: words, an interface text, an excerpt or a
// report.
type Option struct {
	Words   string          // of an article; empty if the option is something else
	Says    message.Message // an interface text; without a key if the option is none
	Excerpt int             // number of an excerpt, counted from 1; 0 if the option is none
	Article int             // index into Comparison.Articles if the option is a report
	Right   bool
	Place   int       // of Order: its place from 1. Of Match: what a row and its option have in common
	Span    text.Span // of Mark: where it stands in the first excerpt's article
}

// name returns a string that tells options of one exercise apart.
func (o Option) name() string {
	return fmt.Sprint(fold(o.Words), "\x00", o.Says, "\x00", o.Excerpt, "\x00", o.Article, "\x00", o.Span.Start)
}

const (
	mostOfKind = 3   // exercises of one kind in a lesson
	leastSure  = 0.5 // strength below which an exercise is not made
)

// Make returns the lesson of a comparison. The articles are those of the
// comparison, in its order; shows reports whether a span of one of them may be
// shown whole. The lesson may be empty.
func Make(c *framing.Comparison, articles []*corpus.Article, shows func(article int, s text.Span) bool) *Lesson {
	m := &maker{Comparison: c, articles: articles, shows: shows}
	var all []Exercise
	for _, make := range []func() []Exercise{m.agency, m.verbs, m.loaded, m.naming, m.coverage} {
		all = append(all, make()...)
	}
	slices.SortStableFunc(all, func(x, y Exercise) int {
		return cmp.Or(cmp.Compare(y.Strength, x.Strength), cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind)), strings.Compare(x.ID, y.ID))
	})
	l := &Lesson{Event: c.Event}
	number := map[Kind]int{}
	for _, x := range all {
		if x.Strength < leastSure || number[x.Kind] == mostOfKind || !sound(&x) || l.clashes(&x) {
			continue
		}
		number[x.Kind]++
		l.Exercises = append(l.Exercises, x)
	}
	return l
}

// sound reports whether an exercise has something to choose between, and
// exactly one right answer where it asks for one.
func sound(x *Exercise) bool {
	right := 0
	seen := map[string]bool{}
	for _, o := range x.Options {
		if o.Right {
			right++
		}
		if seen[o.name()] {
			return false
		}
		seen[o.name()] = true
	}
	return right > 0 && right < len(x.Options) && (x.Form == Choices || right == 1)
}

// clashes reports whether an exercise asks again what the lesson asks already,
// or calls wrong what another exercise of its kind calls right.
func (l *Lesson) clashes(x *Exercise) bool {
	for i := range l.Exercises {
		y := &l.Exercises[i]
		if x.Kind != y.Kind {
			continue
		}
		for _, e := range x.Excerpts {
			if slices.ContainsFunc(y.Excerpts, func(o Excerpt) bool { return o.Evidence == e.Evidence }) {
				return true
			}
		}
		for _, o := range x.Options {
			differs := func(p Option) bool { return o.Words != "" && fold(o.Words) == fold(p.Words) && o.Right != p.Right }
			if slices.ContainsFunc(y.Options, differs) {
				return true
			}
		}
	}
	return false
}
