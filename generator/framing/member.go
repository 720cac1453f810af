package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A member is an article of the event, read, with its place in the comparison.
type member struct {
	*reading.Reading
	index    int              // into Comparison.Articles
	speakers []entity.Speaker // of each attribution
}

// read reads an article. The index is its place in Comparison.Articles.
func read(index int, a *corpus.Article, l *text.Language) *member {
	return &member{Reading: reading.Read(a, l), index: index}
}

// resolve says who is who in the members of an event.
func resolve(l *text.Language, members []*member, aliases [][]string) *entity.Entities {
	readings := make([]*reading.Reading, len(members))
	for i, r := range members {
		readings[i] = r.Reading
	}
	entities := entity.Resolve(l, readings, aliases)
	for i, r := range members {
		r.speakers = entities.Speakers(i)
	}
	return entities
}

// evidence returns the evidence for a span, which must lie within one passage.
func (r *member) evidence(span text.Span) Evidence {
	return Evidence{Article: r.index, Passage: r.Article().PassageAt(span.Start), Span: span}
}

// evidenceOf returns the evidence for a whole passage.
func (r *member) evidenceOf(passage int) Evidence {
	return Evidence{Article: r.index, Passage: passage, Span: r.Article().Passages[passage].Span}
}
