package stages

import (
	"fmt"
	"io/fs"
	"iter"
	"regexp"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/file"
)

// StaticFolder holds files that the site has as they are, at its root.
const StaticFolder = "static"

// A carriedFile is a file that stands on the site as it is.
type carriedFile struct{ from, to string }

// carried lists the files of static/, and the pictures beside pages, in order.
func carried(fsys fs.FS) []carriedFile {
	var list []carriedFile
	walk := func(folder string, take func(name string) bool) {
		_ = fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error { // a folder that is not there holds nothing
			switch {
			case err != nil || strings.HasPrefix(d.Name(), ".") && d.IsDir():
				return fs.SkipDir
			case d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") && take(name):
				list = append(list, carriedFile{name, strings.TrimPrefix(name, folder+"/")})
			}
			return nil
		})
	}
	walk("content/pages", corpus.IsPicture)
	walk(StaticFolder, func(string) bool { return true })
	return list
}

// WithCarried yields the files that stand on the site as they are, and then the
// others.
func WithCarried(fsys fs.FS, files iter.Seq2[file.File, error]) iter.Seq2[file.File, error] {
	return func(yield func(file.File, error) bool) {
		for _, f := range carried(fsys) {
			data, err := fs.ReadFile(fsys, f.from)
			if err != nil {
				err = fmt.Errorf("copy %s: %w", f.from, err)
			}
			if !yield(file.File{Path: f.to, Data: data}, err) || err != nil {
				return
			}
		}
		files(yield)
	}
}

// badFiles says which files that stand on the site as they are are too large, or have
// a name that is no address, or one that another has.
func (w *Work) badFiles(fsys fs.FS) {
	const largest = 25 << 20 // bytes: GitHub warns of files from 50 MB on, and refuses them from 100 MB
	good := regexp.MustCompile(`^[a-z0-9_][a-z0-9._-]*(/[a-z0-9_][a-z0-9._-]*)*$`)
	first := map[string]string{}
	for _, f := range carried(fsys) {
		if info, err := fs.Stat(fsys, f.from); err == nil && info.Size() > largest {
			w.Problems.Errorf(f.from, 0, "make it smaller, or keep it elsewhere and link to it", "the file has %.0f MB; a file of the site may have %d", float64(info.Size())/(1<<20), largest>>20)
		}
		if !good.MatchString(f.to) {
			w.Problems.Errorf(f.from, 0, "name it with a to z, 0 to 9, points, hyphens and underscores", "the name %q cannot be an address", f.to)
		}
		if other, taken := first[f.to]; taken {
			w.Problems.Errorf(f.from, 0, "rename one of them", "has the same address as %s", other)
		}
		first[f.to] = f.from
	}
}
