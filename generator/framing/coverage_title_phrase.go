package framing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// phrasesAt adds the noun phrases that begin at token i.
func (x *titling) phrasesAt(i int) {
	t := x.Tokens[i]
	opens := t.Kind == grammar.Noun || t.Kind == grammar.Name || t.Kind == grammar.Numeral
	if t.Kind == grammar.Adverb && i+1 < x.to && x.Tokens[i+1].Kind == grammar.Numeral {
		opens = true // "nearly 3,000 lanterns"
	}
	if !opens || t.Role.Is(text.Time) || x.joinedBefore(i) || t.Kind == grammar.Noun && strings.HasPrefix(x.Language().Classes(t.Lower), "v") {
		return
	}
	if i > x.from && !x.gap(i-1) {
		before := x.Tokens[i-1]
		if before.Kind == grammar.Noun || before.Kind == grammar.Name || before.Kind == grammar.Numeral || before.Kind == grammar.Adverb && x.source[before.End:t.Start] == " " && t.Kind == grammar.Numeral {
			return
		}
	}
	head, fronted, way := false, x.fronted(i), x.onWay(i)
	for k := i; k < min(x.to, i+longestHeading); k++ {
		u := x.Tokens[k]
		if k > i && x.gap(k-1) || !u.Nominal() && !(k == i && u.Kind == grammar.Adverb) && !x.LinkedRight(k) && !x.pairs(k) {
			return
		}
		if k > i && (x.Tokens[k-1].Role.Is(text.Time) || x.Tokens[k-1].Kind == grammar.Noun && x.ordered(i, k-1)) && (u.Kind == grammar.Noun || u.Kind == grammar.Name) {
			return // "in the 61st minute Hale"
		}
		if way && u.Kind == grammar.Preposition && !u.Role.Is(text.Genitive) {
			return // "from the Corn Hall to the quay" begins with "from"
		}
		if fronted && k+1 < x.to && x.verbal(k+1) {
			return // "by the second verse thousands had"
		}
		if (u.Kind == grammar.Determiner || u.Kind == grammar.Possessive) && x.Tokens[k-1].Kind != grammar.Preposition && x.Tokens[k-1].Kind != grammar.Coordinator {
			return // "won Hale the cup"
		}
		head = head || (u.Kind == grammar.Noun || u.Kind == grammar.Name) && !u.Role.Is(text.Time)
		if head && x.ends(k) && x.nounlike(k) {
			x.add(i, k, formPhrase, false)
		}
	}
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
