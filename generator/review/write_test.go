package review

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/sample"
	"parallax/generator/text"
)

const handWritten = `# What we agreed on.
checked_by = "Ida Moor"

# It names no month.
[[decision]]
do = "not-told"  # by hand
article = "a"
quote = "words of it"
report = "b"

[[decision]]
id = "zzz"
do = "hide-statement"
article = "a"
quote = "others"
`

// TestPut puts decisions into a file that somebody wrote, and takes them out again:
// what stood there before stands there after.
func TestPut(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	for range 100 {
		source, names := handWritten, []string{}
		for n := range 1 + random.IntN(6) {
			d := Decision{Do: "hide-statement", Article: "a", Quote: fmt.Sprintf("words “%d” with \"marks\", \\ and a\ttab %d", n, random.Int()), By: "Édith"}
			made, err := Put("x", source, d)
			if err != nil {
				t.Fatal(err)
			}
			r, _ := Parse("x", []byte(made))
			found := false
			for _, known := range r.Decisions {
				found = found || known.Quote == d.Quote && known.ID == Name(d)
			}
			if !found || !strings.Contains(made, "# It names no month.\n[[decision]]\ndo = \"not-told\"  # by hand") {
				t.Fatalf("got\n%s", made)
			}
			if again, err := Put("x", made, d); err != nil || again != made {
				t.Fatalf("a second time it is\n%s (%v)", again, err)
			}
			source, names = made, append(names, Name(d))
		}
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		for _, name := range names {
			var err error
			if source, err = Remove("x", source, name); err != nil {
				t.Fatal(err)
			}
		}
		if source != handWritten {
			t.Fatalf("got\n%s", source)
		}
	}
}

// TestPutRefuses demands that a file with a mistake, or one that is written otherwise,
// is left alone.
func TestPutRefuses(t *testing.T) {
	d := Decision{Do: "hide-statement", Article: "a", Quote: "b", By: "c"}
	for source, want := range map[string]string{
		"checked = \"x\"\n": "has a mistake, which must be mended first",
		"<<<<<<< ours\n":    "a merge was begun here",
		"decision = [{do = \"hide-statement\", article = \"a\", quote = \"b\", by = \"c\"}]\n": "do not begin with a line [[decision]]",
	} {
		if _, err := Put("x", source, d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", source, err)
		}
	}
	if _, err := Put("x", "", Decision{Do: "hide"}); err == nil || !strings.Contains(err.Error(), "would have a mistake") {
		t.Error(err)
	}
	if _, err := Remove("x", "", "a"); err == nil {
		t.Error("a decision that is not there was removed")
	}
}

// TestCheck says who checked an event, and takes it back.
func TestCheck(t *testing.T) {
	made, err := Check("x", handWritten, "Nan \"N\" Reed", corpus.Day(2026, 11, 30))
	if err != nil || !strings.HasPrefix(made, "checked_by = \"Nan \\\"N\\\" Reed\"\nchecked_on = 2026-11-30\n# What we agreed on.\n") {
		t.Fatalf("got\n%s\n%v", made, err)
	}
	if _, err := Check("x", handWritten, "", corpus.Date{}); err == nil {
		t.Error("decisions without an author were made")
	}
	signed := strings.ReplaceAll(handWritten, "article = \"a\"", "by = \"Ida\"\narticle = \"a\"")
	if made, err = Check("x", signed, "", corpus.Date{}); err != nil || strings.Contains(made, "checked_by") || !strings.HasPrefix(made, "# What we agreed on.\n") {
		t.Errorf("got\n%s\n%v", made, err)
	}
}

// TestQuote demands of every passage of the sample that its quotation finds it again.
func TestQuote(t *testing.T) {
	c := sample.Corpus(t)
	a := &c.Articles[1]
	sample.LayOut(a, "The ferry sails again on Thursday. Nobody was hurt. The ferry sails again on Thursday.\nNobody was hurt. The council said so and said a good many other things that nobody cared to write down in full.")
	f := finder{text.Builtin(), map[string][]text.Word{}}
	for i, p := range a.Passages {
		quote, before, after := Quote(a, i)
		span, certainty := f.find(a, quote, before, after)
		if certainty != sure || a.PassageAt(span.Start) != i {
			t.Errorf("passage %d “%s” is not found again by “%s” between “%s” and “%s”", i, p.Of(a.Text), quote, before, after)
		}
	}
}
