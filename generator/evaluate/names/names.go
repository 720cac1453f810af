// Package names scores what things are called, and who speaks, against labels
// by hand. [Score.Add] is its entry point.
//
// # Data
//
// An [Event] is what was said of one event: the rows of the naming table with
// the labels of every article, and the speakers, each once, with their group
// and where they speak. A [Truth] is what a person found there: rows, with
// whether their difference is worth telling a reader, and speakers.
//
// # Rules
//
// Two labels are alike if their last words are, the plural aside, or if one
// has all words of the other; articles, prepositions and titles do not count.
// A row belongs to the labelled row that has a like label in most of its
// articles, in two at least and in more than half. Speech is found where a
// speaker is said to speak in the same sentence. The measures and their names
// are those of the scorer that is published with the labels.
package names

import "parallax/generator/text"

// An Event is what was said of one event.
type Event struct {
	ID       string    `json:"id"`
	Names    []Row     `json:"names"`
	Speakers []Speaker `json:"speakers"`
}

// A Row is what articles call one thing.
type Row struct {
	Name   string              `json:"name"`
	Labels map[string][]string `json:"labels"` // by article
}

// A Speaker is one person or body.
type Speaker struct {
	Who   string                 `json:"who"`
	Group string                 `json:"group"` // empty or "unknown" says nothing
	At    map[string][]text.Span `json:"at"`    // by article, bytes of its text
}

// A Truth is the labels of one event.
type Truth struct {
	ID       string     `json:"id"`
	Names    []Labelled `json:"names"`
	Speakers []Speaker  `json:"speakers"`
}

// A Labelled is a row that a person wrote. A label with a star stands only
// inside somebody's quoted words.
type Labelled struct {
	Is     string              `json:"is"`
	Labels map[string][]string `json:"labels"`
	Show   bool                `json:"show"` // the difference is worth telling
}

// known reports whether a group says something.
func known(group string) bool { return group != "" && group != "unknown" }
