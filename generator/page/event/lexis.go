package event

import "parallax/generator/text"

// A lexis is the words of content of an event's reports. A builder and its blind twin
// share it, and nobody changes what it hands out.
type lexis struct {
	words    [][][]text.Word           // by article and passage; nil until asked for
	stems    []map[string]bool         // by article; nil until asked for
	carriers map[string]map[string]int // how many reports have a stem, by their language
}

// terms returns the content words of a passage, with spans in its article.
func (b *Builder) terms(article, passage int) []text.Word {
	a := b.Articles[article]
	if b.lexis.words == nil {
		b.lexis.words = make([][][]text.Word, len(b.Articles))
	}
	if b.lexis.words[article] == nil {
		b.lexis.words[article] = make([][]text.Word, len(a.Passages))
	}
	if words := b.lexis.words[article][passage]; words != nil {
		return words
	}
	language := b.Languages.For(a.Language)
	span := a.Passages[passage].Span
	s := span.Of(a.Text)
	words := language.Terms(s, language.Words(s))
	for k := range words {
		words[k].Start += span.Start
		words[k].End += span.Start
	}
	b.lexis.words[article][passage] = words
	return words
}

// count notes which reports have which stems.
func (b *Builder) count() {
	if b.lexis.stems != nil {
		return
	}
	b.lexis.stems, b.lexis.carriers = make([]map[string]bool, len(b.Articles)), map[string]map[string]int{}
	for i, a := range b.Articles {
		stems := map[string]bool{}
		if b.lexis.carriers[a.Language] == nil {
			b.lexis.carriers[a.Language] = map[string]int{}
		}
		for p := range a.Passages {
			for _, w := range b.terms(i, p) {
				if !stems[w.Stem] {
					stems[w.Stem] = true
					b.lexis.carriers[a.Language][w.Stem]++
				}
			}
		}
		b.lexis.stems[i] = stems
	}
}

// elsewhere reports whether another report in the language of one has a stem.
func (b *Builder) elsewhere(i int, stem string) bool {
	b.count()
	n := b.lexis.carriers[b.Articles[i].Language][stem]
	return n > 1 || n == 1 && !b.lexis.stems[i][stem]
}
