package ingest

import (
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Plain reads a text without markup: the first line is the title, blank lines
// stand between paragraphs, and what stands above the text may be told apart. In Markdown lines may be headings, items of a
// list and quotations. Front matter is for files that are in content/ already
// and is refused. What a copied web page leaves around an article, such as its
// buttons and the form for comments, is left out.
func Plain(page Page, languages *text.Languages) (Document, error) {
	source, err := Unpack(page.Data)
	if err != nil {
		return Document{}, err
	}
	s, err := decode(source, page.Type)
	if err != nil {
		return Document{}, err
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if strings.HasPrefix(s, "+++\n") || strings.HasPrefix(s, "---\n") {
		return Document{}, fmt.Errorf("it has front matter already; put it into content/articles as it is")
	}
	d := Document{URL: page.Address}
	left := newDebris(languages.For("en"))
	var blocks []Block
	for paragraph := range strings.SplitSeq(parted(s), "\n\n") {
		blocks = append(blocks, plainBlocks(paragraph, left)...)
	}
	if d.Blocks, err = (&top{languages.For("en"), page.Outlets}).read(&d, blocks, -1); err != nil {
		return d, err
	}
	if len(d.Blocks) == 0 {
		return d, fmt.Errorf("it needs a title in its first line and a text below")
	}
	return d, nil
}

// longLine is how many bytes a line has that nobody broke: it is a paragraph.
const longLine = 160

// parted returns a text whose paragraphs have blank lines between them, also if
// it was copied from a page with a line for each, and with one below a first line
// that is a headline.
func parted(s string) string {
	s = strings.TrimLeft(s, "\n")
	if lines := strings.Split(s, "\n"); !strings.Contains(strings.TrimSpace(s), "\n\n") && slices.ContainsFunc(lines, func(line string) bool { return len(line) > longLine }) {
		return strings.Join(lines, "\n\n")
	}
	first, rest, _ := strings.Cut(s, "\n")
	below, _, _ := strings.Cut(rest, "\n\n")
	if below != "" && !endsSentence(first) && isSentence(oneLine(below)) {
		return first + "\n\n" + rest
	}
	return s
}

// plainBlocks returns the blocks of lines that have no blank line between.
// Lines are one paragraph unless a mark begins them.
func plainBlocks(paragraph string, left *debris) []Block {
	var blocks []Block
	open := false // the last block may go on in the next line
	for line := range strings.SplitSeq(paragraph, "\n") {
		kind, words := plainLine(strings.TrimSpace(line))
		if words = oneLine(words); words == "" || left.is(words) {
			open = false
			continue
		}
		if last := len(blocks) - 1; open && (kind == corpus.Paragraph || kind == corpus.BlockQuote && blocks[last].Kind == kind) {
			blocks[last].Text += " " + words
			continue
		}
		blocks = append(blocks, Block{kind, words})
		open = kind != corpus.Subheading
	}
	return blocks
}

// plainLine returns what a line is by the mark before it.
func plainLine(line string) (corpus.BlockKind, string) {
	if rest := strings.TrimLeft(line, "#"); rest != line && strings.HasPrefix(rest, " ") {
		return corpus.Subheading, rest
	}
	for _, mark := range []string{"- ", "* ", "+ ", "• "} {
		if rest, found := strings.CutPrefix(line, mark); found {
			return corpus.Item, rest
		}
	}
	if rest, found := strings.CutPrefix(line, ">"); found {
		return corpus.BlockQuote, rest
	}
	return corpus.Paragraph, line
}
