// Package event groups articles into the events they report. [Group] is its
// entry point.
package event

import "parallax/generator/corpus"

// An Event is what several articles report, with the reasons it holds
// together.
type Event struct {
	Slug     string      `json:"slug"`     // never changes once published
	Title    string      `json:"title"`    // the editor's, or made of the terms the articles share
	Language string      `json:"language"` // primary subtag; articles group within a language
	Members  []Member    `json:"members"`  // in order of publication
	Terms    []Term      `json:"terms"`    // shared rare words, strongest first
	Names    []Term      `json:"names"`    // shared names, strongest first
	Numbers  []Term      `json:"numbers"`  // shared numbers and dates in the text
	From     corpus.Date `json:"from"`     // earliest known date of publication
	To       corpus.Date `json:"to"`       // latest
	Cohesion float64     `json:"cohesion"` // mean similarity of its pairs, 0 to 1; 1 for a single article
}

// A Member is an article of an event.
type Member struct {
	Article   string  `json:"article"`   // corpus id
	Closeness float64 `json:"closeness"` // mean similarity to the other members, 0 to 1
	Pinned    bool    `json:"pinned"`    // put here by front matter
}

// A Term is something that holds an event together.
type Term struct {
	Text     string  `json:"text"`     // as the articles write it
	Articles int     `json:"articles"` // how many of the members have it
	Weight   float64 `json:"weight"`   // share of the members' similarity that it carries
}
