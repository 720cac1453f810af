package reading

import (
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// reporting finds contents that stand after their cue: the mayor said that
// ...; the union accused the port of ...; she wants to ....
func (f *finder) reporting(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if f.taken(s.Tokens[c.at].Span) {
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
func (f *finder) clausal(s *cued, c cue, content text.Span) bool {
	if !c.clausal || !s.Overlaps(content) {
		return c.clausal
	}
	start, end := s.TokensOf(content)
	first := s.Tokens[start]
	if first.Kind == grammar.Subordinator || first.Kind == grammar.Quotation || !c.object && first.Kind != grammar.Infinitive {
		return true
	}
	if first.Kind == grammar.Infinitive {
		return false
	}
	// The verb of a clause that says more of the object is not one of a clause that
	// was said: "denied a claim that the port was unsafe".
	verbs, own := 0, 1
	for i := start; i < end; i++ {
		switch t := s.Tokens[i]; {
		case t.Kind == grammar.Subordinator:
			own = 2
		case i > start && s.Tokens[i-1].Verbal():
		case t.Kind == grammar.Auxiliary || t.Kind == grammar.Verb && t.Verb.Forms&(text.Past|text.Third) != 0:
			verbs++
			if own > 1 && f.language.In(listClause, t.Verb.Verb) {
				own++ // and what it says has one more: "a report that said it was safe"
			}
		}
	}
	return verbs >= own
}

// active finds source and content of a cue in the active voice.
func (f *finder) active(n int, c cue) (attributed, bool) {
	s := &f.sentences[n]
	a := attributed{cue: s.Bytes(c.start, c.end)}
	if from, to, ok := f.subject(s, c); ok {
		a.source = []text.Span{s.Bytes(from, to)}
	} else {
		return attributed{}, false
	}
	if from := s.relativeBefore(a.source[0]); from >= 0 {
		a.content = []text.Span{s.Tokens[from].Span}
		if end := s.clauseEnd(c.end, f.language); end > c.end {
			a.content = append(a.content, s.Bytes(c.end, end))
		}
		return a, true
	}
	start, ok := f.contentStart(s, c)
	if !ok {
		return attributed{}, false
	}
	if start >= len(s.Tokens) {
		a.content = f.nextParagraph(n)
		return a, true
	}
	end := min(s.clauseEnd(start, f.language), s.insertionEnd(c, start))
	a.content = []text.Span{s.Bytes(start, end)}
	if s.Tokens[end-1].Kind == grammar.Quotation {
		if q, ok := f.quotationOver(s.Tokens[end-1].Span); ok {
			a.content[0].End = max(a.content[0].End, q.End)
		}
		a.content = append(a.content, f.quotationsAfter(n)...)
	}
	return a, true
}

// subject returns the subject of a cue as a range of tokens: its own, or the
// one it shares with a verb before it.
func (f *finder) subject(s *cued, c cue) (start, end int, ok bool) {
	if !c.gerund() && !s.toInfinitive(c) {
		if start, end, ok = s.SubjectBefore(c.start); ok {
			return start, end, ok
		}
	}
	if source, ok := f.lastSource(s, c); ok {
		return source[0], source[1], true
	}
	for i := c.start - 1; i > 0; i-- {
		t := s.Tokens[i]
		if t.Kind != grammar.Verb && t.Kind != grammar.Auxiliary || t.Kind == grammar.Verb && t.Verb.Forms == text.Gerund {
			continue
		}
		group := i
		for group > 0 && (s.Tokens[group-1].Kind == grammar.Auxiliary || s.Tokens[group-1].Kind == grammar.Adverb) {
			group--
		}
		if start, end, ok = s.SubjectBefore(group); ok && s.Tokens[start].Kind != grammar.Subordinator {
			return start, end, ok
		}
	}
	return 0, 0, false
}

// lastSource returns the source of the attribution before the cue in the same
// sentence, as a range of tokens.
func (f *finder) lastSource(s *cued, c cue) (tokens [2]int, ok bool) {
	for _, a := range slices.Backward(f.found) {
		if a.sentence != s {
			break
		}
		if len(a.source) > 0 && a.cue.Start <= s.Tokens[c.at].Start {
			tokens[0], tokens[1] = s.TokensOf(a.source[0])
			return tokens, tokens[0] < tokens[1]
		}
	}
	return tokens, false
}

// contentStart returns the token at which the content begins, the number of
// tokens if it stands in the next paragraph.
func (f *finder) contentStart(s *cued, c cue) (int, bool) {
	list, i := s.Tokens, c.end
	for i < len(list) && list[i].Kind == grammar.Adverb {
		i++
	}
	if i >= len(list) || list[i].Kind == grammar.Stop {
		return 0, false
	}
	if f.language.In("addressed", c.verb) && !c.prepositional {
		if start, ok := s.contentAfterAddressed(c, i); ok {
			return start, true
		}
	}
	switch {
	case c.clausal && list[i].Kind == grammar.Subordinator, list[i].Kind == grammar.Quotation:
		return i, true
	case c.infinitive && list[i].Kind == grammar.Infinitive:
		return i, true
	case (c.object || c.prepositional) && (list[i].Nominal() || list[i].Kind == grammar.Pronoun || list[i].Verbal()):
		return i, true
	case c.prepositional && list[i].Kind == grammar.Subordinator:
		return i, true
	case c.clausal:
		return s.clausalStart(i, f.language.In("speech", c.verb))
	}
	return 0, false
}

// contentAfterAddressed returns the token at which the content begins after who
// was spoken to, who is named from token i on: "told the council that".
func (s *cued) contentAfterAddressed(c cue, i int) (int, bool) {
	to := s.PhraseAfter(i, false)
	if to <= i || to >= len(s.Tokens) {
		return 0, false
	}
	if j, ok := s.clauseAt(to); ok {
		return j, true
	}
	switch s.Tokens[to].Kind {
	case grammar.Infinitive:
		return to, c.infinitive
	case grammar.Pronoun, grammar.Determiner, grammar.Possessive:
		return to, c.clausal
	}
	return 0, false
}

// passive finds source and content of a cue in the passive voice: "was asked
// whether", "is expected to", "was accused by the union of".
func (f *finder) passive(n int, c cue) (attributed, bool) {
	s := &f.sentences[n]
	a := attributed{cue: s.Bytes(c.start, c.end)}
	list := s.Tokens
	if c.end >= len(list) {
		return a, false
	}
	rest := c.end
	if list[rest].Role.Is(text.Agent) {
		to := s.PhraseAfter(rest+1, true)
		if to > rest+1 {
			a.source = []text.Span{s.Bytes(rest+1, to)}
			rest = to
		}
	}
	if f.language.In("addressed", c.verb) {
		if j, ok := s.clauseAt(rest); ok {
			a.content = []text.Span{s.Bytes(j, s.clauseEnd(j, f.language))}
			return a, true
		}
	}
	if from, to, ok := s.SubjectBefore(c.start); ok {
		a.content = []text.Span{s.Bytes(from, to)}
	}
	if rest < len(list) && list[rest].Kind != grammar.Stop && list[rest].Kind != grammar.Comma {
		a.content = append(a.content, s.Bytes(rest, s.clauseEnd(rest, f.language)))
	}
	return a, true
}
