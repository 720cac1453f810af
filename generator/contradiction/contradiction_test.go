package contradiction

import (
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/grammar"
	"parallax/generator/text"
)

// TestBetween says by which words two sentences contradict each other.
func TestBetween(t *testing.T) {
	l := text.Builtin().For("en")
	cases.Run(t, "testdata/cases/between.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		x, y, ok := Between(l, deeds(l, a), deeds(l, b))
		if !ok {
			return "none"
		}
		return x.Of(a) + " | " + y.Of(b)
	})
}

// TestRivals says which doers of one deed two sentences name; all names are of
// different people here.
func TestRivals(t *testing.T) {
	l := text.Builtin().For("en")
	cases.Run(t, "testdata/cases/rivals.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		x, y, ok := Rivals(l, deeds(l, a), deeds(l, b), func(x, y text.Span) bool { return x.Of(a) != y.Of(b) })
		if !ok {
			return "none"
		}
		return x.Doer.Of(a) + " | " + y.Doer.Of(b)
	})
}

// deeds returns the deeds of a sentence.
func deeds(l *text.Language, source string) []Deed {
	sentences := grammar.Parse(l, source, l.Words(source), []text.Span{{End: len(source)}})
	return Deeds(l, &sentences[0])
}
