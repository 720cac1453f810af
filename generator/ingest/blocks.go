package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A candidate is a block that an extractor takes for a part of the article.
type candidate struct {
	Block
	tag   atom.Atom // the element that it was
	links float64   // share of its letters that are links, 0 to 1
	key   string    // its words, to compare it by
	aside bool      // it stands beside the article: in a bar, a note, a picture's caption
}

// candidates returns the blocks below a node in reading order.
func candidates(root *html.Node) []candidate {
	if root == nil {
		return nil
	}
	w := blockWalker{}
	w.walk(root, state{kind: corpus.Paragraph, tag: tagOf(root)})
	w.flush()
	return w.found
}

// tagOf returns the element that a node is. Extractors make nodes whose
// DataAtom is not set.
func tagOf(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// A state is what a node stands in.
type state struct {
	kind  corpus.BlockKind
	tag   atom.Atom
	link  bool
	aside bool
}

// A blockWalker collects blocks.
type blockWalker struct {
	found   []candidate
	words   strings.Builder
	all     int // bytes of the block so far
	linked  int // those of them in links
	current state
	breaks  int // <br> since the last text
}

func (w *blockWalker) walk(n *html.Node, s state) {
	tag := tagOf(n)
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, s)
		return
	case html.ElementNode:
		if skipped(tag) {
			return
		}
		if tag == atom.Br {
			w.lineBreak()
			return
		}
	}
	block := n.Type == html.ElementNode && isBlock(tag)
	if block {
		w.flush()
		s.tag, s.kind = tag, kindOf(tag, s.kind)
	}
	s.link = s.link || tag == atom.A
	s.aside = s.aside || n.Type == html.ElementNode && isBeside(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, s)
	}
	if block {
		w.flush()
	}
}

func (w *blockWalker) text(words string, s state) {
	blank := strings.TrimSpace(words) == ""
	if !blank {
		if w.words.Len() == 0 {
			w.current = s
		}
		w.breaks = 0
		size := len(strings.TrimSpace(words))
		w.all += size
		if s.link {
			w.linked += size
		}
	}
	if !blank || w.words.Len() > 0 {
		w.words.WriteString(words)
	}
}

// lineBreak ends a line; two of them end a paragraph.
func (w *blockWalker) lineBreak() {
	w.breaks++
	if w.breaks > 1 {
		w.flush()
		return
	}
	if w.words.Len() > 0 {
		w.words.WriteByte(' ')
	}
}

// flush ends a block.
func (w *blockWalker) flush() {
	if line := oneLine(w.words.String()); line != "" {
		kind := w.current.kind
		if kind == corpus.Subheading && isSentence(line) {
			kind = corpus.Paragraph
		}
		w.found = append(w.found, candidate{
			Block: Block{Kind: kind, Text: line},
			tag:   w.current.tag,
			links: float64(w.linked) / float64(max(1, w.all)),
			key:   wordsOf(line),
			aside: w.current.aside,
		})
	}
	w.words.Reset()
	w.all, w.linked, w.breaks = 0, 0, 0
}

// leastSentence is how many words a sentence has that no heading is.
const leastSentence = 8

// isSentence reports whether a line is one that tells something and not the
// heading of what follows: some pages set their first paragraph as a heading.
func isSentence(line string) bool {
	return text.CountWords(line) >= leastSentence && strings.HasSuffix(strings.TrimRight(line, "\"”’»)"), ".")
}

// kindOf returns the kind of an element's blocks inside one of a kind.
func kindOf(tag atom.Atom, outer corpus.BlockKind) corpus.BlockKind {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return corpus.Subheading
	case atom.Li:
		return corpus.Item
	case atom.Blockquote:
		return corpus.BlockQuote
	}
	return outer
}

func isHeading(tag atom.Atom) bool { return kindOf(tag, "") == corpus.Subheading }

// isBlock reports whether an element begins and ends on lines of its own.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Figure, atom.Figcaption,
		atom.Hr, atom.Center, atom.Body, atom.Form, atom.Fieldset, atom.Address, atom.Details, atom.Summary,
		atom.Dialog, atom.Hgroup, atom.Menu, atom.Dir, atom.Listing, atom.Xmp, atom.Search:
		return true
	}
	return false
}

// skipped reports whether an element has no words to read.
func skipped(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Iframe, atom.Noscript, atom.Svg, atom.Math, atom.Textarea,
		atom.Select, atom.Button, atom.Head, atom.Title, atom.Object, atom.Embed:
		return true
	}
	return false
}

// isBeside reports whether an element stands beside an article, by its name or
// by what the page calls it.
func isBeside(n *html.Node) bool {
	switch tagOf(n) {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Figure, atom.Figcaption, atom.Table, atom.Address, atom.Dialog:
		return true
	}
	called := strings.ToLower(attribute(n, "class") + " " + attribute(n, "id"))
	for _, name := range [...]string{
		"comment", "related", "sidebar", "footer", "promo", "newsletter", "share", "social", "recommend", "teaser", "caption", "widget",
		"cookie", "subscribe", "signup", "banner", "disclaimer", "copyright", "outbrain", "taboola", "author", "byline", "bio", "credit",
		"popup", "modal", "advert", "sponsor", "gallery", "slide", "toolbar", "menu", "nav", "popular", "trending", "more-", "readmore",
	} {
		if strings.Contains(called, name) {
			return true
		}
	}
	return false
}
