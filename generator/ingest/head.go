package ingest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/text"
)

// head collects what the article says of itself in its text: above it, and
// inside it. What stands in bars, notes and footers, with comments or other
// articles, and after the article is of something else.
func (f *facts) head(root *html.Node) {
	article := articleOf(root)
	began, over := false, false // its prose; the article
	for n := range root.Descendants() {
		over = over || article != nil && n.Type == html.ElementNode && follows(n, article)
		if n.Type != html.ElementNode || over || n.DataAtom == atom.Meta && n.Parent.DataAtom == atom.Head || isElsewhere(n) || article != nil && inOther(n, article) {
			continue
		}
		began = began || n.DataAtom == atom.P && isSentence(oneLine(inside(n)))
		f.byline(n)
		f.time(n, began)
	}
}

// articleOf returns the element that holds the article, nil if the page does
// not say: of its articles that hold a heading, the first.
func articleOf(root *html.Node) *html.Node {
	var first *html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Article {
			continue
		}
		if first == nil {
			first = n
		}
		for c := range n.Descendants() {
			if c.DataAtom == atom.H1 {
				return n
			}
		}
	}
	return first
}

// follows reports whether a node stands after an element and neither in it nor
// around it, given that nodes are asked about in order.
func follows(n, element *html.Node) bool {
	for after := element.NextSibling; after != nil; after = after.NextSibling {
		if n == after {
			return true
		}
	}
	return false
}

// inOther reports whether a node stands in an article that is another one.
func inOther(n, article *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p == article {
			return false
		}
		if p.DataAtom == atom.Article && !isInside(article, p) {
			return true
		}
	}
	return false
}

func isInside(n, outer *html.Node) bool {
	for p := range n.Ancestors() {
		if p == outer {
			return true
		}
	}
	return false
}

// elsewhereNames are parts of what pages call elements that are no part of the
// article.
var elsewhereNames = [...]string{
	"comment", "related", "sidebar", "recommend", "promo", "teaser", "popular", "trending", "most-read", "footer", "newsletter", "event", "events", "calendar",
	"outbrain", "taboola", "readmore",
}

// isElsewhere reports whether a node stands in something that is no part of the
// article.
func isElsewhere(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer:
			return true
		case atom.Body, atom.Html, atom.Article, atom.Main:
			return false
		}
		called := strings.ToLower(attribute(p, "class") + " " + attribute(p, "id"))
		if called != " " && callsElsewhere(called) {
			return true
		}
	}
	return false
}

// callsElsewhere reports whether a word of a class or an id begins as one of
// the names does; short ones must be whole.
func callsElsewhere(called string) bool {
	for word := range strings.FieldsFuncSeq(called, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.ContainsFunc(elsewhereNames[:], func(name string) bool {
			return word == name || len(name) > len("events") && strings.HasPrefix(word, name)
		}) {
			return true
		}
	}
	return false
}

// time collects what an element says of when the article was published.
func (f *facts) time(n *html.Node, began bool) {
	called := strings.Fields(strings.ToLower(attribute(n, "class") + " " + attribute(n, "itemprop")))
	says := func(part string) bool {
		return slices.ContainsFunc(called, func(name string) bool { return strings.Contains(name, part) })
	}
	if says("bday") || says("dtstart") || says("birth") {
		return // of what the article tells of
	}
	changed := says("modif") || says("updat") || slices.ContainsFunc(f.english.List("page_changed"), func(word string) bool {
		return strings.Contains(strings.ToLower(oneLine(around(n))), word)
	})
	value := ""
	for _, key := range [...]string{"datetime", "content", "title"} {
		if value = attribute(n, key); readDate(value).Known() {
			break
		}
		value = ""
	}
	published := says("publish") || hasAttribute(n, "pubdate")
	switch {
	case n.DataAtom == atom.Time && !changed && !began && value != "", published && value != "":
		f.times = append(f.times, stated{value, fromMarkup})
	case !began && (n.DataAtom == atom.Time || !holdsBlock(n)):
		line := oneLine(inside(n))
		if day := f.publishedDay(line, published || n.DataAtom == atom.Time && !changed); day != "" {
			f.times = append(f.times, stated{day, fromLine})
		}
	}
}

// around returns the words right around an element: those of its parent, if
// they are few.
func around(n *html.Node) string {
	if n.DataAtom != atom.Time || n.Parent == nil {
		return ""
	}
	if words := inside(n.Parent); text.CountWords(words) < shortLine {
		return words
	}
	return ""
}
