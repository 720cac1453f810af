package feed

import (
	"bytes"
	"encoding/xml"
	"strings"

	"golang.org/x/net/html"
)

// titles returns the title of each item of RSS or Atom in order, as its type
// says: text, HTML that is escaped, or XHTML. It ends where the feed cannot be
// read further.
func titles(data []byte) []string {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var found []string
	for {
		token, err := d.Token()
		if err != nil {
			return found
		}
		if start, is := token.(xml.StartElement); is && (start.Name.Local == "item" || start.Name.Local == "entry") {
			found = append(found, itemTitle(d))
		}
	}
}

// itemTitle reads an item to its end, and returns its own title.
func itemTitle(d *xml.Decoder) string {
	title := ""
	for {
		token, err := d.Token()
		if err != nil {
			return title
		}
		switch t := token.(type) {
		case xml.EndElement:
			return title
		case xml.StartElement:
			words := elementText(d)
			own := t.Name.Local == "title" && (t.Name.Space == "" || strings.Contains(t.Name.Space, "Atom") || strings.Contains(t.Name.Space, "atom") || strings.Contains(t.Name.Space, "rss"))
			if own && title == "" {
				title = asType(words, t)
			}
		}
	}
}

// elementText reads an element to its end and returns its text.
func elementText(d *xml.Decoder) string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	return b.String()
}

// asType returns a title as text. RSS does not say what its titles are: they are
// text, or HTML that was escaped.
func asType(words string, title xml.StartElement) string {
	kind := ""
	for _, a := range title.Attr {
		if a.Name.Local == "type" || a.Name.Local == "mode" {
			kind += " " + a.Value
		}
	}
	atom := strings.Contains(strings.ToLower(title.Name.Space), "atom")
	switch {
	case strings.Contains(kind, "base64"), strings.Contains(kind, "octet-stream"):
		return "" // the reader of the feed unpacks it
	case strings.Contains(kind, "xhtml"), strings.Contains(kind, "xml"), atom && !strings.Contains(kind, "html"):
		return words
	case strings.Contains(kind, "html"), isHTML(words):
		return textOf(words)
	}
	return words
}

// isHTML reports whether a text that may be HTML is: it has a reference, or a
// tag of those that stand in titles.
func isHTML(words string) bool {
	lower := strings.ToLower(words)
	for _, tag := range [...]string{"b", "i", "em", "strong", "a", "span", "br", "sub", "sup", "u", "p", "q", "cite", "small", "code", "font", "wbr", "div", "img", "script", "style"} {
		if strings.Contains(lower, "<"+tag+">") || strings.Contains(lower, "<"+tag+" ") || strings.Contains(lower, "<"+tag+"/") || strings.Contains(lower, "</"+tag+">") {
			return true
		}
	}
	return html.UnescapeString(words) != words
}

// textOf returns the text of HTML.
func textOf(words string) string {
	var b strings.Builder
	code := false
	tokens := html.NewTokenizer(strings.NewReader(words))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !code {
				b.Write(tokens.Text())
			}
		case html.SelfClosingTagToken, html.StartTagToken:
			name, _ := tokens.TagName()
			if code = string(name) == "script" || string(name) == "style"; string(name) == "br" || string(name) == "p" {
				b.WriteByte(' ')
			}
		case html.EndTagToken:
			code = false
		}
	}
}
