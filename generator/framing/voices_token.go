package framing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text"
)

// A kind says what a token does in its sentence.
type kind uint8

const (
	noun kind = iota // a noun or an adjective: whatever is nothing else
	name
	numeral
	determiner
	possessive
	pronoun
	preposition
	infinitive // "to" before a verb
	coordinator
	subordinator
	adverb
	auxiliary // be, have, do and the modals
	verb
	quotation // a whole quotation, marks included
	comma
	colon
	dash
	bracket
	stop
)

// A token is a word, a mark, or a whole quotation of a sentence.
type token struct {
	text.Span
	lower    string
	written  string // lower, with the ending of a genitive
	upper    bool
	kind     kind
	role     text.Role
	verb     text.Inflection // of a word that can be a verb, whatever its kind
	genitive bool            // ends in 's
	joined   bool            // stands in a compound with a hyphen
	thing    bool            // more often a noun or an adjective than a verb
	opened   bool            // a quotation that began in an earlier sentence
	entire   bool            // a quotation that ends in a comma or a stop
}

// A sentence is a passage as tokens.
type sentence struct {
	text.Span
	passage int
	block   int
	tokens  []token
	cues    []cue // verbs that may lay something to somebody
}

// sentencesOf cuts the passages of an article into tokens. The quotations,
// marks included, become one token each.
func sentencesOf(r *reading, quotations []text.Span) []sentence {
	list := make([]sentence, len(r.article.Passages))
	for i, p := range r.article.Passages {
		list[i] = sentence{Span: p.Span, passage: i, block: p.Block}
		list[i].tokens = tokens(r, i, quotations)
		tag(r.language.Rules(), list[i].tokens)
	}
	return list
}

// tokens returns the tokens of a passage, not yet tagged by their neighbours.
func tokens(r *reading, passage int, quotations []text.Span) []token {
	s, p := r.article.Text, r.article.Passages[passage].Span
	var list []token
	words := r.passageWords(passage)
	for at := p.Start; at < p.End; {
		if q, ok := quotationAt(quotations, at); ok {
			end := min(q.End, p.End)
			list = append(list, token{Span: text.Span{Start: at, End: end}, kind: quotation, opened: q.Start < at, entire: endsClause(s[at:end])})
			at = end
			continue
		}
		for len(words) > 0 && words[0].Start < at {
			words = words[1:]
		}
		if len(words) > 0 && words[0].Start == at {
			t := wordToken(r.language, s, words[0])
			if n := len(list); n > 0 && r.language.In("cue_phrases", list[n-1].lower+" "+t.lower) {
				t.role &^= text.ToInfinitive
			}
			list = append(list, t)
			at = words[0].End
			continue
		}
		mark, size := utf8.DecodeRuneInString(s[at:])
		if k, ok := markKind(s, p, at, mark); ok {
			list = append(list, token{Span: text.Span{Start: at, End: at + size}, lower: string(mark), kind: k})
		}
		at += size
	}
	return withoutBrackets(list)
}

// withoutBrackets drops short insertions in brackets, such as the party and
// state after a name.
func withoutBrackets(list []token) []token {
	const longest = 8
	for i := 0; i < len(list); i++ {
		if list[i].lower != "(" {
			continue
		}
		for j := i + 1; j < len(list) && j <= i+longest && list[j].kind != verb && list[j].kind != quotation; j++ {
			if list[j].lower == ")" {
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

// quotationAt returns the quotation that holds the byte offset.
func quotationAt(quotations []text.Span, at int) (text.Span, bool) {
	i, _ := slices.BinarySearchFunc(quotations, at, func(q text.Span, at int) int {
		if q.End <= at {
			return -1
		}
		return 1
	})
	if i < len(quotations) && quotations[i].Start <= at {
		return quotations[i], true
	}
	return text.Span{}, false
}

// wordToken tags a word as far as it can be told without its neighbours.
func wordToken(l *text.Language, s string, w text.Word) token {
	t := token{Span: w.Span, lower: w.Lower, upper: w.Upper, role: l.Role(w.Lower)}
	t.written = strings.ReplaceAll(strings.ToLower(w.Of(s)), "’", "'")
	if l.Rules().Genitive(t.written) {
		if full := l.Role(t.written); full != 0 {
			t.role |= full
		} else {
			t.genitive = true
		}
	}
	before, _ := utf8.DecodeLastRuneInString(s[:w.Start])
	after, _ := utf8.DecodeRuneInString(s[w.End:])
	t.joined = before == '-' || after == '-' && !strings.HasPrefix(s[w.End:], "--")
	if !l.In("never_cues", w.Lower) {
		t.verb, _ = l.Inflection(w.Lower)
	}
	classes := cmp.Or(l.Classes(w.Lower), l.Classes(t.verb.Verb))
	t.thing = classes != "" && classes[0] != 'v'
	t.kind = wordKind(l, t, w)
	return t
}

// wordKind is the kind a word has unless its neighbours say otherwise.
func wordKind(l *text.Language, t token, w text.Word) kind {
	c := t.role
	switch {
	case c.Is(text.Pronoun) && c.Is(text.Be|text.Have|text.Modal):
		return pronoun
	case c.Is(text.Be | text.Have | text.Do | text.Modal):
		return auxiliary
	case c.Is(text.Possessive) && !c.Is(text.ObjectPronoun):
		return possessive
	case c.Is(text.Pronoun|text.ObjectPronoun) && !c.Is(text.Determiner|text.Relative):
		return pronoun
	case c.Is(text.Determiner):
		return determiner
	case c.Is(text.Coordinator):
		return coordinator
	case c.Is(text.Preposition | text.ToInfinitive):
		return preposition
	case c.Is(text.Subordinator | text.Relative):
		return subordinator
	case c.Is(text.Adverb), l.Rules().Adverb(w.Lower) && !w.Upper && t.verb.Verb == "" && len(w.Lower) > 4:
		return adverb
	case w.Digit:
		return numeral
	case t.verb.Verb != "" && !t.joined:
		return verb
	case w.Upper:
		return name
	}
	return noun
}

// markKind returns the kind of a mark that matters to the sentence's shape.
func markKind(s string, p text.Span, at int, mark rune) (kind, bool) {
	switch mark {
	case ',':
		return comma, true
	case ':':
		return colon, !betweenDigits(s[p.Start:p.End], at-p.Start)
	case ';', '?', '!':
		return stop, true
	case '(', ')', '[', ']':
		return bracket, true
	case '—', '–':
		return dash, true
	case '-':
		before, _ := utf8.DecodeLastRuneInString(s[p.Start:at])
		after, _ := utf8.DecodeRuneInString(s[at+1 : p.End])
		return dash, unicode.IsSpace(before) && unicode.IsSpace(after) || after == '-'
	case '.':
		return stop, strings.TrimSpace(s[at+1:p.End]) == ""
	}
	return 0, false
}

// betweenDigits reports whether the mark at an offset stands inside a time of day or
// a score.
func betweenDigits(s string, at int) bool {
	return at > 0 && at+1 < len(s) && unicode.IsDigit(rune(s[at-1])) && unicode.IsDigit(rune(s[at+1]))
}
