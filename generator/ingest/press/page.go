package press

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hasClass reports whether an element has a class.
func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

// attribute returns an attribute of an element, "" if it has none of that name.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// all returns the elements below a node for which a function is true, none of them
// inside another.
func all(n *html.Node, is func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && is(c) {
			list = append(list, c)
			continue
		}
		list = append(list, all(c, is)...)
	}
	return list
}

// ofClass returns the first element below a node that has one of the classes, in
// their order; nil if none has.
func ofClass(n *html.Node, classes ...string) *html.Node {
	for _, class := range classes {
		if found := all(n, func(e *html.Node) bool { return hasClass(e, class) }); len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

// words returns the words of a node on one line. What marks the terms of a search
// parts no word from the next.
func words(n *html.Node) string {
	if n == nil {
		return ""
	}
	return oneLine(strings.ReplaceAll(blocksOf(n), "\n", " "))
}

// isBlock reports whether an element begins a paragraph.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Br, atom.Tr, atom.Li, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Section, atom.Article, atom.Header, atom.Blockquote, atom.Ul, atom.Ol, atom.Hr:
		return true
	}
	return false
}

// blocksOf returns the paragraphs of a node with an empty line between them. Line
// breaks of the source mean nothing.
func blocksOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(n.Data))
			return
		case n.DataAtom == atom.Script, n.DataAtom == atom.Style, n.DataAtom == atom.Head:
			return
		}
		if isBlock(n) {
			b.WriteString("\n\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if isBlock(n) {
			b.WriteString("\n\n")
		}
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			b.WriteString(" ")
		}
	}
	walk(n)
	return strings.Join(paragraphs(b.String()), "\n\n")
}
