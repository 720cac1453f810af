package framing

import (
	"strings"

	"parallax/generator/text"
)

// ends reports whether a title can end with token k: with a word that takes
// nothing more, before a mark, a conjunction or a preposition.
func (x *titling) ends(k int) bool {
	t := x.tokens[k]
	if !t.nominal() && x.quotes(k) {
		return false
	}
	switch t.kind {
	case noun, name, numeral, verb, adverb:
	case pronoun:
		if !t.role.Is(text.ObjectPronoun) {
			return false
		}
	case preposition: // of a verb: "they were taken out and"
		return k > 0 && x.tokens[k-1].kind == verb && (x.gap(k) || x.tokens[k+1].kind == coordinator)
	default:
		return false
	}
	if t.genitive || x.language.In("incomplete", t.lower) {
		return false
	}
	if k+1 >= len(x.tokens) {
		return true
	}
	next := x.tokens[k+1]
	if t.kind == numeral && next.kind == dash {
		return false // "the 20 - 13 victory"
	}
	if x.gap(k) {
		return next.kind != comma || !x.listed(k)
	}
	if t.kind == adverb {
		return false
	}
	switch next.kind {
	case preposition:
		return t.kind != verb && !next.role.Is(text.Genitive|text.Comparison|text.ToInfinitive) && !x.listed(k)
	case subordinator:
		return t.kind != verb && !next.role.Is(text.Comparison)
	case infinitive:
		return t.kind == numeral // "in 1987 to remember"
	case coordinator:
		return x.newClause(k + 2)
	}
	return false
}

// listed reports whether the noun at k is one of a list that goes on: "Japan,
// the United States and South Korea".
func (x *titling) listed(k int) bool {
	if k+2 >= len(x.tokens) || x.tokens[k+1].kind != comma || !x.tokens[k].nominal() || !x.tokens[k+2].nominal() {
		return false
	}
	for i := k + 2; i < min(len(x.tokens), k+8); i++ {
		switch x.tokens[i].kind {
		case coordinator:
			return !x.newClause(i + 1)
		case noun, name, numeral, determiner, possessive, comma:
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
	if k+1 >= len(x.tokens) || !x.nounlike(k) || x.tokens[k].genitive || !x.tokens[k+1].role.Is(text.Additive) {
		return false
	}
	for i := verb; i < k; i++ {
		if x.language.In("way_begins", x.tokens[i].lower) || x.language.In("pairing", x.tokens[i].lower) {
			return false
		}
	}
	return true
}

// newClause reports whether a verb comes soon after token i, so that a
// conjunction before it joins clauses and not nouns.
func (x *titling) newClause(i int) bool {
	for ; i < len(x.tokens); i++ {
		switch x.tokens[i].kind {
		case verb, auxiliary:
			return true
		case noun, name, numeral, determiner, possessive, pronoun, adverb:
		default:
			return false
		}
	}
	return false
}

// quotes reports whether a quotation begins or ends after token k. A verb
// before it needs it: "it does not serve “the national interest”".
func (x *titling) quotes(k int) bool {
	return k+1 < len(x.tokens) && strings.ContainsAny(x.source[x.tokens[k].End:x.tokens[k+1].Start], quotationMarks+"‘")
}

// balanced reports whether no quotation that begins before token from ends
// among the tokens from it to last.
func (x *titling) balanced(from, last int) bool {
	words := x.source[x.tokens[from].Start:x.tokens[last].End]
	return !strings.Contains(words, " \" ") && closing(words) >= 0 && !strings.Contains(words, "‘")
}

// complete reports whether the verb at k says something without an object: it
// ends its clause.
func (x *titling) complete(k int) bool {
	return x.tokens[k].kind == verb && x.gap(k)
}

// nounlike reports whether a noun phrase can end with token k.
func (x *titling) nounlike(k int) bool {
	t := x.tokens[k]
	if t.kind != noun {
		return t.kind == name || t.kind == numeral
	}
	classes := x.language.Classes(t.lower)
	return classes == "" || x.language.CanBe(t.lower, 'n')
}
