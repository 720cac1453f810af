package framing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// phrasesAt adds the noun phrases that begin at token i.
func (x *titling) phrasesAt(i int) {
	t := x.tokens[i]
	opens := t.kind == noun || t.kind == name || t.kind == numeral
	if t.kind == adverb && i+1 < x.to && x.tokens[i+1].kind == numeral {
		opens = true // "nearly 3,000 lanterns"
	}
	if !opens || t.role.Is(text.Time) || x.joinedBefore(i) || t.kind == noun && strings.HasPrefix(x.language.Classes(t.lower), "v") {
		return
	}
	if i > x.from && !x.gap(i-1) {
		before := x.tokens[i-1]
		if before.kind == noun || before.kind == name || before.kind == numeral || before.kind == adverb && x.source[before.End:t.Start] == " " && t.kind == numeral {
			return
		}
	}
	head, fronted, way := false, x.fronted(i), x.onWay(i)
	for k := i; k < min(x.to, i+longestHeading); k++ {
		u := x.tokens[k]
		if k > i && x.gap(k-1) || !u.nominal() && !(k == i && u.kind == adverb) && !x.linkedRight(k) && !x.pairs(k) {
			return
		}
		if k > i && (x.tokens[k-1].role.Is(text.Time) || x.tokens[k-1].kind == noun && x.ordered(i, k-1)) && (u.kind == noun || u.kind == name) {
			return // "in the 61st minute Hale"
		}
		if way && u.kind == preposition && !u.role.Is(text.Genitive) {
			return // "from the Corn Hall to the quay" begins with "from"
		}
		if fronted && k+1 < x.to && x.verbal(k+1) {
			return // "by the second verse thousands had"
		}
		if (u.kind == determiner || u.kind == possessive) && x.tokens[k-1].kind != preposition && x.tokens[k-1].kind != coordinator {
			return // "won Hale the cup"
		}
		head = head || (u.kind == noun || u.kind == name) && !u.role.Is(text.Time)
		if head && x.ends(k) && x.nounlike(k) {
			x.add(i, k, formPhrase, false)
		}
	}
}

// pairs reports whether token k joins two nouns, or a noun and a time: "31 men
// and boys", "the storm of June 1887".
func (x *titling) pairs(k int) bool {
	t := x.tokens[k]
	if k == 0 || k+1 >= x.to {
		return false
	}
	next := x.tokens[k+1]
	deed := next.kind == noun && strings.HasPrefix(x.language.Classes(next.lower), "v") // "carried to the quay and set afloat"
	return t.role.Is(text.Additive) && next.nominal() && !deed && !x.newClause(k+1) || t.kind == preposition && x.tokens[k-1].nominal() && next.role.Is(text.Time)
}

// onWay reports whether the phrase at token i says where a way begins.
func (x *titling) onWay(i int) bool {
	for i > 0 && (x.tokens[i-1].kind == determiner || x.tokens[i-1].kind == possessive) {
		i--
	}
	return i > 0 && x.language.In("way_begins", x.tokens[i-1].lower)
}

// ordered reports whether the tokens are an ordinal number and a noun, which a
// name after them does not belong to: "in the 61st minute Hale".
func (x *titling) ordered(first, last int) bool {
	return last > first && x.tokens[last-1].kind == numeral && !unicode.IsDigit(lastRune(x.tokens[last-1].lower))
}

// fronted reports whether the phrase at token i follows a preposition that
// begins a clause, so that it may run into the subject.
func (x *titling) fronted(i int) bool {
	for i > 0 && (x.tokens[i-1].kind == determiner || x.tokens[i-1].kind == possessive) {
		i--
	}
	return i > 0 && x.tokens[i-1].kind == preposition && (i == 1 || !x.tokens[i-2].nominal() && x.tokens[i-2].kind != verb)
}

// joinedBefore reports whether token i goes on a compound or a number.
func (x *titling) joinedBefore(i int) bool {
	if i == 0 {
		return false
	}
	gap := strings.TrimSpace(x.source[x.tokens[i-1].End:x.tokens[i].Start])
	return x.tokens[i-1].kind == dash && i > 1 && x.tokens[i-2].kind == numeral || gap == "-" || gap == "." || gap == "/"
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
