package tone

import (
	"strings"
	"sync"
	"testing"

	"parallax/generator/text"
)

// builtin returns the languages, read once for all tests.
var builtin = sync.OnceValue(text.Builtin)

// at returns the span of target in s.
func at(t *testing.T, s, target string) text.Span {
	t.Helper()
	start := strings.Index(s, target)
	if start < 0 {
		t.Fatalf("%q is not in %q", target, s)
	}
	return text.Span{Start: start, End: start + len(target)}
}

func TestToward(t *testing.T) {
	l := builtin().For("en")
	for _, test := range []struct {
		s, target string
		want      Tone
	}{
		{"Critics condemned Hale as corrupt and dishonest.", "Hale", Negative},
		{"The court praised Hale for her courage and integrity.", "Hale", Positive},
		{"Hale said on Tuesday.", "Hale", Neutral},
	} {
		told, sure := Read(l, test.s, l.Words(test.s)).Toward(at(t, test.s, test.target))
		if told != test.want || sure < 1.0/3 || sure > 1 {
			t.Errorf("%s: %s is %d (%.2f), want %d", test.s, test.target, told, sure, test.want)
		}
	}
}

func TestTowardNothing(t *testing.T) {
	const s = "Hale praised the corrupt minister."
	en, xx := builtin().For("en"), text.Builtin().For("xx")
	if told, sure := Read(en, s, en.Words(s)).Toward(text.Span{Start: 100, End: 104}); told != Neutral || sure != 0 {
		t.Errorf("a target outside the sentence: %d, %v", told, sure)
	}
	if told, sure := Read(xx, s, xx.Words(s)).Toward(text.Span{Start: 0, End: 4}); told != Neutral || sure != 0 || Known(xx) {
		t.Errorf("a language without weights: %d, %v", told, sure)
	}
}

// Whom a sentence is about must not change what is read.
func TestNamesHaveNoTone(t *testing.T) {
	l := builtin().For("en")
	const pattern = "Yesterday TARGET accused RIVAL of a shameful cover-up, officials said."
	var want Tone
	var sure float64
	for i, names := range [][2]string{{"Hale", "Ro"}, {"Trump", "Clinton"}, {"Obama", "Putin"}} {
		s := strings.NewReplacer("TARGET", names[0], "RIVAL", names[1]).Replace(pattern)
		told, p := Read(l, s, l.Words(s)).Toward(at(t, s, names[0]))
		if i == 0 {
			want, sure = told, p
		}
		if told != want || p != sure {
			t.Errorf("%s: %d (%v), want %d (%v)", s, told, p, want, sure)
		}
	}
}

// The sentence is read alike alone and within an article.
func TestReadWithin(t *testing.T) {
	l := builtin().For("en")
	const s = "Hale failed to stop the disastrous plan."
	const article = "“It was said before.” " + s + " Others agreed."
	alone := l.Words(s)
	var within []text.Word
	for _, w := range l.Words(article) {
		if (at(t, article, s)).Contains(w.Span) {
			within = append(within, w)
		}
	}
	a, pa := Read(l, s, alone).Toward(at(t, s, "Hale"))
	b, pb := Read(l, article, within).Toward(at(t, article, "Hale"))
	if a != b || pa != pb {
		t.Errorf("alone %d (%v), within %d (%v)", a, pa, b, pb)
	}
}

func TestFeatures(t *testing.T) {
	l := builtin().For("en")
	const s = "Bixby never praised Hale, who was criticised."
	var got []string
	for f := range Read(l, s, l.Words(s)).Features(at(t, s, "Hale")) {
		if f.Group == Object || f.Group == Clause || f.Group == Patient || f.Group == Role {
			got = append(got, f.Key())
		}
	}
	want := "c never|c prais|o prais|o never prais|q object|"
	if !strings.HasPrefix(strings.Join(got, "|"), want) {
		t.Errorf("got %s, want %s first", strings.Join(got, "|"), want)
	}
}

// Whatever the text and the target, reading ends with a tone.
func FuzzToward(f *testing.F) {
	l := builtin().For("en")
	f.Add("Hale’s “so-called” plan wasn't good, Ro said.", 0, 4)
	f.Add("\" ' — ü\u00a0\n", 3, 1)
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		sentence := Read(l, s, l.Words(s))
		told, sure := sentence.Toward(text.Span{Start: start, End: end})
		if told < Negative || told > Positive || sure < 0 || sure > 1 {
			t.Errorf("tone %d, %v sure", told, sure)
		}
		last := 0
		for _, m := range sentence.Marks() {
			if m.Start < last || m.End > len(s) || m.Len() <= 0 {
				t.Errorf("mark %+v after byte %d", m, last)
			}
			last = m.End
		}
	})
}
