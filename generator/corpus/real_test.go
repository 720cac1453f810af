package corpus

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// pasted is the body of rt.md of the freedom-edge set: quotation marks turned
// the wrong way, and a comment form at the end.
func TestPastedArticle(t *testing.T) {
	source, err := os.ReadFile(dataset.Path(t, "freedom-edge/rt.md"))
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(source)) {
		if !strings.HasPrefix(line, "country") && !strings.HasPrefix(line, "kind") && !strings.HasPrefix(line, "true_event") {
			kept = append(kept, line)
		}
	}
	c, l := load(t, fstest.MapFS{
		"config.toml":                {Data: []byte("title = 'T'\nbase_url = 'https://example.org/'\n")},
		"content/outlets/rt.md":      {Data: []byte("+++\nname = 'RT'\n+++\n")},
		"content/articles/fe/one.md": {Data: []byte(strings.Join(kept, ""))},
	})
	if l.Failed() || len(c.Articles) != 1 {
		t.Fatal(l.Sorted())
	}
	a := c.Articles[0]
	checkArticle(t, &a)
	if len(a.Blocks) != 9 || len(a.SetAside) != 5 {
		t.Errorf("%d blocks, set aside %q", len(a.Blocks), a.SetAside)
	}
	if last := a.Passages[len(a.Passages)-1].Of(a.Text); !strings.HasPrefix(last, "In 2021") {
		t.Errorf("the last passage is %q", last)
	}
	if len(a.Quotations) != 8 {
		for _, q := range a.Quotations {
			t.Errorf("quoted: %q", q.Of(a.Text))
		}
	}
}

// TestCommonMark flattens every example of the specification and the cases
// that once broke the parser.
func TestCommonMark(t *testing.T) {
	data, err := os.ReadFile(dataset.Path(t, "suites/commonmark/commonmark-0.31.2.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct{ Markdown string }
	if err := json.Unmarshal(data, &examples); err != nil || len(examples) != 652 {
		t.Fatal(len(examples), err)
	}
	extra, err := os.ReadFile(filepath.Join(dataset.Path(t, "suites/commonmark"), "goldmark-extra.txt"))
	if err != nil {
		t.Fatal(err)
	}
	h := testHand()
	for _, example := range examples {
		checkFlattened(t, h, example.Markdown)
	}
	for part := range strings.SplitSeq(string(extra), "//- - - - - - - - -//") {
		checkFlattened(t, h, part)
	}
}

// testHand returns what an article is read with.
func testHand() *hand {
	return newHand(&reader{corpus: &Corpus{}, languages: text.Builtin()})
}

// checkFlattened turns Markdown into an article and checks it.
func checkFlattened(t *testing.T, h *hand, markdown string) {
	t.Helper()
	a := &Article{ID: "x", Title: tidy("A “title” of it")}
	h.fill(a, h.flattener.flatten(strings.ToValidUTF8(markdown, "\ufffd")), func(int, []string) {})
	checkArticle(t, a)
}

// TestTangled gives input that takes the parser time by its square; read as
// Markdown it would not end within any test's patience.
func TestTangled(t *testing.T) {
	h := testHand()
	for _, hostile := range []string{"![](", "[", "[a]: b\n", "*a_ ", "> ", "1. ", "<", "`a", "&#", "\\", "- ", "<!--", "a\n"} {
		checkFlattened(t, h, strings.Repeat(hostile, largest/len(hostile)))
	}
	var stairs strings.Builder
	for n := 0; stairs.Len() < largest; n++ {
		stairs.WriteString(strings.Repeat("  ", n) + "- a\n")
	}
	checkFlattened(t, h, stairs.String())
}

func FuzzFlatten(f *testing.F) {
	f.Add("# a\n\n> “b” *c*\n\n- [d](e)\n- ‘f’\n\n<p>g<script>h</script>")
	f.Add("”a” \"b\" 'c' „d“ «e»\n\n“f\n\n“g”")
	f.Add("\u202ea\u0301\u200b &amp; \\* &#x202e;")
	f.Add("Advertisement\n\n> > - a\n\nRelated\n- b")
	f.Fuzz(func(t *testing.T, markdown string) { checkFlattened(t, testHand(), markdown) })
}
