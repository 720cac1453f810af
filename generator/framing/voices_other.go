package framing

import "parallax/generator/text"

// accordingTo finds "according to X" and its like.
func (f *finder) accordingTo(n int) {
	s := &f.sentences[n]
	for i := 0; i+2 < len(s.tokens); i++ {
		phrase := s.tokens[i].lower + " " + s.tokens[i+1].lower
		if !f.language.In("cue_phrases", phrase) || f.taken(s.tokens[i].Span) {
			continue
		}
		end := s.sourceAfter(i+2, i == 0)
		if end == i+2 {
			continue
		}
		a := attributed{sentence: s, cue: s.span(i, i+2), verb: phrase, source: []text.Span{s.span(i+2, end)}, clausal: true}
		if from := s.clauseStart(i); from < i {
			a.content = []text.Span{s.span(from, i)}
		} else if end < len(s.tokens) {
			if s.tokens[end].kind == comma {
				end++
			}
			if end < len(s.tokens) {
				a.content = []text.Span{s.span(end, len(s.tokens))}
			}
		}
		if len(a.content) > 0 {
			f.claim(a)
		}
	}
}

// likened finds "As the paper reported, ..." and "..., as the paper reported".
func (f *finder) likened(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		start, end, ok := s.subjectBefore(c.start)
		if !ok || !c.clausal || c.passive || start == 0 || !s.tokens[start-1].role.Is(text.Comparison) || f.taken(s.tokens[c.at].Span) {
			continue
		}
		a := attributed{sentence: s, cue: s.span(c.start, c.end), verb: c.verb, clausal: true, source: []text.Span{s.span(start, end)}}
		after := s.tail(c.end, false)
		switch {
		case (start == 1 || s.tokens[start-2].kind == coordinator) && after+1 < len(s.tokens) && s.tokens[after].kind == comma:
			a.content = []text.Span{s.span(after+1, len(s.tokens))}
		case start > 2 && s.tokens[start-2].kind == comma && (after == len(s.tokens) || s.closes(after)):
			a.content = []text.Span{s.span(0, start-2)}
		default:
			continue
		}
		f.claim(a)
	}
}

// sourceAfter returns the end of the source that begins at token start. Where
// it begins the sentence, the comma after it most often begins what is said:
// an appositive then needs a comma of its own and no verb.
func (s *sentence) sourceAfter(start int, opens bool) int {
	end := s.phraseAfter(start, true)
	if !opens {
		return end
	}
	bare := s.phraseAfter(start, false)
	if end >= len(s.tokens) || s.tokens[end].kind != comma || s.says(bare, end) {
		return bare
	}
	return end
}

// clauseStart returns the first token of the sentence that belongs to the
// clause which ends at token i; i if there is none but a conjunction.
func (s *sentence) clauseStart(i int) int {
	if s.says(0, i) {
		return 0
	}
	return i
}

// introduced finds "Name: ..." in headlines and interviews.
func (f *finder) introduced(n int) {
	s := &f.sentences[n]
	const longest = 9
	for i := 1; i < len(s.tokens)-1 && i < longest; i++ {
		t := s.tokens[i]
		if t.kind != colon {
			if !t.nominal() && t.kind != bracket && t.kind != preposition {
				return
			}
			continue
		}
		content := s.span(i+1, len(s.tokens))
		speaker := s.allNames(i) && f.startsBlock(n)
		if s.phraseBefore(i-1) != 0 || s.tokens[i+1].kind != quotation && s.block != 0 && !speaker {
			return
		}
		if speaker && s.block != 0 {
			content.End = f.reading.article.Blocks[s.block].End
		}
		f.claim(attributed{
			sentence: s, cue: t.Span, clausal: true,
			source: []text.Span{s.span(0, i)}, content: append([]text.Span{content}, f.quotationsAfter(n)...),
		})
		return
	}
}

// allNames reports whether the sentence begins with a name of n tokens.
func (s *sentence) allNames(n int) bool {
	for _, t := range s.tokens[:n] {
		if !t.upper || t.kind != name && t.kind != noun {
			return false
		}
	}
	return true
}

// startsBlock reports whether sentence n is the first of its paragraph.
func (f *finder) startsBlock(n int) bool {
	return n == 0 || f.sentences[n-1].block != f.sentences[n].block
}

