package grammar

import (
	"parallax/generator/text"
)

// Nominal reports whether a token can be part of a noun phrase that has begun.
func (t Token) Nominal() bool {
	switch t.Kind {
	case Noun, Name, Numeral, Determiner, Possessive:
		return true
	}
	return false
}

// Verbal reports whether a token is part of a verb.
func (t Token) Verbal() bool { return t.Kind == Verb || t.Kind == Auxiliary }

// PhraseBefore returns where the noun phrase that ends at token end begins, or
// end+1 if there is none.
func (s *Sentence) PhraseBefore(end int) int {
	list, i := s.Tokens, end
	for ; i >= 0; i-- {
		t := list[i]
		switch {
		case t.Kind == Pronoun && i == end:
			return i
		case t.Kind == Noun, t.Kind == Name, t.Kind == Numeral:
			if i < end && t.Role.Is(text.Time) && list[i+1].Kind != Noun {
				return i + 1
			}
		case t.Kind == Determiner, t.Kind == Possessive:
			if !s.linked(i-1) && !(i > 0 && list[i-1].Kind == Determiner) {
				return i
			}
		case t.Kind == Pronoun, !s.within(i, end):
			return i + 1
		}
	}
	return 0
}

// within reports whether token i, which is no noun, can stand in a noun phrase
// that ends at token end: a nickname, an adverb between nouns, or what links them.
func (s *Sentence) within(i, end int) bool {
	t, list := s.Tokens[i], s.Tokens
	switch {
	case t.Kind == Quotation && t.Len() < longestName && !t.Entire && i > 0 && list[i-1].Nominal():
		return true
	case t.Kind == Adverb && i < end && (list[i+1].Kind == Noun || list[i+1].Kind == Numeral) && i > 0 && list[i-1].Nominal():
		return true
	}
	return i < end && s.linked(i)
}

// longestName is the length in bytes up to which a quotation passes for a
// nickname or a title within a name.
const longestName = 40

// linked reports whether token i joins two parts of one noun phrase: "of" and
// other prepositions between nouns, "and" between names, a participle that
// begins a reduced clause ("a poll released Monday").
func (s *Sentence) linked(i int) bool {
	list := s.Tokens
	if i < 1 || i+1 >= len(list) {
		return false
	}
	t, before, after := list[i], list[i-1], list[i+1]
	switch t.Kind {
	case Preposition:
		return (before.Kind == Noun || before.Kind == Name || before.Kind == Numeral || before.Kind == Verb && before.Verb.Forms&text.Participle != 0 && s.linked(i-1)) &&
			(after.Nominal() || after.Kind == Quotation) && !after.Role.Is(text.Time) && !t.Role.Is(text.Comparison)
	case Coordinator:
		return !t.Role.Is(text.Adversative) && before.Nominal() && after.Nominal() && s.opens(i-1)
	case Verb:
		return t.Verb.Forms&text.Participle != 0 && before.Kind == Noun && after.Kind != Quotation && (after.Kind == Preposition && !after.Role.Is(text.Comparison) || after.Role.Is(text.Time))
	}
	return false
}

// opens reports whether the noun phrase that ends at token i begins its clause.
func (s *Sentence) opens(i int) bool {
	start := i
	for start > 0 && (s.Tokens[start-1].Nominal() || s.Tokens[start-1].Role.Is(text.Genitive)) {
		start--
	}
	if start == 0 {
		return true
	}
	switch s.Tokens[start-1].Kind {
	case Comma, Subordinator, Stop, Colon, Dash, Quotation:
		return true
	}
	return false
}

// PhraseAfter returns the end (exclusive) of the noun phrase that begins at
// token start, or start if there is none. Appositives between commas belong to
// it if apposed is set.
func (s *Sentence) PhraseAfter(start int, apposed bool) int {
	list, i := s.Tokens, start
	for ; i < len(list); i++ {
		t := list[i]
		switch {
		case t.Kind == Pronoun:
			if i == start {
				return i + 1
			}
			return i
		case t.Kind == Determiner, t.Kind == Possessive:
			if i > start && list[i-1].Kind != Preposition && list[i-1].Kind != Determiner && list[i-1].Kind != Coordinator {
				return i
			}
		case t.Kind == Noun, t.Kind == Name, t.Kind == Numeral:
			if t.Role.Is(text.Time) && i > start {
				return i
			}
		case t.Kind == Quotation && t.Len() < longestName && i > start:
		case i > start && s.LinkedRight(i):
		case t.Kind == Comma && apposed && i > start:
			if end := s.Appositive(i); end > i {
				return end
			}
			return i
		default:
			return i
		}
	}
	return i
}

