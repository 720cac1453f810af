package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// phrasesAt adds the noun phrases that begin at token i.
func (x *titling) phrasesAt(i int) {
	if !x.opens(i) {
		return
	}
	head, form := false, formPhrase
	for k := i; k < min(x.to, i+Longest) && x.goesOn(i, k); k++ {
		t := x.Tokens[k]
		if t.Kind == grammar.Preposition && k > i && !x.nounlike(k-1) {
			return // "negligent at worst"
		}
		if t.Kind == grammar.Preposition && !t.Role.Is(text.Genitive) {
			form = formLinked
		}
		head = head || (t.Kind == grammar.Noun || t.Kind == grammar.Name) && !t.Role.Is(text.Time)
		if k > i && t.Role.Is(text.Time) && (x.Tokens[k-1].Kind == grammar.Noun || x.Tokens[k-1].Kind == grammar.Name) {
			return // "supporters Saturday"
		}
		if head && x.ends(k) && x.nounlike(k) {
			x.add(i, k, form, false)
		}
	}
}

// opens reports whether a noun phrase can begin at token i: not with a time, and
// not in the middle of another.
func (x *titling) opens(i int) bool {
	t := x.Tokens[i]
	switch {
	case t.Role.Is(text.Time), x.joinedBefore(i), x.Language().In("pointing", t.Lower), t.Kind == grammar.Noun && x.verblike(i):
		return false
	case i > x.from && x.Tokens[i-1].Kind == grammar.Pronoun && !x.Tokens[i-1].Role.Is(text.ObjectPronoun):
		return false // "I kind of fall"
	case t.Kind == grammar.Adverb: // "nearly 3,000 lanterns"
		if i+1 >= x.to || x.Tokens[i+1].Kind != grammar.Numeral {
			return false
		}
	case t.Kind != grammar.Noun && t.Kind != grammar.Name && t.Kind != grammar.Numeral:
		return false
	}
	return i == x.from || x.gap(i-1) || !x.inside(i)
}

// verblike reports whether the noun at token i is more often a verb, or a form
// of one.
func (x *titling) verblike(i int) bool {
	t, l := x.Tokens[i], x.Language()
	return strings.HasPrefix(l.Classes(t.Lower), "v") || l.Classes(t.Lower) == "" && t.Verb.Verb != "" && strings.HasPrefix(l.Classes(t.Verb.Verb), "v")
}

// inside reports whether token i goes on the phrase of the token before it.
func (x *titling) inside(i int) bool {
	t, before := x.Tokens[i], x.Tokens[i-1]
	switch before.Kind {
	case grammar.Noun, grammar.Name, grammar.Numeral:
		return true
	case grammar.Adverb:
		return t.Kind == grammar.Numeral && x.source[before.End:t.Start] == " "
	}
	return false
}

// goesOn reports whether the noun phrase that begins at token i can have token k.
func (x *titling) goesOn(i, k int) bool {
	t := x.Tokens[k]
	switch {
	case k > i && (x.gap(k-1) || x.pastTime(i, k)):
		return false
	case !t.Nominal() && !(k == i && t.Kind == grammar.Adverb) && !x.LinkedRight(k) && !x.pairs(k):
		return false
	case t.Kind == grammar.Preposition && !t.Role.Is(text.Genitive) && x.onWay(i):
		return false // "from the Corn Hall to the quay" begins with "from"
	case t.Kind == grammar.Preposition && !t.Role.Is(text.Genitive) && k+1 < x.to && x.Tokens[k+1].Role.Is(text.Time):
		return false // "the government on Monday"
	case k+1 < x.to && x.verbal(k+1) && x.fronted(i):
		return false // "by the second verse thousands had"
	case t.Kind == grammar.Determiner || t.Kind == grammar.Possessive:
		before := x.Tokens[k-1].Kind
		return before == grammar.Preposition || before == grammar.Coordinator // not "won Hale the cup"
	}
	return true
}

// pastTime reports whether token k begins another phrase after a time in the one
// that begins at i: "in the 61st minute Hale".
func (x *titling) pastTime(i, k int) bool {
	t, before := x.Tokens[k], x.Tokens[k-1]
	timed := before.Role.Is(text.Time) || before.Kind == grammar.Noun && x.ordered(i, k-1)
	return timed && (t.Kind == grammar.Noun || t.Kind == grammar.Name)
}

// pairs reports whether token k joins two nouns, or a noun and a time: "31 men
// and boys", "the storm of June 1887".
func (x *titling) pairs(k int) bool {
	t := x.Tokens[k]
	if k == 0 || k+1 >= x.to {
		return false
	}
	next := x.Tokens[k+1]
	deed := next.Kind == grammar.Noun && strings.HasPrefix(x.Language().Classes(next.Lower), "v") // "carried to the quay and set afloat"
	return t.Role.Is(text.Additive) && next.Nominal() && !deed && !x.newClause(k+1) || t.Kind == grammar.Preposition && x.Tokens[k-1].Nominal() && next.Role.Is(text.Time)
}

// onWay reports whether the phrase at token i says where a way begins.
func (x *titling) onWay(i int) bool {
	for i > 0 && (x.Tokens[i-1].Kind == grammar.Determiner || x.Tokens[i-1].Kind == grammar.Possessive) {
		i--
	}
	return i > 0 && x.Language().In("way_begins", x.Tokens[i-1].Lower)
}

// ordered reports whether the tokens are an ordinal number and a noun, which a
// name after them does not belong to: "in the 61st minute Hale".
func (x *titling) ordered(first, last int) bool {
	return last > first && x.Tokens[last-1].Kind == grammar.Numeral && !unicode.IsDigit(lastRune(x.Tokens[last-1].Lower))
}

// fronted reports whether the phrase at token i follows a preposition that
// begins a clause, so that it may run into the subject.
func (x *titling) fronted(i int) bool {
	for i > 0 && (x.Tokens[i-1].Kind == grammar.Determiner || x.Tokens[i-1].Kind == grammar.Possessive) {
		i--
	}
	return i > 0 && x.Tokens[i-1].Kind == grammar.Preposition && (i == 1 || !x.Tokens[i-2].Nominal() && x.Tokens[i-2].Kind != grammar.Verb)
}

// joinedBefore reports whether token i goes on a compound or a number.
func (x *titling) joinedBefore(i int) bool {
	if i == 0 {
		return false
	}
	gap := strings.TrimSpace(x.source[x.Tokens[i-1].End:x.Tokens[i].Start])
	return x.Tokens[i-1].Kind == grammar.Dash && i > 1 && x.Tokens[i-2].Kind == grammar.Numeral || gap == "-" || gap == "." || gap == "/"
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
