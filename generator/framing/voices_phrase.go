package framing

import (
	"parallax/generator/text"
)

// nominal reports whether a token can be part of a noun phrase that has begun.
func (t token) nominal() bool {
	switch t.kind {
	case noun, name, numeral, determiner, possessive:
		return true
	}
	return false
}

// phraseBefore returns where the noun phrase that ends at token end begins, or
// end+1 if there is none.
func (s *sentence) phraseBefore(end int) int {
	list, i := s.tokens, end
	for ; i >= 0; i-- {
		t := list[i]
		switch {
		case t.kind == pronoun:
			if i == end {
				return i
			}
			return i + 1
		case t.kind == noun, t.kind == name, t.kind == numeral:
			if i < end && t.role.Is(text.Time) && list[i+1].kind != noun {
				return i + 1
			}
		case t.kind == determiner, t.kind == possessive:
			if !s.linked(i-1) && !(i > 0 && list[i-1].kind == determiner) {
				return i
			}
		case t.kind == quotation && t.Len() < longestName && !t.entire && i > 0 && list[i-1].nominal(), t.kind == dash && t.Len() == 1 && i < end && s.linked(i):
		case t.kind == adverb && i < end && (list[i+1].kind == noun || list[i+1].kind == numeral) && i > 0 && list[i-1].nominal():
		case i < end && s.linked(i):
		default:
			return i + 1
		}
	}
	return 0
}

// longestName is the length in bytes up to which a quotation passes for a
// nickname or a title within a name.
const longestName = 40

// linked reports whether token i joins two parts of one noun phrase: "of" and
// other prepositions between nouns, "and" between names, a participle that
// begins a reduced clause ("a poll released Monday").
func (s *sentence) linked(i int) bool {
	list := s.tokens
	if i < 1 || i+1 >= len(list) {
		return false
	}
	t, before, after := list[i], list[i-1], list[i+1]
	switch t.kind {
	case preposition:
		return (before.kind == noun || before.kind == name || before.kind == numeral || before.kind == verb && before.verb.Forms&text.Participle != 0 && s.linked(i-1)) &&
			(after.nominal() || after.kind == quotation) && !after.role.Is(text.Time) && !t.role.Is(text.Comparison)
	case coordinator:
		return !t.role.Is(text.Adversative) && before.nominal() && after.nominal() && s.opens(i-1)
	case verb:
		return t.verb.Forms&text.Participle != 0 && before.kind == noun && after.kind != quotation && (after.kind == preposition && !after.role.Is(text.Comparison) || after.role.Is(text.Time))
	}
	return false
}

// opens reports whether the noun phrase that ends at token i begins its clause.
func (s *sentence) opens(i int) bool {
	start := i
	for start > 0 && (s.tokens[start-1].nominal() || s.tokens[start-1].role.Is(text.Genitive)) {
		start--
	}
	if start == 0 {
		return true
	}
	switch s.tokens[start-1].kind {
	case comma, subordinator, stop, colon, dash, quotation:
		return true
	}
	return false
}

// phraseAfter returns the end (exclusive) of the noun phrase that begins at
// token start, or start if there is none. Appositives between commas belong to
// it if apposed is set.
func (s *sentence) phraseAfter(start int, apposed bool) int {
	list, i := s.tokens, start
	for ; i < len(list); i++ {
		t := list[i]
		switch {
		case t.kind == pronoun:
			if i == start {
				return i + 1
			}
			return i
		case t.kind == determiner, t.kind == possessive:
			if i > start && list[i-1].kind != preposition && list[i-1].kind != determiner && list[i-1].kind != coordinator {
				return i
			}
		case t.kind == noun, t.kind == name, t.kind == numeral:
			if t.role.Is(text.Time) && i > start {
				return i
			}
		case t.kind == quotation && t.Len() < longestName && i > start:
		case i > start && s.linkedRight(i):
		case t.kind == comma && apposed && i > start:
			if end := s.appositive(i); end > i {
				return end
			}
			return i
		default:
			return i
		}
	}
	return i
}

// linkedRight is linked for a phrase that is read from left to right, where
// what comes after may be a clause of its own.
func (s *sentence) linkedRight(i int) bool {
	t := s.tokens[i]
	if t.kind == coordinator {
		return t.role.Is(text.Additive) && i+1 < len(s.tokens) && s.tokens[i+1].kind == name && s.tokens[i-1].kind == name
	}
	return t.kind == preposition && s.linked(i) && !t.role.Is(text.Subordinator) || t.kind == bracket
}

// appositive returns the end of the appositive that the comma at i opens: a
// description of the noun phrase before it.
func (s *sentence) appositive(i int) int {
	list := s.tokens
	if i+1 >= len(list) {
		return i
	}
	first := list[i+1]
	if first.kind == numeral && i+2 < len(list) && list[i+2].kind != comma {
		return i
	}
	if first.kind == subordinator && first.role.Is(text.Relative) && !first.role.Is(text.Complementiser) || first.nominal() {
		for j := i + 1; j < len(list); j++ {
			switch list[j].kind {
			case stop, quotation, colon, dash:
				return j
			case comma:
				if j+1 < len(list) && list[j+1].nominal() && list[j-1].kind == name {
					continue
				}
				return j
			case verb:
				if list[j].verb.Forms&text.Gerund != 0 || !first.role.Is(text.Relative) && list[j].verb.Forms&text.Past != 0 && list[j-1].kind != noun {
					return j
				}
			}
		}
		return len(list)
	}
	return i
}
