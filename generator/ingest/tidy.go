package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/text"
)

// tidy makes of a page what its reader sees, before extractors see it: they
// cut a paragraph where it holds an element that they do not know, and take
// what is hidden. Elements that only mark words go and leave their words; what
// is not shown as words goes whole; and words that stand in a box beside its
// paragraphs get one of their own.
func tidy(root *html.Node) {
	for _, n := range elements(root) {
		if n.DataAtom == atom.Noscript {
			readEscaped(n)
		}
	}
	unveil(root)
	for _, n := range elements(root) {
		switch tag := tagOf(n); {
		case isWordless(tag), tag == atom.Noscript && isNotice(n):
			remove(n)
		case tag == atom.Noscript || isUnknown(tag):
			if holdsBlock(n) {
				n.Data, n.DataAtom = "div", atom.Div
			} else {
				unwrap(n)
			}
		}
	}
	for _, n := range elements(root) {
		if isBox(tagOf(n)) && holdsBlock(n) {
			wrapLoose(n)
		}
	}
}

// elements returns the elements of a page's body, outer ones first.
func elements(root *html.Node) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom != atom.Head && !within(n, atom.Head) {
			list = append(list, n)
		}
	}
	return list
}

// readEscaped reads the markup in an element for browsers without scripts that
// is written as text: a browser with scripts saves it so.
func readEscaped(n *html.Node) {
	if n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode || !strings.Contains(n.FirstChild.Data, "<") {
		return
	}
	context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	parts, err := html.ParseFragmentWithOptions(strings.NewReader(n.FirstChild.Data), context, html.ParseOptionEnableScripting(false))
	if err != nil {
		return // it nests too deep, and stays the text that it is
	}
	n.RemoveChild(n.FirstChild)
	for _, part := range parts {
		n.AppendChild(part)
	}
}

// remove takes a node out of the page.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrap puts what is in an element in its place.
func unwrap(n *html.Node) {
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// Figures of what is hidden and what is a notice.
const (
	mostHidden = 0.5 // share of a page's words that may be hidden; a page that hides more shows it once it is loaded
	notice     = 60  // words at most that a browser without scripts is shown of scripts and cookies
)

// unveil takes out what a page hides, unless it is most of the page.
func unveil(root *html.Node) {
	var hidden []*html.Node
	seen, unseen := 0, 0
	var count func(n *html.Node, veiled bool)
	count = func(n *html.Node, veiled bool) {
		switch {
		case n.Type == html.TextNode && veiled:
			unseen += text.CountWords(n.Data)
		case n.Type == html.TextNode:
			seen += text.CountWords(n.Data)
		case n.Type == html.ElementNode && skipped(tagOf(n)):
			return
		case n.Type == html.ElementNode && !veiled && isHidden(n):
			hidden, veiled = append(hidden, n), true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			count(c, veiled)
		}
	}
	count(root, false)
	if float64(unseen) > mostHidden*float64(seen+unseen) {
		return
	}
	for _, n := range hidden {
		remove(n)
	}
}

// isHidden reports whether an element says that it is not shown.
func isHidden(n *html.Node) bool {
	style := strings.ToLower(strings.Join(strings.Fields(attribute(n, "style")), ""))
	closed := tagOf(n) == atom.Dialog && !hasAttribute(n, "open")
	return closed || hasAttribute(n, "hidden") || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// isNotice reports whether an element for browsers without scripts only speaks
// of scripts or cookies.
func isNotice(n *html.Node) bool {
	words := strings.ToLower(inside(n))
	about := strings.Contains(words, "javascript") || strings.Contains(words, "cookie") || text.CountWords(words) == 0
	return about && text.CountWords(words) < notice
}

// isWordless reports whether an element has no words that belong to the text
// around it: what is drawn or run, what is a control, and how a word is read.
func isWordless(tag atom.Atom) bool {
	switch tag {
	case atom.Svg, atom.Template, atom.Style, atom.Iframe, atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video,
		atom.Textarea, atom.Select, atom.Datalist, atom.Rt, atom.Rp, atom.Meter, atom.Progress:
		return true
	}
	return false
}

// isUnknown reports whether an element only marks words and is none that
// extractors know. An element of a page's own has no atom.
func isUnknown(tag atom.Atom) bool {
	switch tag {
	case 0, atom.Time, atom.Nobr, atom.Wbr, atom.Data, atom.Bdi, atom.Bdo, atom.Dfn, atom.Abbr, atom.Acronym, atom.Kbd, atom.Samp, atom.Var,
		atom.Mark, atom.Ins, atom.Del, atom.S, atom.Strike, atom.Ruby, atom.Rb, atom.Rtc, atom.Label, atom.Output, atom.Tt, atom.Big,
		atom.Blink, atom.Marquee, atom.Slot, atom.Q, atom.Cite, atom.Map, atom.Math, atom.Button:
		return true
	}
	return false
}

// isBox reports whether an element can hold paragraphs.
func isBox(tag atom.Atom) bool {
	switch tag {
	case atom.Body, atom.Div, atom.Section, atom.Article, atom.Main, atom.Blockquote, atom.Td, atom.Center, atom.Details:
		return true
	}
	return false
}

// holdsBlock reports whether a block stands right in an element.
func holdsBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlock(tagOf(c)) {
			return true
		}
	}
	return false
}

// wrapLoose gives words between the blocks of a box a paragraph.
func wrapLoose(box *html.Node) {
	var run []*html.Node
	close := func() {
		words := false
		for _, n := range run {
			words = words || n.Type == html.TextNode && strings.TrimSpace(n.Data) != ""
		}
		if words {
			p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			box.InsertBefore(p, run[0])
			for _, n := range run {
				box.RemoveChild(n)
				p.AppendChild(n)
			}
		}
		run = nil
	}
	var next *html.Node
	for c := box.FirstChild; c != nil; c = next {
		next = c.NextSibling
		if c.Type == html.ElementNode && (isBlock(tagOf(c)) || skipped(tagOf(c))) {
			close()
		} else {
			run = append(run, c)
		}
	}
	close()
}
