// Package framing compares the articles of one event: which words, names and
// voices each chose, what only some report, and what comes first. [Compare]
// is its entry point.
//
// # Data in, data out
//
// Compare takes an event and its articles and returns a [Comparison]: plain
// values that marshal to JSON, from which pages and the data files are
// made. Every figure in it comes with [Evidence], the passages that a
// reader can look at. Order of input, number of CPUs and the clock change
// nothing.
//
// # Signals
//
// A signal is one file of this package and one row of the table in
// signals.go. Each gets the same [reading] of every article, in which the
// words are found, the quotations marked and the author's voice told from
// the voices quoted, fills its own part of the comparison and returns what is to
// be said of it. It reads no other part than those that its row names. A signal
// says nothing where there is too little text: it then leaves a [Silence] with
// the reason.
//
// # Whose words
//
// A sentence is read as tokens with a kind each, by lists of small words and
// verbs and by the tokens around them; there is no parser. A cue (a verb of
// saying, "according to", a noun such as "claim", the colon of a headline)
// lays a content to a source. A content before its cue is looked for first,
// then one after it, and no attribution is looked for inside another. The
// source is the noun phrase beside the cue, and is resolved to a name of the
// article where only one fits. Words of a content that says what a source
// said are not the author's; words of what was praised or wanted are.
//
// # What a finding may say
//
// A finding says what texts contain. Being the only one to report something
// is not a fault, a passive is not a cover-up, and a word used by every
// outlet of the event is never marked.
package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/message"
	"parallax/generator/reading"
)

// A Comparison is all that was found in one event.
type Comparison struct {
	Event    string    `json:"event"`    // slug
	Language string    `json:"language"` // primary subtag of the articles
	Articles []Article `json:"articles"` // in order of publication
	Findings []Finding `json:"findings"` // strongest first
	Silences []Silence `json:"silences"` // signals that say nothing, and why

	Headline Headline `json:"headline"`
	Wording  Wording  `json:"wording"`
	Naming   Naming   `json:"naming"`
	Voices   Voices   `json:"voices"`
	Coverage Coverage `json:"coverage"`
	Passages Passages `json:"passages"`
	Tone     Tone     `json:"tone"`
	Agency   Agency   `json:"agency"`
	Emphasis Emphasis `json:"emphasis"`

	Review Review `json:"review,omitzero"` // what a person decided about all that; see package review
}

// An Article is an article as a comparison knows it.
type Article struct {
	ID         string      `json:"id"`     // corpus id
	Letter     string      `json:"letter"` // "A", "B", ...; "A1", "A2" where an outlet has several
	Outlet     string      `json:"outlet"` // outlet id
	Title      string      `json:"title"`
	Date       corpus.Date `json:"date"`
	URL        string      `json:"url"`
	Paraphrase bool        `json:"paraphrase"` // only title and quotations are the outlet's words
	Words      int         `json:"words"`      // of the body
	Own        int         `json:"own"`        // of the body, in the author's voice
	Quoted     int         `json:"quoted"`     // of the body, between quotation marks
	Settled    []int       `json:"settled"`    // passages of which a reader can judge by itself whether they are true
}

// Evidence points at words of an article of the comparison: its article is an
// index into Comparison.Articles.
type Evidence = reading.Evidence

// A Finding is one difference, or one thing all share, said in a sentence.
type Finding struct {
	ID          string          `json:"id"` // unique in the comparison, such as "naming-3"; a page's fragment
	Signal      Signal          `json:"signal"`
	Common      bool            `json:"common"`                // something that the articles share rather than differ in
	Says        message.Message `json:"says"`                  // one plain sentence
	Contrast    float64         `json:"contrast"`              // 0 to 1: how far apart the articles are
	Overlap     float64         `json:"overlap"`               // 0 to 1: how surely the same thing is meant
	Reliability float64         `json:"reliability"`           // 0 to 1: measured precision of the signal
	Score       float64         `json:"score"`                 // product of the three; findings are in its order
	Evidence    []Evidence      `json:"evidence"`              // at least one; at most one pair leads: the first two are the quotations to show
	Statement   string          `json:"statement,omitempty"`   // id of the Statement it is about
	Participant string          `json:"participant,omitempty"` // id of the Participant it is about
}

// A Silence says why a signal has nothing to show, for one article or for the
// whole event.
type Silence struct {
	Signal  Signal          `json:"signal"`
	Article int             `json:"article"` // index into Comparison.Articles; -1 for the whole event
	Why     message.Message `json:"why"`
}
