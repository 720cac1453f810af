package reading

import (
	"slices"

	"parallax/generator/text"
)

// Evidence points at words of one of the articles of an event, read together.
type Evidence struct {
	Article int       `json:"article"` // index among those articles
	Passage int       `json:"passage"` // index into the article's passages
	Span    text.Span `json:"span"`    // bytes of the article's text
}

// WordAt returns the index of the first word that ends after the byte offset,
// the number of words if there is none.
func (r *Reading) WordAt(offset int) int {
	i, _ := slices.BinarySearchFunc(r.words, offset, func(w text.Word, offset int) int {
		if w.End <= offset {
			return -1
		}
		return 1
	})
	return i
}

// WordsIn returns the words that begin within a span, or before it and end in
// it.
func (r *Reading) WordsIn(span text.Span) []text.Word {
	from := r.WordAt(span.Start)
	to := from
	for to < len(r.words) && r.words[to].Start < span.End {
		to++
	}
	return r.words[from:to]
}

// FirstWord returns the index of the first word of a passage. One passage more
// than there are stands for the end of the text.
func (r *Reading) FirstWord(passage int) int { return r.first[passage] }

// BodyWord returns the index of the first word after the headline, the number of
// words if there is none.
func (r *Reading) BodyWord() int { return r.first[min(1, len(r.first)-1)] }

// PassageEnd returns the index of the first word after the passage that a word,
// given by its index, belongs to.
func (r *Reading) PassageEnd(word int) int {
	i, _ := slices.BinarySearch(r.first, word+1)
	return r.first[min(i, len(r.first)-1)]
}

// Passages returns how many passages the article has, its headline included.
func (r *Reading) Passages() int { return len(r.first) - 1 }

// PassageWords returns the words of a passage.
func (r *Reading) PassageWords(passage int) []text.Word {
	return r.words[r.first[passage]:r.first[passage+1]]
}

// PassageVoices returns the voice of each word of a passage.
func (r *Reading) PassageVoices(passage int) []Voice {
	return r.voices[r.first[passage]:r.first[passage+1]]
}

// Voices returns the voice of each word.
func (r *Reading) Voices() []Voice { return r.voices }

// VoiceAt returns the voice of the word at a byte offset, of the last word if
// there is none behind it. The article must have words.
func (r *Reading) VoiceAt(offset int) Voice {
	return r.voices[min(r.WordAt(offset), len(r.voices)-1)]
}

// InQuotation reports whether the byte offset stands between quotation marks.
func (r *Reading) InQuotation(offset int) bool {
	_, within := text.SpanAt(r.quotations, offset)
	return within
}

// Count returns the words of the body: all, in the author's voice, quoted.
func (r *Reading) Count() (all, own, quoted int) {
	if len(r.first) < 2 {
		return 0, 0, 0
	}
	for _, v := range r.voices[r.first[1]:] {
		all++
		switch v {
		case Author:
			own++
		case Quoted:
			quoted++
		}
	}
	return all, own, quoted
}

// CountWords counts the words of the spans, and those between quotation marks.
func (r *Reading) CountWords(spans []text.Span) (all, direct int) {
	for _, span := range spans {
		for i := r.WordAt(span.Start); i < len(r.words) && r.words[i].Start < span.End; i++ {
			all++
			if r.InQuotation(r.words[i].Start) {
				direct++
			}
		}
	}
	return all, direct
}

// Speaks reports whether the span is part of what names a source.
func (r *Reading) Speaks(span text.Span) bool {
	return slices.ContainsFunc(r.attributions, func(a Attribution) bool {
		return a.Clausal && slices.ContainsFunc(a.Source, span.Overlaps)
	})
}
