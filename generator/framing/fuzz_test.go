package framing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/sample/nasty"
	"parallax/generator/text"
)

// FuzzCompare compares synthetic articles: there is no text that the comparison
// cannot bear, and all evidence lies within its passage.
func FuzzCompare(f *testing.F) {
	f.Add(uint64(7170)) // a colon at the end
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		texts := nasty.Texts(rand.New(rand.NewPCG(seed, 7)))
		defer func() {
			if problem := recover(); problem != nil {
				t.Errorf("%q", texts)
				panic(problem)
			}
		}()
		var articles []*corpus.Article
		for i, t := range texts {
			title, body, _ := strings.Cut(t, "\n\n")
			name := string(rune('a' + i))
			articles = append(articles, newArticle(name, name, "2024-06-12", title, body))
		}
		c := Compare(&event.Event{Slug: "test", Language: "en"}, articles, Settings{Languages: builtin})
		for _, finding := range c.Findings {
			for _, e := range finding.Evidence {
				if problem := misplaced(articles[e.Article], e); problem != "" {
					t.Errorf("%q: %s: %s", texts, finding.ID, problem)
				}
			}
		}
	})
}

// misplaced says what is wrong with an evidence, "" if nothing is.
func misplaced(a *corpus.Article, e Evidence) string {
	switch {
	case e.Span.Start < 0 || e.Span.End > len(a.Text) || e.Span.Len() <= 0:
		return fmt.Sprintf("the span %v of %d bytes", e.Span, len(a.Text))
	case !utf8.ValidString(e.Span.Of(a.Text)):
		return fmt.Sprintf("the span %v cuts a character", e.Span)
	case e.Passage >= 0 && !a.Passages[e.Passage].Span.Contains(text.Span{Start: e.Span.Start, End: e.Span.Start + 1}):
		return fmt.Sprintf("the span %v is not in passage %d", e.Span, e.Passage)
	}
	return ""
}
