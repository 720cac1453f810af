package page

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"parallax/generator/corpus"
)

// Every page of the site has its address from this file, and every link is
// made by href: relative, naming index.html, so that a page works from the
// disk and below any base path.

const (
	homePath     = "index.html"
	methodPath   = "method.html"
	glossaryPath = "glossary.html"
	aboutPath    = "about.html"
	privacyPath  = "privacy.html"
	searchPath   = "search.html"
	missingPath  = "404.html"
)

// eventPath returns the path of a file in an event's folder.
func eventPath(slug, file string) string { return "e/" + slug + "/" + file }

// outletPath returns the path of an outlet's page.
func outletPath(id string) string { return "o/" + id + ".html" }

// readerFile returns the name of an article's reader within its event's
// folder, by the article's letter.
func readerFile(letter string) string { return "read-" + strings.ToLower(letter) + ".html" }

// pairFile returns the name of a pair page within its event's folder.
func pairFile(first, second string) string {
	return strings.ToLower(first) + "-" + strings.ToLower(second) + ".html"
}

// href returns the relative link from one page of the site to another, both
// given as paths from the site's root; the target may carry a fragment.
func href(from, to string) string {
	dir := path.Dir(from)
	if dir != "." && strings.HasPrefix(to, dir+"/") {
		return strings.TrimPrefix(to, dir+"/")
	}
	return root(from) + to
}

// root returns what leads from a page to the site's root: "" or "../../".
func root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }

// safeURL returns an address of the web as it may stand in a link, or "" for
// anything but http and https.
func safeURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// textFragment returns the link to a passage in the original of an article,
// which browsers that know text fragments scroll to and highlight; "" if the
// original has no address. The first and last words stand for a long passage.
func textFragment(a *corpus.Article, words string) string {
	address := safeURL(a.URL)
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

// basePath returns the path of the site's address, with slashes around it:
// what links of the page for missing addresses begin with, as that page is
// shown at any depth.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}

// sortedKeys returns the keys of a map in order.
func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
