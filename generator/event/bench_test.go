package event_test

import (
	"fmt"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// BenchmarkGroup groups invented stories of four reports each, of which none
// resembles another: the cost of reading, indexing and describing.
func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var articles []corpus.Article
			for len(articles) < n {
				name := fmt.Sprintf("Q%s", letters(len(articles)))
				date := fmt.Sprintf("2031-%02d-%02d", 1+len(articles)/28%12, 1+len(articles)%28)
				articles = append(articles, story(name, 4, date)...)
			}
			b.ReportAllocs()
			for b.Loop() {
				event.Group(articles, event.Settings{Languages: languages})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(articles)), "ns/article")
		})
	}
}

// letters writes a number with the letters a to j.
func letters(n int) string {
	digits := []byte(fmt.Sprint(n))
	for i := range digits {
		digits[i] += 'a' - '0'
	}
	return string(digits)
}
