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
	found   string // who says where the page was; empty if whoever adds it does
	english *text.Language
	linked  linkedData
	meta    map[string]string // the first content of a name or property, lower case
	title   string            // of <title>
	heading string            // of the first <h1>
	lang    string            // of <html>
	address string            // of <link rel="canonical">
	times   []stated          // that say when the article was published
	rights  []string          // of rel="license"
	authors [2][]string       // texts of rel="author" and itemprop="author"; of classes that are called so
}

// A stated value, and where it stands.
type stated struct{ value, from string }

// Where facts come from, as readers are told.
const (
	fromLinked  = "JSON-LD"
	fromTitle   = "<title>"
	fromHeading = "<h1>"
	fromMarkup  = "the article's markup"
	fromLine    = "a line that says when it was published"
	fromAddress = "the address"
	fromLink    = "<link rel=canonical>"
	fromRemark  = "the remark of what saved the page"
)

// fromMeta names a meta element.
func fromMeta(name string) string { return "meta " + name }

// readFacts collects what a page says of itself.
func readFacts(root *html.Node, where *url.URL, english *text.Language) *facts {
	f := &facts{where: where, english: english, meta: map[string]string{}}
	if where.Hostname() == nowhere {
		f.where, f.found = base(savedFrom(root)), fromRemark
	}
	var objects []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			f.element(n, &objects)
		}
	}
	f.head(root)
	page := identity{}
	for _, title := range []string{f.first("og:title"), f.first("twitter:title"), f.title, f.heading} {
		if title = wordsOf(html.UnescapeString(title)); title != "" {
			page.titles = append(page.titles, title)
		}
	}
	if address := f.canonical(); address.value != "" {
		page.address = AddressKey(address.value)
	}
	f.linked = readThings(objects).article(page)
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
}

func (f *facts) metaElement(n *html.Node) {
	name := strings.ToLower(cmp.Or(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
	if content := oneLine(attribute(n, "content")); name != "" && content != "" && f.meta[name] == "" && !isElsewhere(n) {
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
	title := f.bestTitle()
	site := f.site(title.value)
	author, day, address := f.author(site.value), f.date(), f.canonical()
	d := Document{
		Title:    short(withoutSite(f.english, title.value, site.value, f.where.Hostname(), author.value), 500),
		Author:   short(author.value, 200),
		Language: languageTag(cmp.Or(f.lang, f.linked.language, f.first("og:locale"))),
		URL:      address.value,
		Site:     short(site.value, 100),
		Licence:  f.licence(),
		From:     Origins{Title: title.from, Author: author.from, Site: site.from, URL: address.from},
	}
	if day.value != "" {
		d.Date, d.From.Date = readDate(day.value), day.from
	}
	return d
}

// first returns the content of the first meta tag of the names that has one.
func (f *facts) first(names ...string) string { return f.firstMeta(names...).value }

// firstMeta returns the first meta tag of the names that has content.
func (f *facts) firstMeta(names ...string) stated {
	for _, name := range names {
		if content := f.meta[name]; content != "" {
			return stated{content, fromMeta(name)}
		}
	}
	return stated{}
}

// date returns when the article was published, as the surest place says. A
// moment somewhere else only tells the time of the same day.
func (f *facts) date() stated {
	list := append([]stated{{f.linked.date, fromLinked},
		f.firstMeta("article:published_time", "og:article:published_time"), f.firstMeta("datepublished"),
		f.firstMeta("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date"),
		f.firstMeta("pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "date"),
	}, f.times...)
	list = append(list, stated{addressDay(f.canonical().value), fromAddress})
	var best stated
	var day corpus.Date
	for _, s := range list {
		d := readDate(s.value)
		switch {
		case !d.Known():
		case !day.Known():
			best, day = s, d
		case !day.Timed() && d.Timed() && sameDay(d, day):
			return s
		}
		if day.Timed() {
			break
		}
	}
	return best
}

// sameDay reports whether two dates have the same day, each in its own zone.
func sameDay(a, b corpus.Date) bool {
	return a.Time().Format("2006-01-02") == b.Time().Format("2006-01-02")
}

// canonical returns the address of the article: the one it states, if that
// leads to an article, else where it was found.
func (f *facts) canonical() stated {
	for _, s := range []stated{{f.address, fromLink}, f.firstMeta("og:url"), {f.linked.address, fromLinked}} {
		u, err := f.where.Parse(strings.TrimSpace(s.value))
		if err != nil || s.value == "" || !isWeb(u) || u.Hostname() == nowhere || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
			continue
		}
		return stated{original(u), s.from}
	}
	if f.where.Hostname() == nowhere {
		return stated{}
	}
	return stated{original(f.where), f.found}
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
