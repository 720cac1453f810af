package ingest

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// What a page may have. Extractors take time and memory with the square of a
// page's text, and no article comes near: of 246 pages of two public data sets
// the largest has 2,800 elements and 0.2 MB of text.
const (
	mostElements = 30_000
	mostText     = 600 << 10 // bytes of words that are shown
	mostDepth    = 900_000   // elements, each counted as often as there are others around it: 30,000 of them 30 deep
)

// checkSize says why a page is too large to look for an article in, before it
// is made a tree.
func checkSize(source string) error {
	elements, size, code := 0, 0, false
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			code = string(name) == "script" || string(name) == "style"
			if elements++; elements > mostElements {
				return fmt.Errorf("the page has more than %d elements: it is a list or a book, and no article is looked for in it", mostElements)
			}
		case html.EndTagToken:
			code = false
		case html.TextToken:
			if !code {
				size += len(tokens.Raw())
			}
			if size > mostText {
				return fmt.Errorf("the page has more than %d kB of text: it is a list or a book, and no article is looked for in it", mostText>>10)
			}
		}
	}
}

// checkDepth says why a page nests too deep, all its elements together: each is
// asked what it stands in.
func checkDepth(root *html.Node) error {
	sum := 0
	var add func(n *html.Node, depth int)
	add = func(n *html.Node, depth int) {
		if n.Type == html.ElementNode {
			sum += depth
		}
		for c := n.FirstChild; c != nil && sum <= mostDepth; c = c.NextSibling {
			add(c, depth+1)
		}
	}
	if add(root, 0); sum > mostDepth {
		return errors.New("the elements of the page stand too deep in each other, and no article is looked for in it")
	}
	return nil
}
