package reading

import (
	"strings"

	"parallax/generator/text"
)

// within notes what is laid to somebody without a source of its own: to nobody in
// particular ("reports that the port will close"), or inside what somebody else
// disputed, praised or wanted: "they disputed a report that said that the port was
// unsafe". The article does not say it either.
func (f *finder) within(n int) {
	s, found := &f.sentences[n], len(f.found)
	f.claimed = nil
	for _, a := range f.found {
		if a.sentence == s {
			f.claimed = append(f.claimed, a.cue)
		}
		if a.sentence == s && a.clausal {
			f.claimed = append(f.claimed, a.content...)
		}
	}
	f.reporting(n)
	f.participles(n)
	f.nouns(n)
	for i, a := range f.found {
		switch {
		case a.sentence != s:
		case i >= found && a.clausal || f.unsaid(a):
			f.inside = append(f.inside, a.content...)
		default:
			f.inside = append(f.inside, s.judgement(a)...)
		}
	}
	f.found = f.found[:found]
}

// judgement returns as what somebody praised or attacked the object of a verb: "slammed
// the plan as reckless".
func (s *cued) judgement(a attributed) []text.Span {
	var list []text.Span
	for _, content := range a.content {
		if !s.Overlaps(content) {
			continue
		}
		from, to := s.TokensOf(content)
		for i := from; i+1 < to; i++ {
			if s.Tokens[i].Role.Is(text.Comparison) {
				list = append(list, s.Bytes(i+1, to))
				break
			}
		}
	}
	return list
}

// unsaid reports whether the content of an attribution is laid to somebody though
// the words are the author's: nobody is named who says it, or somebody is accused
// of it or called so.
func (f *finder) unsaid(a attributed) bool {
	verb, _, _ := strings.Cut(a.verb, " ")
	return a.clausal && len(a.source) == 0 && !f.language.In("cue_seeming", a.verb) || f.language.In("cue_accusing", verb)
}

// participles finds "a report claiming that ...": a verb of saying in -ing behind
// a noun that does the saying.
func (f *finder) participles(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if !c.gerund() || !f.language.In("speech", c.verb) || c.start == 0 || !s.Tokens[c.start-1].Nominal() || f.taken(s.Tokens[c.at].Span) {
			continue
		}
		if start, ok := f.contentStart(s, c); ok && start < len(s.Tokens) {
			source := s.Bytes(s.PhraseBefore(c.start-1), c.start)
			content := s.Bytes(start, s.clauseEnd(start, f.language))
			a := attributed{sentence: s, cue: s.Bytes(c.start, c.end), verb: c.verb, source: []text.Span{source}, content: []text.Span{content}}
			a.clausal = f.clausal(s, c, content)
			f.claim(a)
		}
	}
}

// Laid reports whether the word at a byte offset is laid to somebody, named or
// not: the article does not say it by itself. What only seems so, it says.
func (r *Reading) Laid(offset int) bool {
	voice := r.VoiceAt(offset)
	return voice == Reported || voice == Quoted || r.laidInside(offset)
}

// laidInside reports whether a byte offset lies in what is laid to somebody in no
// attribution with a source.
func (r *Reading) laidInside(offset int) bool {
	_, inside := text.SpanAt(r.inside, offset)
	return inside
}

// OwnAt reports whether the article says the word at a byte offset by itself, in
// its own words.
func (r *Reading) OwnAt(offset int) bool {
	return r.VoiceAt(offset) == Author && !r.laidInside(offset)
}

// Own reports whether the article says all words of a span by itself.
func (r *Reading) Own(span text.Span) bool {
	for i := r.WordAt(span.Start); i < len(r.words) && r.words[i].Start < span.End; i++ {
		if !r.OwnAt(r.words[i].Start) {
			return false
		}
	}
	return true
}