// documented finds "In a poll, ...": a document as the source.
func (f *finder) documented(n int) {
	s := &f.sentences[n]
	if len(s.tokens) < 4 || s.tokens[0].kind != preposition {
		return
	}
	end := s.phraseAfter(1, false)
	if end == 1 || end+1 >= len(s.tokens) || s.tokens[end].kind != comma {
		return
	}
	for _, t := range s.tokens[1:end] {
		if f.language.In("documents", t.lower) {
			f.claim(attributed{
				sentence: s, cue: s.tokens[0].Span, clausal: true,
				source: []text.Span{s.span(1, end)}, content: []text.Span{s.span(end+1, len(s.tokens))},
			})
			return
		}
	}
}

// seeming finds what seems so to nobody in particular, and what is laid to an
// unnamed source by an adverb such as "reportedly".
func (f *finder) seeming(n int) {
	s := &f.sentences[n]
	for i, t := range s.tokens {
		if f.taken(t.Span) {
			continue
		}
		switch {
		case t.verb.Verb != "" && t.kind == verb && f.language.In("cue_seeming", t.verb.Verb):
			start, end, ok := s.subjectBefore(i - s.adverbsBefore(i))
			if !ok || i+1 >= len(s.tokens) || t.verb.Forms == text.Gerund {
				continue
			}
			rest := s.clauseEnd(i+1, f.language)
			f.claim(attributed{sentence: s, cue: t.Span, verb: t.verb.Verb, clausal: true, content: []text.Span{s.span(start, end), s.span(i+1, rest)}})
		case f.language.In("cue_adverbs", t.lower) && i+1 < len(s.tokens):
			a := attributed{sentence: s, cue: t.Span, verb: t.lower, clausal: true, content: []text.Span{s.span(i+1, s.clauseEnd(i+1, f.language))}}
			if start, end, ok := s.subjectBefore(i); ok {
				a.content = append([]text.Span{s.span(start, end)}, a.content...)
			}
			f.claim(a)
		}
	}
}

// nouns finds nouns that lay what follows them to whoever has them: "Hale's
// claim that ...", "criticism of the port".
func (f *finder) nouns(n int) {
	s := &f.sentences[n]
	for i, t := range s.tokens {
		if t.kind != noun || !f.language.In("cue_nouns", t.lower) || f.taken(t.Span) || i+2 >= len(s.tokens) {
			continue
		}
		from, to, owned := s.owner(i)
		next := s.tokens[i+1]
		alone := f.language.In("cue_nouns_alone", t.lower+" "+next.lower)
		if !next.role.Is(text.Complementiser) && next.kind != preposition && next.kind != infinitive || !owned && !alone && !next.role.Is(text.Complementiser) {
			continue
		}
		a := attributed{sentence: s, cue: t.Span, clausal: next.role.Is(text.Complementiser)}
		start := i + 1
		if next.kind == preposition {
			start++
		}
		end := s.clauseEnd(start, f.language)
		if !a.clausal && next.kind == preposition {
			end = s.phraseAfter(start, false)
		}
		if end <= start {
			continue
		}
		if owned {
			a.source = []text.Span{s.span(from, to)}
		}
		a.content = []text.Span{s.span(start, end)}
		f.claim(a)
	}
}

// owner returns who has the noun at token i: a genitive or a possessive before
// it.
func (s *sentence) owner(i int) (start, end int, ok bool) {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		t := s.tokens[j]
		if t.kind == possessive {
			return j, j + 1, true
		}
		if t.genitive {
			return s.phraseBefore(j), j + 1, true
		}
		if t.kind != noun && t.kind != name && t.kind != adverb {
			break
		}
	}
	return 0, 0, false
}

// adjectives finds "is confident that ...", "are eager to ...".
func (f *finder) adjectives(n int) {
	s := &f.sentences[n]
	for i := 1; i+1 < len(s.tokens); i++ {
		t := s.tokens[i]
		if !f.language.In("cue_adjectives", t.lower) || f.taken(t.Span) {
			continue
		}
		group := i
		for group > 0 && (s.tokens[group-1].kind == adverb || s.tokens[group-1].kind == auxiliary) {
			group--
		}
		next := s.tokens[i+1]
		if group == i || !next.role.Is(text.Complementiser) && next.kind != infinitive && next.kind != preposition && next.kind != pronoun {
			continue
		}
		start, end, ok := s.subjectBefore(group)
		if !ok {
			continue
		}
		from := i + 1
		if next.kind == preposition && i+2 < len(s.tokens) {
			from++
		}
		f.claim(attributed{
			sentence: s, cue: s.span(group, i+1), clausal: next.role.Is(text.Complementiser),
			source: []text.Span{s.span(start, end)}, content: []text.Span{s.span(from, s.clauseEnd(from, f.language))},
		})
	}
}
