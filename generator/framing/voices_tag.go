package framing

import (
	"parallax/generator/text"
)

// tag corrects the kinds by the neighbours of each token.
func tag(rules text.Rules, list []token) {
	titled := isTitled(list)
	for i := range list {
		t := &list[i]
		switch {
		case t.kind == verb && (t.upper && i > 0 && !titled || !isVerbHere(rules, list, i)):
			t.kind = noun
			if t.upper && i > 0 {
				t.kind = name
			}
		case t.kind == auxiliary && t.upper && i > 0 && list[i-1].kind == numeral && !titled:
			t.kind = name // "12 May"
		case t.role.Is(text.ToInfinitive) && t.kind == preposition && i+1 < len(list) && beginsInfinitive(list[i+1:]):
			t.kind = infinitive
		case t.role.Is(text.Possessive) && t.kind == pronoun && i+1 < len(list) && (list[i+1].kind == noun || list[i+1].kind == verb && list[i+1].verb.Forms&text.Gerund == 0):
			t.kind = possessive
		case t.role.Is(text.Complementiser) && i+1 < len(list) && !pointsAtNoun(list, i):
			t.kind = subordinator
		}
	}
}

// isTitled reports whether most words begin with a capital, as in headlines.
func isTitled(list []token) bool {
	upper, all := 0, 0
	for _, t := range list {
		if t.Len() > 3 && t.kind != quotation && !t.role.Is(text.Preposition) {
			all++
			if t.upper {
				upper++
			}
		}
	}
	return 10*upper >= 9*all
}

// pointsAtNoun reports whether "that" at i points at a noun or stands for
// a thing rather than opening a clause.
func pointsAtNoun(list []token, i int) bool {
	return i == 0 || list[i-1].kind == preposition && list[i+1].kind == noun
}

// beginsInfinitive reports whether the words after "to" are a verb.
func beginsInfinitive(list []token) bool {
	for i := range list {
		if list[i].kind != adverb {
			return list[i].verb.Forms&text.Base != 0 || list[i].role.Is(text.Be|text.Have|text.Do)
		}
		if i == 2 {
			break
		}
	}
	return false
}

// isVerbHere tells the verb from the noun in words that can be both: "claims",
// "plans", "reported".
func isVerbHere(rules text.Rules, list []token, i int) bool {
	t, before := list[i], previous(list, i)
	forms := t.verb.Forms
	switch before.kind {
	case determiner:
		return before.role.Is(text.Pronoun) && !t.thing && !followedByNoun(list, i)
	case possessive:
		return false
	case preposition:
		return before.role.Is(text.ToInfinitive) && forms&text.Base != 0 || forms&text.Gerund != 0
	case numeral:
		return forms&(text.Past|text.Base) != 0 && !followedByNoun(list, i)
	case pronoun, auxiliary, subordinator, infinitive:
		return true
	}
	if before.genitive {
		return false
	}
	if forms&(text.Past|text.Participle|text.Gerund) != 0 && forms&text.Base == 0 {
		return true
	}
	return bareFormIsVerb(rules, list, i, before)
}

// bareFormIsVerb decides on forms that look like nouns: "plan", "claims".
func bareFormIsVerb(rules text.Rules, list []token, i int, before token) bool {
	t := list[i]
	if i+1 < len(list) && (list[i+1].kind == auxiliary || list[i+1].role.Is(text.Genitive)) {
		return false
	}
	if t.thing && (before.kind == noun || before.kind == name) && i+1 < len(list) && !opensComplement(list[i+1]) {
		return false
	}
	switch before.kind {
	case noun, name, quotation:
		if t.verb.Forms&text.Third != 0 {
			return rules.Agrees(before.lower, true) || before.kind == name
		}
		if !t.thing && i+1 < len(list) && opensObject(list[i+1]) {
			return true
		}
		return rules.Agrees(before.lower, false) && !t.thing
	case comma, dash, coordinator, adverb:
		if t.verb.Forms&text.Third != 0 {
			return i+1 < len(list) && opensComplement(list[i+1])
		}
		return i > 1 && i+1 < len(list) && opensObject(list[i+1])
	}
	return false
}

// opensComplement reports whether a token can begin what a verb takes.
func opensComplement(t token) bool {
	return opensObject(t) || t.kind == infinitive || t.kind == quotation || t.kind == name || t.kind == subordinator || t.kind == preposition
}

// opensObject reports whether a token can begin what a verb takes, but not
// follow a noun directly.
func opensObject(t token) bool {
	return t.kind == determiner || t.kind == possessive || t.kind == pronoun || t.role.Is(text.Complementiser)
}

func followedByNoun(list []token, i int) bool {
	return i+1 < len(list) && (list[i+1].kind == noun || list[i+1].kind == name)
}

// previous returns the token before i, adverbs skipped; a stop at the start.
func previous(list []token, i int) token {
	for i--; i >= 0; i-- {
		if list[i].kind != adverb {
			return list[i]
		}
	}
	return token{kind: stop}
}
