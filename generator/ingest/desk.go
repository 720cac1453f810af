package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/site"
)

// A Desk takes documents into the content of one site. What it takes it
// knows, so that an article that comes twice is taken once.
type Desk struct {
	root    *os.Root
	config  site.Config
	outlets []corpus.Outlet
	known   map[string]string // file of an article by its address and by its words
	files   map[string]bool   // names of this run, which a dry run did not write
	dry     bool
	replace bool
}

// NewDesk returns the desk of the site in root, with what its content holds.
// A dry desk writes nothing; one that replaces writes over older files.
func NewDesk(root *os.Root, config site.Config, held *corpus.Corpus, dry, replace bool) *Desk {
	d := &Desk{root: root, config: config, known: map[string]string{}, files: map[string]bool{}, dry: dry, replace: replace}
	d.outlets = append(d.outlets, held.Outlets...)
	for i := range held.Articles {
		a := &held.Articles[i]
		d.remember(a.File, a.URL, a.Text)
	}
	return d
}

// Taken is what became of a document.
type Taken struct {
	File      string // slash-separated path from the site's folder
	Outlet    string // its id
	NewOutlet bool   // a file was written for the outlet
	Held      string // the file that holds the article already, if nothing was written
	Replaced  bool
	Private   bool // kept out of git, since no licence lets others have it
}

// Take writes a document into the content, and a file for its outlet if the
// outlet is new. The id of the outlet is found by the address if it is empty.
func (d *Desk) Take(doc Document, outlet string) (Taken, error) {
	o, isNew, err := d.outletOf(doc, outlet)
	if err != nil {
		return Taken{}, err
	}
	t := Taken{Outlet: o.ID, NewOutlet: isNew}
	held := d.held(doc)
	if held != "" && !d.replace {
		t.Held, t.NewOutlet = held, false
		return t, nil
	}
	t.File, t.Private = d.place(doc, o.ID, held)
	t.Replaced = held != "" || d.exists(t.File)
	if t.Replaced && !d.replace {
		return t, fmt.Errorf("%s is there already and holds another text; --replace writes over it", t.File)
	}
	if isNew {
		if err := d.write(o.File, outletFile(o)); err != nil {
			return t, err
		}
		d.outlets = append(d.outlets, o)
	}
	source := articleFile(doc, o.ID)
	if len(source) > largest {
		return t, fmt.Errorf("the article has more than %d MB", largest>>20)
	}
	if err := d.write(t.File, source); err != nil {
		return t, err
	}
	d.remember(t.File, doc.URL, doc.Title+"\n"+doc.Text())
	return t, nil
}

// largest is the most bytes that a file of content may have.
const largest = 1 << 20

// held returns the file that holds the article, "" if none does.
func (d *Desk) held(doc Document) string {
	if file := d.known[addressKey(doc.URL)]; doc.URL != "" && file != "" {
		return file
	}
	return d.known[textKey(doc.Title+"\n"+doc.Text())]
}

func (d *Desk) remember(file, address, words string) {
	d.files[file] = true
	if address != "" {
		d.known[addressKey(address)] = file
	}
	d.known[textKey(words)] = file
}

// place returns the file for a document: the one that holds it, or a new one.
func (d *Desk) place(doc Document, outlet, held string) (file string, private bool) {
	private = doc.Licence == "" && d.config.Licence.Outlets[outlet] == "" && d.config.Licence.Default == ""
	folder := publicFolder
	if private {
		folder = privateFolder
	}
	file = path.Join(folder, outlet, fileName(doc))
	if held != "" {
		file = held
	} else if other := path.Join(publicFolder, outlet, fileName(doc)); private && d.exists(other) {
		file = other // one address, one file
	}
	return file, strings.HasPrefix(file, privateFolder+"/")
}

const (
	publicFolder  = "content/articles"
	privateFolder = "content/.private/articles"
)

func (d *Desk) exists(file string) bool {
	if d.files[file] {
		return true
	}
	_, err := d.root.Lstat(file)
	return !errors.Is(err, fs.ErrNotExist)
}

// write writes a file below the site, whole or not at all. Private files are
// kept out of git by a file beside them.
func (d *Desk) write(file string, source []byte) error {
	if d.dry {
		return nil
	}
	if err := d.root.MkdirAll(path.Dir(file), 0o755); err != nil {
		return fmt.Errorf("make the folder of %s: %w", file, err)
	}
	if strings.HasPrefix(file, privateFolder+"/") {
		if err := d.root.WriteFile("content/.private/.gitignore", []byte("*\n"), 0o644); err != nil {
			return fmt.Errorf("keep private articles out of git: %w", err)
		}
	}
	part := file + ".part"
	if err := d.root.WriteFile(part, source, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", file, errors.Join(err, d.root.Remove(part)))
	}
	if err := d.root.Rename(part, file); err != nil {
		return fmt.Errorf("write %s: %w", file, errors.Join(err, d.root.Remove(part)))
	}
	return nil
}
