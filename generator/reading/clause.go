package reading

import (
	"parallax/generator/grammar"
	"parallax/generator/text"
)

// relativeBefore returns the relative pronoun that stands before the source
// and is the content, or begins it: "the deal, which he said was off". It is -1
// if there is none.
func (s *cued) relativeBefore(source text.Span) int {
	for i := 1; i < len(s.Tokens); i++ {
		t := s.Tokens[i-1]
		if s.Tokens[i].Start == source.Start && t.Kind == grammar.Subordinator && t.Role.Is(text.Relative) && i > 1 &&
			(s.Tokens[i-2].Nominal() || s.Tokens[i-2].Kind == grammar.Comma) {
			return i - 1
		}
	}
	return -1
}

// insertionEnd returns where the insertion that the cue stands in ends, if its
// subject is a relative pronoun after a comma or a dash: "Hale, who called it
// a mistake, left". Without an insertion it is the end of the sentence.
func (s *cued) insertionEnd(c cue, start int) int {
	list := s.Tokens
	i := c.start - 1
	if i < 1 || list[i].Kind != grammar.Subordinator || !list[i].Role.Is(text.Relative) {
		return len(list)
	}
	mark := list[i-1].Kind
	if mark != grammar.Comma && mark != grammar.Dash && mark != grammar.Bracket {
		return len(list)
	}
	for j := start; j < len(list); j++ {
		if list[j].Kind == mark {
			return j
		}
	}
	return len(list)
}

// clausalStart returns where the clause after a verb of saying begins: at
// once, or after a time or a place ("said on Monday that").
func (s *cued) clausalStart(i int, speech bool) (int, bool) {
	if j, ok := s.clauseAt(i); ok {
		return j, true
	}
	list := s.Tokens
	rest := s.Tail(i, false)
	if rest > i {
		if j, ok := s.clauseAt(rest); ok {
			return j, true
		}
	}
	if list[i].Role.Is(text.Time) {
		i = rest
	}
	if i >= len(list) || list[i].Kind == grammar.Comma || list[i].Kind == grammar.Stop {
		return 0, false
	}
	if (list[i].Nominal() || list[i].Kind == grammar.Pronoun || speech) && (speech || s.Says(i, len(list))) {
		return i, true
	}
	return 0, false
}

// clauseAt reports whether a clause or quotation begins at token i, after a
// comma or a colon perhaps, and where.
func (s *cued) clauseAt(i int) (int, bool) {
	list := s.Tokens
	if i >= len(list) {
		return 0, false
	}
	switch list[i].Kind {
	case grammar.Subordinator, grammar.Quotation:
		return i, true
	case grammar.Colon:
		return i + 1, i+1 < len(list)
	case grammar.Comma:
		if i+1 < len(list) && (list[i+1].Kind == grammar.Quotation) {
			return i + 1, true
		}
	}
	return 0, false
}

// clauseEnd returns the token after the content that begins at token start.
func (s *cued) clauseEnd(start int, l *text.Language) int {
	list := s.Tokens
	for i := start + 1; i < len(list); i++ {
		t := list[i]
		switch {
		case t.Kind == grammar.Stop && i == len(list)-1, t.Lower == ";":
			return i
		case (t.Kind == grammar.Comma || t.Kind == grammar.Quotation && t.Entire) && i+1 < len(list) && list[i+1].Kind == grammar.Verb && list[i+1].Verb.Forms == text.Gerund:
			if t.Kind == grammar.Quotation {
				return i + 1
			}
			return i
		case (t.Kind == grammar.Coordinator || t.Kind == grammar.Comma || t.Kind == grammar.Dash || t.Kind == grammar.Subordinator && !t.Role.Is(text.Relative)) && s.newCue(i, l):
			if list[i-1].Kind == grammar.Comma {
				return i - 1
			}
			return i
		}
	}
	return len(list)
}

// newCue reports whether the mark or conjunction at i begins a clause of
// saying: ", while the union said", "but in a later interview said".
func (s *cued) newCue(i int, l *text.Language) bool {
	joined := s.Tokens[i].Kind == grammar.Coordinator
	for i++; i < len(s.Tokens) && (s.Tokens[i].Kind == grammar.Subordinator && !s.Tokens[i].Role.Is(text.Relative) || s.Tokens[i].Kind == grammar.Coordinator); i++ {
	}
	i = s.Tail(i, false)
	if i < len(s.Tokens) && s.Tokens[i].Kind == grammar.Comma {
		i++
	}
	to := s.PhraseAfter(i, false)
	own := to > i
	for ; to < len(s.Tokens); to++ {
		switch t := s.Tokens[to]; {
		case t.Kind == grammar.Adverb, t.Role.Is(text.Have):
		case t.Kind == grammar.Verb && own:
			return t.Verb.Forms&(text.Past|text.Third|text.Base) != 0 && l.In("speech", t.Verb.Verb)
		case t.Kind == grammar.Verb:
			return joined && t.Verb.Forms&(text.Past|text.Third) != 0
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
