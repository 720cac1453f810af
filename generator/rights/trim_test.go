package rights

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// TestHeadingsWithoutBlanksAreCut demands the limits of texts whose script has
// no blanks between words.
func TestHeadingsWithoutBlanksAreCut(t *testing.T) {
	const title, sentence = "灯台", "灯台は火曜日に島の家族に売られ、夏からその家族が住む予定だと港の事務所が発表した。"
	a := &corpus.Article{ID: "a", File: "content/articles/a.md", Title: title, Text: title + "\n\n" + sentence, Language: "ja"}
	head, body := text.Span{End: len(title)}, text.Span{Start: len(title) + 2, End: len(a.Text)}
	a.Blocks = []corpus.Block{{Span: head, Kind: corpus.Headline}, {Span: body, Kind: corpus.Paragraph}}
	a.Passages = []corpus.Passage{{Span: head, ID: "h"}, {Span: body, ID: "p1s1", Block: 1}}
	_, all, c := rightsEvent([]*corpus.Article{a})
	c.Coverage.Statements = []framing.Statement{{Heading: sentence}}
	allowed := Allow(c, []*corpus.Article{a}, ReadHeadlines(all.Articles), tenth)
	if got := allowed.Comparison().Coverage.Statements[0].Heading; !strings.HasSuffix(got, "…") || len(got) >= len(sentence) {
		t.Errorf("the heading is %q", got)
	}
}
