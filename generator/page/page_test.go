package page

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/templates"
)

// render collects the files of a site by path.
func render(t testing.TB, s Site) map[string]string {
	t.Helper()
	files := map[string]string{}
	for f, err := range Render(s) {
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is written twice", f.Path)
		}
		files[f.Path] = string(f.Data)
	}
	if files["index.html"] == "" {
		t.Fatal("no pages were made")
	}
	return files
}

// over puts files over the built-in templates.
func over(t testing.TB, files map[string]string) fs.FS {
	t.Helper()
	all := fstest.MapFS{}
	err := fs.WalkDir(templates.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templates.Files, name)
		all[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		all[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return all
}

func TestEveryKindOfPageIsRendered(t *testing.T) {
	files := render(t, sampleSite(t))
	for _, path := range []string{
		"index.html", "e/alder-queen/index.html", "e/alder-queen/read-a.html", "e/alder-queen/a-b.html", "e/alder-queen/plain.html",
		"e/alder-queen/blind.html", "e/alder-queen/blind-text.html", "e/old-ferry/index.html", "m/2031-03.html", "m/index.html",
		"t/transport.html", "t/index.html", "o/lamp.html", "o/index.html", "teachers.html", "search.html", "search-index.js", "glossary.html",
		"method.html", "about.html", "privacy.html", "404.html", "assets/style.css",
		"data/index.html", "data/index.json", "data/schema.json", "data/datapackage.json", "data/alder-queen.json", "data/alder-queen/naming.csv", "data/schemas/naming.json",
	} {
		if files[path] == "" {
			t.Errorf("%s is missing or empty", path)
		}
	}
}

func TestEventsAreComparedOnceAndOnDemand(t *testing.T) {
	s := sampleSite(t)
	calls, compare := 0, s.Compare
	s.Compare = func(e *event.Event) (*framing.Comparison, error) { calls++; return compare(e) }
	render(t, s)
	if calls != 1 {
		t.Errorf("one event was compared %d times", calls)
	}
	calls = 0
	for range Render(s) {
		break
	}
	if calls != 0 {
		t.Errorf("an event was compared for a caller that wanted one file")
	}
}

func TestTemplateErrorsNameTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ file, Source, want string }{
		"unknown field":  {"home.html", "{{define \"main\"}}\n{{.Nothing}}{{end}}", "templates/home.html:2: "},
		"unknown text":   {"event.html", "{{define \"main\"}}{{text \"no.such\"}}{{end}}", "templates/event.html:1: "},
		"in a piece":     {"part-who.html", "\n\n{{.Nothing}}", "templates/part-who.html:3: "},
		"not a template": {"home.html", "{{define \"main\"}}\n{{if}}{{end}}{{end}}", "templates/home.html:2: "},
		"unsafe place":   {"home.html", "{{define \"main\"}}<a {{.Site}}=1 href='{{end}}", "templates/base.html: "},
		"figures":        {"figures.toml", "[[table]\n", "templates/figures.toml:2: "},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleSite(t)
			s.Templates = over(t, map[string]string{c.file: c.Source})
			var failed error
			for _, err := range Render(s) {
				failed = err
			}
			if failed == nil || !strings.HasPrefix(failed.Error(), c.want) {
				t.Errorf("got %v, want it to begin with %s", failed, c.want)
			}
		})
	}
}

func TestTemplatesOfTheSiteComeFirst(t *testing.T) {
	s := sampleSite(t)
	s.Templates = over(t, map[string]string{"home.html": `{{define "main"}}<p>{{len .Best}} cards</p>{{end}}`})
	if home := render(t, s)["index.html"]; !strings.Contains(home, "<p>1 cards</p>") {
		t.Error(home)
	}
}

