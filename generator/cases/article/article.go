// Package article makes articles of text that tests write down.
package article

import (
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Of returns an article of a title and a body of paragraphs, which blank
// lines part, as corpus.Load would make it.
func Of(l *text.Language, id, title, body string) *corpus.Article {
	a := &corpus.Article{ID: id, Outlet: id, Title: title, Language: l.Tag, Text: title}
	a.Blocks = []corpus.Block{{Span: text.Span{Start: 0, End: len(title)}, Kind: corpus.Headline}}
	for paragraph := range strings.SplitSeq(body, "\n\n") {
		paragraph = strings.TrimSpace(paragraph)
		start := len(a.Text) + 2
		a.Text += "\n\n" + paragraph
		a.Blocks = append(a.Blocks, corpus.Block{Span: text.Span{Start: start, End: len(a.Text)}, Kind: corpus.Paragraph})
	}
	for i, b := range a.Blocks {
		for _, s := range l.Sentences(b.Of(a.Text)) {
			span := text.Span{Start: b.Start + s.Start, End: b.Start + s.End}
			a.Passages = append(a.Passages, corpus.Passage{Span: span, Block: i})
		}
	}
	a.Quotations = text.Quotations(a.Text)
	return a
}
