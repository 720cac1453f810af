// Package frame is what all pages of a site have in common: what stands around
// their content, how dates, numbers and editors' Markdown are written, and the
// templates that print them.
//
// A [Style] is shared by all that render; a [Press] is one renderer's own.
package frame

import (
	"html/template"
	"strings"

	"parallax/generator/address"
	"parallax/generator/feed"
	"parallax/generator/site"
)

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

// A Who tells an article of the event apart from the others: by letter, by
// shape, and by colour as a spare cue.
type Who struct {
	Letter string // "A", "B2"
	Shape  int    // 1 to 6, of the shape and colour; 0 beyond six outlets
	Name   string // of the outlet, short; "Outlet A" in the blind twin
	Href   string // to the article's text
	Hidden bool   // names are hidden on this page
}

// A LegendItem explains one kind of mark.
type LegendItem struct{ Kind, Name, Meaning string }

// A GlossaryTerm is one entry.
type GlossaryTerm struct {
	ID      string
	Title   string
	Meaning string
	Body    template.HTML
	Signal  *Link // to the rule of the signal; or nil
}

// Frame returns the frame of a page.
func (s *Style) Frame(kind, path, title string) Frame {
	c := s.Config
	f := Frame{
		Kind: kind, Path: path, Root: address.Root(path), Title: title,
		Language: s.Messages.Tag, Dir: s.Messages.Dir,
		Site: c.Title, About: c.Description, Editor: c.Editor, Contact: Contact(c.Contact),
		Repository: site.Link(c.Repository), Version: s.Version, Class: c.Quotation.Class,
	}
	if c.BaseURL != "" {
		f.Canonical = address.Absolute(c.BaseURL, path)
	}
	if path == address.Missing {
		f.Root, f.Canonical = address.Base(c.BaseURL), ""
	}
	if c.BaseURL != "" {
		f.Feed = f.Root + feed.Path
		f.Feeds = Feeds(c.Title, f.Root+"feed")
	}
	for _, to := range []string{address.Home, address.Teachers, address.Search, address.Method} {
		if to == address.Teachers && !c.Pages.Lessons {
			continue
		}
		key := "nav." + strings.TrimSuffix(to, ".html")
		f.Nav = append(f.Nav, Link{Text: s.Text(key), Href: f.Root + to, Current: to == path})
	}
	return f
}

// Contact returns the link to who answers for the site: a web address, or a
// mail address as a mailto link.
func Contact(s string) string {
	if address := site.Link(s); address != "" || !strings.Contains(s, "@") || strings.ContainsAny(s, " :/?") {
		return address
	}
	return "mailto:" + s
}

// Feeds returns the links to a pair of feeds, given without .xml and .json.
func Feeds(title, path string) []Feed {
	return []Feed{{feed.AtomType, title, path + ".xml"}, {feed.JSONType, title, path + ".json"}}
}

// Legend returns the explanations of kinds of mark.
func (s *Style) Legend(kinds ...string) []LegendItem {
	var items []LegendItem
	for _, kind := range kinds {
		items = append(items, LegendItem{Kind: kind, Name: s.Text("mark." + kind), Meaning: s.Text("mark." + kind + "means")})
	}
	return items
}
