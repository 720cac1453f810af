package frame

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/site"

	gtext "github.com/yuin/goldmark/text"
)

// markdownLimit is the longest text that is read as Markdown, in bytes; some
// input takes quadratic time.
const markdownLimit = 64 << 10

// Markdown renders an editor's Markdown on a page. HTML in it is dropped, of an
// image of another site its words are kept; links to the site's own pages are written
// from the root, such as "method.html", and made relative here; of others that are
// not of the web the words are kept. What comes out is HTML by goldmark, which escapes
// all it does not drop.
func (s *Style) Markdown(source, page string) template.HTML {
	source = source[:min(len(source), markdownLimit)]
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	doc := md.Parser().Parse(gtext.NewReader([]byte(source)))
	var bare []ast.Node // of which only the words stay
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && !s.directed(n, source, page) {
			bare = append(bare, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range bare {
		unwrap(n)
	}
	var b bytes.Buffer
	if err == nil {
		err = md.Renderer().Render(&b, []byte(source), doc)
	}
	if err != nil { // a Buffer takes everything, so only a broken parser comes here
		return template.HTML(template.HTMLEscapeString(source))
	}
	return template.HTML(b.String())
}

// directed makes a link or a picture of an editor's Markdown one that holds on a page,
// and reports whether it may stay: of others the words do.
func (s *Style) directed(n ast.Node, source, page string) bool {
	switch n := n.(type) {
	case *ast.Link:
		if string(n.Destination) == address.Teachers && !s.Config.Pages.Lessons {
			return false
		}
		n.Destination = []byte(markdownLink(string(n.Destination), page))
		return len(n.Destination) > 0
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL && site.Link(string(n.URL([]byte(source)))) != "" {
			return true
		}
		n.AppendChild(n, ast.NewString(n.Label([]byte(source))))
		return false
	case *ast.Image:
		to := string(n.Destination)
		if strings.Contains(to, ":") || strings.HasPrefix(to, "//") || !corpus.IsPicture(to) {
			return false
		}
		n.Destination = []byte(markdownLink(to, page))
	}
	return true
}

// unwrap puts what a node holds in the node's place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		n.RemoveChild(n, child)
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}

// markdownLink returns where a link of an editor's text leads from a page.
func markdownLink(to, page string) string {
	switch {
	case strings.HasPrefix(to, "#"):
		return to
	case strings.Contains(to, ":"), strings.HasPrefix(to, "//"):
		return site.Link(to)
	}
	return address.Link(page, strings.TrimPrefix(strings.TrimPrefix(to, "./"), "/"))
}
