package text

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	en := Builtin().For("en-GB")
	var got []string
	for _, w := range en.Words("The council’s 27 ships sailed — quickly.") {
		got = append(got, w.Lower+"/"+w.Stem)
	}
	want := []string{"the/the", "council/council", "27/27", "ships/ship", "sailed/sail", "quickly/quick"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentences(t *testing.T) {
	en := Builtin().For("en")
	const s = "Mr. Hale met Gen. Ro. They spoke for hours.\nA headline\nThe U.S. Navy left."
	var got []string
	for _, p := range en.Sentences(s) {
		got = append(got, p.Of(s))
	}
	want := []string{"Mr. Hale met Gen. Ro.", "They spoke for hours.", "A headline", "The U.S. Navy left."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownLanguage(t *testing.T) {
	if l := Builtin().For("xx"); l.Pack || len(l.Words("abc déf")) != 2 {
		t.Errorf("unknown language: %+v", l)
	}
}
