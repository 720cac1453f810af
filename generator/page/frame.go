package page

import "strings"

// A Frame is what every template gets: what stands around the content of a
// page. The data of each kind of page embeds it.
type Frame struct {
	Kind        string // the kind of page; names its template
	Path        string // of the page, from the site's root
	Root        string // leads from the page to the site's root: "" or "../../"
	Title       string
	Description string
	Canonical   string // absolute; empty where the page should not be found
	Language    string // BCP 47, of the interface
	Dir         string // "ltr" or "rtl"
	Site        string // title of the site
	About       string // description of the site
	Editor      string
	Contact     string // link, or empty
	Repository  string // link, or empty
	Version     string // of the program
	Modified    string // day of the newest article that the page is about: "2026-05-20"; may be empty
	Feed        string // link to the feed of the site; empty for a site without an address
	Feeds       []Feed // of the site, and of what the page is about
	Card        string // address of a picture for links to the page; may be empty
	Linked      any    // what the page is about, for programs, as JSON-LD (schema.org); may be nil
	Class       bool   // classroom mode: not for republication
	Nav         []Link
	Lead        bool   // the page loads the index of the search
	Refresh     string // where the page leads at once; empty but on redirects
}

// A Link is a link with its words.
type Link struct {
	Text    string
	Href    string
	Current bool // leads to the page it stands on
}

// A Dated is a point in time as a page shows it.
type Dated struct {
	Text    string // "18 Nov 2019, 14:05", or "date unknown"
	Machine string // RFC 3339, or empty
}

// A Feed is a link to a feed.
type Feed struct{ Type, Title, Href string }

// frame returns the frame of a page.
func (r *renderer) frame(kind, path, title string) Frame {
	c := r.site.Config
	f := Frame{
		Kind: kind, Path: path, Root: root(path), Title: title,
		Language: r.site.Messages.Tag, Dir: r.site.Messages.Dir,
		Site: c.Title, About: c.Description, Editor: c.Editor, Contact: contact(c.Contact),
		Repository: safeURL(c.Repository), Version: r.site.Version, Class: c.Quotation.Class,
	}
	if c.BaseURL != "" {
		f.Canonical = strings.TrimSuffix(c.BaseURL, "/") + "/" + strings.TrimSuffix(path, "index.html")
	}
	if path == missingPath {
		f.Root, f.Canonical = basePath(c.BaseURL), ""
	}
	if c.BaseURL != "" {
		f.Feed = f.Root + feedPath
		f.Feeds = feeds(c.Title, f.Root+"feed")
	}
	for _, to := range []string{homePath, searchPath, glossaryPath, methodPath, aboutPath} {
		key := "nav." + strings.TrimSuffix(to, ".html")
		f.Nav = append(f.Nav, Link{Text: r.text(key), Href: f.Root + to, Current: to == path})
	}
	return f
}

// contact returns the link to who answers for the site: a web address, or a
// mail address as a mailto link.
func contact(s string) string {
	if address := safeURL(s); address != "" || !strings.Contains(s, "@") || strings.ContainsAny(s, " :/?") {
		return address
	}
	return "mailto:" + s
}
