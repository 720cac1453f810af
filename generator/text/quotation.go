package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/generator/text/english"
)

// A quoteMark pairs an opening quotation mark with its closing ones. Longer
// marks stand before the shorter ones that they begin with.
type quoteMark struct {
	open   string
	closes []string
}

// quoteMarks returns the marks that Quotations knows: English, typewriter,
// LaTeX, German, French and East Asian ones, full and half width. Some languages
// write the same mark on both sides.
func quoteMarks() []quoteMark {
	return []quoteMark{
		{"“", []string{"”", "\""}},
		{"„", []string{"“", "”", "\""}},
		{"«", []string{"»"}},
		{"»", []string{"«", "»"}},
		{"‹", []string{"›"}},
		{"「", []string{"」"}},
		{"『", []string{"』"}},
		{"｢", []string{"｣"}},
		{"〝", []string{"〞", "〟"}},
		{"＂", []string{"＂"}},
		{"``", []string{"''", "\""}},
		{"''", []string{"''"}},
		{"\"", []string{"\"", "”"}},
		{"”", []string{"”", "\""}}, // turned the wrong way, as copied pages often have it
		{"‚", []string{"‘", "’"}},
		{"‘", []string{"’", "'"}},
		{"'", []string{"'", "’"}},
	}
}

// Quotations returns the runs of s between quotation marks in order, the marks
// left out. Marks within a quotation belong to it. A quotation ends with its
// line at the latest; one that is left open counts to the end of its line if the
// next line opens with the same mark, as is the custom where a quotation runs over
// several paragraphs, and to the end of its sentence if it begins its line. Apostrophes are told from single marks by the
// letters around them.
func Quotations(s string) []Span {
	var list []Span
	marks := quoteMarks()
	for start := 0; start < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i
		}
		list = append(list, lineQuotations(s, Span{start, end}, marks)...)
		start = end + 1
	}
	return list
}

// lineQuotations finds the quotations of one line.
func lineQuotations(s string, line Span, marks []quoteMark) []Span {
	var list []Span
	for i := line.Start; i < line.End; {
		if !mayOpen(s[i]) {
			i++
			continue
		}
		mark, ok := opensAt(s, i, line, marks)
		if !ok {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		inner := Span{i + len(mark.open), line.End}
		closing, size := closeOf(s, inner, mark)
		switch {
		case closing >= 0:
			inner.End = closing
			i = closing + size
		case strings.HasPrefix(strings.TrimLeft(s[line.End:], " \n\t"), mark.open):
			i = line.End
		case beginsLine(s, i, line):
			inner.End = sentenceEnd(s, inner)
			i = inner.End
		default:
			i += len(mark.open)
			continue
		}
		if inner = trim(s, inner); inner.Len() > 0 {
			list = append(list, inner)
		}
	}
	return list
}

// mayOpen reports whether a mark may begin with the byte, which spares looking
// for one at every letter.
func mayOpen(b byte) bool {
	const lead = "\"'`\xc2\xe2\xe3\xef" // of “ and its like, «, 「 and ＂
	return strings.IndexByte(lead, b) >= 0
}

// beginsLine reports whether nothing but blanks stands before i in its line.
func beginsLine(s string, i int, line Span) bool {
	return strings.TrimSpace(s[line.Start:i]) == ""
}

// sentenceEnd returns where the first sentence of a quotation ends: after a mark
// that ends one and stands before a blank, or in scripts without blanks.
func sentenceEnd(s string, inner Span) int {
	for end := inner.Start; end < inner.End; {
		r, size := utf8.DecodeRuneInString(s[end:inner.End])
		end += size
		next, _ := utf8.DecodeRuneInString(s[end:inner.End])
		if strings.ContainsRune("。！？", r) || strings.ContainsRune(".!?…", r) && (end == inner.End || unicode.IsSpace(next)) {
			return end
		}
	}
	return inner.End
}

// opensAt returns the mark that opens a quotation at byte i of s: one that
// does not follow a letter, a digit or a closing mark and stands before a word.
func opensAt(s string, i int, line Span, marks []quoteMark) (quoteMark, bool) {
	for _, mark := range marks {
		if !strings.HasPrefix(s[i:line.End], mark.open) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[line.Start:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(mark.open):])
		if i == line.Start {
			before = ' '
		}
		ambiguous := mark.open == "\"" || mark.open == "''" || single(mark) || closing(mark)
		if ambiguous && (isWordRune(before) && !Unspaced(before) || unicode.IsSpace(after) || i+len(mark.open) == line.End) {
			return quoteMark{}, false
		}
		if rest := s[i+len(mark.open):]; single(mark) && (english.Decade(rest) || english.Elided(rest)) {
			return quoteMark{}, false
		}
		if (single(mark) || closing(mark)) && strings.ContainsRune(".,!?;", before) {
			return quoteMark{}, false
		}
		return mark, true
	}
	return quoteMark{}, false
}

