package corpus

import (
	"strings"
	"unicode/utf8"

	"parallax/generator/text"
)

// FromLines makes an article of a text without marks, as it would be loaded
// from a file: the first line is the headline, every other line a paragraph,
// and furniture is left out. The origin leads back to the text given.
func FromLines(id, s string, l *text.Language) (*Article, Origin) {
	title, rest, _ := strings.Cut(s, "\n")
	a := &Article{ID: id, File: id, Title: tidy(title), Language: l.Tag}
	var blocks []rawBlock
	at := len(s) - len(rest)
	for line := range strings.Lines(rest) {
		if words := tidy(line); words != "" {
			blocks = append(blocks, rawBlock{Paragraph, []string{words}, at})
		}
		at += len(line)
	}
	own, _, _ := newFurniture(l).setAside(blocks)
	o := Origin{article: a, source: s, lines: []int{0}}
	for _, b := range a.compose(own, l) {
		o.lines = append(o.lines, b.at)
	}
	return a, o
}

// An Origin is the text that an article was made of.
type Origin struct {
	article *Article
	source  string
	lines   []int // by block, where its line begins in the source
}

// Span returns where words of the article stand in the text that it was made
// of. The span lies in one block.
func (o Origin) Span(s text.Span) text.Span {
	block := 0
	for block+1 < len(o.article.Blocks) && o.article.Blocks[block+1].Start <= s.Start {
		block++
	}
	line, _, _ := strings.Cut(o.source[o.lines[block]:], "\n")
	from := o.article.Blocks[block].Start
	first, last := untidied(line, s.Start-from), untidied(line, s.End-1-from)
	return text.Span{Start: o.lines[block] + first.Start, End: o.lines[block] + last.End}
}

// untidied returns the character of a line that byte n of its tidy form is of.
func untidied(line string, n int) text.Span {
	if tidy(line) == line {
		return text.Span{Start: n, End: n + 1}
	}
	for at := range line {
		_, size := utf8.DecodeRuneInString(line[at:])
		if len(tidy(line[:at+size])) > n {
			return text.Span{Start: at, End: at + size}
		}
	}
	return text.Span{Start: len(line), End: len(line)}
}
