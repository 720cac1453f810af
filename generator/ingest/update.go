package ingest

import (
	"cmp"
	"slices"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// Downloaded returns when the article with an address was downloaded, zero if
// none is held that was. What people wrote or saved by hand is theirs to
// change.
func (d *Desk) Downloaded(address string) time.Time {
	a := d.held[d.Holds(address)]
	if a == nil || a.Paraphrase {
		return time.Time{}
	}
	return a.Retrieved.Time()
}

// Update writes a document in place of the article in a file, whose outlet
// published it anew. Nothing is written if its headline and sentences are the
// same: what else stands on a page often differs from one download to the
// next. Nor is it if the page has become another: then Changed is set.
func (d *Desk) Update(doc Document, file string) (Taken, error) {
	a := d.held[file]
	if a == nil {
		return Taken{Held: file}, nil // it was replaced in this run
	}
	now := doc
	if a.Excerpt {
		now = d.excerpt(doc)
	}
	left := d.page(a.Outlet).left
	if prose(a.Title, bodyOf(a), left) == prose(now.Title, now.Blocks, left) {
		return Taken{Outlet: a.Outlet, Held: file}, nil
	}
	if !isVersion(a, doc) {
		return Taken{Outlet: a.Outlet, Held: file, Changed: true}, nil
	}
	t := Taken{Outlet: a.Outlet}
	d.place(&t, doc, file)
	return d.put(t, doc, corpus.Outlet{ID: a.Outlet})
}

// excerpt returns what may be quoted of a document.
func (d *Desk) excerpt(doc Document) Document {
	return excerpt(doc, d.rules.Config.Quotation, d.rules.Languages.For(doc.Language))
}

func (d *Desk) isExcerpt(file string) bool { return d.held[file] != nil && d.held[file].Excerpt }

// bodyOf returns the blocks of an article below its headline.
func bodyOf(a *corpus.Article) []Block {
	blocks := make([]Block, 0, len(a.Blocks))
	for _, b := range a.Blocks[1:] {
		blocks = append(blocks, Block{b.Kind, b.Of(a.Text)})
	}
	return blocks
}

// prose returns what headline and sentences of two versions have in common if
// they are the same. Lines of the outlet's pages do not count.
func prose(title string, blocks []Block, outlets map[string]bool) string {
	words := title
	for _, b := range blocks {
		if readsAsProse(b.Text) && !outlets[wordsOf(b.Text)] {
			words += "\n" + b.Text
		}
	}
	return textKey(words)
}

// readsAsProse reports whether a line is a sentence of a report.
func readsAsProse(line string) bool { return text.CountWords(line) >= 8 && endsSentence(line) }

// isVersion reports whether a document is a version of an article: one of the
// two has much of the other, or, if they are too short to tell, the headline.
// A page for consent or for subscribers that stands at the address is none.
func isVersion(a *corpus.Article, doc Document) bool {
	one, other := runsOf(a.Text), runsOf(doc.Title+"\n"+doc.Text())
	least := min(len(one), len(other))
	if least < fewest {
		return wordsOf(a.Title) == wordsOf(doc.Title)
	}
	common := 0
	for _, run := range one {
		if slices.Contains(other, run) {
			common++
		}
	}
	return float64(common) >= sharedHas*float64(least)
}

// inherit returns a document with what it does not say of itself and the
// article that it replaces did.
func (d *Desk) inherit(doc Document, before *corpus.Article) Document {
	if before == nil {
		return doc
	}
	if !doc.Date.Known() {
		doc.Date, doc.From.Date = before.Date, ""
	}
	doc.URL, doc.Author = cmp.Or(doc.URL, before.URL), cmp.Or(doc.Author, before.Author)
	if before.Licence != d.defaultLicence(before.Outlet) {
		doc.Licence = cmp.Or(doc.Licence, before.Licence)
	}
	return doc
}

// defaultLicence is that of an article which states none.
func (d *Desk) defaultLicence(outlet string) corpus.Licence {
	c := d.rules.Config.Licence
	return corpus.Licence(cmp.Or(c.Outlets[outlet], c.Default))
}
