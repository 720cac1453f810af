// Package entry holds what a collection says of the articles in it: a table, a
// list of references or an export of a press archive. An [Entry] is one article
// as its collection has it, in texts that nobody has judged yet; a [Collection]
// is what was read of a file, with what could not be. Nothing of a file is left
// out in silence: what is no entry is unread, a twin, or counted in a remark.
package entry

import (
	"cmp"
	"net/url"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
)

// An Entry is what a collection says of one article. What it does not say is
// empty.
type Entry struct {
	Place    string // where it stands in its file: "row 17", "line 40"
	ID       string // what the collection calls it
	Title    string
	Text     string // paragraphs with a line break or an empty line between
	Author   string
	Outlet   string
	URL      string
	Date     corpus.Date
	Language string // a tag of BCP 47
	Part     bool   // Text is only a beginning of the article
}

// Unread is a part of a file that could not be read.
type Unread struct {
	Place string
	Why   error
}

// A Collection is what was read of a file.
type Collection struct {
	Form    string   // what the file is, and how that was told
	Remarks []string // what whoever reads it should know
	Entries []Entry
	Unread  []Unread
	Twins   []Unread // entries that came before in the file
	Archive bool     // of a press archive, whose contract lets nobody publish the texts
}

// Fail notes a part of the file that could not be read.
func (c *Collection) Fail(place string, why error) { c.Unread = append(c.Unread, Unread{place, why}) }

// Remark notes what whoever reads the collection should know.
func (c *Collection) Remark(remark string) { c.Remarks = append(c.Remarks, remark) }

// Add adds what was read of a file inside the file of the collection.
func (c *Collection) Add(inner *Collection, file string) {
	for _, e := range inner.Entries {
		e.Place = file + ", " + e.Place
		c.Entries = append(c.Entries, e)
	}
	for _, u := range inner.Unread {
		c.Fail(file+", "+u.Place, u.Why)
	}
	for _, remark := range inner.Remarks {
		c.Remark(file + ": " + remark)
	}
}

// Part sets the entries apart that came before in the file: with the same
// address, or the same title in the same outlet on the same day. The key of an
// address is what addresses of one article have in common.
func (c *Collection) Part(key func(address string) string) {
	first := map[string]string{}
	kept := c.Entries[:0]
	for _, e := range c.Entries {
		keys := e.keys(key)
		before := ""
		for _, k := range keys {
			before = cmp.Or(before, first[k])
		}
		if before != "" {
			c.Twins = append(c.Twins, Unread{e.Place, twin(before)})
			continue
		}
		for _, k := range keys {
			first[k] = e.Place
		}
		kept = append(kept, e)
	}
	c.Entries = kept
}

// A twin is where the article stood before.
type twin string

// Error says where the article stood before.
func (t twin) Error() string { return "is the article of " + string(t) + " again" }

// keys are what two entries of one article have in common. Without an outlet and a
// day a title is none: many reports are called "Editorial".
func (e Entry) keys(key func(string) string) []string {
	var keys []string
	if e.URL != "" {
		keys = append(keys, key(e.URL))
	}
	if e.Outlet != "" && e.Date.Known() {
		keys = append(keys, "title "+strings.ToLower(strings.Join([]string{e.Outlet, e.Date.String()[:len("2006-01-02")], e.Title}, "\n")))
	}
	return keys
}

// Missing says how many entries lack what a comparison needs, empty if none does.
func (c *Collection) Missing() string {
	counts := [...]struct {
		what  string
		lacks func(Entry) bool
	}{
		{"text", func(e Entry) bool { return e.Text == "" }},
		{"date", func(e Entry) bool { return !e.Date.Known() }},
		{"outlet", func(e Entry) bool { return e.Outlet == "" && e.Host() == "" }},
	}
	var parts []string
	for _, m := range counts {
		n := 0
		for _, e := range c.Entries {
			if m.lacks(e) {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, diag.Digits(n)+" without "+m.what)
		}
	}
	return strings.Join(parts, ", ")
}

// Host returns the host of the entry's address without "www.", "" if it has none.
func (e Entry) Host() string {
	u, err := url.Parse(e.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
