package reading

import (
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// accordingTo finds "according to X" and its like.
func (f *finder) accordingTo(n int) {
	s := &f.sentences[n]
	for i := 0; i+2 < len(s.Tokens); i++ {
		phrase := s.Tokens[i].Lower + " " + s.Tokens[i+1].Lower
		if !f.language.In("cue_phrases", phrase) || f.taken(s.Tokens[i].Span) {
			continue
		}
		end := s.sourceAfter(i+2, i == 0)
		if end == i+2 {
			continue
		}
		a := attributed{sentence: s, cue: s.Bytes(i, i+2), verb: phrase, source: []text.Span{s.Bytes(i+2, end)}, clausal: true}
		if from := s.clauseStart(i); from < i {
			a.content = []text.Span{s.Bytes(from, i)}
		} else if end < len(s.Tokens) {
			if s.Tokens[end].Kind == grammar.Comma {
				end++
			}
			if end < len(s.Tokens) {
				a.content = []text.Span{s.Bytes(end, len(s.Tokens))}
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
		start, end, ok := s.SubjectBefore(c.start)
		if !ok || !c.clausal || c.passive || start == 0 || !s.Tokens[start-1].Role.Is(text.Comparison) || f.taken(s.Tokens[c.at].Span) {
			continue
		}
		a := attributed{sentence: s, cue: s.Bytes(c.start, c.end), verb: c.verb, clausal: true, source: []text.Span{s.Bytes(start, end)}}
		after := s.Tail(c.end, false)
		switch {
		case (start == 1 || s.Tokens[start-2].Kind == grammar.Coordinator) && after+1 < len(s.Tokens) && s.Tokens[after].Kind == grammar.Comma:
			a.content = []text.Span{s.Bytes(after+1, len(s.Tokens))}
		case start > 2 && s.Tokens[start-2].Kind == grammar.Comma && (after == len(s.Tokens) || s.closes(after)):
			a.content = []text.Span{s.Bytes(0, start-2)}
		default:
			continue
		}
		f.claim(a)
	}
}

// sourceAfter returns the end of the source that begins at token start. Where
// it begins the sentence, the comma after it most often begins what is said:
// an appositive then needs a comma of its own and no verb.
func (s *cued) sourceAfter(start int, opens bool) int {
	end := s.PhraseAfter(start, true)
	if !opens {
		return end
	}
	bare := s.PhraseAfter(start, false)
	if end >= len(s.Tokens) || s.Tokens[end].Kind != grammar.Comma || s.Says(bare, end) {
		return bare
	}
	return end
}

// clauseStart returns the first token of the sentence that belongs to the
// clause which ends at token i; i if there is none but a conjunction.
func (s *cued) clauseStart(i int) int {
	if s.Says(0, i) {
		return 0
	}
	return i
}

// introduced finds "Name: ..." in headlines and interviews.
func (f *finder) introduced(n int) {
	s := &f.sentences[n]
	const longest = 9
	for i := 1; i < len(s.Tokens)-1 && i < longest; i++ {
		t := s.Tokens[i]
		if t.Kind != grammar.Colon {
			if !t.Nominal() && t.Kind != grammar.Bracket && t.Kind != grammar.Preposition {
				return
			}
			continue
		}
		content := s.Bytes(i+1, len(s.Tokens))
		speaker := s.allNames(i) && f.startsBlock(n)
		if s.PhraseBefore(i-1) != 0 || s.Tokens[i+1].Kind != grammar.Quotation && s.block != 0 && !speaker {
			return
		}
		if speaker && s.block != 0 {
			content.End = f.reading.article.Blocks[s.block].End
		}
		f.claim(attributed{
			sentence: s, cue: t.Span, clausal: true,
			source: []text.Span{s.Bytes(0, i)}, content: append([]text.Span{content}, f.quotationsAfter(n)...),
		})
		return
	}
}

// signed finds a post that ends with who wrote it: "What a day! — Ida Hale
// (@idahale) May 2". It is the paragraph before the dash.
func (f *finder) signed(n int) {
	s := &f.sentences[n]
	source := f.reading.Text()
	for i := len(s.Tokens) - 1; i > 0; i-- {
		if s.Tokens[i].Kind != grammar.Dash {
			continue
		}
		end := s.PhraseAfter(i+1, false)
		if end == i+1 {
			continue
		}
		after := s.Tokens[end-1].End // beyond the sentence, if that ends within a word: "examplee.g.مرحبا"
		if !strings.HasPrefix(strings.TrimLeft(source[after:max(after, s.End)], " "), "(@") {
			continue
		}
		start := f.reading.article.Blocks[s.block].Start
		if s.Tokens[i].Start > start {
			f.claim(attributed{
				sentence: s, cue: s.Tokens[i].Span, clausal: true, source: []text.Span{s.Bytes(i+1, end)},
				content: []text.Span{{Start: start, End: s.Tokens[i-1].End}},
			})
		}
		return
	}
}

// allNames reports whether the sentence begins with a name of n tokens.
func (s *cued) allNames(n int) bool {
	for _, t := range s.Tokens[:n] {
		if !t.Upper || t.Kind != grammar.Name && t.Kind != grammar.Noun {
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
	if len(s.Tokens) < 4 || s.Tokens[0].Kind != grammar.Preposition {
		return
	}
	end := s.PhraseAfter(1, false)
	if end == 1 || end+1 >= len(s.Tokens) || s.Tokens[end].Kind != grammar.Comma {
		return
	}
	for _, t := range s.Tokens[1:end] {
		if f.language.In("documents", t.Lower) {
			f.claim(attributed{
				sentence: s, cue: s.Tokens[0].Span, clausal: true,
				source: []text.Span{s.Bytes(1, end)}, content: []text.Span{s.Bytes(end+1, len(s.Tokens))},
			})
			return
		}
	}
}
