package ingest

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"parallax/generator/text"
)

// A Page is a page as it came.
type Page struct {
	Data    []byte // packed with gzip or not, in any encoding
	Address string // where it was, from where its links are read; may be empty
	Type    string // Content-Type as whoever sent it states it; may be empty

	Outlets []string // names of outlets that a line of a text may be
}

// Extract reads a page of HTML. It is an error if the page is too large, too
// deep or without text.
func Extract(page Page, languages *text.Languages) (Document, error) {
	data, err := Unpack(page.Data)
	if err != nil {
		return Document{}, err
	}
	source, err := decode(data, page.Type)
	if err != nil {
		return Document{}, err
	}
	if err := checkSize(source); err != nil {
		return Document{}, err
	}
	root, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return Document{}, fmt.Errorf("read the page: %w", err)
	}
	if err := checkDepth(root); err != nil {
		return Document{}, err
	}
	where := base(page.Address)
	english := languages.For("en")
	facts := readFacts(root, where, english)
	tidy(root)
	sheet := newSheet(root)
	second := candidates(readable(dom.Clone(root, true), where))
	first := trafilated(root, where)
	d := facts.document()
	d.Blocks = newChooser(english, d.Title).choose(candidates(first), second, sheet)
	if len(d.Blocks) == 0 {
		return d, fmt.Errorf("the page has no article that could be found")
	}
	return d, nil
}

// base returns the address that links are read from. The extractors demand
// one, so that a page without has one that leads nowhere.
func base(address string) *url.URL {
	if u, err := url.Parse(address); err == nil && isWeb(u) {
		return u
	}
	return &url.URL{Scheme: "http", Host: nowhere}
}

// nowhere is a host that cannot exist (RFC 2606).
const nowhere = "page.invalid"

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

// readable returns the article that readability finds, nil if it finds none.
// An extractor that gives up on a page is one opinion less, no mistake.
func readable(root *html.Node, where *url.URL) (article *html.Node) {
	defer func() {
		if recover() != nil {
			article = nil
		}
	}()
	found, err := readability.FromDocument(root, where)
	if err != nil {
		return nil
	}
	return found.Node
}

// trafilated returns the article that trafilatura finds. Its guess at the day of
// publication is not asked for: it takes footers and pictures for one.
func trafilated(root *html.Node, where *url.URL) (article *html.Node) {
	defer func() {
		if recover() != nil {
			article = nil
		}
	}()
	found, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL: where, IncludeLinks: true, ExcludeComments: true, EnableFallback: true,
		HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil || found == nil {
		return nil
	}
	return found.ContentNode
}

// isGzip reports whether data is packed.
func isGzip(data []byte) bool { return bytes.HasPrefix(data, []byte{0x1f, 0x8b}) }
