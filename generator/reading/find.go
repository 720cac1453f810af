package reading

import (
	"cmp"
	"slices"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// A finder finds the attributions of one article.
type finder struct {
	reading    *Reading
	language   *text.Language
	sentences  []cued
	quotations []text.Span // the reading's, marks included
	found      []attributed
	claimed    []text.Span // contents found so far in the sentence at hand
	inside     []text.Span // what is laid to somebody without an attribution of its own
}

// A cued sentence is one with the verbs in it that may lay something to
// somebody.
type cued struct {
	*grammar.Sentence
	passage int
	block   int
	cues    []cue
}

// attributed is an attribution before its spans are named.
type attributed struct {
	sentence *cued
	cue      text.Span
	verb     string
	source   []text.Span
	content  []text.Span
	clausal  bool
}

// attribute finds what an article lays to sources, in order of the cues, and what
// else it does not say by itself.
func attribute(r *Reading) (list []Attribution, inside []text.Span) {
	if !r.language.Pack {
		return nil, nil
	}
	f := &finder{reading: r, language: r.language, quotations: r.marked, sentences: make([]cued, len(r.sentences))}
	for i := range r.sentences {
		s := &f.sentences[i]
		*s = cued{Sentence: &r.folded[i], passage: i, block: r.article.Passages[i].Block}
		s.cues = s.cuesOf(r.language)
	}
	for i := range f.sentences {
		f.claimed = nil
		f.signed(i)
		f.framed(i)
		f.likened(i)
		f.accordingTo(i)
		f.introduced(i)
		f.documented(i)
		f.adjectives(i)
		f.reporting(i)
		f.seeming(i)
		f.nouns(i)
		f.within(i)
	}
	slices.SortStableFunc(f.found, func(a, b attributed) int { return cmp.Compare(a.cue.Start, b.cue.Start) })
	list = make([]Attribution, len(f.found))
	for i, a := range f.found {
		list[i] = f.describe(a)
	}
	return list, text.Union(f.inside)
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
func (f *finder) describe(a attributed) Attribution {
	d := Attribution{
		Passage: a.sentence.passage, Source: a.source, Cue: []text.Span{a.cue}, Content: a.content,
		Verb: a.verb, Stance: stanceOf(f.language, a.verb), Clausal: a.clausal,
	}
	var direct int
	d.Words, direct = f.reading.CountWords(a.content)
	switch direct {
	case 0:
		d.Mode = Indirect
	case d.Words:
		d.Mode = Direct
	default:
		d.Mode = Mixed
	}
	if len(a.source) > 0 {
		// A source in another sentence has no tokens here: nobody is named.
		if start, end := a.sentence.TokensOf(a.source[0]); start < end {
			t := a.sentence.Tokens[start]
			d.First = t.Role.Is(text.FirstPerson)
			d.Thing = t.Kind == grammar.Subordinator && !f.language.In("person_relatives", t.Lower)
		}
	}
	return d
}
