// Package depot makes the files of the long tables of a site. [New] opens a depot,
// [Depot.Add] takes the rows of one event after the other, and [Depot.Files] returns the
// tables as CSV, as Parquet and as one file of SQLite, with what describes them, or
// [Depot.Packed] what a site has of them.
//
// Rows of all tables come with each event, and a file is made of one table: so rows wait
// in a folder, of which the depot has files open until [Depot.Close]. The files that it
// returns lie in that folder, too, and are read from there. Memory holds one event, and
// of a table in Parquet one group of rows.
package depot

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"parallax/generator/dataset/frictionless"
	"parallax/generator/dataset/sqlite"
	"parallax/generator/dataset/tidy"
	"parallax/generator/figures"
	"parallax/generator/file"
	"parallax/generator/text"
)

// Names of files.
const (
	Database = "parallax.sqlite"
	Archive  = "tables.zip"
)

// A Depot holds the rows of the tables of a site.
type Depot struct {
	book  tidy.Book
	dir   string
	spool *tidy.Spool
	open  []*os.File
}

// New opens a depot in a folder, which is empty. The codebook says what the figures of
// the program do.
func New(dir string, quality figures.Figures) (*Depot, error) {
	book, err := tidy.ReadBook()
	if err != nil {
		return nil, err
	}
	book = book.With(quality)
	d := &Depot{book: book, dir: dir}
	d.spool = tidy.NewSpool(func(table string) (tidy.Medium, error) { return d.create(table + ".rows") })
	return d, nil
}

// create makes a file in the folder.
func (d *Depot) create(name string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(d.dir, name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	d.open = append(d.open, f)
	return f, nil
}

// Add takes rows.
func (d *Depot) Add(rows tidy.Rows) error { return d.spool.Add(rows) }

// AddEvent takes the rows of an event. Their cells are shown to whoever counts what they
// carry of articles, as one file, a list in JSON, which is no file of the tables; count
// may be nil.
func (d *Depot) AddEvent(slug string, rows tidy.Rows, count func(file.File)) error {
	if count != nil {
		cells, err := d.cells(slug, rows)
		if err != nil {
			return err
		}
		count(cells)
	}
	return d.Add(rows)
}

// cells returns the cells of rows as one file.
func (d *Depot) cells(slug string, rows tidy.Rows) (file.File, error) {
	cells := []string{}
	for _, form := range d.book {
		for _, row := range rows[form.Name] {
			cells = append(cells, row...)
		}
	}
	data, err := json.Marshal(cells)
	return file.File{Path: "tables/" + slug + ".json", Data: data}, err
}

// Count returns how many rows a table has.
func (d *Depot) Count(table string) int { return d.spool.Count(table) }

// All returns how many rows there are.
func (d *Depot) All() int {
	n := 0
	for _, form := range d.book {
		n += d.spool.Count(form.Name)
	}
	return n
}

// A format is a form in which a table is written.
type format struct {
	ending string
	write  func(tidy.Form, io.Writer, iter.Seq2[[]string, error]) error
}

// The formats.
var (
	asCSV     = format{".csv", tidy.Form.WriteCSV}
	asParquet = format{".parquet", tidy.Form.WriteParquet}
)

// Files returns the files of the tables in every format, and what describes them.
func (d *Depot) Files(ctx context.Context, about tidy.Work) ([]file.File, error) {
	files, err := d.tables(ctx, asCSV, asParquet)
	if err != nil {
		return nil, err
	}
	database, err := d.database(ctx)
	if err != nil {
		return nil, err
	}
	return d.described(about, append(files, database))
}

// Packed returns what a site has: the tables as CSV with what describes them in one
// archive, the file of SQLite, and the lock.
func (d *Depot) Packed(ctx context.Context, about tidy.Work) ([]file.File, error) {
	files, err := d.tables(ctx, asCSV)
	if err == nil {
		files, err = d.described(about, files)
	}
	if err != nil {
		return nil, err
	}
	archive, err := d.file(Archive, func(out io.Writer) error { return file.WriteZip(out, files) })
	if err != nil {
		return nil, err
	}
	database, err := d.database(ctx)
	if err != nil {
		return nil, err
	}
	lock, err := d.lock(about)
	return []file.File{archive, database, lock}, err
}

// lock says what the tables were made of, with the sum of all rows in the order of the
// tables.
func (d *Depot) lock(about tidy.Work) (file.File, error) {
	h := sha256.New()
	for _, form := range d.book {
		fmt.Fprintf(h, "%q\n", form.Name)
		for row, err := range d.spool.Rows(form.Name) {
			if err != nil {
				return file.File{}, err
			}
			fmt.Fprintf(h, "%q\n", row)
		}
	}
	return file.File{Path: tidy.LockFile, Data: about.Lock.TOML(about, d.All(), fmt.Sprintf("sha256:%x", h.Sum(nil)))}, nil
}

// tables makes the files of all tables.
func (d *Depot) tables(ctx context.Context, formats ...format) ([]file.File, error) {
	var files []file.File
	for _, form := range d.book {
		for _, as := range formats {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			made, err := d.file(form.Name+as.ending, func(out io.Writer) error { return as.write(form, out, d.spool.Rows(form.Name)) })
			if err != nil {
				return nil, err
			}
			files = append(files, made)
		}
	}
	return files, nil
}

// described adds what describes files for programs, people and archives.
func (d *Depot) described(about tidy.Work, files []file.File) ([]file.File, error) {
	described, err := d.book.Package(frictionless.Package{
		Name: cmp.Or(text.Slug(about.Title, text.LongestSlug), "parallax"), Title: about.Title, Homepage: about.Address, Version: strings.ReplaceAll(about.Day, "-", "."),
	})
	if err != nil {
		return nil, err
	}
	lock, err := d.lock(about)
	if err != nil {
		return nil, err
	}
	files = append(append(files, described...), lock, file.File{Path: "codebook.csv", Data: d.book.Codebook()})
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	cited, err := d.book.About(about, paths)
	return append(files, cited...), err
}

// file makes a file of a table.
func (d *Depot) file(name string, write func(io.Writer) error) (file.File, error) {
	f, err := d.create(name)
	if err != nil {
		return file.File{}, fmt.Errorf("make %s: %w", name, err)
	}
	out := bufio.NewWriter(f)
	if err := errors.Join(write(out), out.Flush()); err != nil {
		return file.File{}, err
	}
	return long(name, f)
}

// database makes the file of SQLite.
func (d *Depot) database(ctx context.Context) (file.File, error) {
	name := filepath.Join(d.dir, Database)
	if err := sqlite.Write(ctx, name, d.book, d.spool.Rows); err != nil {
		return file.File{}, err
	}
	f, err := os.Open(name)
	if err != nil {
		return file.File{}, fmt.Errorf("read the database: %w", err)
	}
	d.open = append(d.open, f)
	return long(Database, f)
}

// long returns a file that lies on the disk.
func long(path string, f *os.File) (file.File, error) {
	info, err := f.Stat()
	if err != nil {
		return file.File{}, fmt.Errorf("make %s: %w", path, err)
	}
	return file.File{Path: path, Long: io.NewSectionReader(f, 0, info.Size())}, nil
}

// Close closes the files, which cannot be read any more. The folder is the caller's to
// remove.
func (d *Depot) Close() error {
	var err error
	for _, f := range d.open {
		err = errors.Join(err, f.Close())
	}
	return err
}
