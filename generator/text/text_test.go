package text

import (
	"slices"
	"strings"
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
		if got := sentencesOf(en, test.text); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func sentencesOf(l *Language, s string) []string {
	var list []string
	for _, p := range l.Sentences(s) {
		list = append(list, p.Of(s))
	}
	return list
}

// TestSentenceGoesOn puts an end where a sentence ends, | here, in the languages
// that ship, and none where it goes on.
func TestSentenceGoesOn(t *testing.T) {
	for _, test := range []struct{ language, text string }{
		{"en", "Adviser J.D. Marsh and H.R. McArdle met J.-P. Renn.|The Senate did not."},
		{"en", "Q. Why was it closed?|It had cracks."},
		{"en", "1. Two pillars have cracks.|2. The river took the ground."},
		{"en", "1. Two pillars|2. The river|3. The lorries"},
		{"en", "He said “No. We go.” and left.|They stayed."},
		{"en", "“We lost it.|It is gone,” she said."},
		{"en", "He works at Yahoo! and Y!J. today."},
		{"en", "It had been shut before.[1][2]|The council knew (Smith 55)."},
		{"en", "They came to the U.S.|Millions saw them."},
		{"en", "It was shut (see type 2).10|This model holds.|He paid No. 10 Downing St. and Fig. 3."},
		{"en", "Nobody was hurt.|40 people left in 2004.|12 came back."},
		{"en", "He saw Mark E. Bell.|a. here it is|b. another|c. one more"},
		{"en", "It was a habit . . . of the town.|. . . The practice went on. . . ."},
		{"en", "He spoke (it was late. He left.) to them.|Then (they say) he slept.|(He woke.|He ate.)"},
		{"en", "She frowned :( at it.|It (the dog) left."},
		{"en", "He said \"No. We go.\" and left.|They stayed."},
		{"da", "De mødte Pitt & Co.|Det var i går.|Hr. Lund boede i U.S.|Hvad nu?"},
		{"bg", "Той е проф. Иванов и живее на ул. Шипка.|После замина."},
		{"kk", "Ол 2012 ж. Қыркүйекте келді.|Содан кетті."},
		{"ja", "山です（川です。海です）。|1.）空です。"},
		{"nl", "Zij kwamen.|81 procent van hen bleef."},
		{"de", "Am 3. Oktober sprach Prof. Moor im 2. Stock, d.h. Oben.|Danach war Ruhe."},
		{"fr", "M. Dupont a vu Mme. Moor le 3 janv. Dernier.|Il est parti."},
		{"es", "El Sr. Ledesma y la Dra. Naser viven en EE.UU. Hoy."},
		{"it", "Il Dott. Mesini e il Sig. Rossi."},
		{"nl", "Dhr. Jansen en mevr. De Wit."},
		{"pl", "Prof. Nowak mieszka przy ul. Długiej."},
		{"pt", "O Sr. Silva e a Dra. Costa."},
		{"ru", "Писатель Л.Н. Толстой и проф. Семенов жили на ул. Мира.|Потом уехали."},
		{"sv", "Dr. Moor och prof. Berg kom kl. 8."},
		{"tr", "Prof. Dr. Moor 3. Kat'ta."},
		{"zh", "他说：“不行。我们走。”然后离开了。|他走了。"},
		{"hy", "Այո, ես հասկացա:|Ես գնում եմ:"},
	} {
		whole := strings.ReplaceAll(strings.ReplaceAll(test.text, "。|", "。"), "|", " ")
		want := strings.Split(test.text, "|")
		if got := sentencesOf(Builtin().For(test.language), whole); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", test.language, got, want)
		}
	}
}

// TestWrappedLines reads lines that were wrapped, and others that were not.
func TestWrappedLines(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"It was a cold\nnight in the city.", []string{"It was a cold\nnight in the city."}},
		{"It went up to 400 yd\n(365.8 m).", []string{"It went up to 400 yd\n(365.8 m)."}},
		{"A heading\n\nof two paragraphs", []string{"A heading", "of two paragraphs"}},
		{"Header 1\nb. Compliance\niv) Section", []string{"Header 1", "b. Compliance", "iv) Section"}},
		{"It ended.\nthen it went on.", []string{"It ended.", "then it went on."}},
	} {
		if got := sentencesOf(Builtin().For("en"), test.text); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if l := Builtin().For("xx"); l.Pack || len(l.Words("abc déf")) != 2 {
		t.Errorf("unknown language: %+v", l)
	}
}

func TestBeginning(t *testing.T) {
	for _, test := range []struct {
		s    string
		n    int
		want string
	}{
		{"", 2, ""},
		{"one two", 2, "one two"},
		{"one  two\nthree", 2, "one two …"},
		{" one two ", 3, " one two "},
	} {
		if got := Beginning(test.s, test.n); got != test.want {
			t.Errorf("Beginning(%q, %d) = %q, want %q", test.s, test.n, got, test.want)
		}
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

// TestUnion makes one of spans that touch, in whatever order they come.
func TestUnion(t *testing.T) {
	got := Union([]Span{{7, 9}, {0, 2}, {2, 4}, {3, 3}, {8, 12}, {20, 21}})
	if want := []Span{{0, 4}, {7, 12}, {20, 21}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Union(nil); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

// TestMostlyUnspaced needs more than a third of a text to be of scripts without
// blanks.
func TestMostlyUnspaced(t *testing.T) {
	for s, want := range map[string]bool{"": false, "The bridge": false, "旧港口大桥": true, "ab旧": false, "ab旧港": true} {
		if got := MostlyUnspaced(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestUnaccented(t *testing.T) {
	for s, want := range map[string]string{"Raúl": "Raul", "Müller-Šmíd": "Muller-Smid", "Ståle": "Stale", "Łódź": "Łodz", "plain": "plain", "": ""} {
		if got := Unaccented(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
