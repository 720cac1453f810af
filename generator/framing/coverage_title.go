package framing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// How well forms suit a heading.
const (
	formClause  = 1.5 // somebody does or is something
	formPointed = 1.1 // the same of a pronoun, which does not say who
	formUnsure  = 0.6 // what follows "if" is not reported
	formPhrase  = 1.0
)

// titleSpans returns the clauses and noun phrases of a sentence within a span
// that can be headings.
func (s *sentence) titleSpans(source string, within text.Span, x *profiler) []titleSpan {
	from, to := 0, len(s.tokens)
	for from < to && s.tokens[from].Start < within.Start {
		from++
	}
	for to > from && s.tokens[to-1].End > within.End {
		to--
	}
	t := titling{sentence: s, source: source, profiler: x, from: from, to: to}
	for i := from; i < to; i++ {
		t.clausesAt(i)
		t.phrasesAt(i)
	}
	return t.list
}

// titling is the state of titleSpans.
type titling struct {
	*sentence
	*profiler
	source   string
	from, to int // tokens that may be used
	list     []titleSpan
}

// clausesAt adds the clauses whose verb group begins at token i.
func (x *titling) clausesAt(i int) {
	if !x.finite(i) || i > x.from && x.verbal(i-1) {
		return
	}
	main := i
	for main+1 < x.to && !x.gap(main) && (x.tokens[main].kind == auxiliary || x.tokens[main].kind == adverb) && (x.verbal(main+1) || x.tokens[main+1].kind == adverb) {
		main++
	}
	if x.language.In("telling", x.tokens[main].verb.Verb) || x.reports(x.keyOf(main)) && !x.hasObject(main) || !x.agrees(i) {
		return // that somebody said it is no part of a statement
	}
	start, end, ok := x.subjectBefore(i)
	if !ok || start < x.from || end > i || x.broken(start, i) || !x.begins(start) || !x.acts(start, end) {
		return
	}
	for start+1 < i && (x.tokens[start].kind == preposition || x.tokens[start].kind == coordinator) {
		start++ // "After Hale won"
	}
	form := formClause
	if first := x.tokens[start].kind; first == pronoun || first == possessive {
		form = formPointed
	}
	if start > 0 && x.language.In("conditions", x.tokens[start-1].lower) {
		form = formUnsure
	}
	start = x.afterArticle(start)
	open := false // a clause inside has begun and has no verb yet
	for k := main; k < min(x.to, start+longestHeading); k++ {
		if k > main && x.gap(k-1) {
			break
		}
		if k > main && x.restarts(k) {
			break
		}
		open = x.tokens[k].kind == subordinator || open && !x.settles(k)
		if !open && x.ends(k) && (k > main || x.complete(k)) {
			x.add(start, k, form, true)
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
	return before.kind == pronoun || before.kind == numeral || strings.HasSuffix(before.lower, "s") || x.language.In("plurals", before.lower)
}

// acts reports whether the tokens can be the subject of a clause of its own: a
// noun or a pronoun, but neither a time nor what a relative clause begins with.
func (x *titling) acts(start, end int) bool {
	for end > start && x.tokens[end-1].kind == adverb {
		end--
	}
	last := x.tokens[end-1]
	if x.tokens[start].kind == subordinator || x.tokens[start].role.Is(text.Relative) && x.tokens[start].kind == possessive || !last.nominal() && last.kind != pronoun || last.role.Is(text.Time) || last.kind == possessive {
		return false
	}
	if start < 2 {
		return start == 0 || !x.tokens[0].role.Is(text.Relative)
	}
	before := x.tokens[start-1]
	if before.kind != subordinator || !before.role.Is(text.Relative|text.Complementiser) {
		return true
	}
	return before.role.Is(text.Complementiser) && x.tokens[start-2].kind == verb && x.language.In("cue_clause", x.tokens[start-2].verb.Verb)
}

// restarts reports whether another clause begins at token k with its subject:
// "when the lights went out | I thought".
func (x *titling) restarts(k int) bool {
	t, before := x.tokens[k], x.tokens[k-1].kind
	return t.kind == pronoun && !t.role.Is(text.ObjectPronoun) && before != subordinator && before != coordinator && before != verb
}

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
	head, fronted := false, x.fronted(i)
	for k := i; k < min(x.to, i+longestHeading); k++ {
		u := x.tokens[k]
		if k > i && x.gap(k-1) || !u.nominal() && !(k == i && u.kind == adverb) && !x.linkedRight(k) && !x.pairs(k) {
			return
		}
		if k > i && (x.tokens[k-1].role.Is(text.Time) || x.tokens[k-1].kind == noun && x.ordered(i, k-1)) && (u.kind == noun || u.kind == name) {
			return // "in the 61st minute Hale"
		}
		if fronted && k+1 < x.to && x.verbal(k+1) {
			return // "by the second verse thousands had"
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
	return t.role.Is(text.Additive) && next.nominal() && !x.newClause(k+1) || t.kind == preposition && x.tokens[k-1].nominal() && next.role.Is(text.Time)
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

// add adds the tokens from start to last as a title, with the sign of the
// money that they begin with.
func (x *titling) add(start, last int, form float64, clause bool) {
	span := text.Span{Start: x.tokens[start].Start, End: x.tokens[last].End}
	if before, size := utf8.DecodeLastRuneInString(x.source[:span.Start]); unicode.Is(unicode.Sc, before) {
		span.Start -= size
	}
	x.list = append(x.list, titleSpan{Span: span, form: form, clause: clause})
}

// verbal reports whether token i belongs to a verb group.
func (x *titling) verbal(i int) bool {
	return x.tokens[i].kind == verb || x.tokens[i].kind == auxiliary
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

// hasObject reports whether a thing follows the verb at i, not a clause.
func (x *titling) hasObject(i int) bool {
	if i+1 >= x.to || !x.tokens[i+1].nominal() || x.gap(i) {
		return false
	}
	end := x.phraseAfter(i+1, false)
	return end >= x.to || !x.verbal(end)
}

// begins reports whether a clause can be cut out before its subject at token
// start: at the beginning, after a mark or a conjunction, or after a verb of
// saying.
func (x *titling) begins(start int) bool {
	if start == 0 || start == x.from || x.gap(start-1) {
		return true
	}
	before := x.tokens[start-1]
	switch before.kind {
	case comma, colon, dash, stop, bracket, coordinator, subordinator, adverb:
		return true
	case noun, name, numeral:
		return before.role.Is(text.Time) || x.tokens[start].kind == pronoun
	case verb:
		return x.reports(x.keyOf(start - 1))
	}
	return false
}

// afterArticle returns the token after an article at start.
func (x *titling) afterArticle(start int) int {
	if x.language.In("articles", x.tokens[start].lower) && start+1 < x.to && !x.broken(start, start+1) {
		return start + 1
	}
	return start
}

// gap reports whether a mark other than a comma follows token i, or a comma
// that ends what can be read in one breath.
func (x *titling) gap(i int) bool {
	if i+1 >= len(x.tokens) {
		return true
	}
	switch x.tokens[i+1].kind {
	case comma, colon, dash, stop, bracket, quotation:
		return true
	}
	switch x.tokens[i].kind {
	case comma, colon, dash, stop, bracket, quotation:
		return true
	}
	return strings.ContainsAny(x.source[x.tokens[i].End:x.tokens[i+1].Start], ",;:()“”\"«»—–―!?[]…*")
}

// broken reports whether a mark stands between the tokens.
func (x *titling) broken(from, to int) bool {
	for i := from; i < to; i++ {
		if x.gap(i) {
			return true
		}
	}
	return false
}

// joinedBefore reports whether token i goes on a compound or a number.
func (x *titling) joinedBefore(i int) bool {
	if i == 0 {
		return false
	}
	gap := x.source[x.tokens[i-1].End:x.tokens[i].Start]
	return gap == "-" || gap == "." || gap == "/"
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
