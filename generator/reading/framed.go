package reading

import (
	"parallax/generator/grammar"
	"parallax/generator/text"
)

// framed finds contents that stand before their cue: “...,” she said; ...,
// said the mayor; the bridge, she said, is safe.
func (f *finder) framed(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if !c.clausal || c.gerund() || s.toInfinitive(c) || c.passive || f.taken(s.Tokens[c.at].Span) {
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
		f.claim(attributed{sentence: s, cue: s.Bytes(c.start, c.end), verb: c.verb, source: source, content: content, clausal: true})
	}
}

// frame reports whether the content stands before the cue. It returns the
// source, the token that ends what stands before, and the token at which the
// sentence goes on after cue and source.
func (f *finder) frame(s *cued, c cue) (source []text.Span, before, after int, ok bool) {
	if source, after, found := f.outside(s, c); found {
		return source, 0, after, true
	}
	if start, end, found := s.inverted(c); found {
		return []text.Span{s.Bytes(start, end)}, c.start, s.Tail(end, true), true
	}
	start, end, found := s.SubjectBefore(c.start)
	if !found || start == 0 || s.Tokens[start].Kind == grammar.Subordinator {
		return nil, 0, 0, false
	}
	switch s.Tokens[start-1].Kind {
	case grammar.Comma, grammar.Quotation, grammar.Dash:
	default:
		return nil, 0, 0, false
	}
	after = c.end
	if f.language.In("addressed", c.verb) {
		after = s.PhraseAfter(after, false)
	}
	after = s.Tail(after, false)
	if after < len(s.Tokens) && !s.closes(after) {
		return nil, 0, 0, false
	}
	if after+1 < len(s.Tokens) && s.Tokens[after+1].Kind == grammar.Quotation && s.Tokens[start-1].Kind == grammar.Comma && opensAdverbial(s.Tokens[0]) {
		return nil, 0, 0, false
	}
	return []text.Span{s.Bytes(start, end)}, start, after, true
}

// opensAdverbial reports whether a sentence that begins with the token begins
// with something other than what is said: "Asked why, he said".
func opensAdverbial(t grammar.Token) bool {
	return t.Kind == grammar.Subordinator || t.Kind == grammar.Preposition || t.Kind == grammar.Verb || t.Kind == grammar.Adverb
}

// outside finds a cue whose quotation ended with a question or exclamation
// mark, so that the sentence before it seems complete: “Why?” she asked.
func (f *finder) outside(s *cued, c cue) (source []text.Span, after int, ok bool) {
	n := s.passage
	if f.startsBlock(n) {
		return nil, 0, false
	}
	before := f.sentences[n-1].Tokens
	if len(before) == 0 || before[len(before)-1].Kind != grammar.Quotation || !before[len(before)-1].Entire {
		return nil, 0, false
	}
	start, end, found := s.SubjectBefore(c.start)
	after = c.end
	if c.start == 0 && c.end < len(s.Tokens) && (s.Tokens[c.end].Nominal() || s.Tokens[c.end].Kind == grammar.Pronoun) {
		start, end, found = c.end, s.PhraseAfter(c.end, true), true
		after = end
	} else if start > 0 {
		return nil, 0, false
	}
	if f.language.In("addressed", c.verb) && after == c.end {
		after = s.PhraseAfter(after, false)
	}
	after = s.Tail(after, true)
	if !found || after < len(s.Tokens) && !s.closes(after) {
		return nil, 0, false
	}
	return []text.Span{s.Bytes(start, end)}, after, true
}

// closes reports whether token i can follow cue and source of a content that
// stands before them.
func (s *cued) closes(i int) bool {
	switch s.Tokens[i].Kind {
	case grammar.Comma, grammar.Stop, grammar.Dash, grammar.Bracket:
		return true
	case grammar.Verb:
		return s.Tokens[i].Verb.Forms == text.Gerund
	}
	return false
}

// inverted returns the source that stands after its cue: “...,” said the mayor.
func (s *cued) inverted(c cue) (start, end int, ok bool) {
	list := s.Tokens
	if c.start != c.at || c.start == 0 || c.end >= len(list) {
		return 0, 0, false
	}
	before, next := list[c.start-1], list[c.end]
	if before.Kind != grammar.Comma && before.Kind != grammar.Quotation && before.Kind != grammar.Dash || next.Role.Is(text.Time) || !next.Nominal() && next.Kind != grammar.Pronoun {
		return 0, 0, false
	}
	end = s.PhraseAfter(c.end, true)
	quotedBefore := before.Kind == grammar.Quotation || c.start > 1 && list[c.start-2].Kind == grammar.Quotation
	if quotedBefore {
		return c.end, end, end > c.end
	}
	if _, _, apposed := s.SubjectBefore(c.start); apposed {
		return 0, 0, false
	}
	rest := s.Tail(end, true)
	return c.end, end, end > c.end && (rest >= len(list) || s.closes(rest))
}
