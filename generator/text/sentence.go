package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the sentences of s in order, without the blanks around
// them. They are the segments of UAX #29, joined where an abbreviation of the
// language, an initial, the number of a list, a lower-case beginning or a
// quotation in its middle shows that the sentence goes on, and parted before the
// numbers of a list that stands in running text. A line break always ends a
// sentence.
func (l *Language) Sentences(s string) []Span {
	var list []Span
	segments := l.segments(s)
	for i := 0; i < len(segments); i++ {
		span := segments[i]
		if n := len(list); n > 0 && !strings.Contains(s[list[n-1].End:span.Start], "\n") {
			before := list[n-1].Of(s)
			if end := reference(before, span.Of(s)); end > 0 { // a mark of a footnote belongs to what it stands after
				list[n-1].End = span.Start + end
				span = trim(s, Span{span.Start + end, span.End})
				if span.Len() == 0 {
					continue
				}
			} else if l.continues(before, span.Of(s)) || list[n-1].End == span.Start && goesOn(before) || l.quotes(s, list[n-1], segments[i:]) {
				list[n-1].End = span.End
				continue
			}
		}
		list = append(list, span)
	}
	return partLists(s, list)
}

// segments returns the segments of UAX #29, parted further at the marks that
// end a sentence in the language alone.
func (l *Language) segments(s string) []Span {
	var list []Span
	found := sentences.FromString(s)
	for found.Next() {
		start := found.Start()
		for _, mark := range l.ends {
			for {
				at := strings.Index(s[start:found.End()], mark+" ")
				if at < 0 {
					break
				}
				end := start + at + len(mark)
				list = append(list, trim(s, Span{start, end}))
				start = end
			}
		}
		if span := trim(s, Span{start, found.End()}); span.Len() > 0 {
			list = append(list, span)
		}
	}
	return list
}

// continues reports whether next goes on with the sentence that before began.
func (l *Language) continues(before, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) || isListMark(before) {
		return true
	}
	if strings.HasPrefix(next, "(") && strings.HasSuffix(next, ").") && !strings.HasSuffix(before, ".") {
		return true // the stop after the parenthesis is that of the sentence
	}
	last := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	last = strings.TrimLeft(last, "(\"“‘'„«»")
	if !strings.HasSuffix(last, ".") {
		return false
	}
	stem := strings.ToLower(strings.TrimSuffix(last, "."))
	first, _, _ := strings.Cut(strings.TrimLeft(next, "(\"“‘'„«»"), " ")
	starts := l.Stop(strings.ToLower(first)) && utf8.RuneCountInString(first) > 1
	switch {
	case l.In("number_abbreviations", stem):
		return strings.ContainsFunc(first[:min(1, len(first))], unicode.IsDigit)
	case utf8.RuneCountInString(stem) == 1 && !unicode.IsDigit([]rune(stem)[0]):
		return unicode.IsLetter([]rune(stem)[0]) && !starts // an initial
	case l.In("ending_abbreviations", stem):
		return !starts
	case l.In("hours", stem):
		return l.Role(strings.ToLower(strings.TrimRight(first, ".,"))).Is(Time) || len(first) > 1 && first == strings.ToUpper(first)
	case isInitials(last):
		return !starts
	case isOrdinal(stem):
		return l.ordinals && !starts
	}
	return l.abbreviations[stem]
}

// isListMark reports whether all that was said so far is the number or the
// letter of an item or a question: "1.", "• 9.", "a.", "Q."
func isListMark(before string) bool {
	before = strings.TrimLeft(before, "•*·-– ")
	mark := strings.TrimRight(before, ".)")
	return mark != before && (isOrdinal(mark) || utf8.RuneCountInString(mark) == 1 && unicode.IsLetter([]rune(mark)[0]))
}

