package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A voice says whose words a byte of an article is.
type voice uint8

const (
	author   voice = iota // the article's own
	reported              // a source's, in the author's wording (indirect speech)
	quoted                // a source's, between quotation marks
	retold                // the editor's wording in a paraphrase: nobody's to count
)

// A reading is one article prepared for the signals, made once per comparison
// by read. It never changes afterwards.
type reading struct {
	index        int // into Comparison.Articles
	article      *corpus.Article
	language     *text.Language
	words        []text.Word // of the whole text, headline included
	first        []int       // for each passage, the index of its first word; one more at the end
	attributions []Attribution

	voices []voice // for each word
}

// passageWords returns the words of a passage.
func (r *reading) passageWords(passage int) []text.Word {
	return r.words[r.first[passage]:r.first[passage+1]]
}

// evidence returns the evidence for a span, which must lie within one passage.
func (r *reading) evidence(span text.Span) Evidence {
	return Evidence{Article: r.index, Passage: r.article.PassageAt(span.Start), Span: span}
}
