package overlap

import (
	"fmt"
	"strings"
	"testing"
)

// textOf makes a text of words; "." ends a sentence and is no word.
func textOf(s string) Text {
	var t Text
	var ends []int
	for sentence := range strings.SplitSeq(s, ".") {
		words := strings.Fields(sentence)
		for _, w := range words {
			t.Words = append(t.Words, Hash(w))
		}
		for range words {
			ends = append(ends, len(t.Words))
		}
	}
	t.End = func(word int) int { return ends[word] }
	return t
}

func TestCommon(t *testing.T) {
	const run = "one two three four five six seven"
	for _, test := range []struct{ name, a, b, want string }{
		{"all", run + " eight", run + " eight", "[{0 8 0 8}]"},
		{"six words are no run", "one two three four five six", "one two three four five six", "[]"},
		{"a beginning before", "x " + run, "y z " + run + " x", "[{1 8 2 9}]"},
		{"a short gap", run + " x a b c d e f g", run + " y z a b c d e f g", "[{0 15 0 16}]"},
		{"a long gap", run + " x x x x a b c d e f g", run + " a b c d e f g", "[{0 7 0 7} {11 18 7 14}]"},
		{"two sentences", run + ". a b c d e f g", run + ". a b c d e f g", "[{0 7 0 7} {7 14 7 14}]"},
		{"the end of a sentence", run + ". eight", run + " eight", "[{0 7 0 7}]"},
		{"the first place counts", run + ". " + run, run, "[{0 7 0 7}]"},
	} {
		a, b := textOf(test.a), textOf(test.b)
		if got := fmt.Sprint(Common(a, a.Index(), b)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// TestFrom leaves out the words before the first that counts.
func TestFrom(t *testing.T) {
	a, b := textOf("one two three four five six seven eight nine"), textOf("one two three four five six seven eight nine")
	a.From, b.From = 1, 2
	if got := fmt.Sprint(Common(a, a.Index(), b)); got != "[{2 9 2 9}]" {
		t.Errorf("got %s", got)
	}
}

// TestEach looks at no run with a pause in it.
func TestEach(t *testing.T) {
	var at []int
	Each([]Word{5, 6, Pause, 7, 8, 9}, 2, func(i int, _ Word) { at = append(at, i) })
	if got := fmt.Sprint(at); got != "[0 3 4]" {
		t.Errorf("got %s", got)
	}
}
