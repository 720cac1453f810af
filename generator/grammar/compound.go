package grammar

import "parallax/generator/text"

// compound takes words that can be noun or verb after a noun for what the clause
// around them leaves room for: a clause has one finite verb, so that the last word of
// "opposed the tax cuts" and of "the trade talks stalled" is a noun, and that of "Iran
// experiences earthquakes" none.
func compound(l *text.Language, list []Token) {
	c := clauses{l, list}
	for i := len(list) - 1; i > 0; i-- {
		switch {
		case list[i].Kind != Verb || !c.afterNoun(i) || !c.nounlike(i):
		case c.isSubject(i) || c.isObject(i):
			list[i].Kind = Noun
		case c.beforeVerb(i):
			list[i].Kind, list[i+1].Kind = Noun, Verb
		}
	}
	c.addMissing()
}

// Clauses look at the tokens of a sentence for the finite verbs of its clauses.
type clauses struct {
	language *text.Language
	tokens   []Token
}

// afterNoun reports whether a common noun stands right before token i.
func (c clauses) afterNoun(i int) bool {
	return c.tokens[i-1].Kind == Noun && !c.tokens[i-1].Genitive
}

// nounlike reports whether a form of a verb can be a noun: "cuts", "ruling", but no
// past that has a form of its own.
func (c clauses) nounlike(i int) bool {
	t := c.tokens[i]
	if t.Verb.Forms&(text.Base|text.Third) == 0 {
		return t.Verb.Forms&text.Gerund != 0 && c.language.CanBe(t.Lower, 'n')
	}
	return c.language.CanBe(t.Lower, 'n') || c.language.CanBe(t.Verb.Verb, 'n')
}

// isSubject reports whether the finite verb of the clause follows token i, which is then
// the noun before it: "trade talks stalled", or stands before that: "a tax cut
// compromise would".
func (c clauses) isSubject(i int) bool {
	next := i + 1
	if next < len(c.tokens) && c.tokens[next].Kind == Verb {
		t := c.tokens[next]
		return t.Verb.Forms&text.Past != 0 && t.Verb.Forms&text.Base == 0 && !followedByNoun(c.tokens, next) && !c.clausal(i)
	}
	for next < len(c.tokens) && c.tokens[next].Kind == Noun && !c.tokens[next].Genitive {
		next++
	}
	if next == len(c.tokens) || c.tokens[next].Kind != Auxiliary {
		return false
	}
	gerund := c.tokens[i].Verb.Forms&text.Gerund != 0
	return next == i+1 || !gerund && !c.clausal(i)
}

// beforeVerb reports whether the word after token i is the verb, and that the noun
// before it: "the tax cuts hurt the poor".
func (c clauses) beforeVerb(i int) bool {
	if i+2 >= len(c.tokens) || c.tokens[i+1].Kind != Noun || c.tokens[i].Verb.Forms&text.Third == 0 || c.clausal(i) {
		return false
	}
	return c.tokens[i+1].Verb.Forms&(text.Base|text.Past) != 0 && opensObject(c.tokens[i+2])
}

// isObject reports whether token i ends what a verb takes or what a preposition joins to
// it, in a clause that has its finite verb: "opposed the tax cuts", "fought over the
// tax cuts".
func (c clauses) isObject(i int) bool {
	if next := i + 1; next < len(c.tokens) {
		switch c.tokens[next].Kind {
		case Stop, Comma, Preposition, Coordinator, Subordinator, Colon, Dash, Bracket, Auxiliary:
		default:
			return false
		}
	}
	at := i - 1
	for at >= 0 && c.tokens[at].Nominal() {
		at--
	}
	if at < 0 || c.tokens[at].Kind != Verb && c.tokens[at].Kind != Preposition {
		return false
	}
	verb := at
	for verb >= 0 && c.tokens[verb].Kind != Verb && !c.opens(verb) {
		verb--
	}
	if verb < 0 || c.tokens[verb].Kind == Verb && c.wantsClause(verb) && c.tokens[verb+1].Kind != Preposition {
		return false // "said the mayor plans"
	}
	for ; at >= 0 && !c.opens(at); at-- {
		if c.finite(at) {
			return true
		}
	}
	return false
}

