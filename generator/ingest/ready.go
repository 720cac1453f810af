package ingest

import (
	"net/url"
	"time"

	"parallax/generator/corpus"
)

// Ready makes documents that came together ready to be taken, in place: what
// stands on several pages of one outlet goes, and so does a date that lies
// ahead. It returns how many blocks it took from each. The id of the outlet is
// found by the address if it is empty.
func (d *Desk) Ready(documents []Document, outlet string) []int {
	numbers := make([]int, len(documents))
	for i := range documents {
		doc := &documents[i]
		blocks := make([]string, len(doc.Blocks))
		for j, b := range doc.Blocks {
			blocks[j] = b.Text
		}
		page := d.pageOf(doc, outlet)
		numbers[i] = page.count
		page.add(blocks)
		if ahead(doc.Date, d.rules.Now) {
			doc.Date = corpus.Date{}
		}
	}
	left := make([]int, len(documents))
	for i := range documents {
		documents[i].Blocks, left[i] = d.pageOf(&documents[i], outlet).strip(numbers[i], documents[i].Blocks)
	}
	return left
}

// pageOf returns the lines of a document's outlet.
func (d *Desk) pageOf(doc *Document, outlet string) *lines {
	if outlet != "" {
		return d.page(outlet)
	}
	if doc.Listed && doc.Site != "" {
		if o := d.outletCalled(oneLine(doc.Site)); o != nil {
			return d.page(o.ID)
		}
		return d.page("//" + oneLine(doc.Site))
	}
	u, err := url.Parse(doc.URL)
	if err != nil {
		return d.page("")
	}
	if o := d.outletAt(host(u)); o != nil {
		return d.page(o.ID)
	}
	return d.page("//" + host(u))
}

func (d *Desk) page(outlet string) *lines {
	if d.pages[outlet] == nil {
		d.pages[outlet] = &lines{}
	}
	return d.pages[outlet]
}

// ahead reports whether a date lies after now. A day without a zone does if it
// has not begun anywhere on Earth.
func ahead(date corpus.Date, now time.Time) bool {
	begins := date.Time()
	if !date.Timed() {
		begins = begins.Add(-12*time.Hour - 14*time.Hour) // midnight at UTC+14
	}
	return date.Known() && begins.After(now)
}
