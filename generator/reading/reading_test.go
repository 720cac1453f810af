package reading

import (
	"cmp"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/generator/cases"
	"parallax/generator/cases/article"
	"parallax/generator/text"
)

var english = text.Builtin().For("en")

// read reads an English article.
func read(title, body string) *Reading {
	return Read(article.Of(english, "a", title, body), english)
}

// words returns the bytes of spans.
func words(r *Reading, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, span := range spans {
		parts[i] = span.Of(r.Text())
	}
	return strings.Join(parts, " ... ")
}

// TestSources finds who says what: source, cue and content; "?" is a source
// that nobody names.
func TestSources(t *testing.T) {
	cases.Run(t, "testdata/cases/sources.txt", func(asked string) string {
		r := read("", asked)
		var list []string
		for _, a := range r.Attributions() {
			list = append(list, cmp.Or(words(r, a.Source), "?")+" > "+words(r, a.Cue)+" > "+words(r, a.Content))
		}
		return strings.Join(list, " | ")
	})
}

// TestOwn holds the author's voice apart from the voices of others: what is not
// laid to somebody else stays the author's.
func TestOwn(t *testing.T) {
	for _, test := range []struct{ text, own string }{
		{"We denounce the closure.", "we denounce the closure"},
		{"The closure seems rushed.", "the closure seems rushed"},
		{"The mayor praised the rushed closure.", "the mayor praised the rushed closure"},
		{"The mayor said that the closure was rushed.", "the mayor said"},
		{"The closure was rushed, the union said.", "the union said"},
		{"According to the union, the closure was rushed.", "according to the union"},
		{"The closure, the union claimed, was rushed.", "the union claimed"},
	} {
		r := read("Title", test.text)
		var own []string
		for i, w := range r.PassageWords(1) {
			if r.PassageVoices(1)[i] == Author {
				own = append(own, w.Lower)
			}
		}
		if got := strings.Join(own, " "); got != test.own {
			t.Errorf("%q: the author's own is %q, want %q", test.text, got, test.own)
		}
	}
}

// TestLaid tells what an article does not say by itself, wherever it stands.
func TestLaid(t *testing.T) {
	cases.Run(t, "testdata/cases/laid.txt", func(asked string) string {
		r := read("", asked)
		var laid []string
		for _, w := range r.Words() {
			if r.Laid(w.Start) {
				laid = append(laid, w.Lower)
			}
		}
		return strings.Join(laid, " ")
	})
}

// FuzzRead holds what is found of any text to spans of it.
func FuzzRead(f *testing.F) {
	f.Add("The mayor said that it rained.", "“Why?” she asked. “We don't know,” Mr. Hale (Lab) told us:\n\n“No.”")
	f.Add("Today's admission that it rained", "Yesterday’s claim of rain was denied by today's.")
	f.Add("", "said said, said. 'He's' — \"asked by \"X\" told to was been by and,")
	f.Add("שלוםａ", "’ – –games & ﾞ From www.a.examplee.g.مرحبا 20s .")
	f.Fuzz(func(t *testing.T, title, body string) {
		if !utf8.ValidString(title) || !utf8.ValidString(body) {
			t.Skip()
		}
		r := read(title, body)
		for _, x := range r.Attributions() {
			for _, spans := range [][]text.Span{x.Source, x.Cue, x.Content} {
				for _, span := range spans {
					if span.Start < 0 || span.End > len(r.Text()) || span.Start >= span.End {
						t.Fatalf("span %v of %+v", span, x)
					}
				}
			}
		}
	})
}
