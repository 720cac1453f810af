// Package address says where everything on a site stands: paths from the site's
// root, which never change once published, and the links between them.
//
// Every link is made by [Link]: relative, naming index.html, so that a page works
// from the disk and below any base path.
package address

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/site"
	"parallax/generator/text"
)

// The pages at the root of the site.
const (
	Home     = "index.html"
	Method   = "method.html"
	Glossary = "glossary.html"
	About    = "about.html"
	Search   = "search.html"
	Missing  = "404.html"
	Teachers = "teachers.html"
	Over     = "over.html"
)

// Event returns the path of a file in an event's folder.
func Event(slug, file string) string { return "e/" + slug + "/" + file }

// Outlet returns the path of an outlet's page.
func Outlet(id string) string { return "o/" + id + ".html" }

// ReaderFile returns the name of an article's reader within its event's
// folder, by the article's letter.
func ReaderFile(letter string) string { return "read-" + strings.ToLower(letter) + ".html" }

// PairFile returns the name of a pair page within its event's folder.
func PairFile(first, second string) string {
	return strings.ToLower(first) + "-" + strings.ToLower(second) + ".html"
}

// Link returns the relative link from one page of the site to another, both
// given as paths from the site's root; the target may carry a fragment.
func Link(from, to string) string {
	dir := path.Dir(from)
	if dir != "." && strings.HasPrefix(to, dir+"/") {
		return strings.TrimPrefix(to, dir+"/")
	}
	return Root(from) + to
}

// Absolute returns the address of a page below the address of the site. A folder's
// own page is the folder.
func Absolute(base, to string) string {
	if path.Base(to) == Home {
		to = strings.TrimSuffix(to, Home)
	}
	return strings.TrimSuffix(base, "/") + "/" + to
}

// Root returns what leads from a page to the site's root: "" or "../../".
func Root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }

// Topic returns the path of a topic's page, without .html.
func Topic(topic string) string { return "t/" + TopicSlug(topic) }

// Passage returns the link to a passage in the original of an article,
// which browsers that know text fragments scroll to and highlight; "" if the
// original has no address. The first and last words stand for a long passage.
func Passage(a *corpus.Article, words string) string {
	address := site.Link(a.URL)
	if address == "" || a.Paraphrase {
		return address
	}
	fields := strings.Fields(words)
	quote := escapeFragment(strings.Join(fields, " "))
	if len(fields) > 10 {
		quote = escapeFragment(strings.Join(fields[:4], " ")) + "," + escapeFragment(strings.Join(fields[len(fields)-4:], " "))
	}
	if before, _, found := strings.Cut(address, "#"); found {
		address = before
	}
	return address + "#:~:text=" + quote
}

// escapeFragment escapes what a text directive gives a meaning to: the comma,
// the ampersand and the dash, besides what any URL escapes.
func escapeFragment(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(url.QueryEscape(s), "+", "%20"), "-", "%2D")
}

// Base returns the path of the site's address, with slashes around it:
// what links of the page for missing addresses begin with, as that page is
// shown at any depth.
func Base(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}

// TopicSlug returns the name of a topic's page. Topics that no slug can be made
// from are named by a hash.
func TopicSlug(topic string) string {
	slug := text.Slug(topic, text.LongestSlug)
	if corpus.IsSlug(slug) {
		return slug
	}
	return fmt.Sprintf("topic-%08x", text.Hash(text.HashStart, topic))
}
