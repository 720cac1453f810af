package framing

import (
	"slices"

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
	quotations   []text.Span // runs between quotation marks and quoted paragraphs, marks left out
	attributions []Attribution

	voices []voice // for each word
}

// read prepares an article. The index is its place in Comparison.Articles.
func read(index int, a *corpus.Article, l *text.Language) *reading {
	r := &reading{index: index, article: a, language: l, words: l.Words(a.Text)}
	r.first = firstWords(a.Passages, r.words)
	r.quotations = quotationsOf(a)
	r.attributions = attribute(r)
	r.voices = r.voicesOf()
	return r
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
func (r *reading) voicesOf() []voice {
	voices := make([]voice, len(r.words))
	if r.article.Paraphrase {
		r.mark(voices, retold, r.article.Body())
	} else {
		for _, a := range r.attributions {
			if a.clausal && !a.first && len(a.Source) > 0 {
				r.mark(voices, reported, a.Content...)
			}
		}
	}
	r.mark(voices, quoted, r.quotations...)
	return voices
}

// mark gives the words within the spans to a voice.
func (r *reading) mark(voices []voice, v voice, spans ...text.Span) {
	for _, span := range spans {
		for i := r.wordAt(span.Start); i < len(r.words) && r.words[i].Start < span.End; i++ {
			voices[i] = v
		}
	}
}

// wordAt returns the index of the first word that ends after the byte offset.
func (r *reading) wordAt(offset int) int {
	i, _ := slices.BinarySearchFunc(r.words, offset, func(w text.Word, offset int) int {
		if w.End <= offset {
			return -1
		}
		return 1
	})
	return i
}

// passageWords returns the words of a passage.
func (r *reading) passageWords(passage int) []text.Word {
	return r.words[r.first[passage]:r.first[passage+1]]
}

// passageVoices returns the voice of each word of a passage.
func (r *reading) passageVoices(passage int) []voice {
	return r.voices[r.first[passage]:r.first[passage+1]]
}

// inQuotation reports whether the byte offset stands between quotation marks.
func (r *reading) inQuotation(offset int) bool {
	i, _ := slices.BinarySearchFunc(r.quotations, offset, func(q text.Span, offset int) int {
		if q.End <= offset {
			return -1
		}
		return 1
	})
	return i < len(r.quotations) && r.quotations[i].Start <= offset
}

// evidence returns the evidence for a span, which must lie within one passage.
func (r *reading) evidence(span text.Span) Evidence {
	return Evidence{Article: r.index, Passage: r.article.PassageAt(span.Start), Span: span}
}

// evidenceOf returns the evidence for a whole passage.
func (r *reading) evidenceOf(passage int) Evidence {
	return Evidence{Article: r.index, Passage: passage, Span: r.article.Passages[passage].Span}
}

// count returns the words of the body: all, in the author's voice, quoted.
func (r *reading) count() (all, own, inQuotes int) {
	if len(r.first) < 2 {
		return 0, 0, 0
	}
	for _, v := range r.voices[r.first[1]:] {
		all++
		switch v {
		case author:
			own++
		case quoted:
			inQuotes++
		}
	}
	return all, own, inQuotes
}

// speaks reports whether the span is part of what names a source.
func (r *reading) speaks(span text.Span) bool {
	return slices.ContainsFunc(r.attributions, func(a Attribution) bool {
		return a.clausal && slices.ContainsFunc(a.Source, span.Overlaps)
	})
}
