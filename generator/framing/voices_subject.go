package framing

import (
	"parallax/generator/text"
)

// subjectBefore returns the subject of the verb group that begins at token
// group, as a range of tokens.
func (s *sentence) subjectBefore(group int) (start, end int, ok bool) {
	list := s.tokens
	end = group
	for end > 0 && list[end-1].kind == adverb {
		end--
	}
	if end == 0 {
		return 0, 0, false
	}
	if list[end-1].kind == subordinator && list[end-1].role.Is(text.Relative) {
		return end - 1, end, true
	}
	if list[end-1].kind == comma || list[end-1].kind == bracket || list[end-1].kind == dash {
		return s.interrupted(end - 1)
	}
	start = s.phraseBefore(end - 1)
	if start > end-1 {
		return 0, 0, false
	}
	if from, ok := s.describes(start); ok {
		start = from
	}
	if from, ok := s.qualified(start); ok {
		start = from
	}
	return start, end, true
}

// qualified returns the start of a phrase with a relative clause whose end is
// the phrase that begins at token start: "voters who watched the debate".
func (s *sentence) qualified(start int) (int, bool) {
	list := s.tokens
	const longest = 12
	verbs := 0
	for i := start - 1; i > 0 && i > start-longest; i-- {
		t := list[i]
		switch {
		case t.kind == verb || t.kind == auxiliary:
			verbs++
		case t.kind == subordinator && t.role.Is(text.Relative) && !t.role.Is(text.Complementiser) && list[i-1].nominal():
			return s.phraseBefore(i - 1), verbs > 0
		case t.kind == comma, t.kind == quotation, t.kind == stop, t.kind == colon, t.kind == dash, t.kind == subordinator, t.kind == coordinator:
			return 0, false
		}
	}
	return 0, false
}

// describes returns the start of a phrase that stands before a comma in front
// of start and is its head: "a spokesman, Tom Hale".
func (s *sentence) describes(start int) (int, bool) {
	list := s.tokens
	if start < 2 || list[start-1].kind != comma || list[start].kind != name || list[start-2].kind != noun {
		return 0, false
	}
	from := s.phraseBefore(start - 2)
	if from > start-2 || list[from].kind != determiner && list[from].kind != possessive && list[from].kind != name {
		return 0, false
	}
	if from > 0 && list[from-1].kind != stop && list[from-1].kind != comma && list[from-1].kind != subordinator && list[from-1].kind != coordinator {
		return 0, false
	}
	return from, true
}

// interrupted returns the subject of a verb that is parted from it by
// something between commas, brackets or dashes that closes at token closing.
func (s *sentence) interrupted(closing int) (start, end int, ok bool) {
	list := s.tokens
	const longest = 40
	for open := closing - 2; open > 0 && open > closing-longest; open-- {
		if list[open].kind == quotation && list[open].Len() > longestName {
			break
		}
		if list[open].kind != list[closing].kind || !list[open-1].nominal() && list[open-1].kind != pronoun {
			continue
		}
		if list[open].kind == comma && !s.interrupts(open) {
			continue
		}
		start = s.phraseBefore(open - 1)
		if start > open-1 {
			return 0, 0, false
		}
		if list[start].role.Is(text.Time) {
			continue
		}
		return start, closing, true
	}
	return 0, 0, false
}

// interrupts reports whether what follows the comma at i can stand between a
// subject and its verb.
func (s *sentence) interrupts(i int) bool {
	next := s.tokens[i+1]
	switch next.kind {
	case determiner, noun, name, possessive, numeral, preposition, adverb:
		return true
	case subordinator:
		return true
	case verb:
		return next.verb.Forms&(text.Gerund|text.Participle) != 0
	}
	return false
}
