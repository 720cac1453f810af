package review

import (
	"slices"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/framing"
)

// markKinds are the kinds of words that a person can mark.
func markKinds() []string { return []string{"loaded", "hedge", "booster", "scare"} }

// aimWord looks whether the kind that words are to be marked as is one.
func (a *applying) aimWord(t *target) bool {
	if t.Do != "mark-word" || slices.Contains(markKinds(), t.To) {
		return true
	}
	a.warn(t, "to", diag.DidYouMean(t.To, markKinds()), "words are not marked as %q, so the decision is not applied", t.To)
	return false
}

// markWord marks words in the writer's voice.
func (a *applying) markWord(t *target) (change, bool) {
	side := a.toneSide(t.at.Article)
	if side == nil {
		return change{}, false
	}
	c := change{editor: t.To}
	if at := slices.IndexFunc(side.Marks, func(m framing.Mark) bool { return m.Span == t.at.Span }); at >= 0 {
		c.machine = side.Marks[at].Kind
		side.Marks = slices.Delete(side.Marks, at, at+1)
	}
	words := strings.ToLower(t.at.Span.Of(a.articles[t.at.Article].Text))
	side.Marks = append(side.Marks, framing.Mark{Evidence: t.at, Kind: t.To, Word: words, Rule: t.To})
	slices.SortStableFunc(side.Marks, func(x, y framing.Mark) int { return x.Span.Start - y.Span.Start })
	return c, true
}

// unmarkWord takes the marks off words, and what was said of them.
func (a *applying) unmarkWord(t *target) (change, bool) {
	side := a.toneSide(t.at.Article)
	if side == nil {
		return change{}, false
	}
	old := ""
	off := func(m framing.Mark) bool {
		is := slices.Contains(markKinds(), m.Kind) && m.Article == t.at.Article && m.Span.Overlaps(t.at.Span)
		if is && old == "" {
			old = m.Kind
		}
		return is
	}
	side.Marks = slices.DeleteFunc(side.Marks, off)
	for i := range a.made.Passages.Contrasts {
		for k := range a.made.Passages.Contrasts[i].Sides {
			s := &a.made.Passages.Contrasts[i].Sides[k]
			s.Marked = slices.DeleteFunc(s.Marked, off)
		}
	}
	if old == "" {
		return change{}, true // which is told: the program marks nothing there
	}
	a.made.Findings = slices.DeleteFunc(a.made.Findings, func(f framing.Finding) bool {
		return f.Signal == framing.SignalTone && f.Evidence[0].Article == t.at.Article && f.Evidence[0].Span.Overlaps(t.at.Span)
	})
	return change{machine: old}, true
}

// toneSide returns what is marked in an article, nil if nothing is.
func (a *applying) toneSide(article int) *framing.ToneSide {
	for i := range a.made.Tone.Sides {
		if a.made.Tone.Sides[i].Article == article {
			return &a.made.Tone.Sides[i]
		}
	}
	return nil
}
