package vocabulary

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parallax/generator/cases"
	"parallax/generator/text"
)

// TestAlike says how nearly two words mean the same.
func TestAlike(t *testing.T) {
	l := text.Builtin().For("en")
	v := New(l)
	key := func(word string) string { return v.Terms(word, l.Words(word))[0].Key }
	cases.Run(t, "testdata/cases/alike.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		if key(a) == key(b) {
			return "equal"
		}
		return fmt.Sprintf("%.1f", v.Alike(key(a), key(b)))
	})
}

// termsOf returns the terms of a text published on Wednesday, 12 June 2024,
// its days read.
func termsOf(asked string) []Term {
	l := text.Builtin().For("en")
	terms := New(l).Terms(asked, l.Words(asked))
	NewCalendar(l).Mark(asked, terms, time.Date(2024, time.June, 12, 0, 0, 0, 0, time.UTC))
	return terms
}

// TestDays finds the days that a text names.
func TestDays(t *testing.T) {
	cases.Run(t, "testdata/cases/days.txt", func(asked string) string {
		var list []string
		for _, x := range termsOf(asked) {
			if x.Day.Known() {
				list = append(list, fmt.Sprintf("%s = %d %s", x.Of(asked), x.Day.Day, x.Day.Month))
			}
		}
		return strings.Join(list, " | ")
	})
}

// TestStamps tells a line that is little but a date from a sentence.
func TestStamps(t *testing.T) {
	c := NewCalendar(text.Builtin().For("en"))
	cases.Run(t, "testdata/cases/stamps.txt", func(asked string) string {
		if c.Stamped(asked, termsOf(asked)) {
			return "stamp"
		}
		return "sentence"
	})
}
