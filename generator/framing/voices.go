package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/message"
	"parallax/generator/text"
)

// Attributions returns all that one article lays to a source, in order of the
// cues. It finds more than a page shows: wishes and plans ("wants to"), and
// what seems so to nobody in particular.
func Attributions(a *corpus.Article, l *text.Language) []Attribution {
	return read(0, a, l).attributions
}

// compareVoices lists who is quoted or reported in every article, how much and
// with which verb.
//
// The method is that of shallow rules, as in the Gender Gap Tracker (Asr et
// al. 2021): a cue from a list, the noun phrase beside it, and the clause or
// quotation it brings. The kinds of speaker and the stances of verbs are lists
// of the language.
func compareVoices(c *comparing) {
	v := &c.comparison.Voices
	for _, r := range c.readings {
		if r.article.Paraphrase {
			c.silence(SignalVoices, r.index, message.New("voices.paraphrase"))
		}
		shown := shownAttributions(r)
		v.Attributions = append(v.Attributions, shown...)
		v.Sides = append(v.Sides, r.voiceSide(shown))
	}
}

// shownAttributions returns what of an article's attributions a page shows:
// what a source said. In a paraphrase that is what stands between quotation
// marks, and the verbs are nobody's to count.
func shownAttributions(r *reading) []Attribution {
	var list []Attribution
	for _, a := range r.attributions {
		spoken := a.clausal || a.Mode != "indirect" || a.Stance == "attacking"
		if r.language.In("silent_verbs", a.Verb) && a.Mode == "indirect" {
			spoken = false
		}
		if !spoken || a.first || a.thing || len(a.Source) == 0 {
			continue
		}
		if r.article.Paraphrase {
			if a.Content = r.quotedParts(a.Content); len(a.Content) == 0 {
				continue
			}
			a.Verb, a.Stance, a.Mode = "", "neutral", "direct"
			a.Words, _ = r.countWords(a.Content)
		}
		list = append(list, a)
	}
	return list
}

// quotedParts returns the parts of the spans that stand between quotation marks.
func (r *reading) quotedParts(spans []text.Span) []text.Span {
	var list []text.Span
	for _, q := range r.quotations {
		for _, span := range spans {
			if part := (text.Span{Start: max(q.Start, span.Start), End: min(q.End, span.End)}); part.Len() > 0 {
				list = append(list, part)
			}
		}
	}
	return list
}

// voiceSide sums up the voices of one article.
func (r *reading) voiceSide(attributions []Attribution) VoiceSide {
	side := VoiceSide{Article: r.index}
	for _, a := range attributions {
		side.Words += a.Words
		i := slices.IndexFunc(side.Speakers, func(s Speaker) bool { return strings.EqualFold(s.Name, a.Speaker) })
		if i < 0 {
			i = len(side.Speakers)
			side.Speakers = append(side.Speakers, Speaker{Name: a.Speaker, Group: a.Group})
		}
		r.addTo(&side.Speakers[i], a)
	}
	slices.SortStableFunc(side.Speakers, func(a, b Speaker) int { return cmp.Compare(b.Words, a.Words) })
	return side
}

// addTo adds an attribution to its speaker.
func (r *reading) addTo(s *Speaker, a Attribution) {
	s.Words += a.Words
	_, direct := r.countWords(a.Content)
	s.Direct += direct
	if s.Group == "other" || s.Group == "unnamed" {
		s.Group = a.Group
	}
	if a.Verb != "" && !slices.Contains(s.Verbs, a.Verb) {
		s.Verbs = append(s.Verbs, a.Verb)
	}
	s.Evidence = append(s.Evidence, r.evidenceWithin(a.Content[0], a.Passage))
}

// evidenceWithin returns evidence for the part of the span that lies in the
// passage where it begins, the whole passage if it begins in none.
func (r *reading) evidenceWithin(span text.Span, passage int) Evidence {
	if at := r.article.PassageAt(span.Start); at >= 0 {
		span.End = min(span.End, r.article.Passages[at].End)
		return Evidence{Article: r.index, Passage: at, Span: span}
	}
	return r.evidenceOf(passage)
}
