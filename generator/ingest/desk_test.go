package ingest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/site"
)

// newSite returns an empty site.
func newSite(t *testing.T) *os.Root {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func loadSite(root *os.Root) (*corpus.Corpus, diag.List) {
	return corpus.Load(root.FS(), site.Config{Language: "en"}, builtin(), time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), true)
}

func sample() Document {
	return Document{
		Title: "Council closes the bath", Author: `Ida "I" Moor`, Date: corpus.Day(2026, 3, 2), Language: "en",
		URL: "https://www.lantern.example/news/bath?utm_source=x", Site: "The Merrow Lantern", Licence: "CC0-1.0",
		Blocks: []Block{
			{corpus.Paragraph, "The council closed the bath on Monday."},
			{corpus.Subheading, "Repairs # until June #"},
			{corpus.Item, "One <b>pool</b> &amp; [another](x)."},
			{corpus.Item, "2. Two *pools*."},
			{corpus.BlockQuote, "> Nobody likes it."},
			{corpus.BlockQuote, "Nobody at all."},
			{corpus.Paragraph, "12) is a number, and so is 3."},
		},
	}
}

// TestTakeIsReadBack writes an article and reads it as a build does.
func TestTakeIsReadBack(t *testing.T) {
	root := newSite(t)
	taken, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(sample(), "")
	if err != nil {
		t.Fatal(err)
	}
	if want := "content/articles/the-merrow-lantern/2026-03-02-council-closes-the-bath.md"; taken.File != want || !taken.NewOutlet || taken.Private {
		t.Errorf("%+v", taken)
	}
	read, problems := loadSite(root)
	if problems.Failed() || len(read.Articles) != 1 || len(read.Outlets) != 1 {
		t.Fatal(problems.Sorted())
	}
	a, d := read.Articles[0], sample()
	if a.Title != d.Title || a.Author != d.Author || a.Date != d.Date || a.URL != d.URL || a.Licence != d.Licence {
		t.Errorf("%+v", a)
	}
	for i, b := range a.Blocks[1:] {
		if got := (Block{b.Kind, b.Of(a.Text)}); got != d.Blocks[i] {
			t.Errorf("block %d is %q, not %q", i, got, d.Blocks[i])
		}
	}
}

// TestTakeTwice takes an article once, by its address and by its words.
func TestTakeTwice(t *testing.T) {
	root := newSite(t)
	first, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(sample(), "")
	if err != nil {
		t.Fatal(err)
	}
	held, _ := loadSite(root)
	sameAddress, sameWords, sameName := sample(), sample(), sample()
	sameAddress.Title, sameAddress.URL = "Bath closed", "http://lantern.example/news/bath/"
	sameWords.URL = "https://lantern.example/other"
	sameName.URL, sameName.Blocks = "https://lantern.example/third", sameName.Blocks[:1]
	desk := NewDesk(root, held, Rules{})
	for _, d := range []Document{sameAddress, sameWords} {
		if taken, err := desk.Take(d, ""); err != nil || taken.Held != first.File || taken.File != "" {
			t.Errorf("%+v, %v", taken, err)
		}
	}
	if _, err := desk.Take(sameName, ""); err == nil {
		t.Error("an article was written over another")
	}
	if taken, err := NewDesk(root, held, Rules{Replace: true}).Take(sameAddress, ""); err != nil || !taken.Replaced || taken.File != first.File {
		t.Errorf("%+v, %v", taken, err)
	}
}

