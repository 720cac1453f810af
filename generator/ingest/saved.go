package ingest

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// savedFrom returns the address that a remark of a browser or a tool says the
// page was saved from: Chrome's and Firefox's "saved from url=(0034)https://…",
// SingleFile's "url: https://…" and monolith's "Saved from https://… at …".
// Only remarks before the text of the page count.
func savedFrom(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Body {
			break
		}
		if n.Type != html.CommentNode {
			continue
		}
		remark := strings.Join(strings.Fields(n.Data), " ")
		lower := strings.ToLower(remark)
		for _, mark := range [...]string{"saved from url=", "saved from ", "page saved with singlefile url: "} {
			_, rest, found := strings.Cut(lower, mark)
			if !found {
				continue
			}
			rest = remark[len(remark)-len(rest):]
			if strings.HasPrefix(rest, "(") {
				_, rest, _ = strings.Cut(rest, ")")
			}
			address, _, _ := strings.Cut(rest, " ")
			if u, err := url.Parse(address); err == nil && isWeb(u) {
				return address
			}
		}
	}
	return ""
}

// copyPath is the path of a copy in a web archive.
var copyPath = regexp.MustCompile(`^/(?:[\w.-]+/)*?(?:\d{4}[\d.-]{3,}\w*|newest|oldest|o/\w+)/(https?):/+(.+)$`)

// archived finds the address of an original in that of its copy in a web
// archive: /web/20210304050607id_/https://… at web.archive.org and those that
// are built like it, /2021.03.04-050607/https://… at archive.today.
func archived(path string) string {
	m := copyPath.FindStringSubmatch(path)
	if m == nil {
		return ""
	}
	return m[1] + "://" + m[2]
}

// original returns an address without its fragment, that of the original if it
// is one of a web archive.
func original(u *url.URL) string {
	at := u.EscapedPath()
	if u.RawQuery != "" {
		at += "?" + u.RawQuery
	}
	if inner, err := url.Parse(archived(at)); err == nil && isWeb(inner) {
		u = inner
	}
	clean := *u
	clean.Fragment, clean.RawFragment = "", ""
	return clean.String()
}
