package heading

import (
	"slices"
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// How many words a clause has at most that is given for itself, and a sentence
// that is given whole.
const (
	longestClause   = 16
	longestSentence = 14
)

// Say finds in a passage what a statement is called, bytes of its source: the
// words of the heading with the article before them, where the passage begins a
// sentence or a clause with them, and the clause or short sentence to which they
// belong, if a reader can judge by itself whether it is true: it is told for
// itself, neither denied nor on a condition, points at nothing outside, and is
// taken to where it ends. Each is empty where there is none, the clause also in
// a headline, which drops small words, and in a language whose small words are
// not known.
func Say(p Passage, title Title, v *vocabulary.Vocabulary) (said, clause text.Span) {
	x := newTitling(p.Sentence, p.Source, p.Span, v)
	start, last, ok := x.find(title.Words)
	if !ok || !known(v) || x.vague(start) {
		return text.Span{}, text.Span{}
	}
	if start > x.from && x.Language().In("articles", x.Tokens[start-1].Lower) && !x.gap(start-1) {
		start--
	}
	if !x.freed(start) {
		return text.Span{}, text.Span{}
	}
	said = x.spanOf(start, last)
	if p.Headline || !x.toldAt(start) {
		return said, text.Span{}
	}
	if end, ok := x.closing(start, last); title.Clause && ok && x.stands(start, end) {
		return said, x.spanOf(start, end)
	}
	if end := x.lastWord(); x.wordsIn(x.from, end) <= longestSentence && x.settled() {
		return said, x.spanOf(x.from, end)
	}
	return said, text.Span{}
}

// Settled reports whether a passage is a sentence of which a reader can judge by
// itself whether it is true: it has a verb and an end, points at nothing outside,
// quotes nobody and does not only say that somebody spoke. No headline is, and
// nothing in a language whose small words are not known.
func Settled(p Passage, v *vocabulary.Vocabulary) bool {
	x := newTitling(p.Sentence, p.Source, p.Span, v)
	return !p.Headline && x.from < x.to && known(v) && x.settled()
}

// settled reports whether all of the passage is such a sentence.
func (x *titling) settled() bool {
	last := x.lastWord()
	return last > x.from && !x.vague(x.from) && x.stands(x.from, last)
}

// lastWord returns the last token that is no mark.
func (x *titling) lastWord() int {
	last := x.to - 1
	for last > x.from && x.mark(last) {
		last--
	}
	return last
}

// find returns the tokens whose words are a title.
func (x *titling) find(title string) (first, last int, ok bool) {
	for i := x.from; i < x.to; i++ {
		if word := tidy(x.spanOf(i, i).Of(x.source)); len(word) > len(title) || !strings.EqualFold(word, title[:len(word)]) {
			continue
		}
		for k := i; k < x.to; k++ {
			words := tidy(x.spanOf(i, k).Of(x.source))
			if strings.EqualFold(words, title) {
				return i, k, true
			}
			if len(words) > len(title) {
				break
			}
		}
	}
	return 0, 0, false
}

// freed reports whether a sentence, or a clause that can be taken out of it,
// begins at token i.
func (x *titling) freed(i int) bool {
	return i == x.from || x.gap(i-1) || i-1 > x.from && x.Language().In("clause_openers", x.Tokens[i-1].Lower)
}

// toldAt reports whether a clause that begins at token i is told for itself: neither
// denied nor laid to a condition, and after "that" only if somebody says it.
func (x *titling) toldAt(i int) bool {
	if i > x.from && x.Language().In("clause_openers", x.Tokens[i-1].Lower) && (i-1 == x.from || !x.tellsOf(i-2)) {
		return false
	}
	return !slices.ContainsFunc(x.Tokens[x.from:i], func(t grammar.Token) bool { return x.Language().In("clause_conditions", t.Lower) })
}

// tellsOf reports whether token i is a verb that tells that somebody said
// something.
func (x *titling) tellsOf(i int) bool { return x.Language().In("clause_speech", x.Tokens[i].Lower) }

// closing returns the token with which the clause ends of which the words from
// start to last are the beginning, if that is not too far.
func (x *titling) closing(start, last int) (int, bool) {
	for x.wordsIn(start, last) <= longestClause {
		if x.closes(last) && !x.halved(start, last) {
			return last, true
		}
		if last++; last >= x.to || strings.ContainsAny(x.Tokens[last].Lower, ":?!") {
			break
		}
	}
	return 0, false
}

// closes reports whether a clause can end with token k: at the end of a passage,
// at a mark, or where another clause begins that sets no condition. A full stop
// inside a passage shortens a word, and a comma may stand between adjectives.
func (x *titling) closes(k int) bool {
	next := k + 1
	for next < x.to && x.mark(next) {
		next++
	}
	between := x.source[x.Tokens[k].End:x.Tokens[x.to-1].End]
	if next < x.to {
		between = x.source[x.Tokens[k].End:x.Tokens[next].Start]
	}
	switch {
	case x.mark(k):
		return false
	case next == x.to:
		return true
	case strings.ContainsAny(between, ".:!?"):
		return false
	case strings.ContainsAny(between, ";–—)"):
		return x.Language().In("clause_continues", x.Tokens[next].Lower)
	case strings.ContainsAny(between, ",\"”"):
		return !x.describes(next) || slices.ContainsFunc(x.Tokens[next:min(next+4, x.to)], func(t grammar.Token) bool { return x.Language().In("clause_speech", t.Lower) })
	}
	lower := x.Tokens[next].Lower
	return x.Language().In("clause_continues", lower) && !x.Language().In("subject_relatives", lower)
}

// wordsIn returns how many of the tokens from first to last are words.
func (x *titling) wordsIn(first, last int) int {
	n := 0
	for i := first; i <= last; i++ {
		n += truth(!x.mark(i))
	}
	return n
}

// describes reports whether the word after a comma may be a second adjective,
// and so what is before the comma not all: "an unsolicited, huge bid".
func (x *titling) describes(i int) bool {
	t := x.Tokens[i]
	return t.Kind != grammar.Name && !t.Upper && !x.Language().In("clause_continues", t.Lower) && !x.Language().In("clause_not_adjectives", t.Lower) &&
		t.Kind != grammar.Adverb && t.Kind != grammar.Verb && t.Kind != grammar.Auxiliary
}

// halved reports whether a clause that ends with token k before an "and" ends
// between two adjectives: "a swift | and forceful challenge".
func (x *titling) halved(start, k int) bool {
	return k > start && k+1 < x.to && x.Language().In("clause_joins", x.Tokens[k+1].Lower) && x.Language().In("articles", x.Tokens[k-1].Lower)
}

// stands reports whether the tokens are a clause that can be judged by itself:
// it has a verb beyond doubt and an end, points at nothing outside, quotes nobody
// and does not only say that somebody spoke.
func (x *titling) stands(first, last int) bool {
	l := x.Language()
	if strings.ContainsAny(x.spanOf(first, last).Of(x.source), "\"“”|:") || x.unfinished(last) || x.laterThan(first) {
		return false
	}
	verb := false
	for i := first; i <= last; i++ {
		bare, _, _ := strings.Cut(strings.ReplaceAll(x.Tokens[i].Lower, "’", "'"), "'")
		if l.In("clause_restricted", bare) || l.In("clause_pronouns", bare) || x.tellsOf(i) {
			return false
		}
		verb = verb || i > first && x.finite(i) && !x.described(i)
	}
	return verb
}

// unfinished reports whether no clause ends with token i: a letter, a short form
// or a small word.
func (x *titling) unfinished(i int) bool {
	return len(x.Tokens[i].Lower) == 1 || x.Language().In("clause_unfinished", x.Tokens[i].Lower)
}

// laterThan reports whether the tokens begin with several units of time between them
// and something else: "two weeks before".
func (x *titling) laterThan(first int) bool {
	for i := first + 1; i < min(first+4, x.to); i++ {
		if x.Language().In("clause_times", x.Tokens[i].Lower) && x.Language().Rules().Agrees(x.Tokens[i-1].Lower, false) {
			return true
		}
	}
	return false
}

// described reports whether what looks like the verb at token i is a participle or
// a noun: "an island described as a haven", "the failed bid", "huge numbers".
func (x *titling) described(i int) bool {
	l := x.Language()
	if before := x.Tokens[i-1].Lower; l.CanBe(before, 'a') && !l.CanBe(before, 'n') {
		return true
	}
	if x.Tokens[i].Kind != grammar.Verb || x.Tokens[i].Verb.Forms&text.Participle == 0 {
		return false
	}
	before := i - 1
	for before > x.from && x.Tokens[before].Kind == grammar.Adverb {
		before--
	}
	if x.Tokens[before].Kind == grammar.Auxiliary {
		return false
	}
	return x.doneBy(i) || l.In("articles", x.Tokens[before].Lower) || x.owns(before)
}

// vague reports whether the sentence begins at token i with a word that points at
// something before it, or with a figure.
func (x *titling) vague(i int) bool {
	t := x.Tokens[i]
	return x.Language().In("clause_vague", x.Language().Rules().Bare(t.Lower)) || strings.ContainsAny(x.spanOf(i, i).Of(x.source)[:1], "0123456789")
}
