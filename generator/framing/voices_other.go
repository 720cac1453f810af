package framing

import (
	"parallax/generator/text"
)

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
