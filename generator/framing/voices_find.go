package framing

import (
	"cmp"
	"slices"

	"parallax/generator/text"
)

// A finder finds the attributions of one article.
type finder struct {
	reading    *reading
	language   *text.Language
	sentences  []sentence
	quotations []text.Span // of the reading, marks included
	found      []attributed
	claimed    []text.Span // contents found so far in the sentence at hand
}

// attributed is an attribution before its spans are named.
type attributed struct {
	sentence *sentence
	cue      text.Span
	verb     string
	source   []text.Span
	content  []text.Span
	clausal  bool
}

// attribute finds what an article lays to sources, in order of the cues.
func attribute(r *reading) []Attribution {
	if !r.language.Pack {
		return nil
	}
	f := &finder{reading: r, language: r.language, quotations: make([]text.Span, len(r.quotations))}
	for i, q := range r.quotations {
		f.quotations[i] = text.WithMarks(r.article.Text, q)
	}
	f.sentences = sentencesOf(r, f.quotations)
	for i := range f.sentences {
		f.sentences[i].cues = f.sentences[i].cuesOf(r.language)
	}
	for i := range f.sentences {
		f.claimed = nil
		f.framed(i)
		f.likened(i)
		f.accordingTo(i)
		f.introduced(i)
		f.documented(i)
		f.adjectives(i)
		f.reporting(i)
		f.seeming(i)
		f.nouns(i)
	}
	slices.SortStableFunc(f.found, func(a, b attributed) int { return cmp.Compare(a.cue.Start, b.cue.Start) })
	c := newCast(r.language, r.article.Text, f.sentences)
	list := make([]Attribution, len(f.found))
	heard := 0
	for i, a := range f.found {
		for ; heard <= a.sentence.passage; heard++ {
			c.hears(r.article.Text, &f.sentences[heard])
		}
		list[i] = f.describe(a, c)
	}
	return list
}

// claim keeps an attribution and its content, within which no other is looked
// for.
func (f *finder) claim(a attributed) {
	f.found = append(f.found, a)
	f.claimed = append(f.claimed, a.content...)
	f.claimed = append(f.claimed, a.cue)
}

// taken reports whether the span lies in something claimed.
func (f *finder) taken(span text.Span) bool {
	return slices.ContainsFunc(f.claimed, span.Overlaps)
}

// describe turns what was found into an Attribution.
func (f *finder) describe(a attributed, c *cast) Attribution {
	d := Attribution{
		Article: f.reading.index, Passage: a.sentence.passage, Source: a.source, Cue: []text.Span{a.cue}, Content: a.content,
		Verb: a.verb, Stance: stanceOf(f.language, a.verb), Group: "unnamed", clausal: a.clausal,
	}
	var direct int
	d.Words, direct = f.reading.countWords(a.content)
	switch direct {
	case 0:
		d.Mode = "indirect"
	case d.Words:
		d.Mode = "direct"
	default:
		d.Mode = "mixed"
	}
	if len(a.source) > 0 {
		// A source in another sentence has no tokens here: nobody is named.
		if start, end := a.sentence.tokensOf(a.source[0]); start < end {
			t := a.sentence.tokens[start]
			d.first = t.role.Is(text.FirstPerson)
			d.thing = t.kind == subordinator && !f.language.In("person_relatives", t.lower)
			d.Speaker, d.Group = c.speaker(f.reading.article.Text, a.sentence, start, end)
		}
	}
	return d
}

// stances returns the stances of reporting verbs, each the list stance_<name>
// of a language; a verb in none of them is neutral.
func stances() []string { return []string{"attacking", "conceding", "doubting", "certain"} }

func stanceOf(l *text.Language, verb string) string {
	for _, stance := range stances() {
		if l.In("stance_"+stance, verb) {
			return stance
		}
	}
	return "neutral"
}

// countWords counts the words of the spans, and those between quotation marks.
func (r *reading) countWords(spans []text.Span) (all, direct int) {
	for _, span := range spans {
		for i := r.wordAt(span.Start); i < len(r.words) && r.words[i].Start < span.End; i++ {
			all++
			if r.inQuotation(r.words[i].Start) {
				direct++
			}
		}
	}
	return all, direct
}

// tokensOf returns the range of tokens that the span covers.
func (s *sentence) tokensOf(span text.Span) (start, end int) {
	start = -1
	for i, t := range s.tokens {
		if span.Overlaps(t.Span) {
			if start < 0 {
				start = i
			}
			end = i + 1
		}
	}
	return max(start, 0), end
}

