package evaluate

import (
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// plainArticle makes an article of a bare text whose offsets stay as they are:
// every line with words is a block, the first one the headline.
func plainArticle(id, s string, l *text.Language) *corpus.Article {
	a := &corpus.Article{ID: id, Text: s, Language: l.Tag, Quotations: text.Quotations(s)}
	start := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		sentences := l.Sentences(line)
		if len(sentences) > 0 {
			kind := corpus.Paragraph
			if len(a.Blocks) == 0 {
				kind = corpus.Headline
			}
			block := text.Span{Start: start + sentences[0].Start, End: start + sentences[len(sentences)-1].End}
			a.Blocks = append(a.Blocks, corpus.Block{Span: block, Kind: kind})
		}
		for _, p := range sentences {
			span := text.Span{Start: start + p.Start, End: start + p.End}
			a.Passages = append(a.Passages, corpus.Passage{Span: span, Block: len(a.Blocks) - 1})
		}
		start += len(line)
	}
	return a
}
