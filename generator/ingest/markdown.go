package ingest

import (
	"strings"

	"parallax/generator/corpus"
)

// markdown returns the body as Markdown whose words are those of the blocks:
// nothing in them is read as a mark or as HTML.
func markdown(blocks []Block) string {
	var b strings.Builder
	for i, block := range blocks {
		if i > 0 {
			b.WriteString(between(blocks[i-1].Kind, block.Kind))
		}
		b.WriteString(prefix(block.Kind))
		b.WriteString(escaped(block.Text))
	}
	return b.String() + "\n"
}

// between returns what stands between blocks of two kinds.
func between(before, after corpus.BlockKind) string {
	switch {
	case before == corpus.Item && after == corpus.Item:
		return "\n"
	case before == corpus.BlockQuote && after == corpus.BlockQuote:
		return "\n>\n"
	}
	return "\n\n"
}

// prefix returns the mark that a block of a kind begins with.
func prefix(kind corpus.BlockKind) string {
	switch kind {
	case corpus.Subheading:
		return "## "
	case corpus.Item:
		return "- "
	case corpus.BlockQuote:
		return "> "
	}
	return ""
}

// escaped returns a line as Markdown that means its characters.
func escaped(line string) string {
	var b strings.Builder
	start := true // only digits so far
	for i, r := range line {
		mark := strings.ContainsRune("\\`*_[]<&", r)
		switch {
		case i == 0 && strings.ContainsRune("#+-=~>|", r):
			mark = true
		case i > 0 && start && (r == '.' || r == ')'):
			mark = true // or it begins a numbered list
		case r == '#' && strings.Trim(line[i:], "#") == "":
			mark = true // or it closes a heading
		}
		start = start && r >= '0' && r <= '9'
		if mark {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
