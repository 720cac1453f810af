package framing

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/generator/entity"
	"parallax/generator/text"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

// told writes what a page shows of an article's voices, a line each.
func told(r *member) string {
	var b strings.Builder
	for _, a := range shownAttributions(r) {
		fmt.Fprintf(&b, "%s (%s) | %s, %s, %s | %s\n", a.Speaker, a.Group, a.Verb, a.Stance, a.Mode, textOf(r, a.Content))
	}
	return b.String()
}

func textOf(r *member, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, span := range spans {
		parts[i] = span.Of(r.Text())
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
	(&comparing{language: builtin.For("en"), readings: []*member{r}}).resolve()
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

// TestVoicesGrouped holds the comparison of groups back where of more than a
// quarter of the words it is not known who says them.
func TestVoicesGrouped(t *testing.T) {
	for _, test := range []struct {
		unknown, official int
		want              bool
	}{{0, 0, true}, {25, 75, true}, {26, 74, false}} {
		v := Voices{Sides: []VoiceSide{
			{Speakers: []Speaker{{Group: entity.Unknown, Words: test.unknown}}},
			{Article: 1, Speakers: []Speaker{{Group: entity.Official, Words: test.official}}},
		}}
		if got := v.Grouped(); got != test.want {
			t.Errorf("%d words of unknown speakers and %d of officials: %v, want %v", test.unknown, test.official, got, test.want)
		}
	}
}
