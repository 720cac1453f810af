package event_test

import (
	"path"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// TestLanguages groups reports in six languages whose front matter is silent
// on the language. The folder of a file is its event.
func TestLanguages(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/languages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var articles []corpus.Article
	for _, f := range archive.Files {
		title, body, _ := strings.Cut(string(f.Data), "\n")
		a := article(f.Name, "2031-05-04", title, body)
		a.Language = ""
		articles = append(articles, a)
	}
	g := group(articles, event.Lock{})
	for _, e := range g.Events {
		want := path.Dir(e.Members[0].Article)
		for _, m := range e.Members {
			if path.Dir(m.Article) != want || len(e.Members) != 2 {
				t.Errorf("%s %q holds %v", e.Slug, e.Title, e.Members)
				break
			}
		}
		if tag, _, _ := strings.Cut(want, "/"); e.Language != tag {
			t.Errorf("%s is in %q", want, e.Language)
		}
	}
	if len(g.Events) != 18 {
		t.Errorf("%d events, want 18", len(g.Events))
	}
}
