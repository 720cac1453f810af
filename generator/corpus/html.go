package corpus

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordsOfHTML returns the text between the tags of a fragment of HTML, without
// scripts, styles and the like. Elements that end a line do so here.
func wordsOfHTML(fragment []byte) string {
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(fragment))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case endsLine(a):
				b.WriteByte('\n')
			case hidden(a):
				skip(z, a)
			}
		}
	}
}

// endsLine reports whether an element begins and ends on its own line.
func endsLine(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Br, atom.Div, atom.Li, atom.Tr, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.Section, atom.Article:
		return true
	}
	return false
}

// hidden reports whether the content of an element is not shown as text.
func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Iframe, atom.Noscript, atom.Textarea, atom.Title, atom.Svg, atom.Math:
		return true
	}
	return false
}

// skip moves to the end of an element, or of the fragment.
func skip(z *html.Tokenizer, element atom.Atom) {
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == element {
				return
			}
		}
	}
}
