package command

import (
	"errors"
	"iter"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/site"
	"parallax/generator/stages"
	"parallax/generator/text"
)

// TestTooMuchOfAnArticleStopsTheBuild hands over files that carry a whole
// restricted article, whatever wrote them.
func TestTooMuchOfAnArticleStopsTheBuild(t *testing.T) {
	body := "Six words of nobody that count, and then some more words that nobody may copy into a page at all."
	a := corpus.Article{ID: "a", File: "content/articles/a.md", Text: "T\n\n" + body}
	a.Blocks = []corpus.Block{{Span: text.Span{End: 1}}, {Span: text.Span{Start: 3, End: len(a.Text)}}}
	w := &stages.Work{Config: site.Config{Quotation: site.Quotation{Share: 0.1, Page: 150, Passage: 50}}}
	w.Corpus = &corpus.Corpus{Articles: []corpus.Article{a}}
	w.Grouping.Events = []event.Event{{Slug: "x", Members: []event.Member{{Article: "a"}}}}
	for html, stops := range map[string]bool{"<p>Nothing.": false, "<p>" + body: true} {
		var files iter.Seq2[file.File, error] = func(yield func(file.File, error) bool) {
			yield(file.File{Path: "e/x/index.html", Data: []byte(html)}, nil)
		}
		var last error
		for _, err := range audited(w, newStopwatch(), audit(w), files) {
			last = err
		}
		if got := errors.Is(last, errProblems); got != stops {
			t.Errorf("%s: stops %t, want %t", html, got, stops)
		}
	}
	if got := w.Problems.Sorted(); len(got) == 0 || !strings.Contains(got[0].String(), "content/articles/a.md:1: the site carries too much") {
		t.Errorf("got %v", got)
	}
}
