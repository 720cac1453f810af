package grammar

import (
	"parallax/generator/text"
)

// SubjectBefore returns the subject of the verb group that begins at token
// group, as a range of tokens.
func (s *Sentence) SubjectBefore(group int) (start, end int, ok bool) {
	list := s.Tokens
	end = group
	for end > 0 && list[end-1].Kind == Adverb {
		end--
	}
	if end == 0 {
		return 0, 0, false
	}
	if list[end-1].Kind == Subordinator && list[end-1].Role.Is(text.Relative) {
		return end - 1, end, true
	}
	if list[end-1].Kind == Comma || list[end-1].Kind == Bracket || list[end-1].Kind == Dash {
		return s.interrupted(end - 1)
	}
	start = s.PhraseBefore(end - 1)
	if start > end-1 {
		return 0, 0, false
	}
	if from, ok := s.Describes(start); ok {
		start = from
	}
	if from, ok := s.qualified(start); ok {
		start = from
	}
	return start, end, true
}

// qualified returns the start of a phrase with a relative clause whose end is
// the phrase that begins at token start: "voters who watched the debate".
func (s *Sentence) qualified(start int) (int, bool) {
	list := s.Tokens
	const longest = 12
	verbs := 0
	for i := start - 1; i > 0 && i > start-longest; i-- {
		t := list[i]
		switch {
		case t.Verbal():
			verbs++
		case t.Kind == Subordinator && t.Role.Is(text.Relative) && !t.Role.Is(text.Complementiser) && list[i-1].Nominal():
			return s.PhraseBefore(i - 1), verbs > 0
		case t.Kind == Comma, t.Kind == Quotation, t.Kind == Stop, t.Kind == Colon, t.Kind == Dash, t.Kind == Subordinator, t.Kind == Coordinator:
			return 0, false
		}
	}
	return 0, false
}

// Describes returns the start of a phrase that stands before a comma in front
// of start and is its head: "a spokesman, Tom Hale".
func (s *Sentence) Describes(start int) (int, bool) {
	list := s.Tokens
	if start < 2 || list[start-1].Kind != Comma || list[start].Kind != Name || list[start-2].Kind != Noun {
		return 0, false
	}
	from := s.PhraseBefore(start - 2)
	if from > start-2 || list[from].Kind != Determiner && list[from].Kind != Possessive && list[from].Kind != Name {
		return 0, false
	}
	if from > 0 && list[from-1].Kind != Stop && list[from-1].Kind != Comma && list[from-1].Kind != Subordinator && list[from-1].Kind != Coordinator {
		return 0, false
	}
	return from, true
}

// interrupted returns the subject of a verb that is parted from it by
// something between commas, brackets or dashes that closes at token closing.
func (s *Sentence) interrupted(closing int) (start, end int, ok bool) {
	list := s.Tokens
	const longest = 40
	for open := closing - 2; open > 0 && open > closing-longest; open-- {
		if list[open].Kind == Quotation && list[open].Len() > longestName {
			break
		}
		if list[open].Kind != list[closing].Kind || !list[open-1].Nominal() && list[open-1].Kind != Pronoun {
			continue
		}
		if list[open].Kind == Comma && !s.interrupts(open) {
			continue
		}
		start = s.PhraseBefore(open - 1)
		if start > open-1 {
			return 0, 0, false
		}
		if list[start].Role.Is(text.Time) {
			continue
		}
		return start, closing, true
	}
	return 0, 0, false
}

// interrupts reports whether what follows the comma at i can stand between a
// subject and its verb.
func (s *Sentence) interrupts(i int) bool {
	next := s.Tokens[i+1]
	switch next.Kind {
	case Determiner, Noun, Name, Possessive, Numeral, Preposition, Adverb:
		return true
	case Subordinator:
		return true
	case Verb:
		return next.Verb.Forms&(text.Gerund|text.Participle) != 0
	}
	return false
}
