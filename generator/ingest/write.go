package ingest

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// place finds the file for a document: the one that holds it, or a new one.
func (d *Desk) place(t *Taken, doc Document, held string) {
	licence := cmp.Or(d.inherit(doc, d.held[held]).Licence, d.defaultLicence(t.Outlet))
	t.Excerpt = !doc.Private && (d.rules.Excerpt || d.isExcerpt(held)) && !licence.Open()
	private := doc.Private || licence == "" && !t.Excerpt
	folder := publicFolder
	if private {
		folder = privateFolder
	}
	name := fileName(doc)
	if doc.Listed && held == "" {
		name = d.freeName(t.Outlet, name)
	}
	t.File = path.Join(folder, t.Outlet, name)
	if held != "" {
		t.File = held
	} else if other := path.Join(publicFolder, t.Outlet, name); private && d.exists(other) {
		t.File = other // one address, one file
	}
	t.Private = strings.HasPrefix(t.File, privateFolder+"/")
	t.Replaced = held != "" || d.exists(t.File)
}

// freeName returns the name with a number behind it that no article of the outlet
// has: collections hold several of one title and day, such as editorials.
func (d *Desk) freeName(outlet, name string) string {
	free := name
	for n := 2; d.exists(path.Join(publicFolder, outlet, free)) || d.exists(path.Join(privateFolder, outlet, free)); n++ {
		free = fmt.Sprintf("%s-%d.md", strings.TrimSuffix(name, ".md"), n)
	}
	return free
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
	if d.rules.Dry {
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
	err := d.root.WriteFile(part, source, 0o644)
	if err == nil {
		err = d.root.Rename(part, file)
	}
	if err != nil {
		d.root.Remove(part) // which may not be there
		return fmt.Errorf("write %s: %w", file, reason(err))
	}
	return nil
}

// reason returns an error of a file without the file, which the caller names.
func reason(err error) error {
	var about *fs.PathError
	if errors.As(err, &about) {
		return about.Err
	}
	return err
}
