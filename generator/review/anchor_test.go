package review

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/sample"
	"parallax/generator/text"
)

// TestFind finds words again in a text that was edited.
func TestFind(t *testing.T) {
	a := corpus.Article{ID: "a", Title: "North Bridge shut", Language: "en"}
	sample.LayOut(&a, "The council said that the crossing will not reopen before September at the earliest. Drivers must go round by the weir.\n"+
		"The weir is narrow, and the council said on Monday it will not be widened. Buses go round by the weir too.")
	f := finder{text.Builtin(), map[string][]text.Word{}}
	for _, test := range []struct {
		quote, before, after, found string
		want                        certainty
	}{
		{"the crossing will not reopen before September", "", "", "the crossing will not reopen before September", sure},
		{"“The crossing will NOT reopen, before September”", "", "", "the crossing will not reopen before September", sure},
		{"the crossing will not open again before September", "", "", "the crossing will not reopen before September", sure},
		{"the old crossing would surely not reopen before September", "", "", "the crossing will not reopen before September", sure},
		{"the ferry will not come before late September at all", "", "", "the crossing will not reopen before September at", doubtful},
		{"the ferry does not come home before late October at all", "", "", "", gone},
		{"go round by the weir", "Drivers must", "", "go round by the weir", sure},
		{"weir", "round by the", "too", "weir", sure},
		{"wear", "", "", "", gone},
		{"Nothing of all this", "", "", "", gone},
		{"", "", "", "", gone},
	} {
		span, got := f.find(&a, test.quote, test.before, test.after)
		if got != test.want || got != gone && span.Of(a.Text) != test.found {
			t.Errorf("%q: %v, %q", test.quote, got, span.Of(a.Text))
		}
		if test.after == "too" && a.PassageAt(span.Start) != 4 {
			t.Errorf("%q: the words around it are not looked at", test.quote)
		}
	}
}
