package ingest

import (
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Debris is what a copied web page leaves around a text that was pasted:
// buttons, the form for comments, and the other articles listed below. It is
// told by whole lines, as a build tells it.
type debris struct {
	isLine  func(string) bool
	ends    []string // headings after which other articles are listed, as words
	listing bool     // after such a heading
}

func newDebris(l *text.Language) *debris {
	d := &debris{isLine: corpus.IsFurniture(l)}
	for _, line := range l.List("furniture_ends") {
		d.ends = append(d.ends, wordsOf(line))
	}
	return d
}

// is reports whether a line is debris. Lines are asked about in order.
func (d *debris) is(line string) bool {
	switch {
	case slices.Contains(d.ends, wordsOf(line)):
		d.listing = true
		return true
	case d.isLine(line):
		return true
	}
	d.listing = d.listing && !endsSentence(line)
	return d.listing
}
