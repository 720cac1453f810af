// Package reference reads lists of references as programs like Zotero write them:
// RIS, BibTeX and CSL-JSON. [RIS], [BibTeX] and [CSL] are its entry points, and the
// functions that begin with Is tell each by what is in a file. Such lists hold
// titles, outlets, days and addresses, and no texts: what they name is downloaded.
// An abstract is no text of an article and is not read.
//
// A record that breaks a rule is taken as far as it can be: records without an end,
// values that go on in the next line, keys of any letters. One without a title is
// listed as unread.
package reference

import (
	"errors"
	"fmt"
	"strings"

	"parallax/generator/diag"
	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/site"
)

var errNoTitle = errors.New("it has no title")

// add takes a record into the collection, or lists it as unread. Addresses are
// looked at in their order; the first that is one counts.
func add(c *entry.Collection, e entry.Entry, date string, months []string, addresses ...string) {
	for _, a := range addresses {
		if a = strings.TrimSpace(a); e.URL == "" && site.IsWeb(a) {
			e.URL = a
		}
	}
	e.Title, e.Outlet = oneLine(e.Title), oneLine(e.Outlet)
	e.Date = dating.Column([]string{date}, "", months).Dates[0]
	switch {
	case e.Title == "":
		c.Fail(e.Place, errNoTitle)
	case e.URL == "":
		c.Fail(e.Place, fmt.Errorf("%q has no address that it could be downloaded from", e.Title))
	default:
		c.Entries = append(c.Entries, e)
	}
}

// finished says what the list is and what its entries lack.
func finished(c *entry.Collection, form string) *entry.Collection {
	c.Form = form + ", " + diag.Count(len(c.Entries)+len(c.Unread), "reference")
	if missing := c.Missing(); missing != "" {
		c.Remark(missing)
	}
	return c
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
