package framing

import (
	"slices"
	"strings"

	"parallax/generator/corpus"
)

// A Review is what a person decided about a comparison, as far as it was applied:
// package review applies it. The parts of the comparison are as the person wants
// them, and what the program had found stands beside each decision.
type Review struct {
	CheckedBy string      `json:"checkedBy"` // who checked the event as a whole; may be empty
	CheckedOn corpus.Date `json:"checkedOn"`
	Decisions []Decision  `json:"decisions"` // in the order of their ids
}

// A Decision is one thing that a person decided.
type Decision struct {
	ID      string      `json:"id"`
	Do      string      `json:"do"`      // what was done, such as "hide-statement"
	Signal  Signal      `json:"signal"`  // that found what is decided about
	About   string      `json:"about"`   // id of a Statement, a Finding or a Participant, or a name
	Key     string      `json:"key"`     // of the message of a finding; else empty
	Article int         `json:"article"` // index into Comparison.Articles; -1 if none is meant
	Machine string      `json:"machine"` // what the program found: a heading, an answer, a name
	Editor  string      `json:"editor"`  // what stands in its place; empty if nothing does
	By      string      `json:"by"`
	On      corpus.Date `json:"on"`
}

// Confirmed reports whether a decision leaves what the program found as it is.
func (d Decision) Confirmed() bool { return d.Machine == d.Editor }

// DecidedBy returns who decided about a part of the comparison, by its id, each once;
// whoever checked the event as a whole is not among them.
func (c *Comparison) DecidedBy(about string) []string {
	var names []string
	for _, d := range c.Review.Decisions {
		if d.About == about && !slices.Contains(names, d.By) {
			names = append(names, d.By)
		}
	}
	return names
}

// DecidedOf returns who decided, by what a signal found, about somebody of one of
// several names, each once; article is that of a speaker, -1 for all.
func (c *Comparison) DecidedOf(signal Signal, article int, names ...string) []string {
	var deciders []string
	for _, d := range c.Review.Decisions {
		is := func(name string) bool { return strings.EqualFold(name, d.About) || name == d.Editor }
		if d.Signal == signal && d.Key == "" && d.About != "" && (d.Article < 0 || d.Article == article) &&
			slices.ContainsFunc(names, is) && !slices.Contains(deciders, d.By) {
			deciders = append(deciders, d.By)
		}
	}
	return deciders
}