func TestRightToLeft(t *testing.T) {
	arabic, err := os.ReadFile("testdata/arabic/messages/ar.toml")
	if err != nil {
		t.Fatal(err)
	}
	s := sampleSite(t)
	s.Templates = over(t, map[string]string{"messages/ar.toml": string(arabic)})
	if s.Messages, err = message.Load(s.Templates, "ar"); err != nil {
		t.Fatal(err)
	}
	page := render(t, s)["e/alder-queen/index.html"]
	for _, want := range []string{`<html lang="ar" dir="rtl">`, "الأحداث", "4 مقالات، ", `<blockquote lang="en" dir="ltr">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the event's page lacks %s", want)
		}
	}
}

func TestHomeDoesNotGrow(t *testing.T) {
	size := func(n int) int {
		s := sampleSite(t)
		s.Events = slices.Repeat(s.Events, n)
		for i := range s.Events {
			s.Events[i].Slug = "alder-queen-" + strings.Repeat("i", i%40) + strings.Repeat("v", i/40)
		}
		s.Config.Pages.Blind, s.Config.Pages.Pairs = false, 0
		return len(render(t, s)["index.html"])
	}
	if small, large := size(20), size(90); large > small+100 {
		t.Errorf("the home page has %d bytes with 20 events and %d with 90", small, large)
	}
}

func TestAssetsKeepTheirBudget(t *testing.T) {
	total := map[string]int{}
	for path, data := range render(t, sampleSite(t)) {
		switch {
		case strings.HasSuffix(path, ".woff2"):
			total["fonts"] += len(data)
		case strings.HasPrefix(path, "assets/"):
			total[path] += len(data)
		}
	}
	for what, most := range map[string]int{"fonts": 140_000, "assets/style.css": 20 << 10, "assets/script.js": 10 << 10} {
		if total[what] == 0 || total[what] > most {
			t.Errorf("%s: %d bytes, at most %d are allowed", what, total[what], most)
		}
	}
}

func TestEveryTemplateIsDocumented(t *testing.T) {
	manual, err := os.ReadFile("../../templates/README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(templates.Files, "*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		if !strings.Contains(string(manual), "| `"+file+"` |") {
			t.Errorf("templates/README.md does not name %s", file)
		}
	}
}

// TestNamesAreIsolated demands that a name written from the right does not turn
// the numbers and names beside it: names and headings are links, or stand in .w or
// bdi, wherever their block has other words or figures.
func TestNamesAreIsolated(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil || !strings.Contains(string(css), "a,.w{unicode-bidi:isolate}") {
		t.Errorf("links and .w are not isolated (%v)", err)
	}
	const name = "עיתון"
	s := sampleSite(t)
	comparison, err := s.Compare(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := *comparison
	c.Coverage.Statements = slices.Clone(c.Coverage.Statements)
	for i := range c.Coverage.Statements {
		c.Coverage.Statements[i].Heading = name
	}
	for i := range s.Corpus.Outlets {
		s.Corpus.Outlets[i].Name, s.Corpus.Outlets[i].Short = name, name
	}
	for i := range s.Corpus.Articles {
		s.Corpus.Articles[i].Topics, s.Corpus.Articles[i].Author = []string{name}, name
	}
	s.Compare = sameComparison(&c)
	for page, source := range pagesOf(render(t, s)) {
		for _, n := range nodes(t, source) {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				plain := strings.ReplaceAll(c.Data, "\u2068"+name+"\u2069", "")
				if c.Type == html.TextNode && strings.Contains(plain, name) && !isIsolated(n) {
					t.Errorf("%s: <%s> %s", page, n.Data, strings.Join(strings.Fields(wordsIn(n)), " "))
				}
			}
		}
	}
}

// isIsolated reports whether the words in an element, or in one around it, stand
// apart from others, or are all that their block has.
func isIsolated(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.Data {
		case "title", "script", "style", "option", "bdi", "a", "svg": // in pictures the name stands last
			return true
		}
		if strings.Contains(" "+attribute(n, "class")+" ", " w ") || attribute(n, "dir") != "" {
			return true
		}
		if slices.Contains([]string{"p", "li", "td", "th", "h1", "h2", "h3", "h4", "div", "section", "dt", "dd", "summary", "caption", "figcaption", "body", "label", "header"}, n.Data) {
			return !strings.ContainsFunc(wordsIn(n), func(r rune) bool { return unicode.IsDigit(r) || unicode.Is(unicode.Latin, r) })
		}
	}
	return true
}

// wordsIn returns the words in an element.
func wordsIn(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
