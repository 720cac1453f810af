// Package lesson makes exercises and their keys from a comparison. [Make] is
// its entry point.
//
// # One record
//
// An [Exercise] is a question, the excerpts that it is about, its options and
// the reason for the right one. Said in words it is an [Item], and a lesson a
// [Quiz]: sheet, key and every export are written from that record, so that
// they cannot drift apart. It names no outlet. What an exercise is about is its
// [Kind], how it is answered its [Form].
//
// # Only where the evidence is strong
//
// Each kind of exercise is made in one file of this package and makes none
// where it is in doubt. An exercise that asks about words shows the outlet's
// own; of a retelling only the headline is. What is less than sure is offered:
// it stands in a list for the teacher and on no sheet.
//
// # One right answer
//
// What an exercise asks can be answered from the excerpts beside it. A wrong
// option is wrong by their words: it stands in both texts where they are told
// apart, means somebody else, or is no part of them. A statement that the key
// calls absent has no passage near to it, by words or by meaning. An exercise
// that breaks this is dropped.
//
// # Where little may be shown
//
// Of news whose owners reserve all rights a class has the headlines, a clause here
// and there, names and figures. If too few exercises can be made otherwise, some
// are made that need no more: on single words and names, on what headlines have in
// common and of their own, on who is heard, and on where a statement stands.
//
// # Levels and versions
//
// [Lesson.For] chooses exercises for a band of grades: the lower, the fewer,
// the simpler in kind and the easier to read, by the grade of Flesch and Kincaid
// on the articles' own prose. That grade chooses and is never shown.
// [Quiz.Turned] is version B: the same items in another order. Shuffles hang on
// a hash of the event's slug and the exercise's id, so that a lesson built again
// is the same.
//
// # Editors
//
// [Edit] applies a file of content/lessons: what a person confirmed, changed,
// dropped or added. Ids of exercises hang on the passages alone, so that they
// hold as long as the articles do. Only what a person read is called checked.
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

	Judging Kind = "judging" // words of the reports that judge
	Saying  Kind = "saying"  // verbs of saying that do more than report
	Called  Kind = "called"  // two names of one
	Shared  Kind = "shared"  // words that headlines have in common
	Own     Kind = "own"     // a word that one headline alone has
	Figure  Kind = "figure"  // headlines with a figure
	Marks   Kind = "marks"   // headlines with somebody's words
	Teller  Kind = "teller"  // headlines that say who says it
	Heard   Kind = "heard"   // who is heard in one report only
	Place   Kind = "place"   // where a statement stands
)

// Kinds returns all kinds in the order of a lesson: first what looks at marked
// words, then headlines, then whole texts, then what pupils write themselves.
func Kinds() []Kind {
	return []Kind{
		Loaded, Verb, Agency, Naming, Judging, Saying, Called, Shared, Own, Teller, Marks, Figure, Lead, Claim, Numbers, Quoted, Core, Coverage, Emphasis, Blind, Heard, Place, Timeline, Outlet, Rewrite, Headline,
	}
}

