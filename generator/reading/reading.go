// Package reading reads one article: its words and sentences, what stands
// between quotation marks, who says what, and whose words each word is. [Read]
// is its entry point. What it returns is not changed by anybody, so that every
// stage that needs an article's words asks the same [Reading].
//
// # Whose words
//
// A cue (a verb of saying, "according to", a noun such as "claim", the colon of
// a headline) lays a content to a source: an [Attribution]. A content before
// its cue is looked for first, then one after it, and no attribution is looked
// for inside another. The source is the noun phrase beside the cue; whom
// it means is for package entity to say. Words of a content
// that says what a source said are not the author's; words of what was praised
// or wanted are.
//
// The method is that of shallow rules, as in the Gender Gap Tracker (Asr et
// al. 2021), over the tokens of package grammar. Where a language has no lists
// there are no attributions, and every word outside of quotation marks is the
// author's.
package reading

import (
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/grammar"
	"parallax/generator/text"
)

// A Voice says whose words a byte of an article is.
type Voice uint8

// The voices of an article.
const (
	Author   Voice = iota // the article's own
	Reported              // a source's, in the author's wording (indirect speech)
	Quoted                // a source's, between quotation marks
	Retold                // the editor's wording in a paraphrase: nobody's to count
)

// A Reading is what is known of one article. It is made by [Read] and has no
// way to be changed; lists that its methods return are its own, for reading
// only. It may be used by several goroutines.
type Reading struct {
	article      *corpus.Article
	language     *text.Language
	words        []text.Word // of the whole text, headline included
	first        []int       // for each passage, the index of its first word; one more at the end
	quotations   []text.Span // runs between quotation marks and quoted paragraphs, marks left out
	marked       []text.Span // quotations, marks included
	sentences    []grammar.Sentence
	folded       []grammar.Sentence // with each quotation as one token
	attributions []Attribution
	inside       []text.Span // what is laid to somebody in no attribution with a source
	voices       []Voice     // for each word
}

// Read reads an article, which is not changed later.
func Read(a *corpus.Article, l *text.Language) *Reading {
	r := &Reading{article: a, language: l, words: l.Words(a.Text)}
	r.first = firstWords(a.Passages, r.words)
	r.quotations = quotationsOf(a)
	r.sentences = grammar.Parse(l, a.Text, r.words, passageSpans(a))
	r.fold()
	r.attributions, r.inside = attribute(r)
	r.voices = r.voicesOf()
	return r
}

// Article returns the article that was read.
func (r *Reading) Article() *corpus.Article { return r.article }

// Text returns the article's text, of which all spans are bytes.
func (r *Reading) Text() string { return r.article.Text }

// Language returns the language that the article was read by.
func (r *Reading) Language() *text.Language { return r.language }

// Words returns the words of the whole text in order, headline included.
func (r *Reading) Words() []text.Word { return r.words }

// Quotations returns the runs between quotation marks, the marks left out, and
// the quoted paragraphs, in order.
func (r *Reading) Quotations() []text.Span { return r.quotations }

// Sentences returns the tokens of each passage.
func (r *Reading) Sentences() []grammar.Sentence { return r.sentences }

// Sentence returns the tokens of a passage.
func (r *Reading) Sentence(passage int) *grammar.Sentence { return &r.sentences[passage] }

// Folded returns the tokens of a passage with each quotation as one.
func (r *Reading) Folded(passage int) *grammar.Sentence { return &r.folded[passage] }

// Attributions returns all that the article lays to a source, in order of the
// cues. That is more than a page shows: wishes and plans ("wants to") too, and
// what seems so to nobody in particular.
func (r *Reading) Attributions() []Attribution { return r.attributions }

// fold takes the quotations of each sentence together.
func (r *Reading) fold() {
	for _, q := range r.quotations {
		r.marked = append(r.marked, text.WithMarks(r.article.Text, q))
	}
	r.folded = make([]grammar.Sentence, len(r.sentences))
	for i := range r.sentences {
		r.folded[i] = r.sentences[i].Folded(r.marked)
	}
}

// passageSpans returns the spans of an article's passages.
func passageSpans(a *corpus.Article) []text.Span {
	spans := make([]text.Span, len(a.Passages))
	for i, p := range a.Passages {
		spans[i] = p.Span
	}
	return spans
}

// firstWords returns, for each passage, the index of its first word, and the
// number of words at the end. Words between passages go to the one before.
func firstWords(passages []corpus.Passage, words []text.Word) []int {
	first := make([]int, 0, len(passages)+1)
	i := 0
	for _, p := range passages {
		for i < len(words) && words[i].Start < p.Start {
			i++
		}
		first = append(first, i)
	}
	return append(first, len(words))
}

// quotationsOf returns the quotations of an article in order, with its quoted
// paragraphs as wholes.
func quotationsOf(a *corpus.Article) []text.Span {
	var list []text.Span
	for _, b := range a.Blocks {
		if b.Kind == corpus.BlockQuote {
			list = append(list, b.Span)
		}
	}
	blocks := len(list)
	for _, q := range a.Quotations {
		if !slices.ContainsFunc(list[:blocks], q.Overlaps) {
			list = append(list, q)
		}
	}
	slices.SortFunc(list, func(a, b text.Span) int { return a.Start - b.Start })
	return list
}

// voicesOf says whose each word is. What is quoted stays quoted even inside a
// content. The author goes on speaking where nobody else is named ("it seems
// that"), where the source is the author ("we denounce"), and where a content
// is what something was said about ("she praised the brutal plan").
func (r *Reading) voicesOf() []Voice {
	voices := make([]Voice, len(r.words))
	if r.article.Paraphrase {
		r.mark(voices, Retold, r.article.Body())
	} else {
		for _, a := range r.attributions {
			if a.Clausal && !a.First && len(a.Source) > 0 {
				r.mark(voices, Reported, a.Content...)
			}
		}
	}
	r.mark(voices, Quoted, r.quotations...)
	return voices
}

// mark gives the words within the spans to a voice.
func (r *Reading) mark(voices []Voice, v Voice, spans ...text.Span) {
	for _, span := range spans {
		for i := r.WordAt(span.Start); i < len(r.words) && r.words[i].Start < span.End; i++ {
			voices[i] = v
		}
	}
}
