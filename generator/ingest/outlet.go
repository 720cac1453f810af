package ingest

import (
	"fmt"
	"net/url"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
)

// outletOf returns the outlet of a document: the one with the id, else the
// one whose homepage is on the host of the document's address, else a new one
// that knows what the page says of itself.
func (d *Desk) outletOf(doc Document, id string) (o corpus.Outlet, isNew bool, err error) {
	if id != "" {
		ids := make([]string, len(d.outlets))
		for i, o := range d.outlets {
			if ids[i] = o.ID; o.ID == id {
				return o, false, nil
			}
		}
		return corpus.Outlet{}, false, fmt.Errorf("there is no outlet %q; %s", id, diag.DidYouMean(id, ids))
	}
	if doc.Listed {
		o, isNew = d.outletListed(doc)
		return o, isNew, nil
	}
	u, err := url.Parse(doc.URL)
	if err != nil || doc.URL == "" {
		if o := d.outletNamed(doc); o != nil {
			return *o, false, nil
		}
		from := ""
		if doc.Site != "" {
			from = fmt.Sprintf(" (it is from %s)", strings.TrimSpace(doc.Site+" "+doc.Sender))
		}
		return corpus.Outlet{}, false, fmt.Errorf("it does not say where it was published%s; name the outlet with --outlet or the address with --url", from)
	}
	if o := d.outletAt(host(u)); o != nil {
		return *o, false, nil
	}
	return d.newOutlet(doc, u), true, nil
}

// outletNamed returns the outlet that a document without an address names or was
// sent by, nil if none is known.
func (d *Desk) outletNamed(doc Document) *corpus.Outlet {
	for i, o := range d.outlets {
		if doc.Site != "" && wordsOf(o.Name) == wordsOf(doc.Site) {
			return &d.outlets[i]
		}
	}
	if doc.Sender == "" {
		return nil
	}
	return d.outletAt(strings.TrimPrefix(strings.ToLower(doc.Sender), "www."))
}

// Outlets returns the names of the outlets that are known.
func (d *Desk) Outlets() []string {
	names := make([]string, len(d.outlets))
	for i, o := range d.outlets {
		names[i] = o.Name
	}
	return names
}

// outletAt returns the outlet whose homepage is on the host or on the longest
// domain around it, nil if none is.
func (d *Desk) outletAt(name string) *corpus.Outlet {
	best, length := -1, 0
	for i, o := range d.outlets {
		u, err := url.Parse(o.Homepage)
		if err != nil || u.Host == "" {
			continue
		}
		home := host(u)
		if len(home) > length && (home == name || strings.HasSuffix(name, "."+home)) {
			best, length = i, len(home)
		}
	}
	if best < 0 {
		return nil
	}
	return &d.outlets[best]
}

// newOutlet describes an outlet by a page of its.
func (d *Desk) newOutlet(doc Document, u *url.URL) corpus.Outlet {
	name := oneLine(doc.Site)
	if name == "" || strings.Contains(name, "://") { // some sites give their address for their name
		name = host(u)
	}
	id := slug(name, 60)
	for _, o := range d.outlets {
		if o.Name == name {
			name += " (" + host(u) + ")"
		}
		if o.ID == id || d.exists("content/outlets/"+id+".md") {
			id = slug(host(u), 60)
		}
	}
	return corpus.Outlet{
		ID: id, File: "content/outlets/" + id + ".md", Name: name,
		Homepage: u.Scheme + "://" + u.Host + "/", Language: doc.Language,
	}
}
