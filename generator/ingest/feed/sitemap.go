package feed

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// readSitemap reads a list of addresses, or of further sitemaps (sitemaps.org,
// and Google's marks of news). It reads what there is: a child that is broken,
// or one inside another, costs none of the rest.
func readSitemap(data []byte) Feed {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	f := Feed{Sitemap: true}
	var r sitemapReader
	for {
		token, err := d.RawToken()
		if err != nil {
			r.end(&f)
			return f
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "url" || t.Name.Local == "sitemap" {
				r.end(&f)
				r = sitemapReader{kind: t.Name.Local, space: t.Name.Space}
			}
			r.words.Reset()
		case xml.EndElement:
			r.element(t.Name)
			if t.Name.Local == r.kind && t.Name.Space == r.space {
				r.end(&f)
			}
			r.words.Reset()
		case xml.CharData:
			r.words.Write(t)
		}
	}
}

// A sitemapReader is what a sitemap says of one place.
type sitemapReader struct {
	kind, space                   string // of the element; no kind outside of one
	address, changed, date, title string
	words                         strings.Builder // since the last tag
}

// element takes in an element that ended. Pictures have addresses and titles
// too, under another prefix.
func (r *sitemapReader) element(name xml.Name) {
	words := strings.TrimSpace(r.words.String())
	switch {
	case words == "":
	case name.Local == "loc" && name.Space == r.space:
		r.address = words
	case name.Local == "lastmod" && name.Space == r.space:
		r.changed = words
	case name.Local == "publication_date":
		r.date = words
	case name.Local == "title" && name.Space == "news":
		r.title = words
	}
}

// end adds the place to the feed.
func (r *sitemapReader) end(f *Feed) {
	if r.kind == "" {
		return
	}
	published, changed := readMoment(r.date), readMoment(r.changed)
	i := Item{Address: r.address, Title: r.title, Date: published.at, Day: published.day, Changed: changed.at}
	if i.Date.IsZero() {
		i.Date, i.Day = changed.at, changed.day
	}
	if r.kind == "url" {
		f.Items = append(f.Items, i)
	} else {
		f.Index = append(f.Index, i)
	}
	*r = sitemapReader{}
}
