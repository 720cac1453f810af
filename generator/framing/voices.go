package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/text"
)

// compareVoices lists the attributions of every article.
func compareVoices(c *comparing) {
	v := &c.comparison.Voices
	for _, r := range c.readings {
		side := VoiceSide{Article: r.index}
		for _, a := range r.attributions {
			v.Attributions = append(v.Attributions, a)
			side.Words += a.Words
		}
		v.Sides = append(v.Sides, side)
	}
}

// Attributions returns what one article lays to sources, in order of the cues:
// the part of a comparison that needs no other article.
func Attributions(a *corpus.Article, l *text.Language) []Attribution {
	return read(0, a, l).attributions
}
