package ingest

import (
	"fmt"
	"os"
	"slices"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/site"
	"parallax/generator/text"
)

// A Desk takes documents into the content of one site. What it takes it
// knows, so that an article that comes twice is taken once.
type Desk struct {
	root    *os.Root
	rules   Rules
	outlets []corpus.Outlet
	known   map[string]string          // file of an article by its address, and by its outlet and words
	words   map[string]string          // words of an article by its file, as textKey has them
	files   map[string]bool            // names of this run, which a dry run did not write
	held    map[string]*corpus.Article // what the content held before this run, by file
	shelf   *shelf
	damage  error             // of what earlier runs knew
	pages   map[string]*lines // by outlet, or by host while there is none
}

// Rules are how a desk works.
type Rules struct {
	Config    site.Config
	Languages *text.Languages
	Now       time.Time // no article was published later
	Dry       bool      // write nothing
	Replace   bool      // write over older files; what stood in them is kept beside
	Excerpt   bool      // of an article without an open licence keep what may be quoted
}

// NewDesk returns the desk of the site in root, with what its content holds. A
// desk without a site (nil) makes documents ready and cannot take them.
func NewDesk(root *os.Root, held *corpus.Corpus, rules Rules) *Desk {
	pages, damage := recallLeft(root)
	d := &Desk{
		root: root, rules: rules, known: map[string]string{}, words: map[string]string{}, files: map[string]bool{}, held: map[string]*corpus.Article{},
		shelf: newShelf(), pages: pages, damage: damage,
	}
	d.outlets = append(d.outlets, held.Outlets...)
	for i := range held.Articles {
		a := &held.Articles[i]
		d.remember(a.File, a.Outlet, a.URL, a.Text)
		d.held[a.File] = a
		blocks := slices.Clone(a.SetAside)
		for _, b := range a.Blocks[1:] {
			blocks = append(blocks, b.Of(a.Text))
		}
		d.page(a.Outlet).add(blocks)
	}
	return d
}

// Taken is what became of a document.
type Taken struct {
	File      string // slash-separated path from the site's folder
	Outlet    string // its id
	NewOutlet bool   // a file was written for the outlet
	Held      string // the file that holds the article already, if nothing was written
	Changed   bool   // what Held holds has other words
	Replaced  bool
	Earlier   string // the file that keeps what was replaced, if its words were others
	Private   bool   // kept out of git, since no licence lets others have it
	Excerpt   bool   // only what may be quoted was kept
	Shared    Shared // what it has in common with another article
}

// Take writes a document into the content, and a file for its outlet if the
// outlet is new. The id of the outlet is found by the address if it is empty.
func (d *Desk) Take(doc Document, outlet string) (Taken, error) {
	o, isNew, err := d.outletOf(doc, outlet)
	if err != nil {
		return Taken{}, err
	}
	words := doc.Title + "\n" + doc.Text()
	held := d.holder(o.ID, doc.URL, words)
	if held != "" && !d.rules.Replace {
		return Taken{Outlet: o.ID, Held: held, Changed: !d.isExcerpt(held) && d.words[held] != textKey(words)}, nil
	}
	t := Taken{Outlet: o.ID, NewOutlet: isNew}
	d.place(&t, doc, held)
	if t.Replaced && !d.rules.Replace {
		return t, fmt.Errorf("%s is there already and holds another text; --replace writes over it and keeps it beside", t.File)
	}
	return d.put(t, doc, o)
}

// put writes a document to its place.
func (d *Desk) put(t Taken, doc Document, o corpus.Outlet) (Taken, error) {
	words := doc.Title + "\n" + doc.Text()
	t.Shared = d.shelf.most(t.File, words)
	if err := d.writeAll(&t, doc, o); err != nil {
		return t, err
	}
	d.remember(t.File, o.ID, doc.URL, words)
	return t, nil
}

// writeAll writes the article, what it replaces, and its outlet if that is new.
func (d *Desk) writeAll(t *Taken, doc Document, o corpus.Outlet) error {
	if t.Excerpt {
		doc = d.excerpt(doc)
	}
	before := d.held[t.File]
	source := articleFile(d.inherit(doc, before), o.ID, before)
	if len(source) > largest {
		return fmt.Errorf("the article has more than %d MB", largest>>20)
	}
	if t.NewOutlet {
		if err := d.write(o.File, outletFile(o)); err != nil {
			return err
		}
		d.outlets = append(d.outlets, o)
	}
	if t.Replaced && d.words[t.File] != textKey(doc.Title+"\n"+doc.Text()) {
		if err := d.keepEarlier(t); err != nil {
			return err
		}
	}
	return d.write(t.File, source)
}

// largest is the most bytes that a file of content may have.
const largest = 1 << 20

// holder returns the file that holds an article of the outlet, "" if none does.
// Two outlets that print the same words are two articles.
func (d *Desk) holder(outlet, address, words string) string {
	if file := d.known[AddressKey(address)]; address != "" && file != "" {
		return file
	}
	return d.known[outlet+" "+textKey(words)]
}

func (d *Desk) remember(file, outlet, address, words string) {
	d.files[file] = true
	if address != "" {
		d.known[AddressKey(address)] = file
	}
	d.words[file] = textKey(words)
	d.known[outlet+" "+d.words[file]] = file
	d.shelf.add(file, words)
}

// Holds returns the file that holds the article with an address, "" if none
// does.
func (d *Desk) Holds(address string) string { return d.known[AddressKey(address)] }
