package corpus

import (
	"strings"
	"unicode"

	"parallax/generator/text"
)

// quotations returns the runs between quotation marks, marks left out, in
// order. A quotation ends within its block; one that is left open counts to
// the end of the block if the next block begins with a mark again, as
// quotations over several paragraphs do.
func quotations(s string, blocks []Block) []text.Span {
	var all []text.Span
	for i, b := range blocks {
		m := markReader{text: []rune(b.Of(s))}
		m.read()
		if i > 0 && i+1 < len(blocks) && m.open >= 0 && m.lasts && startsWithMark(blocks[i+1].Of(s)) {
			m.close(len(m.text))
		}
		all = append(all, m.spans(b.Of(s), b.Start)...)
	}
	return all
}

// startsWithMark reports whether a block begins with a quotation mark.
func startsWithMark(s string) bool {
	return strings.IndexAny(s, doubles+"«»「『") == 0
}

// doubles are the double quotation marks that are mixed up in practice: which
// of them opens and which closes is told from what stands around.
const doubles = "\"“”„‟"

// A markReader finds the quotations of one block.
type markReader struct {
	text  []rune
	found [][2]int // rune offsets of quotations, marks left out
	open  int      // rune offset after the opening mark, or -1
	lasts bool     // the open one may go on in the next block
	ends  string   // marks that close the open one
}

// read goes through the block.
func (m *markReader) read() {
	m.open = -1
	for i, r := range m.text {
		switch {
		case strings.ContainsRune(doubles, r):
			m.double(i, r)
		case m.open < 0:
			m.other(i, r)
		case strings.ContainsRune(m.ends, r) && m.closes(i, r):
			m.close(i)
		}
	}
}

// double handles a double mark.
func (m *markReader) double(i int, r rune) {
	switch {
	case m.open >= 0 && m.ends != doubles:
		// Inside other marks it is a quotation in a quotation.
	case m.open >= 0 && !m.opensHere(i) && (r != '“' || !m.before(i)):
		m.close(i)
	case r == '“' || r == '„' || m.opensHere(i) || r == '"' && m.open < 0 && m.before(i) && !m.after(i):
		m.start(i, doubles, true)
	}
}

// other handles the marks that open quotations besides the double ones.
func (m *markReader) other(i int, r rune) {
	switch r {
	case '«':
		m.start(i, "»", true)
	case '»':
		if m.opensHere(i) {
			m.start(i, "«", true)
		}
	case '‹':
		m.start(i, "›", false)
	case '「':
		m.start(i, "」", true)
	case '『':
		m.start(i, "』", true)
	case '‘', '\'', '’':
		if m.opensHere(i) && !m.decade(i) && m.closingSingle(i) {
			m.start(i, "’'", false)
		}
	}
}

// start opens a quotation after the mark at i.
func (m *markReader) start(i int, ends string, lasts bool) {
	m.open, m.ends, m.lasts = i+1, ends, lasts
}

// close ends the open quotation before the mark at i.
func (m *markReader) close(i int) {
	if strings.ContainsFunc(string(m.text[m.open:i]), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		m.found = append(m.found, [2]int{m.open, i})
	}
	m.open, m.ends, m.lasts = -1, "", false
}

// closes reports whether the mark at i closes the open quotation: single ones
// are apostrophes, too.
func (m *markReader) closes(i int, r rune) bool {
	return r != '’' && r != '\'' || m.isSingleEnd(i) && !m.possessive(i)
}

// closingSingle reports whether a single mark after i closes what i opens,
// before another one opens.
func (m *markReader) closingSingle(i int) bool {
	for j := i + 1; j < len(m.text); j++ {
		switch r := m.text[j]; {
		case (r == '’' || r == '\'') && m.isSingleEnd(j):
			return true
		case (r == '‘' || r == '\'') && m.opensHere(j),
			m.text[i] == '\'' && strings.ContainsRune(doubles, r): // too easily an apostrophe
			return false
		}
	}
	return false
}

// decade reports whether the single mark at i is that of "the '90s".
func (m *markReader) decade(i int) bool {
	return i+3 < len(m.text) && unicode.IsDigit(m.text[i+1]) && unicode.IsDigit(m.text[i+2]) && m.text[i+3] == 's'
}

// isSingleEnd reports whether the single mark at i can end a quotation: a
// word or a full stop stands before it and no letter after it.
func (m *markReader) isSingleEnd(i int) bool {
	return i > 0 && !unicode.IsSpace(m.text[i-1]) && !m.wordAt(i+1)
}

// possessive reports whether the single mark at i is that of "boys’ toys": an
// s before it, a word after it, and another mark that can end the quotation.
func (m *markReader) possessive(i int) bool {
	if m.text[i-1] != 's' || i+2 >= len(m.text) || m.text[i+1] != ' ' || !unicode.IsLower(m.text[i+2]) {
		return false
	}
	for j := i + 1; j < len(m.text); j++ {
		switch r := m.text[j]; {
		case (r == '’' || r == '\'') && m.isSingleEnd(j):
			return true
		case r == '‘' || r == '\'' && m.opensHere(j) || strings.ContainsRune(doubles, r):
			return false
		}
	}
	return false
}

// opensHere reports whether a mark at i stands where a quotation begins: at
// the start or after a blank, dash or bracket, and right before a word.
func (m *markReader) opensHere(i int) bool { return m.before(i) && m.after(i) }

// before reports whether a quotation may begin at i by what stands before.
func (m *markReader) before(i int) bool {
	if i == 0 {
		return true
	}
	r := m.text[i-1]
	return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Ps, r) ||
		r == ':' || r == '/' || strings.ContainsRune(doubles, r)
}

// after reports whether what follows i can begin a quotation.
func (m *markReader) after(i int) bool {
	if i+1 >= len(m.text) {
		return false
	}
	r := m.text[i+1]
	return m.wordAt(i+1) || unicode.Is(unicode.Ps, r) || strings.ContainsRune("‘'…$£€#@.", r)
}

// wordAt reports whether a letter or digit stands at i.
func (m *markReader) wordAt(i int) bool {
	return i < len(m.text) && (unicode.IsLetter(m.text[i]) || unicode.IsDigit(m.text[i]))
}

// spans returns the quotations as bytes of the article's text, blanks around
// them left out. s is the block and start its place in the text.
func (m *markReader) spans(s string, start int) []text.Span {
	offsets := make([]int, 0, len(m.text)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(s))
	spans := make([]text.Span, 0, len(m.found))
	for _, q := range m.found {
		inside := s[offsets[q[0]]:offsets[q[1]]]
		from := offsets[q[0]] + len(inside) - len(strings.TrimLeft(inside, " "))
		to := offsets[q[1]] - (len(inside) - len(strings.TrimRight(inside, " ")))
		spans = append(spans, text.Span{Start: start + from, End: start + to})
	}
	return spans
}
