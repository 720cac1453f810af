package ingest

import (
	"fmt"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Plain reads a text without markup: the first line is the title, blank lines
// stand between paragraphs. In Markdown lines may be headings, items of a
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
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		for _, b := range plainBlocks(paragraph, left) {
			if d.Title == "" {
				d.Title = short(b.Text, 500)
				continue
			}
			d.Blocks = append(d.Blocks, b)
		}
	}
	if len(d.Blocks) == 0 {
		return d, fmt.Errorf("it needs a title in its first line and a text below")
	}
	return d, nil
}

// plainBlocks returns the blocks of lines that have no blank line between.
// Lines are one paragraph unless a mark begins them; the first line of a file
// is often a title with its text right below it, which is not told apart.
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
