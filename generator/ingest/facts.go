package ingest

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Facts are what a page says of itself, by where it says it.
type facts struct {
	where   *url.URL
	english *text.Language
	linked  linkedData
	meta    map[string]string // the first content of a name or property, lower case
	title   string            // of <title>
	heading string            // of the first <h1>
	lang    string            // of <html>
	address string            // of <link rel="canonical">
	times   []string          // of <time pubdate> and itemprop="datePublished"
	rights  []string          // of rel="license"
	authors [2][]string       // texts of rel="author" and itemprop="author"; of classes that are called so
}

// readFacts collects what a page says of itself.
func readFacts(root *html.Node, where *url.URL, english *text.Language) *facts {
	f := &facts{where: where, english: english, meta: map[string]string{}}
	var objects []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			f.element(n, &objects)
		}
	}
	f.linked = readLinkedData(objects)
	return f
}

func (f *facts) element(n *html.Node, objects *[]string) {
	switch n.DataAtom {
	case atom.Html:
		f.lang = cmp.Or(f.lang, attribute(n, "lang"), attribute(n, "xml:lang"))
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			f.title = cmp.Or(f.title, oneLine(inside(n)))
		}
	case atom.H1:
		f.heading = cmp.Or(f.heading, oneLine(inside(n)))
	case atom.Meta:
		f.metaElement(n)
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(attribute(n, "type"))), "application/ld+json") {
			*objects = append(*objects, inside(n))
		}
	case atom.Link, atom.A:
		f.link(n)
	}
	f.byline(n)
	if strings.EqualFold(attribute(n, "itemprop"), "datePublished") || n.DataAtom == atom.Time && hasAttribute(n, "pubdate") {
		f.times = append(f.times, cmp.Or(attribute(n, "datetime"), attribute(n, "content")))
	}
}

func (f *facts) metaElement(n *html.Node) {
	name := strings.ToLower(cmp.Or(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
	if content := oneLine(attribute(n, "content")); name != "" && content != "" && f.meta[name] == "" {
		f.meta[name] = content
	}
}

func (f *facts) link(n *html.Node) {
	for rel := range strings.FieldsSeq(strings.ToLower(attribute(n, "rel"))) {
		switch {
		case rel == "canonical" && n.DataAtom == atom.Link:
			f.address = cmp.Or(f.address, attribute(n, "href"))
		case rel == "license" && !within(n, atom.Figure):
			f.rights = append(f.rights, attribute(n, "href"))
		}
	}
}

// document returns the facts, the surest statement of each.
func (f *facts) document() Document {
	site := cmp.Or(f.first("og:site_name"), f.linked.publisher, f.first("application-name"))
	return Document{
		Title:    short(f.bestTitle(site), 500),
		Author:   short(f.author(), 200),
		Date:     f.date(),
		Language: languageTag(cmp.Or(f.lang, f.linked.language, f.first("og:locale"))),
		URL:      f.canonical(),
		Site:     short(site, 100),
		Licence:  f.licence(),
	}
}

// first returns the content of the first meta tag of the names that has one.
func (f *facts) first(names ...string) string {
	for _, name := range names {
		if content := f.meta[name]; content != "" {
			return content
		}
	}
	return ""
}

// date returns when the article was published.
func (f *facts) date() corpus.Date {
	stated := append([]string{f.linked.date,
		f.first("article:published_time", "og:article:published_time"), f.first("datepublished"),
		f.first("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date"),
		f.first("pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "date"),
	}, f.times...)
	var day corpus.Date
	for _, s := range stated {
		d := readDate(s)
		if d.Timed() {
			return d
		}
		if !day.Known() {
			day = d
		}
	}
	return day
}

// canonical returns the address of the article: the one it states, if that
// leads to an article, else where it was found.
func (f *facts) canonical() string {
	for _, s := range []string{f.address, f.first("og:url"), f.linked.address} {
		u, err := f.where.Parse(strings.TrimSpace(s))
		if err != nil || s == "" || !isWeb(u) || u.Hostname() == nowhere || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
			continue
		}
		u.Fragment = ""
		return u.String()
	}
	if f.where.Hostname() == nowhere {
		return ""
	}
	return f.where.String()
}

// licence returns the licence of the article, if all that the page says of
// licences is the same.
func (f *facts) licence() corpus.Licence {
	var found corpus.Licence
	for _, address := range append([]string{f.linked.licence, f.first("dc.rights", "dcterms.license")}, f.rights...) {
		if address == "" {
			continue
		}
		licence := licenceAt(address)
		if found != "" && licence != found {
			return ""
		}
		found = licence
	}
	return found
}

// languageTag returns a well-formed tag, or "".
func languageTag(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
