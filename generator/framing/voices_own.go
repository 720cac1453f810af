package framing

import (
	"slices"
	"strings"

	"parallax/generator/heading"
	"parallax/generator/reading"
	"parallax/generator/text"
	"parallax/generator/text/diff"
	"parallax/generator/text/vocabulary"
)

// voiceFindings say where one article states in its own words what another
// lays to a source, and where the same point is reported with another verb.
func (c *comparing) voiceFindings() []Finding {
	var list []Finding
	for _, s := range c.comparison.Coverage.Statements {
		if s.Reach == "one" || len(c.language.Words(s.Heading)) < 3 {
			continue
		}
		if f, ok := c.voiceFinding(s); ok && s.Clause {
			list = append(list, f)
		}
		if f, ok := c.verbFinding(s); ok {
			list = append(list, f)
		}
	}
	return list
}

// voiceFinding faces a cell in the author's words with one in a source's.
func (c *comparing) voiceFinding(s Statement) (Finding, bool) {
	best, found := Finding{}, false
	for _, own := range s.Cells {
		if own.Quoted || own.Paragraph == 0 || c.retold(own) || c.sourced(own) || c.personal(own) {
			continue
		}
		for _, other := range s.Cells {
			if !other.Quoted || other.Paragraph == 0 || c.retold(other) || !c.named(other) {
				continue
			}
			score := c.scoreOf(own.Evidence[0], other.Evidence[0])
			if score < sureScore || score <= best.Overlap || !c.bothSay(s, own, other) {
				continue
			}
			best, found = Finding{
				Signal: SignalVoices, Statement: s.ID, Contrast: 0.85, Overlap: score,
				Says:     c.facing("finding.voices.own", []int{own.Article}, []int{other.Article}).With("statement", s.Heading),
				Evidence: evidencePair(own.Evidence[0], other.Evidence[0]),
			}, true
		}
	}
	return best, found
}

// sureScore is the least score of two passages of which one is said to tell
// what the other lays to somebody.
const sureScore = 0.60

// bothSay reports whether two cells have most of what the heading of their
// statement says, the second in the words of a source, and not the very words
// of a quotation, which the first would then quote without marks.
func (c *comparing) bothSay(s Statement, own, other Cell) bool {
	r := c.readings[other.Article]
	mine, theirs := c.termsIn(own.Evidence[0]), c.termsIn(other.Evidence[0])
	theirs = slices.DeleteFunc(slices.Clone(theirs), func(t vocabulary.Term) bool { return r.VoiceAt(t.Start) == reading.Author })
	content, inBoth := 0, 0
	for _, t := range c.words.Terms(s.Heading, c.language.Words(s.Heading)) {
		if t.Stop {
			continue
		}
		content++
		if hasKey(mine, t.Key) && hasKey(theirs, t.Key) {
			inBoth++
		}
	}
	return 3*inBoth >= 2*content && content > 1 && !c.verbatim(own, other)
}

// verbatim reports whether most words of a cell stand between quotation marks
// in another, in the same order.
func (c *comparing) verbatim(own, other Cell) bool {
	r, s := c.readings[own.Article], c.readings[other.Article]
	var mine, quotedWords []string
	for _, w := range r.WordsIn(own.Evidence[0].Span) {
		mine = append(mine, w.Lower)
	}
	for _, w := range s.WordsIn(other.Evidence[0].Span) {
		if s.VoiceAt(w.Start) == reading.Quoted {
			quotedWords = append(quotedWords, w.Lower)
		}
	}
	changed := 0
	for _, d := range diff.Words(mine, quotedWords) {
		changed += d.To - d.From
	}
	return 2*changed < len(mine)
}

