package corpus

import "strings"

// More marks than these make no article. The parser takes time by the square
// of their number, so that 100 kB of them would hold up a build.
const (
	mostBrackets = 1000 // [
	mostStars    = 5000 // * and _
	mostNested   = 50   // quotations and lists in each other
)

// tangled reports whether a text has more marks of Markdown than an article
// may have.
func tangled(markdown string) bool {
	if strings.Count(markdown, "[") > mostBrackets || strings.Count(markdown, "*")+strings.Count(markdown, "_") > mostStars {
		return true
	}
	for line := range strings.Lines(markdown) {
		if nesting(line) > mostNested {
			return true
		}
	}
	return false
}

// nesting returns how many quotations and list items a line may open, or how
// deep its indentation may stand.
func nesting(line string) int {
	marks, blanks := 0, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == '>':
			marks++
		case c == ' ':
			blanks++
		case c == '\t':
			blanks += 4
		case strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			marks++
		case c < '0' || c > '9':
			return marks + (blanks-marks)/4
		}
	}
	return marks
}

// paragraphs returns the paragraphs of a text without reading its marks.
func paragraphs(markdown string) []rawBlock {
	var blocks []rawBlock
	var lines []string
	start, at := 0, 0
	for line := range strings.Lines(markdown) {
		at += len(line)
		if line = tidy(line); line != "" {
			lines = append(lines, line)
			continue
		}
		if len(lines) > 0 {
			blocks = append(blocks, rawBlock{Paragraph, lines, start})
		}
		lines, start = nil, at
	}
	if len(lines) > 0 {
		blocks = append(blocks, rawBlock{Paragraph, lines, start})
	}
	return blocks
}
