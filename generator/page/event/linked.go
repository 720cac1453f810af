package event

import (
	"time"

	"parallax/generator/corpus"
	"parallax/generator/page/frame"
	"parallax/generator/site"
)

// A LinkedPage says of an event's page, in the words of schema.org, which
// reports it is about. Of none does it say whether it is true: there is no
// ClaimReview here and never will be.
type LinkedPage struct {
	Context  string          `json:"@context"`
	Type     string          `json:"@type"`
	Name     string          `json:"name"`
	URL      string          `json:"url,omitempty"`
	Language string          `json:"inLanguage"`
	Licence  string          `json:"license,omitempty"` // an address
	Modified string          `json:"dateModified,omitempty"`
	About    []LinkedArticle `json:"mentions"`
}

// A LinkedArticle is a report that a page is about.
type LinkedArticle struct {
	Type      string       `json:"@type"`
	Headline  string       `json:"headline,omitempty"` // as far as it may be shown
	URL       string       `json:"url,omitempty"`      // of the original
	Published string       `json:"datePublished,omitempty"`
	Language  string       `json:"inLanguage"`
	Licence   string       `json:"license,omitempty"`
	Publisher LinkedOutlet `json:"publisher"`
}

// A LinkedOutlet is who published a report.
type LinkedOutlet struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// linked returns what an event's page says to programs.
func (b *Builder) linked(v *Event) *LinkedPage {
	p := &LinkedPage{
		Context: "https://schema.org", Type: "CollectionPage", Name: v.Name, URL: v.Canonical, Language: v.Language,
		Licence: corpus.Licence(b.Config.Licence.Site).Address(), Modified: v.Modified, About: []LinkedArticle{},
	}
	for _, a := range b.Articles {
		l := LinkedArticle{
			Type: "NewsArticle", Headline: b.Allowance.Text(a, a.Blocks[0].Span), URL: site.Link(a.URL), Language: a.Language,
			Licence: a.Licence.Address(), Publisher: LinkedOutlet{Type: "Organization", Name: a.Outlet},
		}
		if a.Date.Known() {
			l.Published = a.Date.String()
		}
		if o := b.Corpus.Outlet(a.Outlet); o != nil {
			l.Publisher.Name, l.Publisher.URL = o.Name, site.Link(o.Homepage)
		}
		p.About = append(p.About, l)
	}
	return p
}

// Frame returns the frame of a page about the event, with the day of its
// newest article.
func (b *Builder) Frame(kind, path, title string) frame.Frame {
	f := b.Press.Frame(kind, path, title)
	if b.Event.To.Known() {
		f.Modified = b.Event.To.Time().UTC().Format(time.DateOnly)
	}
	return f
}
