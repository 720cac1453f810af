package reading

import (
	"parallax/generator/grammar"
	"parallax/generator/text"
)

// seeming finds what seems so to nobody in particular, and what is laid to an
// unnamed source by an adverb such as "reportedly".
func (f *finder) seeming(n int) {
	s := &f.sentences[n]
	for i, t := range s.Tokens {
		if f.taken(t.Span) {
			continue
		}
		switch {
		case t.Verb.Verb != "" && t.Kind == grammar.Verb && f.language.In("cue_seeming", t.Verb.Verb):
			start, end, ok := s.SubjectBefore(i - s.AdverbsBefore(i))
			if !ok || i+1 >= len(s.Tokens) || t.Verb.Forms == text.Gerund {
				continue
			}
			rest := s.clauseEnd(i+1, f.language)
			f.claim(attributed{sentence: s, cue: t.Span, verb: t.Verb.Verb, clausal: true, content: []text.Span{s.Bytes(start, end), s.Bytes(i+1, rest)}})
		case f.language.In("cue_adverbs", t.Lower) && i+1 < len(s.Tokens):
			a := attributed{sentence: s, cue: t.Span, verb: t.Lower, clausal: true, content: []text.Span{s.Bytes(i+1, s.clauseEnd(i+1, f.language))}}
			if start, end, ok := s.SubjectBefore(i); ok {
				a.content = append([]text.Span{s.Bytes(start, end)}, a.content...)
			}
			f.claim(a)
		}
	}
}

// nouns finds nouns that lay what follows them to whoever has them: "Hale's
// claim that ...", "criticism of the port".
func (f *finder) nouns(n int) {
	s := &f.sentences[n]
	for i, t := range s.Tokens {
		if t.Kind != grammar.Noun || !f.language.In("cue_nouns", t.Lower) || f.taken(t.Span) || i+2 >= len(s.Tokens) {
			continue
		}
		if a, ok := s.nounBy(i, f.language); ok {
			f.claim(a)
			continue
		}
		from, to, owned := s.Owner(i)
		next := s.Tokens[i+1]
		alone := f.language.In("cue_nouns_alone", t.Lower+" "+next.Lower)
		if !next.Role.Is(text.Complementiser) && next.Kind != grammar.Preposition && next.Kind != grammar.Infinitive || !owned && !alone && !next.Role.Is(text.Complementiser) {
			continue
		}
		a := attributed{sentence: s, cue: t.Span, clausal: next.Role.Is(text.Complementiser)}
		start := i + 1
		if next.Kind == grammar.Preposition {
			start++
		}
		end := s.clauseEnd(start, f.language)
		if !a.clausal && next.Kind == grammar.Preposition {
			end = s.PhraseAfter(start, false)
		}
		if end <= start {
			continue
		}
		if owned {
			a.source = []text.Span{s.Bytes(from, to)}
		}
		a.content = []text.Span{s.Bytes(start, end)}
		f.claim(a)
	}
}

// nounBy returns what the noun at token i lays to whoever stands behind it: "a claim
// by the union that ...".
func (s *cued) nounBy(i int, l *text.Language) (attributed, bool) {
	if !s.Tokens[i+1].Role.Is(text.Agent) {
		return attributed{}, false
	}
	to := s.PhraseAfter(i+2, false)
	if to <= i+2 || to+1 >= len(s.Tokens) || !s.Tokens[to].Role.Is(text.Complementiser) {
		return attributed{}, false
	}
	return attributed{
		sentence: s, cue: s.Tokens[i].Span, clausal: true,
		source: []text.Span{s.Bytes(i+2, to)}, content: []text.Span{s.Bytes(to, s.clauseEnd(to, l))},
	}, true
}

// adjectives finds "is confident that ...", "are eager to ...".
func (f *finder) adjectives(n int) {
	s := &f.sentences[n]
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if !f.language.In("cue_adjectives", t.Lower) || f.taken(t.Span) {
			continue
		}
		group := i
		for group > 0 && (s.Tokens[group-1].Kind == grammar.Adverb || s.Tokens[group-1].Kind == grammar.Auxiliary) {
			group--
		}
		next := s.Tokens[i+1]
		if group == i || !next.Role.Is(text.Complementiser) && next.Kind != grammar.Infinitive && next.Kind != grammar.Preposition && next.Kind != grammar.Pronoun {
			continue
		}
		start, end, ok := s.SubjectBefore(group)
		if !ok {
			continue
		}
		from := i + 1
		if next.Kind == grammar.Preposition && i+2 < len(s.Tokens) {
			from++
		}
		f.claim(attributed{
			sentence: s, cue: s.Bytes(group, i+1), clausal: next.Role.Is(text.Complementiser),
			source: []text.Span{s.Bytes(start, end)}, content: []text.Span{s.Bytes(from, s.clauseEnd(from, f.language))},
		})
	}
}
