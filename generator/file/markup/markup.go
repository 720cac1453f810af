// Package markup reads finished pages as browsers do. Whoever looks into one,
// for its links or for the words it carries, reads it with this tokenizer, so
// that no way of writing HTML is seen by one and missed by another.
package markup

import (
	"bytes"
	"iter"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Kind says what a token is.
type Kind int

// The kinds of token. What is neither, such as a comment, is left out.
const (
	Text  Kind = iota
	Start      // of an element
	Empty      // an element that is closed where it begins: <br/>
	End        // of an element
)

// A Token is a tag, or the text up to the next one. What stands in a script, a
// style or a title is text.
type Token struct {
	Kind       Kind
	Name       string // of a tag, in lower case
	Text       []byte // without escapes
	Attributes []Attribute
}

// An Attribute is one of a tag, however its value is quoted.
type Attribute struct {
	Key   string // in lower case
	Value []byte // without escapes
}

// kindOf returns the kind of a token, and whether it is handed out.
func kindOf(t html.TokenType) (k Kind, wanted bool) {
	switch t {
	case html.TextToken:
		return Text, true
	case html.StartTagToken:
		return Start, true
	case html.SelfClosingTagToken:
		return Empty, true
	case html.EndTagToken:
		return End, true
	}
	return 0, false
}

// Tokens yields the tokens of a page. Each is valid until the next one.
func Tokens(page []byte) iter.Seq[*Token] {
	return func(yield func(*Token) bool) {
		z := html.NewTokenizer(bytes.NewReader(page))
		var t Token
		for {
			kind := z.Next()
			if kind == html.ErrorToken {
				return // the end: nothing in a page is an error
			}
			var wanted bool
			if t.Kind, wanted = kindOf(kind); !wanted {
				continue
			}
			if t.read(z); !yield(&t) {
				return
			}
		}
	}
}

// read takes in what the tokenizer stands at.
func (t *Token) read(z *html.Tokenizer) {
	t.Name, t.Text, t.Attributes = "", nil, t.Attributes[:0]
	if t.Kind == Text {
		t.Text = z.Text()
		return
	}
	name, more := z.TagName()
	t.Name = atom.String(name)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		t.Attributes = append(t.Attributes, Attribute{atom.String(key), value})
	}
}