// A Lesson is the exercises on one event.
type Lesson struct {
	Event      string // slug
	Exercises  []Exercise
	Offered    []Exercise          // for the teacher to check first: never on a sheet or in an export
	Statements []framing.Statement // what the reports tell, for a grid to fill in: first what many tell
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
	Excerpts []Excerpt          // in the order shown; none if the whole reports are to be read
	Rows     []Option           // of Match: what an option is to be found for, which is that with the row's place
	Options  []Option           // in the order shown
	Models   []message.Message  // of Open
	Sources  []framing.Evidence // where rows and options stand, if not in excerpts
	Why      message.Message
	Minutes  int
	Level    Level   // the lowest that it is for
	Strength float64 // 0 to 1: how sure the evidence is
	Grade    float64 // reading level of the excerpts; 0 if unknown
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

// Material is what a lesson is made from.
type Material struct {
	*framing.Comparison
	Articles  []*corpus.Article                   // those of the comparison, in its order
	Languages *text.Languages                     // whose word lists tell what a clause is
	Shows     func(article int, s text.Span) bool // whether a span may be shown whole and gives no outlet away
	Piece     func(e framing.Evidence) text.Span  // of a passage that may not, the words around the evidence that may; empty if there are none
	Sort      func(article int) string            // what sort of outlet published an article; empty if unknown
	Clean     func(words string) bool             // whether words give no outlet away
}

const (
	mostOfKind   = 3    // exercises of one kind in a lesson
	mostOffered  = 2    // exercises of one kind to check first
	leastSure    = 0.5  // strength below which an exercise is only offered
	leastOffered = 0.25 // strength below which it is not even that
	enough       = 6    // exercises, with which a lesson needs none that make do with little
)

// Make returns the lesson of a comparison. It may be empty.
func Make(from Material) *Lesson {
	m := &maker{Material: from}
	l := &Lesson{Event: from.Event}
	for i := range m.Coverage.Statements {
		s := m.Coverage.Statements[i]
		if said := m.say(&s); m.askable(&s) && said.clause && m.Clean(said.words) && m.plainlyTold(&s) {
			s.Heading = said.words
			l.Statements = append(l.Statements, s)
		}
	}
	l.add(m, m.agency, m.verbs, m.loaded, m.naming, m.leads, m.claims, m.quoted, m.numbers,
		m.coverage, m.core, m.emphasis, m.timeline, m.outlets, m.blind, m.rewrite, m.headline)
	if len(l.Exercises) < enough {
		l.add(m, m.judging, m.sayings, m.called, m.shared, m.own, m.tellers, m.quoting, m.figures, m.heard, m.places, m.headlineOfHeadlines)
	}
	l.arrange()
	return l
}

// add adds the exercises that are made, the surest first, as far as the lesson has
// room for their kinds.
func (l *Lesson) add(m *maker, makers ...func() []Exercise) {
	var all []Exercise
	for _, make := range makers {
		all = append(all, make()...)
	}
	for i := range all {
		all[i].Grade = m.grade(&all[i])
	}
	slices.SortStableFunc(all, func(x, y Exercise) int {
		return cmp.Or(cmp.Compare(y.Strength, x.Strength), cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind)), strings.Compare(x.ID, y.ID))
	})
	made, offered := map[Kind]int{}, map[Kind]int{}
	for _, x := range all {
		switch {
		case !sound(&x) || l.has(x.ID) || !m.clean(&x):
		case x.Strength >= leastSure && made[x.Kind] < mostOfKind && !l.clashes(&x):
			made[x.Kind]++
			l.Exercises = append(l.Exercises, x)
		case x.Strength >= leastOffered && offered[x.Kind] < mostOffered:
			offered[x.Kind]++
			l.Offered = append(l.Offered, x)
		}
	}
}

// arrange puts exercises in the order of their kinds, those on the same
// excerpts together.
func (l *Lesson) arrange() {
	first := map[string]int{}
	rank := func(x *Exercise) int { return slices.Index(Kinds(), x.Kind) }
	for i := range l.Exercises {
		x := &l.Exercises[i]
		if at, ok := first[x.reads()]; !ok || rank(x) < at {
			first[x.reads()] = rank(x)
		}
	}
	slices.SortStableFunc(l.Exercises, func(x, y Exercise) int {
		return cmp.Or(cmp.Compare(first[x.reads()], first[y.reads()]), strings.Compare(x.reads(), y.reads()), cmp.Compare(rank(&x), rank(&y)), strings.Compare(x.ID, y.ID))
	})
}

// reads returns a string that is the same for exercises on the same excerpts.
func (x *Exercise) reads() string {
	var b strings.Builder
	for _, e := range x.Excerpts {
		fmt.Fprintf(&b, "%d:%d-%d ", e.Article, e.Span.Start, e.Span.End)
	}
	if len(x.Excerpts) == 0 {
		b.WriteString(x.ID)
	}
	return b.String()
}

// Evidence returns all words of articles that exercises show or point at.
func (l *Lesson) Evidence() []framing.Evidence {
	var list []framing.Evidence
	for _, x := range slices.Concat(l.Exercises, l.Offered) {
		list = append(list, x.Sources...)
		for _, e := range x.Excerpts {
			list = append(list, e.Evidence, framing.Evidence{Article: e.Article, Passage: e.Passage, Span: e.Point})
		}
	}
	return list
}

// has reports whether the lesson has an exercise with an id.
func (l *Lesson) has(id string) bool {
	is := func(x Exercise) bool { return x.ID == id }
	return slices.ContainsFunc(l.Exercises, is) || slices.ContainsFunc(l.Offered, is)
}
