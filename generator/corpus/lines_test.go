package corpus

import (
	"testing"

	"parallax/generator/text"
)

// TestFromLines leads every passage of an article back to the words that were
// given, through blanks, furniture and letters that are written in two ways.
func TestFromLines(t *testing.T) {
	const source = "Ferry  runs aground\n" +
		"A ferry ran aground.  Nobody was hurt.\n" +
		"Read more: Storm off the coast\n" +
		"\n" +
		"\u00a0The cafe\u0301 was\u00a0full. \u00adHelp came late.\n"
	a, origin := FromLines("x", source, text.Builtin().For("en"))
	want := []string{"Ferry  runs aground", "A ferry ran aground.", "Nobody was hurt.", "The cafe\u0301 was\u00a0full.", "Help came late."}
	if len(a.Passages) != len(want) {
		t.Fatalf("passages %v of %q", a.Passages, a.Text)
	}
	for i, p := range a.Passages {
		if got := origin.Span(p.Span).Of(source); got != want[i] {
			t.Errorf("passage %d is %q, want %q", i, got, want[i])
		}
	}
	cafe := text.Span{Start: a.Passages[3].Start + len("The "), End: a.Passages[3].Start + len("The café")}
	if got := origin.Span(cafe).Of(source); got != "cafe\u0301" {
		t.Errorf("%q leads to %q", cafe.Of(a.Text), got)
	}
	if a.Title != "Ferry runs aground" || a.Blocks[0].Kind != Headline {
		t.Errorf("headline %q, %v", a.Title, a.Blocks[0])
	}
}

// A body begins to tell after what a page put before it.
func TestOpening(t *testing.T) {
	for lines, want := range map[string]string{
		"Fleet leaves\nPhoto\nBy Ida Moss\nThe fleet left the harbour at noon. Nobody was there.": "The fleet left the harbour at noon.",
		"Fleet leaves\nThe fleet left at noon. Nobody was there.":                                 "The fleet left at noon.",
		"Fleet leaves\nIt left.\nAt noon.":                                                        "It left.",
		"Fleet leaves":                                                                            "",
	} {
		a, _ := FromLines("x", lines, text.Builtin().For("en"))
		got := ""
		if i := a.Opening(); i > 0 {
			got = a.Passages[i].Of(a.Text)
		}
		if got != want {
			t.Errorf("%q: opens with %q, want %q", lines, got, want)
		}
	}
}
