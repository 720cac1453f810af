package framing

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// strike returns the five invented reports of the strike, each repeated until
// it has the given number of words.
func strike(t testing.TB, words int) []*corpus.Article {
	t.Helper()
	files, err := filepath.Glob("../../content/articles/dock-strike/*.md")
	if err != nil || len(files) != 5 {
		t.Fatalf("found %q, %v", files, err)
	}
	var articles []*corpus.Article
	for i, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		outlet := strings.TrimSuffix(filepath.Base(file), ".md")
		_, body, _ := strings.Cut(string(source[3:]), "+++")
		long := strings.Fields(body)
		for len(long) < words {
			long = append(long, strings.Fields(body)...)
		}
		paragraphs := strings.TrimSpace(body)
		if words > 0 {
			paragraphs = strings.Join(long[:words], " ")
		}
		articles = append(articles, newArticle(outlet, outlet, fmt.Sprintf("2026-07-%d", 15+i%3), "Strike at the harbour of "+outlet, paragraphs))
	}
	return articles
}

func compared(articles []*corpus.Article) *Comparison {
	return Compare(&event.Event{Slug: "strike", Language: "en"}, articles, Settings{Languages: builtin})
}

// TestOrderDoesNotMatter gives the articles in another order.
func TestOrderDoesNotMatter(t *testing.T) {
	articles := strike(t, 0)
	want := asJSON(t, compared(articles))
	slices.Reverse(articles)
	if got := asJSON(t, compared(articles)); got != want {
		t.Error("the comparison depends on the order of the articles")
	}
	articles[1], articles[3] = articles[3], articles[1]
	if got := asJSON(t, compared(articles)); got != want {
		t.Error("the comparison depends on the order of the articles")
	}
}

// TestDuplicateArticle adds a copy of the last report under another name: who
// speaks in the others, and in which voice, stays the same.
func TestDuplicateArticle(t *testing.T) {
	articles := strike(t, 0)
	before := compared(articles)
	last := slices.MaxFunc(articles, (*corpus.Article).Compare)
	twin := *last
	twin.ID, twin.Outlet = last.ID+"-twin", last.Outlet+"-twin"
	after := compared(append(articles, &twin))
	n := len(before.Articles)
	if got, want := asJSON(t, after.Articles[:n]), asJSON(t, before.Articles); got != want {
		t.Errorf("articles changed:\n%s\n%s", got, want)
	}
	if got, want := asJSON(t, after.Voices.Sides[:n]), asJSON(t, before.Voices.Sides); got != want {
		t.Errorf("voices changed:\n%s\n%s", got, want)
	}
	if got, want := asJSON(t, after.Agency.Sides[:n]), asJSON(t, before.Agency.Sides); got != want {
		t.Errorf("passives changed:\n%s\n%s", got, want)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// BenchmarkCompare compares five reports of 600 words, of double and of four
// times the length: time grows with the length of the texts.
func BenchmarkCompare(b *testing.B) {
	for _, words := range []int{600, 1200, 2400} {
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			articles := strike(b, words)
			for b.Loop() {
				compared(articles)
			}
		})
	}
}

// BenchmarkReports compares more and more reports of 600 words: time grows no
// faster than the number of pairs of them. The figure is the time of a pair.
func BenchmarkReports(b *testing.B) {
	for _, n := range []int{5, 10, 20} {
		b.Run(fmt.Sprintf("%d reports", n), func(b *testing.B) {
			var articles []*corpus.Article
			for i := range n {
				a := *strike(b, 600)[i%5]
				a.ID = fmt.Sprintf("%s-%d", a.ID, i)
				a.Outlet = a.ID
				a.Text = strings.ReplaceAll(a.Text, "9", fmt.Sprint(i/5)) // no copy of another
				articles = append(articles, &a)
			}
			for b.Loop() {
				compared(articles)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n*(n-1)/2), "µs/pair")
		})
	}
}

// BenchmarkRead reads reports of growing length, without comparing them.
func BenchmarkRead(b *testing.B) {
	for _, words := range []int{600, 1200, 2400, 4800} {
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			a := strike(b, words)[0]
			l := builtin.For("en")
			for b.Loop() {
				read(0, a, l)
			}
		})
	}
}

// TestSharedChangesNothing compares two events one after the other with what
// they share, and each by itself.
func TestSharedChangesNothing(t *testing.T) {
	shared := Share()
	for _, texts := range reports {
		if with, without := marshal(t, compareTexts(Settings{Shared: shared}, texts...)), marshal(t, compareTexts(Settings{}, texts...)); with != without {
			t.Errorf("with what is shared it is\n%s\nand without\n%s", with, without)
		}
	}
}
