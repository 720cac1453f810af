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

// TestWordsWithoutBlanks has marks that Unicode joins to the blank before them.
func TestWordsWithoutBlanks(t *testing.T) {
	const s = "a \uff9fb\u00a0\uff9e c"
	var got []string
	for _, w := range Builtin().For("en").Words(s) {
		got = append(got, w.Of(s), w.Lower)
	}
	if want := []string{"a", "a", "\uff9f", "\uff9f", "b", "b", "\uff9e", "\uff9e", "c", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentences(t *testing.T) {
	en := Builtin().For("en")
	tests := []struct {
		text string
		want []string
	}{
		{"Mr. Hale met Gen. Ro. They spoke for hours.\nA headline\nThe U.S. Navy left.",
			[]string{"Mr. Hale met Gen. Ro.", "They spoke for hours.", "A headline", "The U.S. Navy left."}},
		{"She moved to the U.S. The rest stayed.", []string{"She moved to the U.S.", "The rest stayed."}},
		{"He said no. Others agreed. Pier No. 4 burned.", []string{"He said no.", "Others agreed.", "Pier No. 4 burned."}},
		{"“Why?” she asked. “Why now?” Nobody knew.", []string{"“Why?” she asked.", "“Why now?”", "Nobody knew."}},
		{"J. R. Lund paid 3.5 million. It rose.", []string{"J. R. Lund paid 3.5 million.", "It rose."}},
		{"Sens. Ames and Govs. Bell met. Plan B. The end.", []string{"Sens. Ames and Govs. Bell met.", "Plan B.", "The end."}},
		{"At 6:30 a.m. Troops left. By 9 p.m. Monday all was over. Yahoo Inc. Chairman Lee spoke. So did Acme Inc. It grew.",
			[]string{"At 6:30 a.m.", "Troops left.", "By 9 p.m. Monday all was over.", "Yahoo Inc. Chairman Lee spoke.", "So did Acme Inc.", "It grew."}},
		{"At 9 p.m. the sirens went off... and stopped.", []string{"At 9 p.m. the sirens went off... and stopped."}},
	}
	for _, test := range tests {
		var got []string
		for _, p := range en.Sentences(test.text) {
			got = append(got, p.Of(test.text))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if l := Builtin().For("xx"); l.Pack || len(l.Words("abc déf")) != 2 {
		t.Errorf("unknown language: %+v", l)
	}
}

func TestCountWords(t *testing.T) {
	for _, test := range []struct {
		s    string
		want int
	}{
		{"", 0},
		{"The bridge – closed at 3 o’clock – is north-western.", 8},
		{"“ … ”", 0},
		{"北橋を全面閉鎖した。", 9},
		{"市は 20日 にNATOと", 7},
		{"다리가 폐쇄됐다", 2},
	} {
		if got := CountWords(test.s); got != test.want {
			t.Errorf("CountWords(%q) = %d, want %d", test.s, got, test.want)
		}
	}
}
