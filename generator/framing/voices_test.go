package framing

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/generator/text"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

// told writes what a page shows of an article's voices, a line each.
func told(r *reading) string {
	var b strings.Builder
	for _, a := range shownAttributions(r) {
		fmt.Fprintf(&b, "%s (%s) | %s, %s, %s | %s\n", a.Speaker, a.Group, a.Verb, a.Stance, a.Mode, textOf(r, a.Content))
	}
	return b.String()
}

func textOf(r *reading, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, span := range spans {
		parts[i] = span.Of(r.article.Text)
	}
	return strings.Join(parts, " ... ")
}

// golden compares with a file of testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", file, got)
	}
}

// TestVoices reads one invented report that holds one of each way of speaking.
func TestVoices(t *testing.T) {
	body, err := os.ReadFile("testdata/voices.txt")
	if err != nil {
		t.Fatal(err)
	}
	title, rest, _ := strings.Cut(string(body), "\n\n")
	r := read(0, newArticle("a", "a", "", title, rest), builtin.For("en"))
	golden(t, "voices.golden", told(r))
}

func TestVoicesOfAParaphrase(t *testing.T) {
	c := compareParaphrase(t, "The mayor slammed the plan as “a sad joke”. The union, she claimed, had wrecked it.")
	if n := len(c.Voices.Attributions); n != 1 {
		t.Fatalf("got %+v", c.Voices.Attributions)
	}
	if a := c.Voices.Attributions[0]; a.Verb != "" || a.Stance != "neutral" || a.Words != 3 || a.Speaker != "mayor" {
		t.Errorf("got %+v", a)
	}
	if !hasSilence(c, "voices.paraphrase") {
		t.Errorf("silences are %+v", c.Silences)
	}
}

// TestVoicesOfTheAuthor holds the author's voice apart from the voices of
// others: what is not laid to somebody else stays the author's.
func TestVoicesOfTheAuthor(t *testing.T) {
	tests := []struct{ text, own string }{
		{"We denounce the closure.", "we denounce the closure"},
		{"The closure seems rushed.", "the closure seems rushed"},
		{"The mayor praised the rushed closure.", "the mayor praised the rushed closure"},
		{"The mayor said that the closure was rushed.", "the mayor said"},
		{"The closure was rushed, the union said.", "the union said"},
		{"According to the union, the closure was rushed.", "according to the union"},
		{"The closure, the union claimed, was rushed.", "the union claimed"},
	}
	for _, test := range tests {
		r := read(0, newArticle("a", "a", "", "Title", test.text), builtin.For("en"))
		var own []string
		for i, w := range r.words[1:] {
			if r.voices[i+1] == author {
				own = append(own, w.Lower)
			}
		}
		if got := strings.Join(own, " "); got != test.own {
			t.Errorf("%q: the author's own is %q, want %q", test.text, got, test.own)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("The mayor said that it rained.", "“Why?” she asked. “We don't know,” Mr. Hale (Lab) told us:\n\n“No.”")
	f.Add("Today's admission that it rained", "Yesterday’s claim of rain was denied by today's.")
	f.Add("", "said said, said. 'He's' — \"asked by \"X\" told to was been by and,")
	f.Fuzz(func(t *testing.T, title, body string) {
		if !utf8Valid(title) || !utf8Valid(body) {
			t.Skip()
		}
		a := newArticle("a", "a", "", title, body)
		r := read(0, a, builtin.For("en"))
		for _, x := range r.attributions {
			for _, spans := range [][]text.Span{x.Source, x.Cue, x.Content} {
				for _, span := range spans {
					if span.Start < 0 || span.End > len(a.Text) || span.Start >= span.End {
						t.Fatalf("span %v of %+v", span, x)
					}
				}
			}
		}
		passivesIn(r, sentencesOf(r, nil))
	})
}
