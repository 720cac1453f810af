package framing

import (
	"slices"

	"parallax/generator/text"
)

// reporting finds contents that stand after their cue: the mayor said that
// ...; the union accused the port of ...; she wants to ....
func (f *finder) reporting(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if f.taken(s.tokens[c.at].Span) {
			continue
		}
		var a attributed
		var ok bool
		if c.passive {
			a, ok = f.passive(n, c)
		} else {
			a, ok = f.active(n, c)
		}
		if ok && len(a.content) > 0 {
			a.sentence, a.verb = s, c.verb
			a.clausal = f.clausal(s, c, a.content[0])
			f.claim(a)
		}
	}
}

// clausal reports whether a content after its cue is what was said: a clause
// or a quotation rather than the object of "praise" or "plan".
func (f *finder) clausal(s *sentence, c cue, content text.Span) bool {
	if !c.clausal || !s.Overlaps(content) {
		return c.clausal
	}
	start, end := s.tokensOf(content)
	first := s.tokens[start]
	if first.kind == subordinator || first.kind == quotation || !c.object && first.kind != infinitive {
		return true
	}
	return first.kind != infinitive && slices.ContainsFunc(s.tokens[start:end], func(t token) bool {
		return t.kind == auxiliary || t.kind == verb && t.verb.Forms&(text.Past|text.Third) != 0
	})
}

// active finds source and content of a cue in the active voice.
func (f *finder) active(n int, c cue) (attributed, bool) {
	s := &f.sentences[n]
	a := attributed{cue: s.span(c.start, c.end)}
	if from, to, ok := f.subject(s, c); ok {
		a.source = []text.Span{s.span(from, to)}
	} else {
		return attributed{}, false
	}
	if from := s.relativeBefore(a.source[0]); from >= 0 {
		a.content = []text.Span{s.tokens[from].Span}
		if end := s.clauseEnd(c.end, f.language); end > c.end {
			a.content = append(a.content, s.span(c.end, end))
		}
		return a, true
	}
	start, ok := f.contentStart(s, c)
	if !ok {
		return attributed{}, false
	}
	if start >= len(s.tokens) {
		a.content = f.nextParagraph(n)
		return a, true
	}
	end := min(s.clauseEnd(start, f.language), s.insertionEnd(c, start))
	a.content = []text.Span{s.span(start, end)}
	if s.tokens[end-1].kind == quotation {
		if q, ok := f.quotationOver(s.tokens[end-1].Span); ok {
			a.content[0].End = max(a.content[0].End, q.End)
		}
		a.content = append(a.content, f.quotationsAfter(n)...)
	}
	return a, true
}

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

// subject returns the subject of a cue as a range of tokens: its own, or the
// one it shares with a verb before it.
func (f *finder) subject(s *sentence, c cue) (start, end int, ok bool) {
	if !c.gerund() && !s.toInfinitive(c) {
		if start, end, ok = s.subjectBefore(c.start); ok {
			return start, end, ok
		}
	}
	if source, ok := f.lastSource(s, c); ok {
		return source[0], source[1], true
	}
	for i := c.start - 1; i > 0; i-- {
		t := s.tokens[i]
		if t.kind != verb && t.kind != auxiliary || t.kind == verb && t.verb.Forms == text.Gerund {
			continue
		}
		group := i
		for group > 0 && (s.tokens[group-1].kind == auxiliary || s.tokens[group-1].kind == adverb) {
			group--
		}
		if start, end, ok = s.subjectBefore(group); ok && s.tokens[start].kind != subordinator {
			return start, end, ok
		}
	}
	return 0, 0, false
}

// lastSource returns the source of the attribution before the cue in the same
// sentence, as a range of tokens.
func (f *finder) lastSource(s *sentence, c cue) (tokens [2]int, ok bool) {
	for _, a := range f.found {
		if a.sentence != s || len(a.source) == 0 || a.cue.Start > s.tokens[c.at].Start {
			continue
		}
		for i, t := range s.tokens {
			if t.Start == a.source[0].Start {
				tokens[0], ok = i, true
			}
			if t.Start < a.source[0].End {
				tokens[1] = i + 1
			}
		}
	}
	return tokens, ok
}

// contentStart returns the token at which the content begins, the number of
// tokens if it stands in the next paragraph.
func (f *finder) contentStart(s *sentence, c cue) (int, bool) {
	list, i := s.tokens, c.end
	for i < len(list) && list[i].kind == adverb {
		i++
	}
	if i >= len(list) || list[i].kind == stop {
		return 0, false
	}
	if f.language.In("addressed", c.verb) && !c.prepositional {
		if to := s.phraseAfter(i, false); to > i && to < len(list) {
			if j, ok := s.clauseAt(to); ok {
				return j, true
			}
			if list[to].kind == infinitive && c.infinitive {
				return to, true
			}
			if c.clausal && (list[to].kind == pronoun || list[to].kind == determiner || list[to].kind == possessive) {
				return to, true
			}
		}
	}
	switch {
	case c.clausal && list[i].kind == subordinator, list[i].kind == quotation:
		return i, true
	case c.infinitive && list[i].kind == infinitive:
		return i, true
	case (c.object || c.prepositional) && (list[i].nominal() || list[i].kind == pronoun || list[i].kind == verb || list[i].kind == auxiliary):
		return i, true
	case c.prepositional && list[i].kind == subordinator:
		return i, true
	case c.clausal:
		return s.clausalStart(i, f.language.In("speech", c.verb))
	}
	return 0, false
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
		return i + 1, true
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

// passive finds source and content of a cue in the passive voice: "was asked
// whether", "is expected to", "was accused by the union of".
func (f *finder) passive(n int, c cue) (attributed, bool) {
	s := &f.sentences[n]
	a := attributed{cue: s.span(c.start, c.end)}
	list := s.tokens
	if c.end >= len(list) {
		return a, false
	}
	rest := c.end
	if list[rest].role.Is(text.Agent) {
		to := s.phraseAfter(rest+1, true)
		if to > rest+1 {
			a.source = []text.Span{s.span(rest+1, to)}
			rest = to
		}
	}
	if f.language.In("addressed", c.verb) {
		if j, ok := s.clauseAt(rest); ok {
			a.content = []text.Span{s.span(j, s.clauseEnd(j, f.language))}
			return a, true
		}
	}
	if from, to, ok := s.subjectBefore(c.start); ok {
		a.content = []text.Span{s.span(from, to)}
	}
	if rest < len(list) && list[rest].kind != stop && list[rest].kind != comma {
		a.content = append(a.content, s.span(rest, s.clauseEnd(rest, f.language)))
	}
	return a, true
}
