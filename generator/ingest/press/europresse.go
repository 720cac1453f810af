package press

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
)

// IsEuropresse reports whether a page is an export of Europresse.
func IsEuropresse(begin string) bool { return strings.Contains(begin, "DocPublicationName") }

// europresseNumber is the number that Europresse gives an article.
var europresseNumber = regexp.MustCompile(`news·\d{8}·[\pL\d]+·[\pL\d_-]+`)

// Europresse reads a page of Europresse: each article in an element of that name, or
// in a cell of a table around all, as it was before.
func Europresse(s string, months []string) (*entry.Collection, error) {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	holds := func(n *html.Node) bool { return ofClass(n, "DocPublicationName") != nil }
	articles := all(root, func(n *html.Node) bool { return n.DataAtom == atom.Article && holds(n) })
	if len(articles) == 0 {
		articles = all(root, func(n *html.Node) bool { return n.DataAtom == atom.Td && holds(n) })
	}
	c := &entry.Collection{}
	for i, n := range articles {
		e := entry.Entry{
			Place: place(i + 1), Title: words(ofClass(n, "titreArticleVisu", "rdp__articletitle", "titreArticle")),
			Outlet: words(ofClass(n, "DocPublicationName")), ID: europresseNumber.FindString(words(n)),
			Author: europresseAuthor(n),
		}
		e.Date, _, _ = dating.Find(words(ofClass(n, "DocHeader")), months)
		if body := ofClass(n, "docOcurrContainer", "DocText"); body != nil {
			e.Text = blocksOf(body)
		}
		take(c, e)
	}
	numbers := map[string]bool{}
	for _, number := range europresseNumber.FindAllString(words(root), -1) {
		numbers[number] = true
	}
	return finished(c, "a page of Europresse", len(numbers), "the number of its numbers")
}

// longestNames is the most bytes of the names of those who wrote an article.
const longestNames = 100

// europresseAuthor returns who wrote an article: the paragraph behind the title, if
// it is short and is neither the text nor a sentence.
func europresseAuthor(n *html.Node) string {
	if author := words(ofClass(n, "docAuthors", "sm-margin-bottomNews")); author != "" && len(author) <= longestNames {
		return author
	}
	title := ofClass(n, "titreArticle")
	if title == nil {
		return ""
	}
	for next := title.NextSibling; next != nil; next = next.NextSibling {
		if next.Type != html.ElementNode {
			continue
		}
		line := words(next)
		if hasClass(next, "docOcurrContainer") || hasClass(next, "DocText") || len(line) > longestNames || strings.HasSuffix(line, ".") {
			return ""
		}
		return line
	}
	return ""
}
