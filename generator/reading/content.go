package reading

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// contentBefore returns the content that ends before token end of a sentence:
// from the sentence's beginning, or the whole quotation that ends there.
func (f *finder) contentBefore(n, end, after int) []text.Span {
	s := &f.sentences[n]
	if end == 0 {
		s = &f.sentences[n-1]
		q, _ := f.quotationOver(s.Tokens[len(s.Tokens)-1].Span)
		return append(f.quotationsBefore(q.Start), q)
	}
	for end > 0 && (s.Tokens[end-1].Kind == grammar.Comma || s.Tokens[end-1].Kind == grammar.Dash) {
		end--
	}
	start := 0
	for i := range s.Tokens[:end] {
		if f.taken(s.Tokens[i].Span) {
			start = i + 1
		}
	}
	parted := after+1 < len(s.Tokens) && s.Tokens[after].Kind == grammar.Comma && s.Tokens[after+1].Kind != grammar.Verb
	parted = parted || after+1 < len(s.Tokens) && s.Tokens[after].Kind == grammar.Comma && s.Tokens[after+1].Verb.Forms&(text.Past|text.Third) != 0
	if start >= end || !parted && !s.Says(start, end) {
		return nil
	}
	span := s.Bytes(start, end)
	if s.Tokens[start].Kind == grammar.Quotation && s.Tokens[start].Opened {
		if q, ok := f.quotationOver(s.Tokens[start].Span); ok {
			span.Start = q.Start
		}
	}
	return append(f.quotationsBefore(span.Start), span)
}

// quotationOver returns the whole quotation, marks included, of which the span
// is a part.
func (f *finder) quotationOver(span text.Span) (text.Span, bool) {
	q, ok := text.SpanAt(f.quotations, span.Start)
	return q, ok && q.Contains(span)
}

// quotationsBefore returns the quotation of the paragraph before, if it was
// left open to go on at the byte offset.
func (f *finder) quotationsBefore(offset int) []text.Span {
	i, found := slices.BinarySearchFunc(f.quotations, offset, func(q text.Span, offset int) int { return q.Start - offset })
	if !found || i == 0 || f.quotations[i-1].End != f.reading.quotations[i-1].End {
		return nil
	}
	return f.quotations[i-1 : i : i]
}

// contentGoesOn returns what of the content stands after cue and source: the
// rest of the sentence, and the quotations that follow in the paragraph.
func (f *finder) contentGoesOn(n, after int, before []text.Span) []text.Span {
	s := &f.sentences[n]
	var list []text.Span
	quotes := f.reading.InQuotation(before[len(before)-1].End - 2)
	if after+1 < len(s.Tokens) && s.Tokens[after].Kind == grammar.Comma {
		rest := after + 1
		if s.Tokens[rest].Kind == grammar.Quotation || !quotes && s.Tokens[rest].Kind != grammar.Verb {
			end := s.clauseEnd(rest, f.language)
			list = append(list, s.Bytes(rest, end))
		}
	}
	return append(list, f.quotationsAfter(n)...)
}

// quotationsAfter returns the quotations that fill the sentences after
// sentence n of the same paragraph, as one span for each run.
func (f *finder) quotationsAfter(n int) []text.Span {
	var list []text.Span
	block := f.sentences[n].block
	for i := n + 1; i < len(f.sentences) && f.sentences[i].block == block; i++ {
		s := &f.sentences[i]
		if len(s.Tokens) == 0 || !s.allQuoted() || i+1 < len(f.sentences) && f.hasOutside(&f.sentences[i+1]) {
			break
		}
		span := s.Bytes(0, len(s.Tokens))
		if s.Tokens[0].Opened && len(list) > 0 {
			list[len(list)-1].End = span.End
			continue
		}
		list = append(list, span)
	}
	return list
}

// hasOutside reports whether the sentence lays the quotation before it to a
// source.
func (f *finder) hasOutside(s *cued) bool {
	for _, c := range s.cues {
		if _, _, ok := f.outside(s, c); ok {
			return true
		}
	}
	return false
}

// allQuoted reports whether the sentence is nothing but quotations.
func (s *cued) allQuoted() bool {
	for _, t := range s.Tokens {
		if t.Kind != grammar.Quotation && t.Kind != grammar.Stop {
			return false
		}
	}
	return true
}
