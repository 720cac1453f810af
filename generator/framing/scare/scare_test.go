package scare

import (
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/cases/article"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// TestQuotes finds the scare quotes of a sentence.
func TestQuotes(t *testing.T) {
	l := text.Builtin().For("en")
	read := func(id, title, body string) *reading.Reading { return reading.Read(article.Of(l, id, title, body), l) }
	other := read("b", "Another ferry", "“It is a bargain for us all,” the mayor said.")
	cases.Run(t, "testdata/cases/quotes.txt", func(asked string) string {
		r := read("a", "A ferry", asked+"\n\nRain fell on the harbour. Boats waited near the quay.")
		var list []string
		for _, span := range Quotes([]*reading.Reading{r, other}, 0) {
			list = append(list, span.Of(r.Text()))
		}
		return strings.Join(list, " | ")
	})
}
