package framing

import (
	"slices"
	"strings"

	"parallax/generator/text"
)

// nearScore is the score from which a passage may be about a statement.
const nearScore = 0.27

// heldHeading returns the longest run of words of a statement's heading that
// every article which carries it has, so that it may be said of all of them;
// empty if that is too little to say.
func (c *comparing) heldHeading(s Statement) string {
	a := c.alignment()
	terms := a.profiler.terms(s.Heading, c.language.Words(s.Heading))
	held := make([]bool, len(terms))
	for i, t := range terms {
		held[i] = t.stop || c.heldByAll(a, s, t)
	}
	from, to, most := 0, 0, 0
	for i := range terms {
		j := i
		for j < len(terms) && held[j] {
			j++
		}
		for j > i && terms[j-1].stop {
			j--
		}
		if n := contentOf(terms[i:j]); n > most && !(terms[i].stop && i > 0) {
			from, to, most = i, j, n
		}
	}
	reporting := slices.ContainsFunc(terms, func(t term) bool { return a.profiler.reports(t.key) })
	cut := to < len(terms) && to > 0 && terms[to].name && terms[to-1].name
	switch {
	case cut, reporting && most < 5:
		return "" // half a name, or only that somebody said something
	case most == len(terms), most == contentOf(terms) && most > 2:
		return s.Heading
	case most < 2 || most == 2 && !(terms[from].name && terms[to-1].name):
		return ""
	}
	return tidy(text.Span{Start: terms[from].Start, End: terms[to-1].End}.Of(s.Heading))
}

// heldByAll reports whether the passages of every cell have a term, or one like
// it.
func (c *comparing) heldByAll(a *alignment, s Statement, t term) bool {
	for _, cell := range s.Cells {
		u := a.unitAt(cell.Article, cell.Evidence[0].Passage)
		like := func(v term) bool { return v.key == t.key || a.profiler.alike(v.key, t.key) > 0 }
		if u == nil || !slices.ContainsFunc(u.terms, like) {
			return false
		}
	}
	return true
}

// clausal reports whether a heading reads as a clause: several words that begin
// with no verb or adverb, and a verb after the first.
func clausal(l *text.Language, heading string) bool {
	words := l.Words(heading)
	if len(words) < 5 {
		return false
	}
	if first := l.Classes(words[0].Lower); first != "" && (first[0] == 'v' || first[0] == 'r') && !l.Stop(words[0].Lower) {
		return false
	}
	for i, w := range words[1 : len(words)-1] {
		verb := strings.HasPrefix(l.Classes(w.Lower), "v") && !slices.Contains(l.List("prepositions"), words[i].Lower)
		if verb || slices.Contains(l.List("copulas"), w.Lower) {
			return true
		}
	}
	return false
}

// foundIn reports whether any passage of an article comes near to a cell of a
// statement, so that it may not be said to lack it.
func (c *comparing) foundIn(s Statement, article int) bool {
	a := c.alignment()
	for i, u := range a.units {
		carries := func(cell Cell) bool { return cell.Article == u.article && cell.Evidence[0].Passage == u.passage }
		if !slices.ContainsFunc(s.Cells, carries) {
			continue
		}
		for j, v := range a.units {
			if v.article == a.same[article] && a.between(i, j).score >= nearScore {
				return true
			}
		}
	}
	return false
}
