package page

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gtext "github.com/yuin/goldmark/text"
)

// markdownLimit is the longest text that is read as Markdown, in bytes; some
// input takes quadratic time.
const markdownLimit = 64 << 10

// markdown renders an editor's Markdown on a page. HTML in it is dropped;
// links to the site's own pages are written from the root, such as
// "method.html", and made relative here, and others must be of the web.
func (r *renderer) markdown(source, page string) template.HTML {
	source = source[:min(len(source), markdownLimit)]
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	doc := md.Parser().Parse(gtext.NewReader([]byte(source)))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering {
			link.Destination = []byte(markdownLink(string(link.Destination), page))
		}
		return ast.WalkContinue, nil
	})
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, []byte(source), doc); err != nil {
		return template.HTML(template.HTMLEscapeString(source)) //nolint:gosec // escaped.
	}
	return template.HTML(b.String()) //nolint:gosec // goldmark without WithUnsafe drops HTML.
}

// markdownLink returns where a link of an editor's text leads from a page.
func markdownLink(to, page string) string {
	switch {
	case strings.HasPrefix(to, "#"), strings.HasPrefix(to, "mailto:"):
		return to
	case strings.Contains(to, ":"), strings.HasPrefix(to, "//"):
		return safeURL(to)
	}
	return href(page, strings.TrimPrefix(strings.TrimPrefix(to, "./"), "/"))
}
