package event

import (
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// kindsShown is how many kinds of mark a reader shows at most.
const kindsShown = 3

// readerKinds are the kinds of mark that a reader may show; the first that the
// article has are shown.
var readerKinds = []string{"quote", "loaded", "label", "verb", "scare", "hedge", "booster", "passive"}

// readerMarks returns the marks of an article, and of which kinds they are.
func (b *Builder) readerMarks(article int) (marks []mark, kinds []string) {
	found := b.toneSpans(article)
	found["label"] = b.labelSpans(article)
	found["verb"] = b.verbSpans(article)
	if a := b.Articles[article]; a.Paraphrase {
		found["quote"] = inBody(a)
	}
	for _, d := range b.Comparison.Agency.Agentless {
		if d.Deed.Article == article {
			found["passive"] = append(found["passive"], d.Deed.Span)
		}
	}
	for _, kind := range readerKinds {
		spans := slices.DeleteFunc(found[kind], func(s text.Span) bool { return b.retold(article, s) })
		if len(spans) == 0 || len(kinds) == kindsShown {
			continue
		}
		kinds = append(kinds, kind)
		for _, s := range spans {
			marks = append(marks, mark{Span: s, kind: kind})
		}
	}
	return inner(marks), kinds
}

// toneSpans returns what the signal of tone marks in an article, by kind.
func (b *Builder) toneSpans(article int) map[string][]text.Span {
	found := map[string][]text.Span{}
	for _, side := range b.Comparison.Tone.Sides {
		for _, m := range side.Marks {
			if m.Article == article {
				found[m.Kind] = append(found[m.Kind], m.Span)
			}
		}
	}
	return found
}

// labelSpans returns where an article uses names that are its own.
func (b *Builder) labelSpans(article int) []text.Span {
	var spans []text.Span
	for _, p := range b.Comparison.Naming.Participants {
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				if l.Own {
					spans = append(spans, spansIn(article, l.Evidence)...)
				}
			}
		}
	}
	return spans
}

// spansIn returns the spans of evidence that stand in an article.
func spansIn(article int, evidence []framing.Evidence) []text.Span {
	var spans []text.Span
	for _, e := range evidence {
		if e.Article == article {
			spans = append(spans, e.Span)
		}
	}
	return spans
}

// verbSpans returns the cues by which an article takes a stance to what is said.
func (b *Builder) verbSpans(article int) []text.Span {
	var spans []text.Span
	for _, v := range b.Comparison.Voices.Attributions {
		if v.Article == article && v.Stance != "neutral" {
			spans = append(spans, v.Cue...)
		}
	}
	return spans
}

// inner cuts the quotations among marks around the marks inside them.
func inner(marks []mark) []mark {
	quotes := slices.DeleteFunc(slices.Clone(marks), func(m mark) bool { return m.kind != "quote" })
	marks = flatten(slices.DeleteFunc(marks, func(m mark) bool { return m.kind == "quote" }))
	for _, q := range quotes {
		for _, m := range marks {
			if m.kind != "quote" && m.Overlaps(q.Span) {
				if m.Start > q.Start {
					marks = append(marks, mark{Span: text.Span{Start: q.Start, End: m.Start}, kind: "quote"})
				}
				q.Start = min(m.End, q.End)
			}
		}
		if q.Len() > 0 {
			marks = append(marks, q)
		}
	}
	return marks
}

// inBody returns an article's quotations after the headline.
func inBody(a *corpus.Article) []text.Span {
	return slices.DeleteFunc(slices.Clone(a.Quotations), func(s text.Span) bool { return s.Start < a.Body().Start })
}
