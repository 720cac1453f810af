// Package grammar reads the words of a sentence: which kind each is, and which
// of them make a noun phrase, a subject, a clause or a passive. [Parse] is its
// entry point; it knows a language by its lists and nothing of articles.
//
// # Tokens
//
// A sentence is a list of [Token], each a word or a mark that matters to the
// sentence's shape, with one [Kind]. A kind is told first from the lists of
// small words and of verbs, then mended by the tokens around it: "the plan" is
// a noun, "they plan to" a verb. This is a tagger by rules, and no parser: a
// token knows nothing of a tree.
//
// # Quotations
//
// What stands between quotation marks is somebody's, and in the sentence
// around it is one thing: [Sentence.Folded] is the same sentence with each
// quotation as one token.
//
// # Phrases
//
// Ranges of tokens are half open, [start, end), unless a comment says
// otherwise. A noun phrase is grown from one of its ends over what can belong
// to it; a subject is the noun phrase before a verb group, over what stands in
// between; a passive is a form of be or get, a few adverbs and a participle.
package grammar

import (
	"slices"

	"parallax/generator/text"
)

// A Kind says what a token does in its sentence: its part of speech.
type Kind uint8

// The kinds of tokens.
const (
	Noun Kind = iota // a noun or an adjective: whatever is nothing else
	Name
	Numeral
	Determiner
	Possessive
	Pronoun
	Preposition
	Infinitive // "to" before a verb
	Coordinator
	Subordinator
	Adverb
	Auxiliary // be, have, do and the modals
	Verb
	Quotation // a whole quotation, marks included
	Comma
	Colon
	Dash
	Bracket
	Stop
)

// A Token is a word, a mark, or a whole quotation of a sentence.
type Token struct {
	text.Span        // bytes of the text
	Lower     string // the word or mark in lower case; empty for a quotation
	Written   string // Lower, with the ending of a genitive
	Upper     bool   // begins with a capital
	Kind      Kind
	Role      text.Role
	Verb      text.Inflection // of a word that can be a verb, whatever its kind
	Genitive  bool            // ends in 's
	Joined    bool            // stands in a compound with a hyphen
	Opened    bool            // a quotation that began in an earlier sentence
	Entire    bool            // a quotation that ends in a comma or a stop

	thing bool // more often a noun or an adjective than a verb
}

// A Sentence is a sentence of a text as tokens. It is not changed once it is
// parsed, and may be shared.
type Sentence struct {
	text.Span
	Tokens []Token

	language *text.Language
	source   string
	words    []Token // before brackets went and neighbours were looked at
}

// A Range is a run of tokens of a sentence, [Start, End).
type Range struct {
	Start, End int
}

// Len returns how many tokens the range has; 0 if it is empty.
func (r Range) Len() int { return r.End - r.Start }

// Parse returns the sentences of a text, given as spans in order, with the
// text's words. Words outside of all sentences are left out.
func Parse(l *text.Language, source string, words []text.Word, sentences []text.Span) []Sentence {
	list := make([]Sentence, len(sentences))
	for i, span := range sentences {
		for len(words) > 0 && words[0].Start < span.Start {
			words = words[1:]
		}
		n := 0
		for n < len(words) && words[n].Start < span.End {
			n++
		}
		list[i] = Sentence{Span: span, language: l, source: source, words: tokens(l, source, span, words[:n])}
		list[i].settle(slices.Clone(list[i].words))
	}
	return list
}

// Folded returns the sentence with each quotation as one token. The quotations
// are spans of the text in order, marks included; one may begin or end in
// another sentence.
func (s *Sentence) Folded(quotations []text.Span) Sentence {
	folded := *s
	folded.settle(s.fold(quotations))
	return folded
}

// settle makes the tokens of a sentence of those that are known without their
// neighbours. It keeps the list.
func (s *Sentence) settle(list []Token) {
	for i := 1; i < len(list); i++ {
		if list[i].Role.Is(text.ToInfinitive) && s.language.In("cue_phrases", list[i-1].Lower+" "+list[i].Lower) {
			list[i].Role &^= text.ToInfinitive
		}
	}
	s.Tokens = withoutBrackets(list)
	tag(s.language.Rules(), s.Tokens)
	compound(s.language, s.Tokens)
}

// Bytes returns the bytes of the tokens [start, end), without a full stop or
// comma at the end.
func (s *Sentence) Bytes(start, end int) text.Span {
	for end > start+1 && (s.Tokens[end-1].Kind == Stop && s.Tokens[end-1].Lower == "." || s.Tokens[end-1].Kind == Comma) {
		end--
	}
	return text.Span{Start: s.Tokens[start].Start, End: s.Tokens[end-1].End}
}

// TokensOf returns the range of tokens that the span overlaps, an empty one if
// there are none.
func (s *Sentence) TokensOf(span text.Span) (start, end int) {
	start = -1
	for i, t := range s.Tokens {
		if span.Overlaps(t.Span) {
			if start < 0 {
				start = i
			}
			end = i + 1
		}
	}
	return max(start, 0), end
}
