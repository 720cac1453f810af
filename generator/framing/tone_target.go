package framing

import (
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

const (
	toneEvidence = 12 // sentences shown of a participant in an article
	toneShortest = 4  // words in the author's voice that a sentence must have
	toneLeast    = 5  // sentences that mention a participant, of which less says nothing
)

// toneTargets reads the tone of each article's sentences toward the persons
// and groups that have a row in the naming table, by the words in the author's
// voice (package tone).
func (c *comparing) toneTargets() []ToneTarget {
	var list []ToneTarget
	if !tone.Known(c.language) {
		return nil
	}
	for _, p := range c.comparison.Naming.Rows {
		if p.Kind != "person" && p.Kind != "group" {
			continue
		}
		for _, side := range p.Sides {
			r := c.readings[side.Article]
			if r.Article().Paraphrase {
				continue
			}
			if t := r.toneToward(r.mentions(side)); t.Negative+t.Neutral+t.Positive >= toneLeast {
				t.Participant, t.Article = p.ID, side.Article
				list = append(list, t)
			}
		}
	}
	return list
}

// mentions returns the first mention of a participant in the author's voice in
// each passage; a passage without one has an empty span.
func (r *member) mentions(side NamingSide) []text.Span {
	spans := make([]text.Span, len(r.Article().Passages))
	for _, label := range side.Labels {
		for _, e := range label.Evidence {
			known := spans[e.Passage]
			if r.Own(e.Span) && (known.Len() == 0 || e.Span.Start < known.Start) {
				spans[e.Passage] = e.Span
			}
		}
	}
	return spans
}

// toneToward counts the tones of the passages toward what they mention.
func (r *member) toneToward(mentions []text.Span) ToneTarget {
	var t ToneTarget
	for p, mention := range mentions {
		words := r.ownWords(p)
		if mention.Len() == 0 || len(words) < toneShortest {
			continue
		}
		told, sure := tone.Read(r.Language(), r.Text(), words).Toward(mention)
		if told == tone.Neutral || sure < tone.Sure {
			t.Neutral++
			continue
		}
		if told == tone.Negative {
			t.Negative++
		} else {
			t.Positive++
		}
		if len(t.Evidence) < toneEvidence {
			t.Evidence = append(t.Evidence, r.evidenceOf(p))
		}
	}
	return t
}

// ownWords returns the words of a passage in the author's voice.
func (r *member) ownWords(passage int) []text.Word {
	var words []text.Word
	for _, w := range r.PassageWords(passage) {
		if r.OwnAt(w.Start) {
			words = append(words, w)
		}
	}
	return words
}
