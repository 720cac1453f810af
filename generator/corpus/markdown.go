package corpus

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markup "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// A rawBlock is a block of Markdown as words, before it is known whether it
// belongs to the article.
type rawBlock struct {
	kind  BlockKind
	lines []string // tidy; the lines of the source, which a page shows as one
	at    int      // byte offset in the Markdown
}

// A flattener turns Markdown into words. It is not safe for use by several
// goroutines at once.
type flattener struct{ parser parser.Parser }

// newFlattener returns a flattener of CommonMark without extensions.
func newFlattener() *flattener { return &flattener{goldmark.DefaultParser()} }

// flatten returns the blocks of a Markdown text in order. Images, rules and
// HTML tags are left out; the words of links and between tags stay.
func (f *flattener) flatten(markdown string) []rawBlock {
	if tangled(markdown) {
		return paragraphs(markdown)
	}
	b := blockWriter{source: []byte(markdown)}
	b.container(f.parser.Parse(text.NewReader(b.source)), Paragraph)
	return b.blocks
}

// A blockWriter collects the blocks of one text.
type blockWriter struct {
	source []byte
	blocks []rawBlock
	words  strings.Builder
}

// container writes the blocks below a node, which are of the kind unless they
// are headings.
func (b *blockWriter) container(parent ast.Node, kind BlockKind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Blockquote:
			b.container(n, BlockQuote)
		case *ast.List:
			b.container(n, Item)
		case *ast.ListItem:
			b.container(n, kind)
		case *ast.Heading:
			b.leaf(n, Subheading)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			b.code(n, kind)
		case *ast.HTMLBlock:
			b.markup(n, kind)
		case *ast.Paragraph, *ast.TextBlock:
			b.leaf(n, kind)
		}
	}
}

// leaf writes a block of inline text.
func (b *blockWriter) leaf(n ast.Node, kind BlockKind) {
	b.words.Reset()
	b.inline(n)
	b.add(kind, b.words.String(), n)
}

// add adds a block, if it has words.
func (b *blockWriter) add(kind BlockKind, words string, n ast.Node) {
	var lines []string
	for line := range strings.Lines(words) {
		if line = tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return
	}
	at := 0
	if n.Lines().Len() > 0 {
		at = n.Lines().At(0).Start
	}
	b.blocks = append(b.blocks, rawBlock{kind, lines, at})
}

// inline writes the words of a node's children.
func (b *blockWriter) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.text(n.Segment.Value(b.source), n.IsRaw())
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.words.WriteByte('\n')
			}
		case *ast.String:
			b.text(n.Value, n.IsRaw() || n.IsCode())
		case *ast.AutoLink:
			b.words.Write(n.Label(b.source))
		case *ast.RawHTML:
			if bytes.HasPrefix(bytes.ToLower(n.Segments.Value(b.source)), []byte("<br")) {
				b.words.WriteByte('\n')
			}
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					b.words.Write(t.Segment.Value(b.source))
				}
			}
		case *ast.Image:
		default:
			b.inline(n)
		}
	}
}

// text writes a run of text with its escapes and entities resolved.
func (b *blockWriter) text(value []byte, raw bool) {
	if raw || !bytes.ContainsAny(value, `\&`) {
		b.words.Write(value)
		return
	}
	var escaped bytes.Buffer
	w := markupWriter{&escaped}
	markup.DefaultWriter.Write(w, value)
	b.words.WriteString(html.UnescapeString(escaped.String()))
}

// A markupWriter lets the HTML writer of goldmark write to a buffer.
type markupWriter struct{ *bytes.Buffer }

func (markupWriter) Available() int  { return 0 }
func (w markupWriter) Buffered() int { return w.Len() }
func (markupWriter) Flush() error    { return nil }

// code writes a code block: one line of text a line.
func (b *blockWriter) code(n ast.Node, kind BlockKind) {
	b.add(kind, string(n.Lines().Value(b.source)), n)
}

// markup writes the words of a block of HTML without its tags.
func (b *blockWriter) markup(n *ast.HTMLBlock, kind BlockKind) {
	source := n.Lines().Value(b.source)
	if n.HasClosure() {
		source = append(bytes.Clone(source), n.ClosureLine.Value(b.source)...)
	}
	b.add(kind, wordsOfHTML(source), n)
}
