package heading

import (
	"strings"
	"unicode/utf8"

	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// A titleSpan is a run of words with how well its form suits a heading.
type titleSpan struct {
	text.Span
	skip    text.Span // left out of it; empty if nothing is
	subject text.Span // of a clause
	form    float64
	clause  bool
}

// words returns a title's words as they stand in the source.
func (t titleSpan) words(source string) string {
	if t.skip.Len() == 0 {
		return tidy(t.Of(source))
	}
	return tidy(source[t.Start:t.skip.Start] + " " + source[t.skip.End:t.End])
}

// plainSpans returns the runs of words between marks that neither begin nor
// end with a word without content.
func plainSpans(source string, terms []vocabulary.Term) []titleSpan {
	var list []titleSpan
	for i := range terms {
		if terms[i].Stop || i > 0 && !terms[i-1].Stop && !vocabulary.Parted(source, terms[i-1], terms[i]) {
			continue
		}
		for j := i; j < min(len(terms), i+Longest) && (j == i || !vocabulary.Parted(source, terms[j-1], terms[j])); j++ {
			if last := j+1 == len(terms) || terms[j+1].Stop || vocabulary.Parted(source, terms[j], terms[j+1]); last && !terms[j].Stop {
				list = append(list, titleSpan{Span: text.Span{Start: terms[i].Start, End: terms[j].End}, form: 1})
			}
		}
	}
	return list
}

// beginning returns the first words of a passage, for a statement without a
// title.
func (p Passage) beginning() string {
	if len(p.Terms) == 0 {
		return tidy(p.Span.Of(p.Source))
	}
	if len(p.Terms) <= Longest {
		return tidy(p.run(len(p.Terms) - 1).Of(p.Source))
	}
	return tidy(p.run(Longest-2).Of(p.Source)) + " …"
}

// run returns the words of a passage up to one of its terms, with the mark of the
// quotation that they begin with, if that ends among them.
func (p Passage) run(last int) text.Span {
	span := text.Span{Start: p.Terms[0].Start, End: p.Terms[last].End}
	if before, size := utf8.DecodeLastRuneInString(p.Source[:span.Start]); closing(span.Of(p.Source)) < 0 && strings.ContainsRune(quotationMarks, before) {
		span.Start -= size
	}
	return span
}

// quotationMarks are those that a heading can hold.
const quotationMarks = "“”\"«»"

// closing returns how many quotations begin in the words and do not end there,
// -1 if one ends that does not begin.
func closing(words string) int {
	open := 0
	for i, r := range words {
		switch {
		case !strings.ContainsRune(quotationMarks, r):
		case r == '“', r == '«', r == '"' && (i == 0 || words[i-1] == ' '):
			open++
		case open == 0:
			return -1
		default:
			open--
		}
	}
	return open
}

// tidy makes a heading of words as they stand in a text. A quotation that is
// cut gets its end.
func tidy(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if closing(words) == 1 {
		begins := strings.LastIndexAny(words, "“\"«")
		end, _ := utf8.DecodeRuneInString(words[begins:])
		words += map[rune]string{'“': "”", '"': "\"", '«': "»"}[end]
	}
	return text.Capital(words)
}
