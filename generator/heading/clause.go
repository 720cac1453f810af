package heading

import (
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// clausesAt adds the clauses whose verb group begins at token i.
func (x *titling) clausesAt(i int) {
	if !x.finite(i) || i > x.from && x.verbal(i-1) {
		return
	}
	main := i
	for main+1 < x.to && !x.gap(main) && (x.Tokens[main].Kind == grammar.Auxiliary || x.Tokens[main].Kind == grammar.Adverb) && (x.verbal(main+1) || x.Tokens[main+1].Kind == grammar.Adverb) {
		main++
	}
	s, ok := x.subjectOf(i)
	if !ok {
		return
	}
	x.subject = s
	if x.speaks(main) || s.apart() && x.Reports(x.keyOf(main)) || !x.agrees(i) || !x.agreesWith(i, s) || x.laterThan(s.start) || i == main && (x.doneBy(i) || x.thinglike(i, s)) {
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
	if x.Language().In("articles", x.Tokens[s.last].Lower) {
		return // an article alone is no subject: "the on Tuesday closed the pier"
	}
	start := x.afterArticle(s.start)
	if !x.unquoted(start, s) {
		return
	}
	open := false // a clause inside has begun and has no verb yet
	for k := main; k < x.to && s.last-start+k-s.verb+2 <= Longest; k++ {
		if k > main && (x.parted(k-1) || x.restarts(k)) {
			break
		}
		open = x.Tokens[k].Kind == grammar.Subordinator || open && !x.settles(k)
		if open || k == main && !x.complete(k) || !x.balanced(s.verb, k) || x.takesBack(s.verb, k) {
			continue
		}
		switch {
		case x.Language().In("naming_verbs", x.Tokens[main].Verb.Verb) && !(x.parted(k) && x.named(main, k)):
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

// unquoted reports whether no quotation ends between the subject of a clause, from
// token start on, and its verb that begins before it: "Birthers” have asked".
func (x *titling) unquoted(start int, s clauseSubject) bool {
	words, before := x.source[x.Tokens[start].Start:x.Tokens[s.verb].Start], x.source[:x.Tokens[start].Start]
	single := (strings.HasSuffix(before, "'") || strings.HasSuffix(before, "‘")) && (strings.Contains(words, "' ") || strings.Contains(words, "’ "))
	return !single && closing(words) >= 0
}

// takesBack reports whether a clause whose verb group begins at token verb says less
// than it seems to if it ends with token k, before the rest of it: who is not charged
// with fraud may be charged, and who is opposed "not only to" has more to come.
func (x *titling) takesBack(verb, k int) bool {
	for i := verb; i <= k; i++ {
		if !x.Language().In("tone_negations", x.Tokens[i].Lower) {
			continue
		}
		if i < k && x.Language().In("clause_partly", x.Tokens[i+1].Lower) || !x.gap(k) && k+1 < x.to {
			return true
		}
	}
	return false
}

// doneBy reports whether a form of the past at token i, before who does it, is a
// participle: "a hall hosted by the club".
func (x *titling) doneBy(i int) bool {
	return x.Tokens[i].Verb.Forms&text.Participle != 0 && i+1 < x.to && !x.gap(i) && x.Language().In("clause_participles", x.Tokens[i+1].Lower)
}

// thinglike reports whether what looks like a verb in the present may be a noun: one
// that is more often a noun stands before a preposition ("sexual assaults in
// Tarn"), or what acts is itself a verb that bids ("encourage schools to hire").
func (x *titling) thinglike(i int, s clauseSubject) bool {
	t, l := x.Tokens[i], x.Language()
	if t.Kind != grammar.Verb || t.Verb.Forms&text.Past != 0 {
		return false
	}
	noun := strings.HasPrefix(l.Classes(t.Verb.Verb), "n")
	return s.start == x.from && x.verblike(s.start) || noun && i+1 < x.to && x.Tokens[i+1].Kind == grammar.Preposition
}

// named reports whether the verb at token main has all that a verb of calling
// takes, to token k: whom, and what.
func (x *titling) named(main, k int) bool {
	for i := main + 2; i <= k; i++ {
		before, kind := x.Tokens[i-1].Kind, x.Tokens[i].Kind
		if (before == grammar.Noun || before == grammar.Name || before == grammar.Pronoun) && (kind == grammar.Determiner || kind == grammar.Possessive) {
			return true
		}
	}
	return false
}

// settles reports whether token k is the verb of a clause, not a participle
// before its noun: "while two cracked hangers".
func (x *titling) settles(k int) bool {
	attributive := x.Tokens[k].Kind == grammar.Verb && x.Tokens[k].Verb.Forms&text.Participle != 0 && k+1 < len(x.Tokens) && x.Tokens[k+1].Kind == grammar.Noun
	return x.finite(k) && !attributive
}

// agrees reports whether the verb at i can be finite there: a bare form needs a
// subject in the plural ("that he receive" makes no clause of its own).
func (x *titling) agrees(i int) bool {
	t := x.Tokens[i]
	if t.Kind != grammar.Verb || t.Verb.Forms&(text.Past|text.Third) != 0 || i == 0 {
		return true
	}
	before := x.Before(i)
	return before.Kind == grammar.Pronoun || before.Kind == grammar.Numeral || x.Language().Rules().Agrees(before.Lower, false) || x.Language().In("plurals", before.Lower)
}

// agreesWith reports whether the subject is all of it: in "numbers in Egypt and
// India were left without", India alone is not.
func (x *titling) agreesWith(i int, s clauseSubject) bool {
	last, several := x.Tokens[s.last], false
	for k := s.start; k < s.last; k++ {
		several = several || x.Tokens[k].Kind == grammar.Coordinator
	}
	one := last.Kind == grammar.Name && !several || s.start > 0 && x.Tokens[s.start-1].Role.Is(text.Additive)
	if !one || !x.Language().In("plural_auxiliaries", x.Tokens[i].Lower) {
		return true
	}
	return last.Kind == grammar.Pronoun || x.Language().Rules().Agrees(last.Lower, false) || x.Language().In("plurals", last.Lower)
}

// restarts reports whether another clause begins at token k with its subject:
// "when the lights went out | I thought".
func (x *titling) restarts(k int) bool {
	t, before := x.Tokens[k], x.Tokens[k-1].Kind
	return t.Kind == grammar.Pronoun && !t.Role.Is(text.ObjectPronoun) && before != grammar.Subordinator && before != grammar.Coordinator && before != grammar.Verb
}

// finite reports whether a finite verb group begins at token i.
func (x *titling) finite(i int) bool {
	t := x.Tokens[i]
	switch t.Kind {
	case grammar.Auxiliary:
		return !x.Language().In("non_finite", t.Lower)
	case grammar.Verb:
		return t.Verb.Forms&(text.Past|text.Third|text.Base) != 0
	}
	return false
}

// keyOf returns the key of a token's word as the vocabulary has it.
func (x *titling) keyOf(i int) string {
	t := x.Tokens[i]
	if t.Verb.Verb != "" {
		return x.Language().Stem(t.Verb.Verb)
	}
	return x.Language().Stem(t.Lower)
}

// speaks reports whether the verb at i says that somebody says something, and not
// what is done to somebody ("the crowd was asked to go", "she offered to pay", "she
// announced a ban").
func (x *titling) speaks(i int) bool {
	verb := x.Tokens[i].Verb.Verb
	switch {
	case i > 0 && x.Tokens[i-1].Role.Is(text.Be), i+1 < x.to && x.Tokens[i+1].Kind == grammar.Infinitive:
		return false
	case x.Language().In("telling", verb):
		return true
	}
	return (x.Reports(x.keyOf(i)) || x.Language().In("cue_clause", verb)) && !x.hasObject(i)
}

// hasObject reports whether a thing follows the verb at i, not a clause: what
// stands between may say when.
func (x *titling) hasObject(i int) bool {
	for i+1 < x.to && !x.gap(i) && x.Tokens[i+1].Role.Is(text.Time) {
		i++
	}
	if i+1 >= x.to || !x.Tokens[i+1].Nominal() || x.gap(i) {
		return false
	}
	k := i + 1
	for ; k < x.to && !x.parted(k-1) && x.Tokens[k].Kind != grammar.Subordinator && x.Tokens[k].Kind != grammar.Coordinator; k++ {
		if x.finite(k) {
			return false
		}
	}
	// "he promised many times that the wall" takes a clause, "a plan that cuts" does not.
	return k+1 >= x.to || !x.Tokens[k].Role.Is(text.Complementiser) || x.verbal(k+1)
}
