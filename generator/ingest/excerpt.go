package ingest

import (
	"parallax/generator/corpus"
	"parallax/generator/site"
	"parallax/generator/text"
)

// excerpt returns what may be quoted of an article: its headline and, from the
// beginning, whole sentences as long as they keep the limits of quotations.
// How long the original was is written down, since the limits are shares of
// it. Words are counted as those who hold a site to its limits count them.
func excerpt(doc Document, q site.Quotation, language *text.Language) Document {
	doc.Excerpt, doc.Words = true, text.CountWords(doc.Title)
	for _, b := range doc.Blocks {
		doc.Words += text.CountWords(b.Text)
	}
	left := min(int(q.Share*float64(doc.Words)), q.Page) - text.CountWords(doc.Title)
	blocks := doc.Blocks
	doc.Blocks = nil
	for _, b := range blocks {
		if b.Kind == corpus.Subheading {
			continue
		}
		end := 0
		for _, s := range language.Sentences(b.Text) {
			n := text.CountWords(s.Of(b.Text))
			if n > left || n > q.Passage {
				break
			}
			left -= n
			end = s.End
		}
		if end > 0 {
			doc.Blocks = append(doc.Blocks, Block{b.Kind, b.Text[:end]})
		}
		if end < len(b.Text) {
			break
		}
	}
	return doc
}
