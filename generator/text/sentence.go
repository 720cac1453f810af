package text

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the sentences of s in order, without the blanks around
// them. They are the segments of UAX #29, joined where an abbreviation of the
// language, an initial, the number of a list, a lower-case beginning or a
// quotation or bracket in its middle shows that the sentence goes on, and parted
// before the numbers of a list that stands in running text. A line break ends a
// sentence, unless the line was plainly wrapped.
func (l *Language) Sentences(s string) []Span {
	var list []Span
	segments := l.segments(s)
	for i := 0; i < len(segments); i++ {
		span := segments[i]
		if n := len(list); n > 0 && !parted(s, list[n-1], span) {
			list[n-1], span = ellipsis(s, list[n-1], span)
			before := list[n-1].Of(s)
			if end := reference(before, span.Of(s)); end > 0 { // a mark of a footnote belongs to what it stands after
				list[n-1].End = span.Start + end
				span = trim(s, Span{span.Start + end, span.End})
				if span.Len() == 0 {
					continue
				}
			} else if l.continues(before, span.Of(s)) || list[n-1].End == span.Start && goesOn(before) || l.encloses(s, list[n-1], segments[i:]) {
				list[n-1].End = span.End
				continue
			}
		}
		list = append(list, span)
	}
	return partLists(s, list)
}

// parted reports whether a line break ends a sentence before the next. Where a
// line has no end and the next begins in lower case, it was wrapped.
func parted(s string, before, next Span) bool {
	switch strings.Count(s[before.End:next.Start], "\n") {
	case 0:
		return false
	case 1:
		first, _ := utf8.DecodeRuneInString(next.Of(s))
		last, _ := utf8.DecodeLastRuneInString(before.Of(s))
		wrapped := unicode.IsLower(first) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',')
		return !(wrapped && !itemMark.MatchString(next.Of(s))) && !stopsAfter(before.Of(s), next.Of(s))
	}
	return true
}

// itemMark begins an item of a list on a line of its own: "b)", "iv."
var itemMark = regexp.MustCompile(`^(\pL|[ivx]{1,5})[.)](\s|$)`)

// ellipsis parts a sentence that ends with four dots apart from each other: the
// first is its stop, and the rest stand for what was left out before the next
// (The Chicago Manual of Style, 13.53).
func ellipsis(s string, before, next Span) (Span, Span) {
	const left = " . . ."
	if words, found := strings.CutSuffix(before.Of(s), left); found && strings.HasSuffix(words, ".") && !strings.HasSuffix(words, " .") {
		before.End -= len(left)
		next.Start = before.End + 1
	}
	return before, next
}

// segments returns the segments of UAX #29, parted further at the marks that
// end a sentence in the language alone and after the numbers of footnotes.
func (l *Language) segments(s string) []Span {
	var list []Span
	found := sentences.FromString(s)
	for found.Next() {
		start := found.Start()
		for _, end := range l.endsIn(s[start:found.End()]) {
			list = append(list, trim(s, Span{start, found.Start() + end}))
			start = found.Start() + end
		}
		if span := trim(s, Span{start, found.End()}); span.Len() > 0 {
			list = append(list, span)
		}
	}
	return list
}

// A sentence ends before a number or a list that UAX #29 takes for its
// continuation, since the next letter is a small one.
var (
	footnote = regexp.MustCompile(`(\pL{3,}|[)\]”])[.!?]\d{1,3} \p{Lu}`)        // its number stands right after the sentence
	figure   = regexp.MustCompile(`(\pL{4,}|\d)\.["”’)\]»]* \d`)                // the next sentence begins with one
	lettered = regexp.MustCompile(`(\pL{2,}|\d)[.!?]["”’)\]»]* a(?:\.|\)) \pL`) // a list begins
)

// endsIn returns where sentences end in a segment before its own end, in order.
func (l *Language) endsIn(segment string) []int {
	var ends []int
	for _, mark := range l.ends {
		for at := 0; ; {
			n := strings.Index(segment[at:], mark+" ")
			if n < 0 {
				break
			}
			at += n + len(mark)
			ends = append(ends, at)
		}
	}
	if !strings.ContainsAny(segment, "0123456789") && !strings.Contains(segment, " a. ") && !strings.Contains(segment, " a) ") {
		return ends
	}
	for _, pattern := range [...]*regexp.Regexp{footnote, figure, lettered} {
		for _, m := range pattern.FindAllStringSubmatchIndex(segment, -1) {
			word, end := strings.ToLower(segment[m[2]:m[3]]), m[3]+strings.IndexByte(segment[m[3]:m[1]], ' ')
			if !l.abbreviations[word] && !l.In("number_abbreviations", word) && (pattern != lettered || beginsList(segment[end+1:])) {
				ends = append(ends, end)
			}
		}
	}
	slices.Sort(ends)
	return slices.Compact(ends)
}

// continues reports whether next goes on with the sentence that before began.
func (l *Language) continues(before, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) && !beginsList(next) || isListMark(before) || stopsAfter(before, next) {
		return true
	}
	last := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	last = strings.TrimLeft(last, "(\"“‘'„«»")
	if !strings.HasSuffix(last, ".") {
		return false
	}
	stem := strings.ToLower(strings.TrimSuffix(last, "."))
	first, _, _ := strings.Cut(strings.TrimLeft(next, "(\"“‘'„«»"), " ")
	starts := utf8.RuneCountInString(first) > 1 && (l.Stop(strings.ToLower(first)) || l.In("sentence_openers", strings.ToLower(first)))
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

// stopsAfter reports whether next is a parenthesis whose full stop is that of the
// sentence before it.
func stopsAfter(before, next string) bool {
	return strings.HasPrefix(next, "(") && strings.HasSuffix(next, ").") && !strings.HasSuffix(before, ".")
}

// isListMark reports whether all that was said so far is the number or the
// letter of an item or a question: "1.", "• 9.", "a.", "Q."
func isListMark(before string) bool {
	before = strings.TrimLeft(before, "•*·-– ")
	mark := strings.TrimRight(before, ".)）")
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

// beginsList reports whether a text is the first item of a list in running text,
// and the second is in it.
func beginsList(s string) bool {
	m := listMark.FindStringSubmatch(s)
	return m != nil && m[2] == "a" && strings.Contains(s, " "+m[1]+following(m[2])+m[3]+" ")
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