// framed finds contents that stand before their cue: “...,” she said; ...,
// said the mayor; the bridge, she said, is safe.
func (f *finder) framed(n int) {
	s := &f.sentences[n]
	for _, c := range s.cues {
		if !c.clausal || c.gerund() || s.toInfinitive(c) || c.passive || f.taken(s.tokens[c.at].Span) {
			continue
		}
		source, before, after, ok := f.frame(s, c)
		if !ok {
			continue
		}
		content := f.contentBefore(n, before, after)
		if len(content) == 0 {
			continue
		}
		content = append(content, f.contentGoesOn(n, after, content)...)
		f.claim(attributed{sentence: s, cue: s.span(c.start, c.end), verb: c.verb, source: source, content: content, clausal: true})
	}
}

// frame reports whether the content stands before the cue. It returns the
// source, the token that ends what stands before, and the token at which the
// sentence goes on after cue and source.
func (f *finder) frame(s *sentence, c cue) (source []text.Span, before, after int, ok bool) {
	if source, after, found := f.outside(s, c); found {
		return source, 0, after, true
	}
	if start, end, found := s.inverted(c); found {
		return []text.Span{s.span(start, end)}, c.start, s.tail(end, true), true
	}
	start, end, found := s.subjectBefore(c.start)
	if !found || start == 0 || s.tokens[start].kind == subordinator {
		return nil, 0, 0, false
	}
	switch s.tokens[start-1].kind {
	case comma, quotation, dash:
	default:
		return nil, 0, 0, false
	}
	after = c.end
	if f.language.In("addressed", c.verb) {
		after = s.phraseAfter(after, false)
	}
	after = s.tail(after, false)
	if after < len(s.tokens) && !s.closes(after) {
		return nil, 0, 0, false
	}
	if after+1 < len(s.tokens) && s.tokens[after+1].kind == quotation && s.tokens[start-1].kind == comma && s.tokens[0].opensAdverbial() {
		return nil, 0, 0, false
	}
	return []text.Span{s.span(start, end)}, start, after, true
}

// opensAdverbial reports whether a sentence that begins with the token begins
// with something other than what is said: "Asked why, he said".
func (t token) opensAdverbial() bool {
	return t.kind == subordinator || t.kind == preposition || t.kind == verb || t.kind == adverb
}

// outside finds a cue whose quotation ended with a question or exclamation
// mark, so that the sentence before it seems complete: “Why?” she asked.
func (f *finder) outside(s *sentence, c cue) (source []text.Span, after int, ok bool) {
	n := s.passage
	if f.startsBlock(n) {
		return nil, 0, false
	}
	before := f.sentences[n-1].tokens
	if len(before) == 0 || before[len(before)-1].kind != quotation || !before[len(before)-1].entire {
		return nil, 0, false
	}
	start, end, found := s.subjectBefore(c.start)
	after = c.end
	if c.start == 0 && c.end < len(s.tokens) && (s.tokens[c.end].nominal() || s.tokens[c.end].kind == pronoun) {
		start, end, found = c.end, s.phraseAfter(c.end, true), true
		after = end
	} else if start > 0 {
		return nil, 0, false
	}
	if f.language.In("addressed", c.verb) && after == c.end {
		after = s.phraseAfter(after, false)
	}
	after = s.tail(after, true)
	if !found || after < len(s.tokens) && !s.closes(after) {
		return nil, 0, false
	}
	return []text.Span{s.span(start, end)}, after, true
}

// closes reports whether token i can follow cue and source of a content that
// stands before them.
func (s *sentence) closes(i int) bool {
	switch s.tokens[i].kind {
	case comma, stop, dash, bracket:
		return true
	case verb:
		return s.tokens[i].verb.Forms == text.Gerund
	}
	return false
}

// inverted returns the source that stands after its cue: “...,” said the mayor.
func (s *sentence) inverted(c cue) (start, end int, ok bool) {
	list := s.tokens
	if c.start != c.at || c.start == 0 || c.end >= len(list) {
		return 0, 0, false
	}
	before, next := list[c.start-1], list[c.end]
	if before.kind != comma && before.kind != quotation && before.kind != dash || next.role.Is(text.Time) || !next.nominal() && next.kind != pronoun {
		return 0, 0, false
	}
	end = s.phraseAfter(c.end, true)
	quotedBefore := before.kind == quotation || c.start > 1 && list[c.start-2].kind == quotation
	if quotedBefore {
		return c.end, end, end > c.end
	}
	if _, _, apposed := s.subjectBefore(c.start); apposed {
		return 0, 0, false
	}
	rest := s.tail(end, true)
	return c.end, end, end > c.end && (rest >= len(list) || s.closes(rest))
}

// tail returns the token after the adverbs, times and prepositional phrases
// that follow token i: "on Monday", "in a statement", "at a rally in Ohio".
func (s *sentence) tail(i int, clauses bool) int {
	list := s.tokens
	for i < len(list) {
		t := list[i]
		switch {
		case t.kind == adverb, t.role.Is(text.Time), t.kind == numeral && i > 0 && list[i-1].role.Is(text.Time):
			i++
		case t.kind == preposition, t.kind == subordinator && clauses:
			end := s.phraseAfter(i+1, false)
			if end == i+1 {
				return i
			}
			i = end
		case t.kind == determiner && i+1 < len(list) && (list[i+1].role.Is(text.Time)):
			i += 2
		default:
			return i
		}
	}
	return i
}

