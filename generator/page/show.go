package page

import (
	"parallax/generator/corpus"
	"parallax/generator/text"
)

// show returns the parts of a span of an article that the site may carry, in
// order. Every word of an article that a page shows has come through here.
func (r *renderer) show(_ *corpus.Article, s text.Span) []text.Span { return []text.Span{s} }