// LinkedRight is linked for a phrase that is read from left to right, where
// what comes after may be a clause of its own.
func (s *Sentence) LinkedRight(i int) bool {
	t := s.Tokens[i]
	if t.Kind == Coordinator {
		return t.Role.Is(text.Additive) && i+1 < len(s.Tokens) && s.Tokens[i+1].Kind == Name && s.Tokens[i-1].Kind == Name
	}
	return t.Kind == Preposition && s.linked(i) && !t.Role.Is(text.Subordinator) || t.Kind == Bracket
}

// Appositive returns the end of the appositive that the comma at i opens: a
// description of the noun phrase before it.
func (s *Sentence) Appositive(i int) int {
	list := s.Tokens
	if i+1 >= len(list) {
		return i
	}
	first := list[i+1]
	if first.Kind == Numeral && i+2 < len(list) && list[i+2].Kind != Comma {
		return i
	}
	if first.Kind == Subordinator && first.Role.Is(text.Relative) && !first.Role.Is(text.Complementiser) || first.Nominal() {
		for j := i + 1; j < len(list); j++ {
			if s.closesAppositive(j, first) {
				return j
			}
		}
		return len(list)
	}
	return i
}

// closesAppositive reports whether an appositive that begins with a token ends
// before token i: at a mark, but for a comma in a list of names, or at a verb.
func (s *Sentence) closesAppositive(i int, first Token) bool {
	t, before := s.Tokens[i], s.Tokens[i-1]
	switch t.Kind {
	case Stop, Quotation, Colon, Dash:
		return true
	case Comma:
		return i+1 == len(s.Tokens) || !s.Tokens[i+1].Nominal() || before.Kind != Name
	case Verb:
		return t.Verb.Forms&text.Gerund != 0 || !first.Role.Is(text.Relative) && t.Verb.Forms&text.Past != 0 && before.Kind != Noun
	}
	return false
}

// AdverbsBefore counts the adverbs right before token i.
func (s *Sentence) AdverbsBefore(i int) int {
	n := 0
	for i-n > 0 && s.Tokens[i-n-1].Kind == Adverb {
		n++
	}
	return n
}

// Tail returns the token after the adverbs, times and prepositional phrases
// that follow token i: "on Monday", "in a statement", "at a rally in Ohio".
func (s *Sentence) Tail(i int, clauses bool) int {
	list := s.Tokens
	for i < len(list) {
		t := list[i]
		switch {
		case t.Kind == Adverb, t.Role.Is(text.Time), t.Kind == Numeral && i > 0 && list[i-1].Role.Is(text.Time):
			i++
		case t.Kind == Preposition, t.Kind == Subordinator && clauses:
			end := s.PhraseAfter(i+1, false)
			if end == i+1 {
				return i
			}
			i = end
		case t.Kind == Determiner && i+1 < len(list) && (list[i+1].Role.Is(text.Time)):
			i += 2
		default:
			return i
		}
	}
	return i
}

// Says reports whether the tokens can be a content: they hold a quotation or a
// verb.
func (s *Sentence) Says(start, end int) bool {
	for _, t := range s.Tokens[start:end] {
		if t.Kind == Quotation || t.Verbal() || t.Verb.Verb != "" {
			return true
		}
	}
	return false
}

// Owner returns who has the noun at token i: a genitive or a possessive before
// it.
func (s *Sentence) Owner(i int) (start, end int, ok bool) {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		t := s.Tokens[j]
		if t.Kind == Possessive {
			return j, j + 1, true
		}
		if t.Genitive { // "today's" has no phrase before it and is nobody's
			start = s.PhraseBefore(j)
			return start, j + 1, start <= j
		}
		if t.Kind != Noun && t.Kind != Name && t.Kind != Adverb {
			break
		}
	}
	return 0, 0, false
}
