package framing

import (
	"fmt"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/text/vocabulary"
)

func inLine(list []string) string { return strings.Join(list, " | ") }

// termsOf returns the terms of a text published on Wednesday, 12 June 2024,
// its days read.
func termsOf(asked string) (*member, []vocabulary.Term) {
	l := builtin.For("en")
	r := read(0, newArticle("a", "a", "2024-06-12", "", asked), l)
	terms := vocabulary.New(l).Terms(r.Text(), r.Words())
	vocabulary.NewCalendar(l).Mark(r.Text(), terms, r.Article().Date.Time())
	return r, terms
}

// TestQuantities finds what a text counts.
func TestQuantities(t *testing.T) {
	cases.Run(t, "testdata/cases/quantities.txt", func(asked string) string {
		var list []string
		for _, q := range quantitiesIn(termsOf(asked)) {
			list = append(list, strings.TrimSuffix(fmt.Sprintf("%.2f", q.value), ".00")+" "+q.word)
		}
		return inLine(list)
	})
}

// TestClashes finds where two sentences count the same and differ.
func TestClashes(t *testing.T) {
	cases.Run(t, "testdata/cases/clashes.txt", func(asked string) string {
		first, second, _ := strings.Cut(asked, " // ")
		a, b := termsOf(first)
		mine := quantitiesIn(a, b)
		other, terms := termsOf(second)
		var list []string
		for _, q := range mine {
			if p, ok := clash(q, mine, quantitiesIn(other, terms)); ok {
				list = append(list, q.span.Of(a.Text())+" against "+p.span.Of(other.Text()))
			}
		}
		return inLine(list)
	})
}