// addMissing makes the word that has to be the verb one in each clause of a whole
// sentence in which no word was taken for one: "The company reports record sales",
// "said the mayor plans cuts".
func (c clauses) addMissing() {
	if len(c.tokens) == 0 || c.tokens[len(c.tokens)-1].Kind != Stop {
		return
	}
	found, subordinate := -1, false
	for i, t := range c.tokens {
		switch {
		case t.Kind == Subordinator, t.Kind == Coordinator: // what follows "and" may be a noun
			subordinate = true
		case t.Kind == Stop:
			if found >= 0 {
				c.tokens[found].Kind = Verb
			}
			found = -1
		case c.opens(i):
			subordinate = false
		case subordinate:
		case t.Kind == Verb && c.finite(i) && c.wantsClause(i):
			found = -1 // what it takes is a clause
		case c.finite(i) && !(found >= 0 && c.reduced(i)):
			return
		case found < 0 && c.agrees(i):
			found = i
		}
	}
}

// reduced reports whether a participle stands for a relative clause: "people killed in
// the raid".
func (c clauses) reduced(i int) bool {
	t := c.tokens[i]
	return t.Kind == Verb && t.Verb.Forms&text.Participle != 0 && i+1 < len(c.tokens) && c.tokens[i+1].Kind == Preposition
}

// agrees reports whether token i may be a verb, of the noun before it and with more
// after it.
func (c clauses) agrees(i int) bool {
	if i == 0 || i+1 >= len(c.tokens) || c.tokens[i].Kind != Noun || c.tokens[i-1].Genitive {
		return false
	}
	next := c.tokens[i+1]
	if next.Kind != Noun && next.Kind != Numeral && !opensComplement(next) || next.Role.Is(text.Genitive) {
		return false
	}
	before, forms, rules := previous(c.tokens, i), c.tokens[i].Verb.Forms, c.language.Rules()
	switch {
	case before.Kind == Name:
		return forms&text.Third != 0
	case before.Kind != Noun:
		return false
	case forms&text.Third != 0:
		return c.joined(i) || rules.Agrees(before.Lower, true)
	}
	return forms&text.Base != 0 && rules.Agrees(before.Lower, false)
}

// joined reports whether the noun before token i is joined by a preposition to one
// before it, with which the verb then agrees: "the release of emails shows".
func (c clauses) joined(i int) bool {
	for i--; i >= 0 && !c.opens(i); i-- {
		if c.tokens[i].Kind == Preposition {
			return true
		}
	}
	return false
}

// opens reports whether another clause may begin at token i.
func (c clauses) opens(i int) bool {
	switch c.tokens[i].Kind {
	case Subordinator, Coordinator, Comma, Stop, Colon, Dash, Bracket, Quotation:
		return true
	}
	return false
}

// finite reports whether token i is a verb that makes a clause.
func (c clauses) finite(i int) bool {
	t := c.tokens[i]
	if before := previous(c.tokens, i); before.Kind == Infinitive {
		return false
	}
	return t.Kind == Auxiliary || t.Kind == Verb && t.Verb.Forms&(text.Past|text.Third|text.Base) != 0
}

// clausal reports whether a verb can be followed by a clause without a word between:
// "said the talks failed".
func (c clauses) clausal(i int) bool {
	verb := c.tokens[i].Verb.Verb
	return c.language.In("cue_clause", verb) || c.language.In("cue_finite", verb)
}

// wantsClause reports whether a verb is seldom followed by a mere noun: "said", but not
// "announced".
func (c clauses) wantsClause(i int) bool {
	return c.clausal(i) && !c.language.In("cue_object", c.tokens[i].Verb.Verb)
}
