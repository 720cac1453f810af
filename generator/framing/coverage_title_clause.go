package framing

import (
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
	s, ok := x.subjectOf(i)
	if !ok {
		return
	}
	x.subject = s
	if x.speaks(main) || s.apart() && x.reports(x.keyOf(main)) || !x.agrees(i) || !x.agreesWith(i, s) {
		return // that somebody said it is no part of a statement
	}
	x.predicates(s, main)
	if short, ok := x.shortened(s); ok {
		x.predicates(short, main)
	}
}

// predicates adds the clauses of a subject and the verb at token main, to each
// place where they can end.
func (x *titling) predicates(s clauseSubject, main int) {
	if x.language.In("articles", x.tokens[s.last].lower) {
		return // an article alone is no subject: "the on Tuesday closed the pier"
	}
	start := x.afterArticle(s.start)
	open := false // a clause inside has begun and has no verb yet
	for k := main; k < x.to && s.last-start+k-s.verb+2 <= longestHeading; k++ {
		if k > main && (x.parted(k-1) || x.restarts(k)) {
			break
		}
		open = x.tokens[k].kind == subordinator || open && !x.settles(k)
		if open || k == main && !x.complete(k) || !x.balanced(s.verb, k) {
			continue
		}
		switch {
		case x.language.In("naming_verbs", x.tokens[main].verb.Verb) && !x.parted(k):
			// "he called the offer" is not all that he did
		case x.ends(k):
			x.addClause(start, k, s)
		case x.endsList(s.verb, k):
			listed := s
			listed.form *= 0.8
			x.addClause(start, k, listed)
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
	return before.kind == pronoun || before.kind == numeral || x.language.Rules().Agrees(before.lower, false) || x.language.In("plurals", before.lower)
}

// agreesWith reports whether the subject is all of it: in "numbers in Egypt and
// India were left without", India alone is not.
func (x *titling) agreesWith(i int, s clauseSubject) bool {
	if s.start == 0 || !x.tokens[s.start-1].role.Is(text.Additive) || !x.language.In("plural_auxiliaries", x.tokens[i].lower) {
		return true
	}
	last := x.tokens[s.last]
	return last.kind == pronoun || x.language.Rules().Agrees(last.lower, false) || x.language.In("plurals", last.lower)
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
// what is done to somebody ("the crowd was asked to go", "she offered to pay", "she
// announced a ban").
func (x *titling) speaks(i int) bool {
	verb := x.tokens[i].verb.Verb
	switch {
	case i > 0 && x.tokens[i-1].role.Is(text.Be), i+1 < x.to && x.tokens[i+1].kind == infinitive:
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
	for k := i + 1; k < x.to && !x.parted(k-1) && x.tokens[k].kind != subordinator && x.tokens[k].kind != coordinator; k++ {
		if x.finite(k) {
			return false
		}
	}
	return true
}
