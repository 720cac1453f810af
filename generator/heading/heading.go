// Package heading finds what a statement is called: a run of words as they stand
// in one of the passages that tell it, a clause from its subject on or a noun
// phrase, without the article before it. It says most of what the passages share
// and little besides. [Of] is the entry point.
//
// # What can be a heading
//
// The clauses and noun phrases of a sentence that say something by themselves: a
// clause has a subject that acts in it and an end that takes nothing more, is laid
// to nobody and hangs on no condition. That somebody said something is no heading,
// but what was said is.
//
// # Which is taken
//
// The one that says most of what the articles share, less for words that only one
// has and for length. A clause goes before a thing, and a thing before a name alone.
// A clause that fewer than seven in ten of the articles tell stands for less than
// they report, and is taken for no clause then.
//
// The package knows no articles: it is given sentences, terms and weights.
package heading

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// Longest is how many words a heading has at most.
const Longest = 14

// A Statement is what several articles tell, or one.
type Statement struct {
	Vocabulary *vocabulary.Vocabulary
	Weight     func(key string) float64 // how much a word tells, by its key
	Cells      []Cell                   // by article that tells it, or a part of it
	Centre     int                      // the cell whose words begin the heading where nothing else can be one
}

// A Cell is how one article tells a statement.
type Cell struct {
	Passages []Passage   // the most direct first
	Told     bool        // it tells the statement and not only a part of it
	Score    float64     // 0 to 1, likeness to the central article
	Speakers []text.Span // who says what is told as said, bytes of the article's text
}

// A Passage is a sentence of an article.
type Passage struct {
	Source   string // the article's text
	Sentence *grammar.Sentence
	Span     text.Span // bytes of Source
	Headline bool
	Terms    []vocabulary.Term
}

// A Title is a run of words that can be a heading.
type Title struct {
	Words  string  // empty for none
	Clause bool    // with a finite verb, so that it can be true
	Named  bool    // nothing but names
	Slight bool    // no clause, and nothing but names, numbers with what they count, and vague words: it tells little of what is reported
	Reach  float64 // share of the articles that tell the statement which tell what it says

	tells []bool // by cell
	worth float64
	terms []vocabulary.Term // those that carry content
	actor int               // how many of the terms are the subject of a clause; they come first
}

// Verb returns the first word of content after the subject of a clause: its verb,
// or what its verb says if that is a small word.
func (t Title) Verb() (vocabulary.Term, bool) {
	if !t.Clause || t.actor >= len(t.terms) {
		return vocabulary.Term{}, false
	}
	return t.terms[t.actor], true
}

// Tells reports whether a cell that tells the statement has most of what the title
// says in one of its passages.
func (t Title) Tells(cell int) bool { return cell < len(t.tells) && t.tells[cell] }

// Of returns the heading of a statement, and the best one of which every cell
// has all that it says; the latter is empty if there is none.
func Of(s Statement) (heading, held Title) {
	x := &titler{Statement: s}
	x.shares, x.speakers = x.sharesOf(), x.speakersOf()
	return x.best()
}

// Clause reports whether a passage has a clause that can be a heading: somebody
// does or is something. In a language of which the small words are not known it
// is taken to have one.
func Clause(p Passage, v *vocabulary.Vocabulary) bool {
	return !known(v) || slices.ContainsFunc(p.spans(v), func(t titleSpan) bool { return t.clause })
}

// known reports whether the small words of a language are known, by which
// clauses and phrases are told.
func known(v *vocabulary.Vocabulary) bool { return len(v.Language().List("role_determiners")) > 0 }

// spans returns the clauses and noun phrases of a passage that can be headings.
func (p Passage) spans(v *vocabulary.Vocabulary) []titleSpan {
	return titleSpans(p.Sentence, p.Source, p.Span, v)
}
