package class

import (
	"bytes"

	"golang.org/x/net/html"
)

// printed returns a document as a file.
func printed(doc *html.Node) ([]byte, error) {
	var b bytes.Buffer
	if err := html.Render(&b, doc); err != nil {
		return nil, err
	}
	// An element that is never closed is written as the templates write it; in
	// texts and attributes the sign > is escaped.
	return append(bytes.ReplaceAll(b.Bytes(), []byte("/>"), []byte(">")), '\n'), nil
}

// each calls do with every node of a tree.
func each(n *html.Node, do func(*html.Node)) {
	do(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

// find returns the first node of a tree that is wanted, or nil.
func find(n *html.Node, wanted func(*html.Node) bool) *html.Node {
	if wanted(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, wanted); found != nil {
			return found
		}
	}
	return nil
}

// attr returns an attribute of a node, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
		}
	}
}