// named reports whether the passage of a cell itself says who speaks, or stands
// between quotation marks, so that a reader sees it there.
func (c *comparing) named(cell Cell) bool {
	r := c.readings[cell.Article]
	return slices.ContainsFunc(r.Attributions(), func(a reading.Attribution) bool {
		return a.Passage == cell.Evidence[0].Passage && len(a.Source) > 0 && slices.ContainsFunc(a.Content, cell.Evidence[0].Span.Overlaps)
	}) || slices.ContainsFunc(r.Quotations(), cell.Evidence[0].Span.Overlaps)
}

// personal reports whether a cell speaks of "I" or "we": somebody speaks in it,
// be there marks of quotation or not.
func (c *comparing) personal(cell Cell) bool {
	r := c.readings[cell.Article]
	return slices.ContainsFunc(r.WordsIn(cell.Evidence[0].Span), func(w text.Word) bool { return c.language.Role(w.Lower).Is(text.FirstPerson) })
}

// finite reports whether a passage has a clause: somebody does or is something.
func (c *comparing) finite(article, passage int) bool {
	return heading.Clause(c.passage(c.readings[article].evidenceOf(passage)), c.words)
}

// sourced reports whether the passage of a cell has any attribution, or
// quotation marks.
func (c *comparing) sourced(cell Cell) bool {
	r := c.readings[cell.Article]
	passage := r.Article().Passages[cell.Evidence[0].Passage].Span
	for _, a := range r.Attributions() {
		if a.Passage == cell.Evidence[0].Passage || slices.ContainsFunc(a.Content, passage.Overlaps) {
			return true
		}
	}
	return slices.ContainsFunc(r.Quotations(), passage.Overlaps)
}

// verbFinding faces two reporting verbs of different stance on one statement.
func (c *comparing) verbFinding(s Statement) (Finding, bool) {
	best, found := Finding{}, false
	for i, p := range s.Cells {
		for _, q := range s.Cells[i+1:] {
			if c.retold(p) || c.retold(q) {
				continue
			}
			a, told := c.reporting(p)
			b, toldToo := c.reporting(q)
			if !told || !toldToo || a.Stance == b.Stance || a.Verb == b.Verb || !sameSpeaker(a, b) {
				continue
			}
			score := c.scoreOf(p.Evidence[0], q.Evidence[0])
			if score < sameScore || score <= best.Overlap {
				continue
			}
			first, second := c.readings[p.Article].evidence(a.Cue[0]), c.readings[q.Article].evidence(b.Cue[0])
			best, found = Finding{
				Signal: SignalVoices, Statement: s.ID, Contrast: 0.9, Overlap: score,
				Says: c.facing("finding.voices.verb", []int{p.Article}, []int{q.Article}).With("speaker", a.Speaker).
					With("verb", c.cueOf(first)).With("other", c.cueOf(second)),
				Evidence: evidencePair(first, second),
			}, true
		}
	}
	return best, found
}

func (c *comparing) cueOf(e Evidence) string {
	return strings.ToLower(e.Span.Of(c.readings[e.Article].Text()))
}

// reporting returns the only attribution with a cue in the passage of a cell,
// if that cue is a word and not a colon.
func (c *comparing) reporting(cell Cell) (Attribution, bool) {
	r := c.readings[cell.Article]
	found := -1
	for i, a := range r.Attributions() {
		if a.Passage != cell.Evidence[0].Passage || len(a.Cue) == 0 {
			continue
		}
		if found >= 0 {
			return Attribution{}, false
		}
		found = i
	}
	if found < 0 {
		return Attribution{}, false
	}
	a := attributionOf(r.index, r.Attributions()[found], r.speakers[found])
	return a, len(r.WordsIn(a.Cue[0])) > 0
}

// sameSpeaker reports whether two attributions name the same source: their
// names share the last word.
func sameSpeaker(a, b Attribution) bool {
	p, q := strings.Fields(strings.ToLower(a.Speaker)), strings.Fields(strings.ToLower(b.Speaker))
	return len(p) > 0 && len(q) > 0 && p[len(p)-1] == q[len(q)-1]
}
