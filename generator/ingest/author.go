package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/generator/text"
)

// bylineClasses are names that pages give to the element with the author.
var bylineClasses = [...]string{"author", "byline", "author-name", "byline-name", "article-author", "post-author", "entry-author", "author__name", "byline__name"}

// byline collects what an element says of the author.
func (f *facts) byline(n *html.Node) {
	if n.DataAtom == atom.Meta {
		return
	}
	words := func(key string) []string { return strings.Fields(strings.ToLower(attribute(n, key))) }
	switch {
	case slices.Contains(words("rel"), "author"), slices.Contains(words("itemprop"), "author"):
		f.authors[0] = append(f.authors[0], oneLine(inside(n)))
	case slices.ContainsFunc(words("class"), func(c string) bool { return slices.Contains(bylineClasses[:], c) }):
		f.authors[1] = append(f.authors[1], oneLine(inside(n)))
	}
}

// author returns who wrote the article, as the surest place says.
func (f *facts) author() string {
	stated := []string{f.linked.author, f.first("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")}
	for _, list := range append([][]string{stated}, f.authors[:]...) {
		for _, name := range list {
			if name = withoutBy(name); isName(name) {
				return name
			}
		}
	}
	return ""
}

// withoutBy takes the word for "by" off the beginning of a byline, and marks
// off its ends.
func withoutBy(line string) string {
	line = strings.Trim(html.UnescapeString(line), " ,;'\"")
	for _, by := range [...]string{"author ", "by ", "by: ", "von ", "vom ", "por ", "par "} {
		if len(line) > len(by) && strings.EqualFold(line[:len(by)], by) {
			return strings.TrimSpace(line[len(by):])
		}
	}
	return line
}

// isName reports whether a line can be names: it is short and no address.
func isName(line string) bool {
	return line != "" && text.CountWords(line) <= 12 && !strings.Contains(line, "://") && !strings.HasPrefix(line, "@") && !strings.ContainsAny(line, "0123456789")
}
