package grammar

import (
	"strings"

	"parallax/generator/text"
)

// tag corrects the kinds by the neighbours of each token.
func tag(rules text.Rules, list []Token) {
	titled := isTitled(list)
	for i := range list {
		t := &list[i]
		switch {
		case t.Kind == Verb && (t.Upper && i > 0 && !titled || !isVerbHere(rules, list, i)):
			t.Kind = Noun
			if t.Upper && i > 0 {
				t.Kind = Name
			}
		case t.Kind == Auxiliary && t.Upper && i > 0 && list[i-1].Kind == Numeral && !titled:
			t.Kind = Name // "12 May"
		case t.Role.Is(text.ToInfinitive) && t.Kind == Preposition && i+1 < len(list) && beginsInfinitive(list[i+1:]):
			t.Kind = Infinitive
		case t.Role.Is(text.Possessive) && t.Kind == Pronoun && i+1 < len(list) && (list[i+1].Kind == Noun || list[i+1].Kind == Verb && list[i+1].Verb.Forms&text.Gerund == 0):
			t.Kind = Possessive
		case t.Role.Is(text.Complementiser) && i+1 < len(list) && !pointsAtNoun(list, i):
			t.Kind = Subordinator
		}
	}
}

// isTitled reports whether most words begin with a capital, as in headlines.
func isTitled(list []Token) bool {
	upper, all := 0, 0
	for _, t := range list {
		if t.Len() > 3 && t.Kind != Quotation && !t.Role.Is(text.Preposition) {
			all++
			if t.Upper {
				upper++
			}
		}
	}
	return 10*upper >= 9*all
}

// pointsAtNoun reports whether "that" at i points at a noun or stands for
// a thing rather than opening a clause.
func pointsAtNoun(list []Token, i int) bool {
	return i == 0 || list[i-1].Kind == Preposition && list[i+1].Kind == Noun
}

// beginsInfinitive reports whether the words after "to" are a verb.
func beginsInfinitive(list []Token) bool {
	for i := range list {
		if list[i].Kind != Adverb {
			return list[i].Verb.Forms&text.Base != 0 || list[i].Role.Is(text.Be|text.Have|text.Do)
		}
		if i == 2 {
			break
		}
	}
	return false
}

// isVerbHere tells the verb from the noun in words that can be both: "claims",
// "plans", "reported".
func isVerbHere(rules text.Rules, list []Token, i int) bool {
	t, before := list[i], previous(list, i)
	forms := t.Verb.Forms
	switch before.Kind {
	case Determiner:
		return before.Role.Is(text.Pronoun) && !t.thing && !followedByNoun(list, i)
	case Possessive:
		return false
	case Preposition:
		return before.Role.Is(text.ToInfinitive) && forms&text.Base != 0 || forms&text.Gerund != 0
	case Numeral:
		if forms&text.Past != 0 && afterYear(list, i) {
			return true // "the mayor in 1993 signed similar laws"
		}
		return (forms&text.Past != 0 || forms&text.Base != 0 && !t.thing) && !followedByNoun(list, i) // "30 people"
	case Pronoun, Auxiliary, Subordinator, Infinitive:
		return true
	}
	if before.Genitive {
		return false
	}
	if forms&(text.Past|text.Participle|text.Gerund) != 0 && forms&text.Base == 0 {
		return true
	}
	return bareFormIsVerb(rules, list, i, before)
}

// afterYear reports whether a year that a preposition joins to something stands right
// before token i.
func afterYear(list []Token, i int) bool {
	const digits = 4
	if i < 2 || list[i-2].Kind != Preposition || len(list[i-1].Lower) != digits {
		return false
	}
	return strings.Trim(list[i-1].Lower, "0123456789") == ""
}

// bareFormIsVerb decides on forms that look like nouns: "plan", "claims".
func bareFormIsVerb(rules text.Rules, list []Token, i int, before Token) bool {
	t := list[i]
	if i+1 < len(list) && (list[i+1].Kind == Auxiliary || list[i+1].Role.Is(text.Genitive)) {
		return false
	}
	if t.thing && (before.Kind == Noun || before.Kind == Name) && i+1 < len(list) && !opensComplement(list[i+1]) {
		return false
	}
	switch before.Kind {
	case Noun, Name, Quotation:
		if t.Verb.Forms&text.Third != 0 {
			return rules.Agrees(before.Lower, true) || before.Kind == Name
		}
		if !t.thing && i+1 < len(list) && opensObject(list[i+1]) {
			return true
		}
		return rules.Agrees(before.Lower, false) && !t.thing
	case Comma, Dash, Coordinator, Adverb:
		if t.Verb.Forms&text.Third != 0 {
			return i+1 < len(list) && opensComplement(list[i+1])
		}
		return i > 1 && i+1 < len(list) && opensObject(list[i+1])
	}
	return false
}

// opensComplement reports whether a token can begin what a verb takes.
func opensComplement(t Token) bool {
	return opensObject(t) || t.Kind == Infinitive || t.Kind == Quotation || t.Kind == Name || t.Kind == Subordinator || t.Kind == Preposition
}

// opensObject reports whether a token can begin what a verb takes, but not
// follow a noun directly.
func opensObject(t Token) bool {
	return t.Kind == Determiner || t.Kind == Possessive || t.Kind == Pronoun || t.Role.Is(text.Complementiser)
}

func followedByNoun(list []Token, i int) bool {
	return i+1 < len(list) && (list[i+1].Kind == Noun || list[i+1].Kind == Name)
}

// Before returns the token before i, adverbs skipped; a stop at the start.
func (s *Sentence) Before(i int) Token { return previous(s.Tokens, i) }

func previous(list []Token, i int) Token {
	for i--; i >= 0; i-- {
		if list[i].Kind != Adverb {
			return list[i]
		}
	}
	return Token{Kind: Stop}
}
