package framing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parallax/generator/cases"
)

// TestPairs scores how nearly two sentences say the same.
func TestPairs(t *testing.T) {
	measure := NewSimilarity(builtin.For("en"))
	cases.Run(t, "testdata/cases/pairs.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		score, _ := measure.Between(a, b)
		return fmt.Sprintf("%.2f", score)
	})
}

// TestParaphrases says whether one sentence may stand for another.
func TestParaphrases(t *testing.T) {
	measure := NewSimilarity(builtin.For("en"))
	cases.Run(t, "testdata/cases/paraphrases.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		if _, paraphrase := measure.Between(a, b); paraphrase {
			return "same"
		}
		return "other"
	})
}

// TestAlike says how nearly two words mean the same.
func TestAlike(t *testing.T) {
	l := builtin.For("en")
	v := newVocabulary(l, background(l))
	key := func(word string) string { return v.terms(word, l.Words(word))[0].key }
	cases.Run(t, "testdata/cases/alike.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		if key(a) == key(b) {
			return "equal"
		}
		return fmt.Sprintf("%.1f", v.alike(key(a), key(b)))
	})
}

// termsOf returns the terms of a text published on Wednesday, 12 June 2024,
// its days read.
func termsOf(asked string) (*member, []term) {
	l := builtin.For("en")
	r := read(0, newArticle("a", "a", "2024-06-12", "", asked), l)
	terms := newVocabulary(l, nil).terms(r.Text(), r.Words())
	newCalendar(l).mark(r.Text(), terms, r.Article().Date)
	return r, terms
}

// TestDays finds the days that a text names.
func TestDays(t *testing.T) {
	cases.Run(t, "testdata/cases/days.txt", func(asked string) string {
		r, terms := termsOf(asked)
		var list []string
		for _, x := range terms {
			if day, err := time.Parse("d01-02", x.key); err == nil {
				list = append(list, x.Of(r.Text())+" = "+day.Format("2 January"))
			}
		}
		return inLine(list)
	})
}

// TestStamps tells a line that is little but a date from a sentence.
func TestStamps(t *testing.T) {
	c := newCalendar(builtin.For("en"))
	cases.Run(t, "testdata/cases/stamps.txt", func(asked string) string {
		r, terms := termsOf(asked)
		if c.stamped(r.Text(), terms) {
			return "stamp"
		}
		return "sentence"
	})
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
