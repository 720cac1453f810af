package grammar

import (
	"strings"
	"unicode"

	"parallax/generator/text"
)

// A Part says what a token is in a noun phrase. It is finer than a [Kind]:
// nouns and adjectives are told apart, by the language's table of classes and,
// for words that it does not have, by their endings.
type Part uint8

// The parts of noun phrases.
const (
	Outside  Part = iota // no part of a noun phrase: small words, marks, adverbs
	Deed                 // a verb
	Modifier             // an adjective, or a participle before a noun
	Nominal              // a noun or a name: the last of a phrase is its head
	Figure               // a numeral
	Opening              // a determiner or a possessive
)

// inPhrase reports whether what follows a part goes on with a noun phrase that
// has no noun yet.
func (p Part) inPhrase() bool { return p == Opening || p == Modifier || p == Figure }

// Parts returns the part of each token.
func (s *Sentence) Parts() []Part {
	parts := make([]Part, len(s.Tokens))
	before := Outside
	for i := range s.Tokens {
		parts[i] = s.partOf(i, before)
		before = parts[i]
	}
	for i := 1; i < len(parts); i++ { // "the South Korean military says": an adjective that ends a phrase is its noun
		ends := i+1 == len(parts) || parts[i+1] == Deed || parts[i+1] == Outside
		if parts[i] == Modifier && ends && (parts[i-1] == Opening || s.Tokens[i-1].Kind == Name) {
			parts[i] = Nominal
		}
	}
	return parts
}

// partOf returns the part of token i, given that of the token before.
func (s *Sentence) partOf(i int, before Part) Part {
	t := s.Tokens[i]
	beforeNoun := followedByNoun(s.Tokens, i)
	switch t.Kind {
	case Determiner, Possessive:
		return Opening
	case Numeral:
		return Figure
	case Verb:
		if before.inPhrase() && beforeNoun && t.Verb.Forms&(text.Participle|text.Gerund) != 0 {
			return Modifier
		}
		if before.inPhrase() && s.language.CanBe(t.Lower, 'n') {
			return Nominal
		}
		return Deed
	case Name, Noun:
		return s.nounPart(i, before, beforeNoun)
	}
	return Outside
}

// nounPart tells noun and adjective apart.
func (s *Sentence) nounPart(i int, before Part, beforeNoun bool) Part {
	t := s.Tokens[i]
	afterPreposition := i > 0 && s.Tokens[i-1].Kind == Preposition
	switch can := s.classes(t.Lower); {
	case can[0] == 'r':
		return Outside
	case can[0] == 'v' && before == Nominal && strings.Contains(can, "n"):
		return Nominal // of a compound: "the trade talks"
	case can[0] == 'v' && !before.inPhrase() && !t.Joined && (!afterPreposition || !strings.Contains(can, "n")):
		return Deed
	case can[0] == 'a', beforeNoun && !strings.Contains(can, "n"):
		return Modifier
	}
	return Nominal
}

// classes returns the classes that a word can have, guessed from its ending if
// the table does not have it.
func (s *Sentence) classes(lower string) string {
	if can := s.language.Classes(lower); can != "" {
		return can
	}
	rules := s.language.Rules()
	switch {
	case rules.Adverb(lower), strings.IndexFunc(lower, unicode.IsLetter) < 0:
		return "r"
	case rules.Past(lower):
		return "va"
	case rules.Gerund(lower):
		return "vn"
	case rules.Adjective(lower):
		return "an"
	}
	return "n"
}
