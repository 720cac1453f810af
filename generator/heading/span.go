package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/grammar"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// How well forms suit a heading.
const (
	formClause  = 1.5 // somebody does or is something
	formApart   = 1.3 // the same with something between its subject and its verb left out
	formPointed = 0.5 // the same of a pronoun, which does not say who
	formUnsure  = 0.4 // what follows "if" is not reported
	formPhrase  = 1.0
	formLinked  = 0.7  // a noun with a preposition after it, which may belong to the verb
	formVague   = 0.05 // a pronoun acts: taken where there is nothing else
)

// titleSpans returns the clauses and noun phrases of a sentence within a span
// that can be headings.
func titleSpans(s *grammar.Sentence, source string, within text.Span, x *vocabulary.Vocabulary) []titleSpan {
	t := newTitling(s, source, within, x)
	for i := t.from; i < t.to; i++ {
		t.clausesAt(i)
		t.phrasesAt(i)
	}
	return t.list
}

// newTitling returns a titling of the tokens of a sentence within a span.
func newTitling(s *grammar.Sentence, source string, within text.Span, x *vocabulary.Vocabulary) titling {
	from, to := 0, len(s.Tokens)
	for from < to && s.Tokens[from].Start < within.Start {
		from++
	}
	for to > from && s.Tokens[to-1].End > within.End {
		to--
	}
	return titling{Sentence: s, source: source, Vocabulary: x, from: from, to: to}
}

// titling is a passage in which titles are looked for.
type titling struct {
	*grammar.Sentence
	*vocabulary.Vocabulary
	source   string
	from, to int           // tokens that may be used
	subject  clauseSubject // of the clause read last
	list     []titleSpan
}

// add adds the tokens from start to last as a title.
func (x *titling) add(start, last int, form float64, clause bool) {
	x.list = append(x.list, titleSpan{Span: x.spanOf(start, last), form: form, clause: clause})
}

// spanOf returns where the tokens from start to last stand, with the sign of the
// money that they begin with.
func (x *titling) spanOf(start, last int) text.Span {
	span := text.Span{Start: x.Tokens[start].Start, End: x.Tokens[last].End}
	if before, size := utf8.DecodeLastRuneInString(x.source[:span.Start]); unicode.Is(unicode.Sc, before) {
		span.Start -= size
	}
	return span
}

// addClause adds the clause from token start to last, without what stands
// between its subject and its verb.
func (x *titling) addClause(start, last int, s clauseSubject) {
	switch {
	case x.Language().In("clause_pronouns", x.Tokens[s.start].Lower) || x.Language().In("thing_pronouns", x.Tokens[s.start].Lower):
		s.form = formVague
	case x.Tokens[last].Kind == grammar.Pronoun:
		s.form = min(s.form, formPointed) // "the council closed it"
	}
	x.add(start, last, s.form, s.form > formUnsure)
	x.list[len(x.list)-1].subject = text.Span{Start: x.Tokens[s.start].Start, End: x.Tokens[s.last].End}
	if s.apart() {
		x.list[len(x.list)-1].skip = text.Span{Start: x.Tokens[s.last].End, End: x.Tokens[s.verb].Start}
	}
}

// verbal reports whether token i belongs to a verb group.
func (x *titling) verbal(i int) bool {
	return x.Tokens[i].Verbal()
}

// gap reports whether a mark follows token i.
func (x *titling) gap(i int) bool { return x.parted(i) || x.quotes(i) }

// mark reports whether token i is no word.
func (x *titling) mark(i int) bool {
	switch x.Tokens[i].Kind {
	case grammar.Comma, grammar.Colon, grammar.Dash, grammar.Stop, grammar.Bracket, grammar.Quotation:
		return true
	}
	return false
}

// parted reports whether a mark other than a quotation mark follows token i.
func (x *titling) parted(i int) bool {
	if i+1 >= len(x.Tokens) {
		return true
	}
	if x.mark(i) || x.mark(i+1) {
		return true
	}
	gap := x.source[x.Tokens[i].End:x.Tokens[i+1].Start]
	return gap != ":" && strings.ContainsAny(gap, ",;:()—–―!?[]…*") || strings.Contains(gap, "..")
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
