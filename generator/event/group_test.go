package event_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/event"
	"parallax/generator/text"
)

// article returns an article as the corpus makes it, without passages.
func article(id, date, title, body string) corpus.Article {
	d, err := corpus.ParseDate(date)
	if err != nil {
		panic(err)
	}
	s := title + "\n\n" + body
	return corpus.Article{
		ID: id, File: "content/articles/" + id + ".md", Title: title, Date: d, Language: "en", Text: s,
		Blocks: []corpus.Block{
			{Span: text.Span{End: len(title)}, Kind: corpus.Headline},
			{Span: text.Span{Start: len(title) + 2, End: len(s)}, Kind: corpus.Paragraph},
		},
	}
}

// freedomEdge reads the eleven reports of two drills of one name, and the
// event that each belongs to.
func freedomEdge(t *testing.T) (articles []corpus.Article, truth map[string]string) {
	t.Helper()
	truth = map[string]string{}
	files, err := filepath.Glob(filepath.Join(dataset.Path(t, "freedom-edge"), "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.SplitN(string(data), "+++\n", 3)
		if len(parts) < 3 {
			continue
		}
		var front struct {
			Title string
			Event string `toml:"true_event"`
		}
		if _, err := toml.Decode(parts[1], &front); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		_, after, _ := strings.Cut(parts[1], "\ndate = ")
		id := strings.TrimSuffix(filepath.Base(file), ".md")
		articles = append(articles, article(id, after[:len("2024-06-30")], front.Title, strings.TrimSpace(parts[2])))
		truth[id] = front.Event
	}
	return articles, truth
}

func TestTwoDrillsOfOneName(t *testing.T) {
	articles, truth := freedomEdge(t)
	g, problems := event.Group(articles, event.Settings{Languages: languages})
	for _, d := range problems.Sorted() {
		t.Log(d)
	}
	for _, e := range g.Events {
		t.Logf("%s %q %s..%s cohesion %.2f terms %v names %v numbers %v", e.Slug, e.Title, e.From, e.To, e.Cohesion, e.Terms, e.Names, e.Numbers)
		for _, m := range e.Members {
			t.Logf("  %s %.2f", m.Article, m.Closeness)
			if truth[m.Article] != truth[e.Members[0].Article] {
				t.Errorf("%s is with %s", m.Article, e.Members[0].Article)
			}
		}
	}
	if len(articles) != 11 || len(g.Events) != 2 {
		t.Errorf("%d articles in %d events, want 11 in 2", len(articles), len(g.Events))
	}
	t.Log(g.Near)
}