// TestTakeSaysOneLine cannot write, since a folder is in the way.
func TestTakeSaysOneLine(t *testing.T) {
	root := newSite(t)
	file := "content/articles/the-merrow-lantern/2026-03-02-council-closes-the-bath.md"
	if err := root.MkdirAll(file+".part/x", 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(sample(), "")
	if err == nil || strings.Contains(err.Error(), "\n") || strings.Count(err.Error(), path.Base(file)) != 1 {
		t.Error(err)
	}
}

// TestTakePrivately keeps an article without a licence out of git.
func TestTakePrivately(t *testing.T) {
	root := newSite(t)
	d := sample()
	d.Licence = ""
	dry, err := NewDesk(root, &corpus.Corpus{}, Rules{Dry: true}).Take(d, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := root.Stat("content"); err == nil {
		t.Error("a dry run wrote")
	}
	taken, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(d, "")
	if err != nil || taken != dry || !taken.Private || !strings.HasPrefix(taken.File, "content/.private/articles/") {
		t.Errorf("%+v, %v", taken, err)
	}
	ignored, err := root.ReadFile("content/.private/.gitignore")
	if err != nil || string(ignored) != "*\n" {
		t.Errorf("%q, %v", ignored, err)
	}
}

// TestTakeOutlet finds the outlet by domain.
func TestTakeOutlet(t *testing.T) {
	held := &corpus.Corpus{Outlets: []corpus.Outlet{
		{ID: "lantern", Homepage: "https://lantern.example/"},
		{ID: "sport", Homepage: "https://www.sport.lantern.example/"},
	}}
	desk := NewDesk(newSite(t), held, Rules{Dry: true})
	for address, want := range map[string]string{
		"https://news.lantern.example/a":    "lantern",
		"https://a.sport.lantern.example/b": "sport",
		"https://otherlantern.example/c":    "otherlantern-example",
	} {
		d := sample()
		d.Site, d.URL, d.Title = "", address, address
		if taken, err := desk.Take(d, ""); err != nil || taken.Outlet != want {
			t.Errorf("%s: %+v, %v", address, taken, err)
		}
	}
	address := sample()
	address.Site, address.URL = "https://www.gazette.example/", "https://www.gazette.example/a"
	if taken, err := desk.Take(address, ""); err != nil || taken.Outlet != "gazette-example" {
		t.Errorf("%+v, %v", taken, err)
	}
	if _, err := desk.Take(sample(), "lantren"); err == nil || !strings.Contains(err.Error(), `"lantern"`) {
		t.Error(err)
	}
}

// hostile are titles that must not become paths.
var hostile = []string{
	"../../etc/passwd", `..\..\x`, "%2e%2e%2f", "....//", "CON", "-rf", ".git", "a\x00b\x1b[31m", "\u202eevil", "🦊🦊",
	strings.Repeat("é", 300), strings.Repeat("long ", 300), "+++", "'''\"\"\"\\", "北京",
}

// TestTakeHostileStrings takes strings that break programs as titles, names
// and text, and reads every word back.
func TestTakeHostileStrings(t *testing.T) {
	take(t, hostile)
}

func TestTakeNaughtyStrings(t *testing.T) {
	data, err := os.ReadFile(dataset.Path(t, "suites/naughty-strings/blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	take(t, list)
}

func take(t *testing.T, list []string) {
	root := newSite(t)
	desk := NewDesk(root, &corpus.Corpus{}, Rules{Replace: true})
	want := map[string]string{}
	for _, s := range list {
		line := oneLine(s)
		if line == "" {
			continue
		}
		d := Document{
			Title: line, Author: s, Site: s, Licence: "CC0-1.0", URL: "https://example.org/" + slug(s, 40),
			Blocks: []Block{{corpus.Paragraph, "It said " + line + " on Monday."}, {corpus.Paragraph, line + " was what it said."}},
		}
		taken, err := desk.Take(d, "")
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want[taken.File] = d.Blocks[0].Text + "\n" + d.Blocks[1].Text
	}
	read, problems := loadSite(root)
	if problems.Failed() || len(read.Articles) != len(want) {
		t.Fatalf("%d articles of %d: %v", len(read.Articles), len(want), problems.Sorted())
	}
	for _, a := range read.Articles {
		var lines []string
		for _, b := range a.Blocks[1:] {
			lines = append(lines, b.Of(a.Text))
		}
		if got := strings.Join(lines, "\n"); got != want[a.File] {
			t.Errorf("%s holds %q, not %q", a.File, got, want[a.File])
		}
	}
	checkNames(t, root)
}

// checkNames finds files whose name is more than a slug.
func checkNames(t *testing.T, root *os.Root) {
	err := fs.WalkDir(root.FS(), "content", func(name string, d fs.DirEntry, err error) error {
		if base := strings.TrimSuffix(strings.TrimSuffix(path.Base(name), ".md"), ".earlier"); !corpus.IsSlug(base) {
			t.Errorf("the name %q", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
