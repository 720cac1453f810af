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

// span returns the bytes of tokens [start, end), without a full stop at the end.
func (s *sentence) span(start, end int) text.Span {
	for end > start+1 && (s.tokens[end-1].kind == stop && s.tokens[end-1].lower == "." || s.tokens[end-1].kind == comma) {
		end--
	}
	return text.Span{Start: s.tokens[start].Start, End: s.tokens[end-1].End}
}
