package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parallax/generator/diag"
)

// Limits are the sizes that a host refuses, in bytes.
type Limits struct {
	Site     int64 // the whole site
	File     int64 // one file
	NearSite int64 // from here on a warning is due
	NearFile int64
}

// GitHub returns the limits of GitHub Pages and of a push to GitHub
// (docs.github.com, "GitHub Pages limits" and "About large files").
func GitHub() Limits {
	return Limits{Site: 1e9, NearSite: 800e6, File: 100 << 20, NearFile: 50 << 20}
}

// A Folder is the files of a built site.
type Folder struct {
	Path  string // of the folder
	Files []File // in the order of their paths
	Bytes int64
}

// A File is one file of a built site.
type File struct {
	Path  string // slash-separated, from the folder
	Bytes int64
}

// at returns the path of a file as messages show it.
func (f Folder) at(name string) string { return path.Join(filepath.ToSlash(f.Path), name) }

// skipped are names in an output folder that are for git, and not of the site.
var skipped = map[string]bool{".git": true, ".keep": true, ".gitkeep": true, ".gitignore": true}

// Read lists the files of an output folder, and says what the host will refuse.
func Read(folder string, limits Limits) (Folder, diag.List, error) {
	f := Folder{Path: folder}
	var l diag.List
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case skipped[d.Name()] && d.IsDir():
			return fs.SkipDir
		case skipped[d.Name()] || d.IsDir():
			return nil
		case !d.Type().IsRegular():
			l.Errorf(f.at(name), 0, "put a copy of the file in its place", "this is no plain file, and cannot be published")
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		f.Files = append(f.Files, File{Path: name, Bytes: info.Size()})
		f.Bytes += info.Size()
		return nil
	})
	if err != nil {
		return f, l, fmt.Errorf("read the built site: %w", err)
	}
	l.Merge(f.check(limits))
	return f, l, nil
}

// check holds the files against the limits, and their names against what
// other computers can keep.
func (f Folder) check(limits Limits) diag.List {
	var l diag.List
	first := map[string]string{}
	for _, file := range f.Files {
		f.checkSize(&l, file, limits)
		if strings.ContainsFunc(file.Path, unsafe) {
			l.Errorf(f.at(file.Path), 0, "rename it", "the name has a character that not every computer can keep")
		}
		same := strings.ToLower(norm.NFC.String(file.Path))
		if other, taken := first[same]; taken {
			l.Warnf(f.at(file.Path), 0, "rename one of them", "on many computers this is the same file as %s", other)
		}
		first[same] = file.Path
	}
	const mend = `set pages.pairs and pages.blind in config.toml, or split the site; "parallax doctor" says what takes the room`
	switch {
	case f.Bytes > limits.Site:
		l.Errorf("", 0, mend, "the site has %s; GitHub Pages refuses more than %s", megabytes(f.Bytes), megabytes(limits.Site))
	case f.Bytes > limits.NearSite:
		l.Warnf("", 0, mend, "the site has %s; GitHub Pages refuses more than %s", megabytes(f.Bytes), megabytes(limits.Site))
	}
	return l
}

// checkSize holds one file against the limits.
func (f Folder) checkSize(l *diag.List, file File, limits Limits) {
	const mend = "make it smaller, or keep it elsewhere and link to it"
	switch {
	case file.Bytes > limits.File:
		l.Errorf(f.at(file.Path), 0, mend, "the file has %s; GitHub refuses more than %s", megabytes(file.Bytes), megabytes(limits.File))
	case file.Bytes > limits.NearFile:
		l.Warnf(f.at(file.Path), 0, mend, "the file has %s; GitHub refuses more than %s", megabytes(file.Bytes), megabytes(limits.File))
	}
}

// unsafe reports whether a character of a path is refused by some system.
func unsafe(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`\:*?"<>|`, r) }

// megabytes writes a number of bytes in millions.
func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
