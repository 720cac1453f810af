package grammar

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// tokens returns the words and marks of a sentence, each with what is known of
// it without its neighbours.
func tokens(l *text.Language, source string, span text.Span, words []text.Word) []Token {
	list := make([]Token, 0, len(words)+len(words)/4+1)
	for at := span.Start; at < span.End; {
		for len(words) > 0 && words[0].Start < at {
			words = words[1:]
		}
		if len(words) > 0 && words[0].Start == at {
			list = append(list, wordToken(l, source, words[0]))
			at = words[0].End
			continue
		}
		mark, size := utf8.DecodeRuneInString(source[at:])
		if k, ok := markKind(source, span, at, mark); ok {
			list = append(list, Token{Span: text.Span{Start: at, End: at + size}, Lower: string(mark), Kind: k})
		}
		at += size
	}
	return list
}

// fold returns the words and marks of a sentence with each quotation as one
// token.
func (s *Sentence) fold(quotations []text.Span) []Token {
	var list []Token
	at, words := s.Start, s.words
	for _, q := range quotations {
		if q.End <= at {
			continue
		}
		for len(words) > 0 && words[0].Start < q.Start {
			list = append(list, words[0])
			at, words = words[0].End, words[1:]
		}
		start, end := max(q.Start, at), min(q.End, s.End)
		if start >= end {
			continue
		}
		list = append(list, Token{Span: text.Span{Start: start, End: end}, Kind: Quotation, Opened: q.Start < start, Entire: endsClause(s.source[start:end])})
		for len(words) > 0 && words[0].Start < end {
			words = words[1:]
		}
		at = end
	}
	return append(list, words...)
}

// withoutBrackets drops short insertions in brackets, such as the party and
// state after a name.
func withoutBrackets(list []Token) []Token {
	const longest = 8
	for i := 0; i < len(list); i++ {
		if list[i].Lower != "(" {
			continue
		}
		for j := i + 1; j < len(list) && j <= i+longest && list[j].Kind != Verb && list[j].Kind != Quotation; j++ {
			if list[j].Lower == ")" {
				list = slices.Delete(list, i, j+1)
				i--
				break
			}
		}
	}
	return list
}

// endsClause reports whether a quotation ends in a comma or a stop.
func endsClause(quotation string) bool {
	inner := strings.TrimRightFunc(quotation, func(r rune) bool { return !strings.ContainsRune(",.?!…", r) && !isWordRune(r) })
	last, _ := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(",.?!…", last)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordToken tags a word as far as it can be told without its neighbours.
func wordToken(l *text.Language, s string, w text.Word) Token {
	t := Token{Span: w.Span, Lower: w.Lower, Upper: w.Upper, Role: l.Role(w.Lower)}
	t.Written = strings.ReplaceAll(strings.ToLower(w.Of(s)), "’", "'")
	if l.Rules().Genitive(t.Written) {
		if full := l.Role(t.Written); full != 0 {
			t.Role |= full
		} else {
			t.Genitive = true
		}
	}
	before, _ := utf8.DecodeLastRuneInString(s[:w.Start])
	after, _ := utf8.DecodeRuneInString(s[w.End:])
	t.Joined = before == '-' || after == '-' && !strings.HasPrefix(s[w.End:], "--")
	if !l.In("never_cues", w.Lower) {
		t.Verb, _ = l.Inflection(w.Lower)
	}
	classes := cmp.Or(l.Classes(w.Lower), l.Classes(t.Verb.Verb))
	t.thing = classes != "" && classes[0] != 'v'
	t.Kind = wordKind(l, t, w)
	return t
}

// wordKind is the kind a word has unless its neighbours say otherwise.
func wordKind(l *text.Language, t Token, w text.Word) Kind {
	c := t.Role
	switch {
	case c.Is(text.Pronoun) && c.Is(text.Be|text.Have|text.Modal):
		return Pronoun
	case c.Is(text.Be | text.Have | text.Do | text.Modal):
		return Auxiliary
	case c.Is(text.Possessive) && !c.Is(text.ObjectPronoun):
		return Possessive
	case c.Is(text.Pronoun|text.ObjectPronoun) && !c.Is(text.Determiner|text.Relative):
		return Pronoun
	case c.Is(text.Determiner):
		return Determiner
	case c.Is(text.Coordinator):
		return Coordinator
	case c.Is(text.Preposition | text.ToInfinitive):
		return Preposition
	case c.Is(text.Subordinator | text.Relative):
		return Subordinator
	case c.Is(text.Adverb), l.Rules().Adverb(w.Lower) && !w.Upper && t.Verb.Verb == "" && len(w.Lower) > 4 && (l.Classes(w.Lower) == "" || l.CanBe(w.Lower, 'r')):
		return Adverb
	case w.Digit:
		return Numeral
	case t.Verb.Verb != "" && !t.Joined:
		return Verb
	case w.Upper:
		return Name
	}
	return Noun
}

// markKind returns the kind of a mark that matters to the sentence's shape.
func markKind(s string, p text.Span, at int, mark rune) (Kind, bool) {
	switch mark {
	case ',':
		return Comma, true
	case ':':
		return Colon, !betweenDigits(s[p.Start:p.End], at-p.Start)
	case ';', '?', '!':
		return Stop, true
	case '(', ')', '[', ']':
		return Bracket, true
	case '—', '–':
		return Dash, true
	case '-':
		before, _ := utf8.DecodeLastRuneInString(s[p.Start:at])
		after, _ := utf8.DecodeRuneInString(s[at+1 : p.End])
		return Dash, unicode.IsSpace(before) && unicode.IsSpace(after) || after == '-'
	case '.':
		return Stop, strings.TrimSpace(s[at+1:p.End]) == ""
	}
	return 0, false
}

// betweenDigits reports whether the mark at an offset stands inside a time of day
// or a score.
func betweenDigits(s string, at int) bool {
	return at > 0 && at+1 < len(s) && unicode.IsDigit(rune(s[at-1])) && unicode.IsDigit(rune(s[at+1]))
}
