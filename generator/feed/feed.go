// Package feed writes what readers' and search engines' programs ask a site for:
// Atom and JSON feeds of the site, of its outlets and of its topics, the sitemap,
// and robots.txt. All hold absolute addresses, so a site without an address has
// no more than robots.txt.
package feed

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/site"
)

// Path is the address of the feed, which every page names if the site has
// an address.
const Path = "feed.xml"

// A Site is a site whose feeds, sitemap and robots.txt are written.
type Site struct {
	Config  site.Config
	Outlets []corpus.Outlet
	Built   time.Time // of events without dates
}

// An Event is what feeds say of an event.
type Event struct {
	Event   *event.Event `json:"-"` // which whoever keeps the rest has
	Summary string       // the editor's, or the sentence of the strongest contrast
	Topics  []string     // of the editor's note
	About   []string     // topics of the note and of the articles
	Outlets []string     // ids
}

// An atomFeed is a feed of RFC 4287.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Rights   string      `xml:"rights,omitempty"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string         `xml:"id"`
	Title     string         `xml:"title"`
	Published string         `xml:"published,omitempty"`
	Updated   string         `xml:"updated"`
	Link      atomLink       `xml:"link"`
	Topics    []atomCategory `xml:"category"`
	Summary   string         `xml:"summary,omitempty"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// atom returns the Atom feed of a channel: the newest events, each with the
// address of its page as its id, which never changes. Its times are those of
// the articles; only events without any date take the time of the build.
func (s Site) atom(c channel) (file.File, error) {
	base := baseURL(s.Config.BaseURL)
	f := atomFeed{
		Language: s.Config.Language, ID: base + c.page, Title: c.title, Subtitle: s.Config.Description, Rights: s.Config.Licence.Site,
		Author: cmp.Or(s.Config.Editor, s.Config.Title), Updated: s.Built.UTC().Format(time.RFC3339),
		Links: []atomLink{{"self", AtomType, base + c.path + ".xml"}, {"alternate", "text/html", base + c.page}},
	}
	for i, l := range c.events {
		e := s.atomEntry(l, base)
		if i == 0 {
			f.Updated = e.Updated
		}
		f.Entries = append(f.Entries, e)
	}
	return xmlFile(c.path+".xml", f)
}

// atomEntry returns the entry of an event.
func (s Site) atomEntry(l Event, base string) atomEntry {
	page := address.Absolute(base, address.Event(l.Event.Slug, address.Home))
	e := atomEntry{
		ID: page, Title: l.Event.Title, Updated: s.when(l.Event).UTC().Format(time.RFC3339),
		Link: atomLink{"alternate", "text/html", page}, Summary: l.Summary,
	}
	if l.Event.From.Known() {
		e.Published = l.Event.From.Time().UTC().Format(time.RFC3339)
	}
	for _, topic := range l.Topics {
		e.Topics = append(e.Topics, atomCategory{topic})
	}
	return e
}

// when returns the time of an event's latest article.
func (s Site) when(e *event.Event) time.Time {
	if e.To.Known() {
		return e.To.Time()
	}
	return s.Built
}

// baseURL returns an address with a final slash.
func baseURL(s string) string { return strings.TrimSuffix(s, "/") + "/" }

// xmlFile returns a value as an XML file.
func xmlFile(path string, v any) (file.File, error) {
	data, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", path, err)
	}
	return file.File{Path: path, Data: append([]byte(xml.Header), append(data, '\n')...)}, nil
}
