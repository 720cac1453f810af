package framing

import (
	"parallax/generator/text"
)

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
		if t.genitive { // "today's" has no phrase before it and is nobody's
			start = s.phraseBefore(j)
			return start, j + 1, start <= j
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
