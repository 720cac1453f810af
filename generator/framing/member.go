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

// read returns the articles of the event, read.
func (c *comparing) read() []*reading.Reading {
	readings := make([]*reading.Reading, len(c.readings))
	for i, r := range c.readings {
		readings[i] = r.Reading
	}
	return readings
}

// resolve says who is who in the members of the event.
func (c *comparing) resolve() {
	c.entities = entity.Resolve(c.language, c.read(), c.settings.Aliases)
	for i, speakers := range c.entities.Speakers() {
		c.readings[i].speakers = speakers
	}
}

// evidence returns the evidence for a span, which must lie within one passage.
func (r *member) evidence(span text.Span) Evidence {
	return Evidence{Article: r.index, Passage: r.Article().PassageAt(span.Start), Span: span}
}

// evidenceOf returns the evidence for a whole passage.
func (r *member) evidenceOf(passage int) Evidence {
	return Evidence{Article: r.index, Passage: passage, Span: r.Article().Passages[passage].Span}
}