// contentBefore returns the content that ends before token end of a sentence:
// from the sentence's beginning, or the whole quotation that ends there.
func (f *finder) contentBefore(n, end, after int) []text.Span {
	s := &f.sentences[n]
	if end == 0 {
		s = &f.sentences[n-1]
		q, _ := f.quotationOver(s.tokens[len(s.tokens)-1].Span)
		return append(f.quotationsBefore(q.Start), q)
	}
	for end > 0 && (s.tokens[end-1].kind == comma || s.tokens[end-1].kind == dash) {
		end--
	}
	start := 0
	for i := range s.tokens[:end] {
		if f.taken(s.tokens[i].Span) {
			start = i + 1
		}
	}
	parted := after+1 < len(s.tokens) && s.tokens[after].kind == comma && s.tokens[after+1].kind != verb
	parted = parted || after+1 < len(s.tokens) && s.tokens[after].kind == comma && s.tokens[after+1].verb.Forms&(text.Past|text.Third) != 0
	if start >= end || !parted && !s.says(start, end) {
		return nil
	}
	span := s.span(start, end)
	if s.tokens[start].kind == quotation && s.tokens[start].opened {
		if q, ok := f.quotationOver(s.tokens[start].Span); ok {
			span.Start = q.Start
		}
	}
	return append(f.quotationsBefore(span.Start), span)
}

// quotationOver returns the whole quotation, marks included, of which the span
// is a part.
func (f *finder) quotationOver(span text.Span) (text.Span, bool) {
	q, ok := quotationAt(f.quotations, span.Start)
	return q, ok && q.Contains(span)
}

// quotationsBefore returns the quotation of the paragraph before, if it was
// left open to go on at the byte offset.
func (f *finder) quotationsBefore(offset int) []text.Span {
	i, found := slices.BinarySearchFunc(f.quotations, offset, func(q text.Span, offset int) int { return q.Start - offset })
	if !found || i == 0 || f.quotations[i-1].End != f.reading.quotations[i-1].End {
		return nil
	}
	return f.quotations[i-1 : i : i]
}

// says reports whether the tokens can be a content: they hold a quotation or a
// verb.
func (s *sentence) says(start, end int) bool {
	for _, t := range s.tokens[start:end] {
		if t.kind == quotation || t.kind == verb || t.kind == auxiliary || t.verb.Verb != "" {
			return true
		}
	}
	return false
}

// contentGoesOn returns what of the content stands after cue and source: the
// rest of the sentence, and the quotations that follow in the paragraph.
func (f *finder) contentGoesOn(n, after int, before []text.Span) []text.Span {
	s := &f.sentences[n]
	var list []text.Span
	quotes := f.reading.inQuotation(before[len(before)-1].End - 2)
	if after+1 < len(s.tokens) && s.tokens[after].kind == comma {
		rest := after + 1
		if s.tokens[rest].kind == quotation || !quotes && s.tokens[rest].kind != verb {
			end := s.clauseEnd(rest, f.language)
			list = append(list, s.span(rest, end))
		}
	}
	return append(list, f.quotationsAfter(n)...)
}

// quotationsAfter returns the quotations that fill the sentences after
// sentence n of the same paragraph, as one span for each run.
func (f *finder) quotationsAfter(n int) []text.Span {
	var list []text.Span
	block := f.sentences[n].block
	for i := n + 1; i < len(f.sentences) && f.sentences[i].block == block; i++ {
		s := &f.sentences[i]
		if len(s.tokens) == 0 || !s.allQuoted() || i+1 < len(f.sentences) && f.hasOutside(&f.sentences[i+1]) {
			break
		}
		span := s.span(0, len(s.tokens))
		if s.tokens[0].opened && len(list) > 0 {
			list[len(list)-1].End = span.End
			continue
		}
		list = append(list, span)
	}
	return list
}

// hasOutside reports whether the sentence lays the quotation before it to a
// source.
func (f *finder) hasOutside(s *sentence) bool {
	for _, c := range s.cues {
		if _, _, ok := f.outside(s, c); ok {
			return true
		}
	}
	return false
}

// allQuoted reports whether the sentence is nothing but quotations.
func (s *sentence) allQuoted() bool {
	for _, t := range s.tokens {
		if t.kind != quotation && t.kind != stop {
			return false
		}
	}
	return true
}

// span returns the bytes of tokens [start, end), without a full stop at the end.
func (s *sentence) span(start, end int) text.Span {
	for end > start+1 && (s.tokens[end-1].kind == stop && s.tokens[end-1].lower == "." || s.tokens[end-1].kind == comma) {
		end--
	}
	return text.Span{Start: s.tokens[start].Start, End: s.tokens[end-1].End}
}
