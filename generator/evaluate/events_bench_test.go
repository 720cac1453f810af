package evaluate

import (
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// BenchmarkSnippets groups the short texts of one data set, as they are.
func BenchmarkSnippets(b *testing.B) {
	items, err := readLines[eventItem](dataset.Path(b, "events/snippets.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	var articles []corpus.Article
	for _, item := range items {
		articles = append(articles, item.article())
	}
	languages := text.Builtin()
	languages.For("en")
	b.ReportAllocs()
	for b.Loop() {
		grouped(articles, languages, nil)
	}
}
