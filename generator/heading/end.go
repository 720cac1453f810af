package heading

import (
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// ends reports whether a title can end with token k: with a word that takes
// nothing more, before a mark, a conjunction or a preposition.
func (x *titling) ends(k int) bool {
	t := x.Tokens[k]
	switch {
	case t.Kind == grammar.Preposition: // of a verb: "they were taken out and"
		return !x.quotes(k) && k > 0 && !t.Role.Is(text.Genitive) && x.Tokens[k-1].Kind == grammar.Verb && (x.gap(k) || x.Tokens[k+1].Kind == grammar.Coordinator)
	case !x.takesNoMore(k):
		return false
	case k+1 >= len(x.Tokens):
		return true
	}
	next := x.Tokens[k+1]
	if t.Kind == grammar.Numeral && next.Kind == grammar.Dash {
		return false // "the 20 - 13 victory"
	}
	if x.Language().In("clause_times", next.Lower) && k > 0 && x.Tokens[k-1].Kind == grammar.Numeral {
		return false // "15 years | after the war"
	}
	if x.quotes(k) && next.Nominal() || x.quotesAfter(k) || next.Kind == grammar.Quotation {
		return false // "“fast-track” authority"
	}
	if x.gap(k) {
		return next.Kind != grammar.Comma || !x.listed(k)
	}
	return x.endsBefore(k)
}

// takesNoMore reports whether token k is a word that nothing has to follow.
func (x *titling) takesNoMore(k int) bool {
	t := x.Tokens[k]
	if !t.Nominal() && x.quotes(k) {
		return false
	}
	switch t.Kind {
	case grammar.Noun, grammar.Name, grammar.Numeral, grammar.Verb:
	case grammar.Adverb: // "to quickly | approve"
		if k > 0 && (x.Tokens[k-1].Kind == grammar.Infinitive || x.Tokens[k-1].Role.Is(text.ToInfinitive)) {
			return false
		}
	case grammar.Pronoun:
		if !t.Role.Is(text.ObjectPronoun) {
			return false
		}
	default:
		return false
	}
	return !t.Genitive && !x.Language().In("incomplete", t.Lower) && (k == 0 || x.Tokens[k-1].Kind != grammar.Preposition || !x.adjective(k))
}

// endsBefore reports whether a title can end with token k, which the next follows
// without a mark.
func (x *titling) endsBefore(k int) bool {
	t, next := x.Tokens[k], x.Tokens[k+1]
	switch {
	case t.Kind == grammar.Adverb:
		return false
	case t.Kind == grammar.Noun && next.Role.Is(text.Time) && next.Kind == grammar.Name:
		return true // "to supporters Saturday"
	}
	switch next.Kind {
	case grammar.Preposition:
		return t.Kind != grammar.Verb && !next.Role.Is(text.Genitive|text.Comparison|text.ToInfinitive) && !x.listed(k)
	case grammar.Subordinator:
		return t.Kind != grammar.Verb && !next.Role.Is(text.Comparison)
	case grammar.Infinitive:
		return t.Kind == grammar.Numeral // "in 1987 to remember"
	case grammar.Coordinator:
		return x.newClause(k + 2)
	}
	return false
}

// listed reports whether the noun at k is one of a list that goes on: "Japan,
// the United States and South Korea".
func (x *titling) listed(k int) bool {
	if k+2 >= len(x.Tokens) || x.Tokens[k+1].Kind != grammar.Comma || !x.Tokens[k].Nominal() || !x.Tokens[k+2].Nominal() {
		return false
	}
	for i := k + 2; i < min(len(x.Tokens), k+8); i++ {
		switch x.Tokens[i].Kind {
		case grammar.Coordinator:
			return !x.newClause(i + 1)
		case grammar.Noun, grammar.Name, grammar.Numeral, grammar.Determiner, grammar.Possessive, grammar.Comma:
		default:
			return false
		}
	}
	return false
}

// endsList reports whether a clause whose verb group begins at token verb can
// end with the noun at k though others follow in a list: who denounced Japan
// and Korea denounced Japan, but nothing stands between Japan alone.
func (x *titling) endsList(verb, k int) bool {
	if k+1 >= len(x.Tokens) || !x.nounlike(k) || x.Tokens[k].Genitive || !x.Tokens[k+1].Role.Is(text.Additive) {
		return false
	}
	for i := verb; i < k; i++ {
		if x.Language().In("way_begins", x.Tokens[i].Lower) || x.Language().In("pairing", x.Tokens[i].Lower) {
			return false
		}
	}
	return true
}

// newClause reports whether a verb comes soon after token i, so that a
// conjunction before it joins clauses and not nouns.
func (x *titling) newClause(i int) bool {
	for ; i < len(x.Tokens); i++ {
		switch x.Tokens[i].Kind {
		case grammar.Verb, grammar.Auxiliary:
			return true
		case grammar.Noun, grammar.Name, grammar.Numeral, grammar.Determiner, grammar.Possessive, grammar.Pronoun, grammar.Adverb:
		default:
			return false
		}
	}
	return false
}

// quotes reports whether a quotation begins or ends after token k. A verb
// before it needs it: "it does not serve “the national interest”".
func (x *titling) quotes(k int) bool {
	return k+1 < len(x.Tokens) && strings.ContainsAny(x.source[x.Tokens[k].End:x.Tokens[k+1].Start], quotationMarks+"‘")
}

// quotesAfter reports whether a quotation begins after token k.
func (x *titling) quotesAfter(k int) bool {
	if k+1 >= len(x.Tokens) {
		return false
	}
	gap := x.source[x.Tokens[k].End:x.Tokens[k+1].Start]
	return strings.ContainsAny(gap, "“‘«") || strings.HasSuffix(gap, " \"") || strings.HasSuffix(gap, " '")
}

// balanced reports whether no quotation that begins before token from ends
// among the tokens from it to last.
func (x *titling) balanced(from, last int) bool {
	words := x.source[x.Tokens[from].Start:x.Tokens[last].End]
	opens := strings.LastIndex(words, " '")
	single := opens >= 0 && !strings.Contains(words[opens+2:], "'")
	return !single && !strings.Contains(words, " \" ") && closing(words) >= 0 && !strings.Contains(words, "‘")
}

// complete reports whether the verb at k says something without an object: it
// ends its clause. Who refused did not say what.
func (x *titling) complete(k int) bool {
	return x.Tokens[k].Kind == grammar.Verb && x.gap(k) && !x.Language().In("cue_infinitive", x.Tokens[k].Verb.Verb)
}

// adjective reports whether token k is more often an adjective than a noun.
func (x *titling) adjective(k int) bool {
	return x.Tokens[k].Kind == grammar.Noun && strings.HasPrefix(x.Language().Classes(x.Tokens[k].Lower), "a")
}

// nounlike reports whether a noun phrase can end with token k.
func (x *titling) nounlike(k int) bool {
	t := x.Tokens[k]
	if t.Kind != grammar.Noun {
		return t.Kind == grammar.Name || t.Kind == grammar.Numeral
	}
	classes := x.Language().Classes(t.Lower)
	return classes == "" || x.Language().CanBe(t.Lower, 'n')
}
