package framing

import (
	"cmp"
	"slices"

	"parallax/generator/align"
	"parallax/generator/text/vocabulary"
)

// Scores of [align.Alignment.Score], read off pairs of news passages: above
// same two passages can stand for each other, above related they are on one
// thing.
const (
	sameScore    = 0.55
	relatedScore = 0.42
)

// alignment aligns the passages of the event, once for all signals.
func (c *comparing) alignment() *align.Alignment {
	if c.aligned == nil {
		texts := make([]align.Text, len(c.readings))
		for i, r := range c.readings {
			texts[i] = align.NewText(r.Article(), r.Words())
		}
		c.aligned = align.Align(c.words, texts, cmp.Or(c.settings.Model, c.settings.Shared.model))
	}
	return c.aligned
}

// A pair is two passages, each an article and its passage.
type pair [4]int

// scoreOf returns the similarity of the passages that two evidences stand in, which
// is the same both ways.
func (c *comparing) scoreOf(p, q Evidence) float64 {
	if p.Article > q.Article {
		p, q = q, p
	}
	key := pair{p.Article, p.Passage, q.Article, q.Passage}
	score, known := c.scores[key]
	if !known {
		score = c.alignment().Score(p.Article, p.Passage, q.Article, q.Passage)
		c.scores[key] = score
	}
	return score
}

// termsIn returns the terms of an evidence. The caller must not change them.
func (c *comparing) termsIn(e Evidence) []vocabulary.Term {
	terms := c.alignment().Terms(e.Article, e.Passage)
	if !slices.ContainsFunc(terms, func(t vocabulary.Term) bool { return !e.Span.Contains(t.Span) }) {
		return terms
	}
	return slices.DeleteFunc(slices.Clone(terms), func(t vocabulary.Term) bool { return !e.Span.Contains(t.Span) })
}

// passageTerms returns all terms of the passage that an evidence stands in.
func (c *comparing) passageTerms(e Evidence) []vocabulary.Term {
	return c.alignment().Terms(e.Article, e.Passage)
}