// single reports whether the marks are also used as apostrophes.
func single(mark quoteMark) bool { return mark.open == "'" || mark.open == "‘" || mark.open == "‚" }

// closing reports whether the opening mark more often closes.
func closing(mark quoteMark) bool { return mark.open == "”" || mark.open == "»" }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// closeOf returns where the quotation that fills inner is closed, and the
// length of the closing mark; -1 if it is not.
func closeOf(s string, inner Span, mark quoteMark) (closing, size int) {
	if closing, size := nestedClose(s, inner, mark); closing >= 0 {
		return closing, size
	}
	possessive, possessiveSize := -1, 0
	for i := inner.Start; i < inner.End; {
		_, step := utf8.DecodeRuneInString(s[i:])
		if size := wrongWay(s, i, mark); size > 0 && i > inner.Start {
			return i, size
		}
		if size := closingAt(s, i, inner, mark); size > 0 {
			if !single(mark) || !pluralPossessive(s, i, size) {
				return i, size
			}
			if possessive < 0 {
				possessive, possessiveSize = i, size
			}
		}
		if opensAnew(s, i, inner, mark) {
			break
		}
		i += step
	}
	return possessive, possessiveSize
}

// closingAt returns the length of the closing mark at i, 0 if there is none. An
// apostrophe inside a word closes nothing.
func closingAt(s string, i int, inner Span, mark quoteMark) int {
	for _, c := range mark.closes {
		if !strings.HasPrefix(s[i:inner.End], c) || i == inner.Start {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[i+len(c):])
		if !single(mark) || !isWordRune(after) || i+len(c) == len(s) {
			return len(c)
		}
	}
	return 0
}

// nestedClose returns where a quotation is closed that holds another in the same
// marks, and the length of the mark; -1 if it holds none, or if the marks do not
// come out even.
func nestedClose(s string, inner Span, mark quoteMark) (closing, size int) {
	if single(mark) || slices.Contains(mark.closes, mark.open) {
		return -1, 0
	}
	depth, nested := 1, false
	for i := inner.Start; i < inner.End; {
		_, step := utf8.DecodeRuneInString(s[i:])
		if n := closingAt(s, i, inner, mark); n > 0 {
			if depth--; depth == 0 && nested {
				return i, n
			} else if depth == 0 {
				break
			}
		} else if strings.HasPrefix(s[i:inner.End], mark.open) {
			if i == inner.Start || wrongWay(s, i, mark) > 0 {
				break
			}
			depth, nested = depth+1, true
		}
		i += step
	}
	return -1, 0
}

// wrongWay returns the length of an opening mark at i that was typed to close:
// it follows a word or a stop and stands before a blank or a stop.
func wrongWay(s string, i int, mark quoteMark) int {
	if single(mark) || slices.Contains(mark.closes, mark.open) || !strings.HasPrefix(s[i:], mark.open) {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+len(mark.open):])
	follows := isWordRune(before) || strings.ContainsRune(",.?!", before)
	if follows && (unicode.IsSpace(after) || strings.ContainsRune(",.;:?!)", after) || i+len(mark.open) == len(s)) {
		return len(mark.open)
	}
	return 0
}

// longestSingle is how far, in bytes, the end of a quotation in single marks is
// looked for: what stands open for longer began with an apostrophe.
const longestSingle = 2000

// opensAnew reports whether the search for the end of a quotation has gone too
// far at i: another one begins, or it is too long.
func opensAnew(s string, i int, inner Span, mark quoteMark) bool {
	if single(mark) && i > inner.Start+longestSingle {
		return true
	}
	return i > inner.Start && !slices.Contains(mark.closes, mark.open) && mark.open != "'" && strings.HasPrefix(s[i:], mark.open)
}

// pluralPossessive reports whether the mark at i may be the apostrophe of a
// plural, as in "the players' union".
func pluralPossessive(s string, i, size int) bool {
	rest := s[i+size:]
	next := strings.TrimLeft(rest, " ")
	r, _ := utf8.DecodeRuneInString(next)
	return english.Rules{}.Plural(s[:i]) && len(next) < len(rest) && unicode.IsLower(r)
}

// WithMarks returns a quotation found by Quotations with the marks around it.
func WithMarks(s string, quotation Span) Span {
	for _, mark := range quoteMarks() {
		start, found := strings.CutSuffix(s[:quotation.Start], mark.open)
		if !found {
			continue
		}
		for _, c := range append([]string{mark.open}, mark.closes...) {
			if strings.HasPrefix(s[quotation.End:], c) {
				return Span{len(start), quotation.End + len(c)}
			}
		}
		return Span{len(start), quotation.End}
	}
	return quotation
}
