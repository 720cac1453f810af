package framing

import (
	"slices"

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

// attribute finds what an article lays to sources.
func attribute(r *reading) []Attribution {
	verbs := r.language.Inflections(r.language.List("report_neutral"))
	var list []Attribution
	for i, p := range r.article.Passages {
		for _, w := range r.passageWords(i) {
			inflection, ok := verbs[w.Lower]
			if !ok || r.inQuotation(w.Start) {
				continue
			}
			a := Attribution{Article: r.index, Passage: i, Cue: []text.Span{w.Span}, Verb: inflection.Verb, Stance: "neutral", Group: "other"}
			a.Source, a.Content, a.Mode = sourceBefore(r, i, w), []text.Span{{Start: w.End, End: p.End}}, "indirect"
			a.Words = r.wordAt(p.End) - r.wordAt(w.End)
			list = append(list, a)
			break
		}
	}
	return slices.Clip(list)
}

// sourceBefore returns the words of the passage before the cue.
func sourceBefore(r *reading, passage int, cue text.Word) []text.Span {
	words := r.passageWords(passage)
	if words[0].Start == cue.Start {
		return nil
	}
	last := words[0]
	for _, w := range words {
		if w.Start < cue.Start {
			last = w
		}
	}
	return []text.Span{{Start: words[0].Start, End: last.End}}
}
