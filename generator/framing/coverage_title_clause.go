package framing

import (
	"strings"

	"parallax/generator/text"
)

// clausesAt adds the clauses whose verb group begins at token i.
func (x *titling) clausesAt(i int) {
	if !x.finite(i) || i > x.from && x.verbal(i-1) {
		return
	}
	main := i
	for main+1 < x.to && !x.gap(main) && (x.tokens[main].kind == auxiliary || x.tokens[main].kind == adverb) && (x.verbal(main+1) || x.tokens[main+1].kind == adverb) {
		main++
	}
	if x.speaks(main) || !x.agrees(i) {
		return // that somebody said it is no part of a statement
	}
	start, end, ok := x.subjectBefore(i)
	if !ok || start < x.from || end > i || x.broken(start, i) || !x.begins(start) || !x.acts(start, end) {
		return
	}
	for start+1 < i && (x.tokens[start].kind == preposition || x.tokens[start].kind == coordinator) {
		start++ // "After Hale won"
	}
	form := formClause
	if first := x.tokens[start].kind; first == pronoun || first == possessive {
		form = formPointed
	}
	if start > 0 && x.language.In("conditions", x.tokens[start-1].lower) {
		form = formUnsure
	}
	start = x.afterArticle(start)
	open := false // a clause inside has begun and has no verb yet
	for k := main; k < min(x.to, start+longestHeading); k++ {
		if k > main && x.gap(k-1) {
			break
		}
		if k > main && x.restarts(k) {
			break
		}
		open = x.tokens[k].kind == subordinator || open && !x.settles(k)
		if !open && x.ends(k) && (k > main || x.complete(k)) {
			x.add(start, k, form, true)
		}
	}
}

// settles reports whether token k is the verb of a clause, not a participle
// before its noun: "while two cracked hangers".
func (x *titling) settles(k int) bool {
	attributive := x.tokens[k].kind == verb && x.tokens[k].verb.Forms&text.Participle != 0 && k+1 < len(x.tokens) && x.tokens[k+1].kind == noun
	return x.finite(k) && !attributive
}

// agrees reports whether the verb at i can be finite there: a bare form needs a
// subject in the plural ("that he receive" makes no clause of its own).
func (x *titling) agrees(i int) bool {
	t := x.tokens[i]
	if t.kind != verb || t.verb.Forms&(text.Past|text.Third) != 0 || i == 0 {
		return true
	}
	before := previous(x.tokens, i)
	return before.kind == pronoun || before.kind == numeral || strings.HasSuffix(before.lower, "s") || x.language.In("plurals", before.lower)
}

// acts reports whether the tokens can be the subject of a clause of its own: a
// noun or a pronoun, but neither a time nor what a relative clause begins with.
func (x *titling) acts(start, end int) bool {
	for end > start && x.tokens[end-1].kind == adverb {
		end--
	}
	last := x.tokens[end-1]
	if x.tokens[start].kind == subordinator || x.tokens[start].role.Is(text.Relative) && x.tokens[start].kind == possessive || !last.nominal() && last.kind != pronoun || last.role.Is(text.Time) || last.kind == possessive {
		return false
	}
	if start < 2 {
		return start == 0 || !x.tokens[0].role.Is(text.Relative)
	}
	before := x.tokens[start-1]
	if before.kind != subordinator || !before.role.Is(text.Relative|text.Complementiser) {
		return true
	}
	return before.role.Is(text.Complementiser) && x.tokens[start-2].kind == verb && x.language.In("cue_clause", x.tokens[start-2].verb.Verb)
}

// restarts reports whether another clause begins at token k with its subject:
// "when the lights went out | I thought".
func (x *titling) restarts(k int) bool {
	t, before := x.tokens[k], x.tokens[k-1].kind
	return t.kind == pronoun && !t.role.Is(text.ObjectPronoun) && before != subordinator && before != coordinator && before != verb
}

// finite reports whether a finite verb group begins at token i.
func (x *titling) finite(i int) bool {
	t := x.tokens[i]
	switch t.kind {
	case auxiliary:
		return !x.language.In("non_finite", t.lower)
	case verb:
		return t.verb.Forms&(text.Past|text.Third|text.Base) != 0
	}
	return false
}

// keyOf returns the key of a token's word as the vocabulary has it.
func (x *titling) keyOf(i int) string {
	t := x.tokens[i]
	if t.verb.Verb != "" {
		return x.language.Stem(t.verb.Verb)
	}
	return x.language.Stem(t.lower)
}

// speaks reports whether the verb at i says that somebody says something, and not
// what is done to somebody ("the crowd was asked to go", "she announced a ban").
func (x *titling) speaks(i int) bool {
	verb := x.tokens[i].verb.Verb
	switch {
	case i > 0 && x.tokens[i-1].role.Is(text.Be):
		return false
	case x.language.In("telling", verb):
		return true
	}
	return (x.reports(x.keyOf(i)) || x.language.In("cue_clause", verb)) && !x.hasObject(i)
}

// hasObject reports whether a thing follows the verb at i, not a clause.
func (x *titling) hasObject(i int) bool {
	if i+1 >= x.to || !x.tokens[i+1].nominal() || x.gap(i) {
		return false
	}
	end := x.phraseAfter(i+1, false)
	return end >= x.to || !x.verbal(end)
}

// begins reports whether a clause can be cut out before its subject at token
// start: at the beginning, after a mark or a conjunction, or after a verb of
// saying.
func (x *titling) begins(start int) bool {
	if start == 0 || x.gap(start-1) {
		return true
	}
	if start == x.from {
		return x.tokens[start-1].kind != preposition
	}
	before := x.tokens[start-1]
	switch before.kind {
	case coordinator:
		return !x.tokens[start-1].role.Is(text.Additive) || x.said(start-1)
	case comma, colon, dash, stop, bracket, subordinator, adverb:
		return true
	case noun, name, numeral:
		return before.role.Is(text.Time) || x.tokens[start].kind == pronoun
	case verb:
		return x.reports(x.keyOf(start - 1))
	}
	return false
}

// said reports whether a clause stands between the last mark and token i, so
// that "and" at i joins another to it, and not two nouns: "the diversion by the
// Ring Road and Sluice Lane adds".
func (x *titling) said(i int) bool {
	for i--; i >= 0; i-- {
		if x.finite(i) {
			return true
		}
		if x.gap(i) {
			return i+1 < len(x.tokens) && x.tokens[i+1].kind == coordinator
		}
	}
	return false
}

// afterArticle returns the token after an article at start.
func (x *titling) afterArticle(start int) int {
	if x.language.In("articles", x.tokens[start].lower) && start+1 < x.to && !x.broken(start, start+1) {
		return start + 1
	}
	return start
}
