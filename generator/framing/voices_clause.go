package framing

import (
	"parallax/generator/text"
)

// relativeBefore returns the relative pronoun that stands before the source
// and is the content, or begins it: "the deal, which he said was off". It is -1
// if there is none.
func (s *sentence) relativeBefore(source text.Span) int {
	for i := 1; i < len(s.tokens); i++ {
		t := s.tokens[i-1]
		if s.tokens[i].Start == source.Start && t.kind == subordinator && t.role.Is(text.Relative) && i > 1 &&
			(s.tokens[i-2].nominal() || s.tokens[i-2].kind == comma) {
			return i - 1
		}
	}
	return -1
}

// insertionEnd returns where the insertion that the cue stands in ends, if its
// subject is a relative pronoun after a comma or a dash: "Hale, who called it
// a mistake, left". Without an insertion it is the end of the sentence.
func (s *sentence) insertionEnd(c cue, start int) int {
	list := s.tokens
	i := c.start - 1
	if i < 1 || list[i].kind != subordinator || !list[i].role.Is(text.Relative) {
		return len(list)
	}
	mark := list[i-1].kind
	if mark != comma && mark != dash && mark != bracket {
		return len(list)
	}
	for j := start; j < len(list); j++ {
		if list[j].kind == mark {
			return j
		}
	}
	return len(list)
}

// clausalStart returns where the clause after a verb of saying begins: at
// once, or after a time or a place ("said on Monday that").
func (s *sentence) clausalStart(i int, speech bool) (int, bool) {
	if j, ok := s.clauseAt(i); ok {
		return j, true
	}
	list := s.tokens
	rest := s.tail(i, false)
	if rest > i {
		if j, ok := s.clauseAt(rest); ok {
			return j, true
		}
	}
	if list[i].role.Is(text.Time) {
		i = rest
	}
	if i >= len(list) || list[i].kind == comma || list[i].kind == stop {
		return 0, false
	}
	if (list[i].nominal() || list[i].kind == pronoun || speech) && (speech || s.says(i, len(list))) {
		return i, true
	}
	return 0, false
}

// clauseAt reports whether a clause or quotation begins at token i, after a
// comma or a colon perhaps, and where.
func (s *sentence) clauseAt(i int) (int, bool) {
	list := s.tokens
	if i >= len(list) {
		return 0, false
	}
	switch list[i].kind {
	case subordinator, quotation:
		return i, true
	case colon:
		return i + 1, i+1 < len(list)
	case comma:
		if i+1 < len(list) && (list[i+1].kind == quotation) {
			return i + 1, true
		}
	}
	return 0, false
}

// clauseEnd returns the token after the content that begins at token start.
func (s *sentence) clauseEnd(start int, l *text.Language) int {
	list := s.tokens
	for i := start + 1; i < len(list); i++ {
		t := list[i]
		switch {
		case t.kind == stop && i == len(list)-1, t.lower == ";":
			return i
		case (t.kind == comma || t.kind == quotation && t.entire) && i+1 < len(list) && list[i+1].kind == verb && list[i+1].verb.Forms == text.Gerund:
			if t.kind == quotation {
				return i + 1
			}
			return i
		case (t.kind == coordinator || t.kind == comma || t.kind == dash || t.kind == subordinator && !t.role.Is(text.Relative)) && s.newCue(i, l):
			if list[i-1].kind == comma {
				return i - 1
			}
			return i
		}
	}
	return len(list)
}

// newCue reports whether the mark or conjunction at i begins a clause of
// saying: ", while the union said", "but in a later interview said".
func (s *sentence) newCue(i int, l *text.Language) bool {
	joined := s.tokens[i].kind == coordinator
	for i++; i < len(s.tokens) && (s.tokens[i].kind == subordinator && !s.tokens[i].role.Is(text.Relative) || s.tokens[i].kind == coordinator); i++ {
	}
	i = s.tail(i, false)
	if i < len(s.tokens) && s.tokens[i].kind == comma {
		i++
	}
	to := s.phraseAfter(i, false)
	own := to > i
	for ; to < len(s.tokens); to++ {
		switch t := s.tokens[to]; {
		case t.kind == adverb, t.role.Is(text.Have):
		case t.kind == verb && own:
			return t.verb.Forms&(text.Past|text.Third|text.Base) != 0 && l.In("speech", t.verb.Verb)
		case t.kind == verb:
			return joined && t.verb.Forms&(text.Past|text.Third) != 0
		default:
			return false
		}
	}
	return false
}

// nextParagraph returns the quotations of the paragraph after sentence n, or
// the paragraph if it has none.
func (f *finder) nextParagraph(n int) []text.Span {
	if n+1 >= len(f.sentences) {
		return nil
	}
	return []text.Span{f.reading.article.Blocks[f.sentences[n+1].block].Span}
}
