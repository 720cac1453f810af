package ingest

import (
	"cmp"
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/ingest/entry"
	"parallax/generator/text"
)

// marked is a text that is HTML.
var marked = regexp.MustCompile(`(?i)</?(?:p|div|br|article|html|body|span|h[1-6])(?:\s[^<>]*)?/?>`)

// Mistakes of entries that hold nothing to compare.
var (
	errNoText  = errors.New("it has no text")
	errNothing = errors.New("it has neither a text nor an address to download it from")
)

// Listed makes a document of an entry of a collection. What the collection says of
// the article counts, also where its text is a page that says something else.
func Listed(e entry.Entry, file string, languages *text.Languages) (Document, error) {
	d := Document{}
	var err error
	switch {
	case strings.TrimSpace(e.Text) == "":
		return d, errNothing
	case marked.MatchString(e.Text):
		page := "<html><body><article><h1>" + html.EscapeString(e.Title) + "</h1>" + e.Text + "</article></body></html>"
		if d, err = Extract(Page{Data: []byte(page), Address: e.URL}, languages); err != nil {
			return d, err
		}
	default:
		d.Blocks = listedBlocks(e, languages)
	}
	if len(d.Blocks) == 0 {
		return d, errNoText
	}
	d.From = Origins{}
	d.listed(e, file)
	return d, nil
}

// listed states of a document what an entry says.
func (d *Document) listed(e entry.Entry, file string) {
	d.Title = short(oneLine(e.Title), longestHeadline)
	d.Author, d.Site = cmp.Or(oneLine(e.Author), d.Author), cmp.Or(oneLine(e.Outlet), d.Site)
	d.URL, d.Language = cmp.Or(e.URL, d.URL), cmp.Or(e.Language, d.Language)
	if e.Date.Known() {
		d.Date = e.Date
	}
	d.Excerpt = d.Excerpt || e.Part
	d.Listed = true
	d.From.Entry = e.Place + " of " + file
	if id := oneLine(e.ID); id != "" {
		d.From.Entry += fmt.Sprintf(" (%s)", id)
	}
}

// Complete adds to a page that was downloaded what the list that names it says of it
// and the page does not.
func (d *Document) Complete(e entry.Entry, file string) {
	if d.Title == "" {
		d.Title, d.From.Title = short(oneLine(e.Title), longestHeadline), "the list"
	}
	if !d.Date.Known() && e.Date.Known() {
		d.Date, d.From.Date = e.Date, "the list"
	}
	if d.Author == "" && e.Author != "" {
		d.Author, d.From.Author = oneLine(e.Author), "the list"
	}
	d.Language = cmp.Or(d.Language, e.Language)
	d.From.Entry = e.Place + " of " + file
}

// longestHeadline is the most bytes of a headline.
const longestHeadline = 500

// listedBlocks returns the blocks of a text without markup.
func listedBlocks(e entry.Entry, languages *text.Languages) []Block {
	var blocks []Block
	left := newDebris(languages.For("en"))
	for paragraph := range strings.SplitSeq(parted(strings.ReplaceAll(e.Text, "\r\n", "\n")), "\n\n") {
		blocks = append(blocks, plainBlocks(paragraph, left)...)
	}
	if len(blocks) > 1 && wordsOf(blocks[0].Text) == wordsOf(e.Title) {
		blocks = blocks[1:]
	}
	return blocks
}

// unknownOutlet is the outlet of entries that do not say where they were published.
const unknownOutlet = "Unknown"

// outletListed returns the outlet of a document of a collection: the one that is
// called so, else a new one. Only an entry that names none is judged by its
// address, and two names are two outlets: who knows that they are one says so in
// the table.
func (d *Desk) outletListed(doc Document) (o corpus.Outlet, isNew bool) {
	name := oneLine(doc.Site)
	u, err := url.Parse(doc.URL)
	if err != nil {
		u = &url.URL{}
	}
	if at := strings.TrimPrefix(strings.ToLower(name), "www."); isHost(at) || name == "" {
		if name == "" {
			at = host(u)
		}
		if known := d.outletAt(at); known != nil && at != "" {
			return *known, false
		}
		name = cmp.Or(at, unknownOutlet)
	}
	if known := d.outletCalled(name); known != nil {
		return *known, false
	}
	o = corpus.Outlet{Name: name}
	if host(u) != "" && d.outletAt(host(u)) == nil && (isHost(name) || doc.Site != "") {
		o.Homepage = u.Scheme + "://" + u.Host + "/"
	}
	for n := 1; o.ID == "" || d.exists("content/outlets/"+o.ID+".md"); n++ {
		if o.ID = slug(name, longestSlug); n > 1 {
			o.ID = fmt.Sprintf("%s-%d", o.ID, n)
		}
	}
	o.File = "content/outlets/" + o.ID + ".md"
	return o, true
}

// hosts is a name that is one of a host.
var hosts = regexp.MustCompile(`^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$`)

func isHost(name string) bool { return hosts.MatchString(name) }

// outletCalled returns the outlet with a name, a short name or an id, nil if none
// has it.
func (d *Desk) outletCalled(name string) *corpus.Outlet {
	for i, o := range d.outlets {
		if strings.EqualFold(o.Name, name) || strings.EqualFold(o.Short, name) || o.ID == name {
			return &d.outlets[i]
		}
	}
	return nil
}
