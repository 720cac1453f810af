package framing

import (
	"parallax/generator/overlap"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A SharedText is a run of words that two articles have nearly word for word.
type SharedText struct {
	First  int        `json:"first"` // the article published first, as far as dates tell
	Second int        `json:"second"`
	Words  int        `json:"words"` // of the runs together
	Share  float64    `json:"share"` // of the shorter article's words
	Runs   []Evidence `json:"runs"`  // in First and Second by turns
}

// Limits of shared text.
const (
	leastRun  = 10 // words of a run that is shown
	leastText = 20 // words of the runs of two articles together
)

// sharedTexts finds what two articles have nearly word for word, outside
// quotations of others: agency copy, a press release, or one from the other.
func (c *comparing) sharedTexts() []SharedText {
	var list []SharedText
	texts := make([]overlap.Text, len(c.readings))
	for i, r := range c.readings {
		texts[i] = r.overlapping()
	}
	for i, r := range c.readings {
		index := texts[i].Index()
		for k := i + 1; k < len(texts); k++ {
			if shared, ok := sharedText(r, c.readings[k], overlap.Common(texts[i], index, texts[k])); ok {
				list = append(list, shared)
			}
		}
	}
	return list
}

// overlapping returns the body of an article as it is held against others.
func (r *member) overlapping() overlap.Text {
	words := make([]overlap.Word, len(r.Words()))
	for i, w := range r.Words() {
		words[i] = overlap.Hash(w.Lower)
	}
	return overlap.Text{Words: words, From: r.BodyWord(), End: r.PassageEnd}
}

// sharedText says what runs two articles have in common.
func sharedText(r, s *member, runs []overlap.Run) (SharedText, bool) {
	shared := SharedText{First: r.index, Second: s.index}
	for _, run := range runs {
		if run.To-run.From < leastRun || r.mostlyQuoted(run.From, run.To) {
			continue
		}
		shared.Words += run.To - run.From
		shared.Runs = append(shared.Runs, r.runEvidence(run.From, run.To), s.runEvidence(run.OtherFrom, run.OtherTo))
	}
	shorter := min(len(r.Words()), len(s.Words()))
	shared.Share = ratio.Rounded(ratio.Of(float64(shared.Words), float64(shorter)))
	return shared, shared.Words >= leastText
}

// mostlyQuoted reports whether most words of a run stand between quotation
// marks: two articles that quote the same are no copies.
func (r *member) mostlyQuoted(from, to int) bool {
	n := 0
	for _, v := range r.Voices()[from:to] {
		if v == reading.Quoted {
			n++
		}
	}
	return 2*n >= to-from
}

// runEvidence returns the evidence for a run of words of one passage.
func (r *member) runEvidence(from, to int) Evidence {
	return r.evidence(text.Span{Start: r.Words()[from].Start, End: r.Words()[to-1].End})
}
