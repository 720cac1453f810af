package framing

import (
	"parallax/generator/text"
)

// framed finds contents that stand before their cue: “...,” she said; ...,
// said the mayor; the bridge, she said, is safe.
func (f *finder) framed(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if !c.clausal || c.gerund() || s.toInfinitive(c) || c.passive || f.taken(s.tokens[c.at].Span) {
			continue
		}
		source, before, after, ok := f.frame(s, c)
		if !ok {
			continue
		}
		content := f.contentBefore(n, before, after)
		if len(content) == 0 {
			continue
		}
		content = append(content, f.contentGoesOn(n, after, content)...)
		f.claim(attributed{sentence: s, cue: s.span(c.start, c.end), verb: c.verb, source: source, content: content, clausal: true})
	}
}

// frame reports whether the content stands before the cue. It returns the
// source, the token that ends what stands before, and the token at which the
// sentence goes on after cue and source.
func (f *finder) frame(s *sentence, c cue) (source []text.Span, before, after int, ok bool) {
	if source, after, found := f.outside(s, c); found {
		return source, 0, after, true
	}
	if start, end, found := s.inverted(c); found {
		return []text.Span{s.span(start, end)}, c.start, s.tail(end, true), true
	}
	start, end, found := s.subjectBefore(c.start)
	if !found || start == 0 || s.tokens[start].kind == subordinator {
		return nil, 0, 0, false
	}
	switch s.tokens[start-1].kind {
	case comma, quotation, dash:
	default:
		return nil, 0, 0, false
	}
	after = c.end
	if f.language.In("addressed", c.verb) {
		after = s.phraseAfter(after, false)
	}
	after = s.tail(after, false)
	if after < len(s.tokens) && !s.closes(after) {
		return nil, 0, 0, false
	}
	if after+1 < len(s.tokens) && s.tokens[after+1].kind == quotation && s.tokens[start-1].kind == comma && s.tokens[0].opensAdverbial() {
		return nil, 0, 0, false
	}
	return []text.Span{s.span(start, end)}, start, after, true
}

// opensAdverbial reports whether a sentence that begins with the token begins
// with something other than what is said: "Asked why, he said".
func (t token) opensAdverbial() bool {
	return t.kind == subordinator || t.kind == preposition || t.kind == verb || t.kind == adverb
}

// outside finds a cue whose quotation ended with a question or exclamation
// mark, so that the sentence before it seems complete: “Why?” she asked.
func (f *finder) outside(s *sentence, c cue) (source []text.Span, after int, ok bool) {
	n := s.passage
	if f.startsBlock(n) {
		return nil, 0, false
	}
	before := f.sentences[n-1].tokens
	if len(before) == 0 || before[len(before)-1].kind != quotation || !before[len(before)-1].entire {
		return nil, 0, false
	}
	start, end, found := s.subjectBefore(c.start)
	after = c.end
	if c.start == 0 && c.end < len(s.tokens) && (s.tokens[c.end].nominal() || s.tokens[c.end].kind == pronoun) {
		start, end, found = c.end, s.phraseAfter(c.end, true), true
		after = end
	} else if start > 0 {
		return nil, 0, false
	}
	if f.language.In("addressed", c.verb) && after == c.end {
		after = s.phraseAfter(after, false)
	}
	after = s.tail(after, true)
	if !found || after < len(s.tokens) && !s.closes(after) {
		return nil, 0, false
	}
	return []text.Span{s.span(start, end)}, after, true
}

// closes reports whether token i can follow cue and source of a content that
// stands before them.
func (s *sentence) closes(i int) bool {
	switch s.tokens[i].kind {
	case comma, stop, dash, bracket:
		return true
	case verb:
		return s.tokens[i].verb.Forms == text.Gerund
	}
	return false
}

// inverted returns the source that stands after its cue: “...,” said the mayor.
func (s *sentence) inverted(c cue) (start, end int, ok bool) {
	list := s.tokens
	if c.start != c.at || c.start == 0 || c.end >= len(list) {
		return 0, 0, false
	}
	before, next := list[c.start-1], list[c.end]
	if before.kind != comma && before.kind != quotation && before.kind != dash || next.role.Is(text.Time) || !next.nominal() && next.kind != pronoun {
		return 0, 0, false
	}
	end = s.phraseAfter(c.end, true)
	quotedBefore := before.kind == quotation || c.start > 1 && list[c.start-2].kind == quotation
	if quotedBefore {
		return c.end, end, end > c.end
	}
	if _, _, apposed := s.subjectBefore(c.start); apposed {
		return 0, 0, false
	}
	rest := s.tail(end, true)
	return c.end, end, end > c.end && (rest >= len(list) || s.closes(rest))
}

// tail returns the token after the adverbs, times and prepositional phrases
// that follow token i: "on Monday", "in a statement", "at a rally in Ohio".
func (s *sentence) tail(i int, clauses bool) int {
	list := s.tokens
	for i < len(list) {
		t := list[i]
		switch {
		case t.kind == adverb, t.role.Is(text.Time), t.kind == numeral && i > 0 && list[i-1].role.Is(text.Time):
			i++
		case t.kind == preposition, t.kind == subordinator && clauses:
			end := s.phraseAfter(i+1, false)
			if end == i+1 {
				return i
			}
			i = end
		case t.kind == determiner && i+1 < len(list) && (list[i+1].role.Is(text.Time)):
			i += 2
		default:
			return i
		}
	}
	return i
}

// says reports whether the tokens can be a content: they hold a quotation or a
// verb.
func (s *sentence) says(start, end int) bool {
	for _, t := range s.tokens[start:end] {
		if t.kind == quotation || t.kind == verb || t.kind == auxiliary || t.verb.Verb != "" {
			return true
		}
	}
	return false
}
