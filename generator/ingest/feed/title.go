package feed

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"strings"

	"golang.org/x/net/html"
)

// A head is what an item of RSS or Atom says of itself that the reader of feeds
// leaves aside or mixes up.
type head struct {
	title           string // its own, as its type says: text, HTML that is escaped, or XHTML
	media           string // title of a picture or film in it
	issued, created string // by Atom 0.3 and Dublin Core's terms
	modified        string
}

// heads returns the head of each item of RSS or Atom in order. It ends where the feed
// cannot be read further.
func heads(data []byte) []head {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var found []head
	for {
		token, err := d.Token()
		if err != nil {
			return found
		}
		if start, is := token.(xml.StartElement); is && (start.Name.Local == "item" || start.Name.Local == "entry") {
			found = append(found, headOf(d))
		}
	}
}

// headOf reads an item to its end.
func headOf(d *xml.Decoder) (h head) {
	for {
		token, err := d.Token()
		if err != nil {
			return h
		}
		switch t := token.(type) {
		case xml.EndElement:
			return h
		case xml.StartElement:
			h.take(t, elementText(d))
		}
	}
}

// take notes what an element of the item says, of several of one name the first.
func (h *head) take(t xml.StartElement, words string) {
	space := strings.ToLower(t.Name.Space)
	media := space == "media" || strings.Contains(space, "mrss")
	feeds := space == "" || strings.Contains(space, "atom") || strings.Contains(space, "rss") && !media
	terms := strings.Contains(space, "purl.org/dc/terms")
	var part *string
	switch {
	case t.Name.Local == "title" && feeds:
		part, words = &h.title, asType(words, t)
	case t.Name.Local == "title" && media:
		part = &h.media
	case t.Name.Local == "issued" && (feeds || terms):
		part = &h.issued
	case t.Name.Local == "created" && (feeds || terms):
		part = &h.created
	case t.Name.Local == "modified" && (feeds || terms):
		part = &h.modified
	default:
		return
	}
	if *part == "" {
		*part = words
	}
}

// elementText reads an element to its end and returns its text, without that of
// scripts and styles in it.
func elementText(d *xml.Decoder) string {
	var b strings.Builder
	code := 0 // depth at which a script or style began; 0 outside
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; code == 0 && (t.Name.Local == "script" || t.Name.Local == "style") {
				code = depth
			}
		case xml.EndElement:
			if depth == code {
				code = 0
			}
			depth--
		case xml.CharData:
			if code == 0 {
				b.Write(t)
			}
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
	if strings.Contains(kind, "base64") || strings.Contains(kind, "octet-stream") {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(words), ""))
		if err != nil {
			return "" // it stays what the reader of the feed makes of it
		}
		words = string(data)
	}
	switch {
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
