package rights

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"parallax/generator/framing"
	"parallax/generator/text"
)

// How many words a piece of a passage has at most: on top of the page, and
// everywhere else.
const (
	mostOnTop = 25 // also of how an article begins
	mostBelow = 16
)

// spendInOrder chooses words in the order of the doc comment of [Allowance].
func (a *Allowance) spendInOrder() {
	c := a.comparison
	a.names(reflect.ValueOf(c).Elem())
	if top := c.Top(); top != nil {
		a.says(said(top)...)
	}
	a.lead()
	for i := range a.articles {
		if !a.opening(i) {
			a.ownLine(i)
		}
	}
	a.headings(func(s *framing.Statement) bool { return !s.Alone() })
	for i := range c.Passages.Contrasts {
		a.contrast(&c.Passages.Contrasts[i])
	}
	for _, d := range c.Agency.Agentless {
		a.all(func() bool { return a.choose(d.Deed, mostBelow) && a.choose(withVerb(d), mostBelow) })
	}
	for _, p := range c.Tone.Plain {
		beside := p.Beside
		if s := c.Statement(p.Statement); s != nil {
			beside = a.told(beside, s.Heading)
		}
		a.all(func() bool { return a.choose(p.Word.Evidence, mostBelow) && a.choose(beside, mostBelow) })
	}
	for i := range c.Findings {
		a.says(said(&c.Findings[i])...)
	}
	a.headings((*framing.Statement).Alone)
	a.comparison = a.trimmed(reflect.ValueOf(c).Elem()).Addr().Interface().(*framing.Comparison)
	a.rest()
}

// said returns the words that the sentence of a finding takes from articles.
func said(f *framing.Finding) []string {
	var texts []string
	for _, name := range slices.Sorted(maps.Keys(f.Says.Args)) {
		texts = append(texts, f.Says.Args[name]...)
	}
	return texts
}

// lead chooses both sides of the first finding that can show a clause of each or,
// if none can, a few words.
func (a *Allowance) lead() {
	for _, a.counted = range []bool{true, false} {
		for i := range a.comparison.Findings {
			f := &a.comparison.Findings[i]
			if facing(f) && a.all(func() bool {
				return a.says(said(f)...) && a.choose(f.Evidence[0], mostOnTop) && a.choose(f.Evidence[1], mostOnTop)
			}) {
				a.counted, a.leading = false, f.ID
				return
			}
		}
	}
}

// opening chooses how the text of an article begins, for which it spends half of
// what it has left at most: the page goes on.
func (a *Allowance) opening(article int) bool {
	shut, most := a.articles[article], mostOnTop
	if s := a.source(shut); s != nil {
		most = min(most, (a.limit(s)-s.spent)/2)
	}
	passage := shut.Opening()
	if passage == 0 || most < leastPiece {
		return false
	}
	first := shut.Passages[passage].Span
	first.End = first.Start + 1
	return a.choose(framing.Evidence{Article: article, Passage: passage, Span: first}, most)
}

// ownLine chooses a piece of an article that has none yet: of its side of the
// first contrast, or of the first finding that rests on it.
func (a *Allowance) ownLine(article int) {
	if len(a.shown[a.articles[article].ID]) != 1 { // open, or more than the headline
		return
	}
	for i := range a.comparison.Passages.Contrasts {
		k := &a.comparison.Passages.Contrasts[i]
		for _, side := range k.Sides {
			if side.Article == article && a.choose(a.point(k, side), mostBelow) {
				return
			}
		}
	}
	for i := range a.comparison.Findings {
		for _, e := range a.comparison.Findings[i].Evidence {
			if e.Article == article && e.Passage > 0 && a.choose(e, mostBelow) {
				return
			}
		}
	}
}

// point returns evidence for one side of a contrast, narrowed to what the contrast
// is about: the words of its finding, or those that its statement is called by,
// or the first that no other side has.
func (a *Allowance) point(k *framing.Contrast, side framing.ContrastSide) framing.Evidence {
	c := a.comparison
	if f := c.Finding(k.Finding); f != nil {
		for _, e := range f.Evidence {
			if e.Article == side.Article && e.Passage == side.Passage && e.Span != side.Span {
				return e
			}
		}
	}
	if s := c.Statement(k.Statement); s != nil {
		if e := a.told(side.Evidence, s.Heading); e != side.Evidence {
			return e
		}
	}
	if len(side.Own) > 0 {
		side.Span = side.Own[0]
	}
	return side.Evidence
}

// withVerb returns evidence for who did a deed and for the verb that says so.
func withVerb(d framing.Agentless) framing.Evidence {
	e := d.Agent
	if d.Verb.Passage == e.Passage && d.Verb.Article == e.Article {
		e.Span = text.Span{Start: min(e.Span.Start, d.Verb.Span.Start), End: max(e.Span.End, d.Verb.Span.End)}
	}
	return e
}

// headings counts what statements are called.
func (a *Allowance) headings(of func(s *framing.Statement) bool) {
	for i := range a.comparison.Coverage.Statements {
		if s := &a.comparison.Coverage.Statements[i]; of(s) {
			a.says(s.Heading)
		}
	}
}

// leastSides is how many sides a contrast has at least.
const leastSides = 2

// contrast chooses the sides of a contrast, or none if fewer than two can be
// shown.
func (a *Allowance) contrast(k *framing.Contrast) {
	a.all(func() bool {
		sides := 0
		for _, side := range k.Sides {
			if a.choose(a.point(k, side), mostBelow) {
				sides++
			}
		}
		return sides >= leastSides
	})
}

// rest chooses pieces of what else findings and statements rest on.
func (a *Allowance) rest() {
	for i := range a.comparison.Findings {
		for _, e := range a.comparison.Findings[i].Evidence {
			a.choose(e, mostBelow)
		}
	}
	for _, s := range a.comparison.Coverage.Statements {
		for _, cell := range s.Cells {
			for _, e := range cell.Evidence {
				a.choose(a.told(e, s.Heading), mostBelow)
			}
		}
	}
}

// told returns evidence for a statement narrowed to its heading, if these are
// words of the passage.
func (a *Allowance) told(e framing.Evidence, heading string) framing.Evidence {
	passage := e.Span.Of(a.articles[e.Article].Text)
	if at := strings.Index(strings.ToLower(passage), strings.ToLower(heading)); at >= 0 && heading != "" && len(strings.ToLower(passage)) == len(passage) {
		e.Span = text.Span{Start: e.Span.Start + at, End: e.Span.Start + at + len(heading)}
	}
	return e
}