// isInitials reports whether a word is made of capitals with a stop after each:
// "J.D.", "J.-P.", "Д.С."
func isInitials(word string) bool {
	n := 0
	for part := range strings.SplitSeq(strings.TrimSuffix(word, "."), ".") {
		part = strings.TrimPrefix(part, "-")
		if r, size := utf8.DecodeRuneInString(part); size != len(part) || !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n > 1
}

// isOrdinal reports whether a word is a number as ordinals have it.
func isOrdinal(word string) bool {
	return len(word) > 0 && len(word) <= 3 && strings.Trim(word, "0123456789") == ""
}

// goesOn reports whether a mark that stands right before a letter or a figure
// ended no sentence: those of scripts with blanks between words stand before a
// blank, if no quotation or bracket closes first.
func goesOn(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return last == '!' || last == '?'
}

// reference returns the length of the marks of footnotes, "1][2]", that follow a
// sentence which ends with their opening bracket; 0 if there are none.
func reference(before, next string) int {
	if !strings.HasSuffix(before, "[") {
		return 0
	}
	end := 0
	for {
		close := strings.IndexByte(next[end:], ']')
		if close < 1 || strings.Trim(next[end:end+close], "[0123456789") != "" {
			return end
		}
		end += close + 1
	}
}

// quotes reports whether a sentence that stops inside a quotation in its middle
// goes on after it: words follow the closing mark in what comes, or the language
// has the word that does as one that goes on.
func (l *Language) quotes(s string, sentence Span, rest []Span) bool {
	closing := openQuotation(sentence.Of(s))
	if closing == "" {
		return l.afterQuotation(sentence.Of(s), rest[0].Of(s))
	}
	for i, span := range rest {
		words := span.Of(s)
		at := strings.Index(words, closing)
		switch {
		case strings.Contains(s[sentence.End:span.Start], "\n"):
			return false
		case at < 0:
			continue
		case strings.TrimSpace(words[at+len(closing):]) != "":
			return true
		}
		return i+1 < len(rest) && l.afterQuotation(words, rest[i+1].Of(s))
	}
	return false
}

// afterQuotation reports whether a text goes on with a sentence whose quotation
// just ended.
func (l *Language) afterQuotation(before, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune("”」』", last) {
		return false
	}
	for _, word := range l.afterQuotations {
		if strings.HasPrefix(next, word) {
			return true
		}
	}
	return false
}

// openQuotation returns the mark that will close the quotation which a sentence
// opened in its middle and did not close; "" if there is none.
func openQuotation(sentence string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"「", "」"}, {"『", "』"}, {"«", "»"}} {
		at := strings.LastIndex(sentence, pair[0])
		if at > 0 && !strings.Contains(sentence[at:], pair[1]) {
			return pair[1]
		}
	}
	return ""
}

// listMark begins an item of a list.
var listMark = regexp.MustCompile(`^(• ?)?(\d{1,2}|[a-h])(\.\)|\.|\)) \pL`)

// partLists parts sentences before the items of a list in running text: those
// that begin with a number or letter are followed by the next one in its form.
func partLists(s string, list []Span) []Span {
	var parted []Span
	for i := range list {
		span := list[i]
		for m := listMark.FindStringSubmatch(span.Of(s)); m != nil; {
			m[2] = following(m[2])
			item := " " + m[1] + m[2] + m[3]
			at := strings.Index(span.Of(s), item+" ")
			if strings.HasSuffix(span.Of(s), item) && i+1 < len(list) { // its stop was taken for the end of a sentence
				at = span.Len() - len(item)
				list[i+1].Start = span.Start + at + 1
				parted = append(parted, trim(s, Span{span.Start, span.Start + at}))
				span.Start = span.End
				break
			}
			if at < 0 {
				break
			}
			parted = append(parted, trim(s, Span{span.Start, span.Start + at}))
			span.Start += at + 1
		}
		if span.Len() > 0 {
			parted = append(parted, span)
		}
	}
	return parted
}

// following returns the number or letter after one of a list.
func following(number string) string {
	if number[0] >= 'a' {
		return string(number[0] + 1)
	}
	n := 0
	for _, digit := range number {
		n = n*10 + int(digit-'0')
	}
	return strings.TrimLeft(string([]rune{'0' + rune((n+1)/10), '0' + rune((n+1)%10)}), "0")
}

func trim(s string, p Span) Span {
	text := p.Of(s)
	p.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	p.End -= len(text) - len(strings.TrimRightFunc(text, unicode.IsSpace))
	if p.End < p.Start {
		p.End = p.Start
	}
	return p
}
