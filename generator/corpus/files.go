package corpus

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"parallax/generator/diag"
	"parallax/generator/text"
)

// A file is a file of content/ that is to be read.
type file struct {
	path    string // slash-separated, from the site's folder
	id      string // path below its folder, without .md
	private bool   // below content/.private
	of      string // the file of the article that this is an earlier version of; empty for nearly all
}

// private is the folder whose articles git ignores.
const private = "content/.private/"

// files lists the .md files below a folder in order of their ids. What is no
// plain file is passed over with a warning; a name that cannot be an address,
// and two that would be one address, are errors.
func files(fsys fs.FS, folders ...string) ([]file, diag.List) {
	var found []file
	var l diag.List
	for _, folder := range folders {
		w := walker{fsys: fsys, root: folder}
		w.folder(folder)
		found = append(found, w.found...)
		l.Merge(w.list)
	}
	l.Merge(checkNames(found))
	return found, l
}

// A walker lists the files of one folder.
type walker struct {
	fsys  fs.FS
	root  string
	found []file
	list  diag.List
}

// folder lists a folder and those in it.
func (w *walker) folder(name string) {
	entries, err := fs.ReadDir(w.fsys, name)
	if err != nil {
		if _, missing := fs.Stat(w.fsys, name); name != w.root || missing == nil {
			w.list.Errorf(name, 0, "", "the folder cannot be read: %v", err)
		}
		return
	}
	for _, entry := range entries {
		base := entry.Name()
		if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasPrefix(base, "#") {
			continue // hidden files and those that editors leave behind
		}
		w.entry(path.Join(name, base), entry)
	}
}

// entry lists one file or folder.
func (w *walker) entry(name string, entry fs.DirEntry) {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		target, ok := w.follow(name)
		if !ok {
			return
		}
		mode = target
	}
	switch {
	case mode.IsDir() && entry.IsDir():
		w.folder(name)
	case !mode.IsRegular():
		w.list.Warnf(name, 0, "remove it, or put a plain file in its place", "this is no plain file and is passed over")
	case w.root == "content/pages" && IsPicture(name): // a page shows it
	case path.Ext(name) != ".md":
		w.list.Warnf(name, 0, "rename it to end in .md, or remove it", "only files that end in .md are read; this one is passed over")
	default:
		id := strings.TrimSuffix(strings.TrimPrefix(name, w.root+"/"), ".md")
		f := file{path: name, id: id, private: strings.HasPrefix(name, private)}
		if of, found := strings.CutSuffix(path.Dir(name), earlier); found && strings.HasSuffix(w.root, "articles") {
			f.of = of + ".md"
		}
		w.found = append(w.found, f)
	}
}

// IsPicture reports whether a page can show a file, by its name.
func IsPicture(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".webp"}, path.Ext(name))
}

// follow returns what a symbolic link leads to, if that is inside the site.
func (w *walker) follow(name string) (fs.FileMode, bool) {
	const mend = "put a copy of the file in its place"
	target, err := fs.ReadLink(w.fsys, name)
	outside := path.IsAbs(target) || strings.HasPrefix(path.Join(path.Dir(name), target)+"/", "../")
	info, statErr := fs.Stat(w.fsys, name)
	switch {
	case err == nil && outside:
		w.list.Warnf(name, 0, mend, "this link leads out of the site's folder and is passed over")
	case err != nil || statErr != nil:
		w.list.Warnf(name, 0, mend, "this link leads nowhere and is passed over")
	default:
		return info.Mode().Type(), true
	}
	return 0, false
}

// checkNames says which files have a name that cannot be an address, or the
// address of another file.
func checkNames(found []file) diag.List {
	var l diag.List
	first := map[string]string{}
	for _, f := range found {
		if f.of != "" {
			continue // it has no address
		}
		for part := range strings.SplitSeq(f.id, "/") {
			if why := whyNoSlug(part); why != "" {
				l.Errorf(f.path, 0, slugMend("rename it to", part), "the name %q %s", part, why)
			}
		}
		same := strings.ToLower(norm.NFC.String(f.id))
		if other, taken := first[same]; taken {
			l.Errorf(f.path, 0, "rename one of them", "has the same address as %s", other)
		} else {
			first[same] = f.path
		}
	}
	return l
}

// slugMend returns the mend for a bad part of an address: the verb and a good
// one.
func slugMend(verb, part string) string {
	slug := text.Slug(part, text.LongestSlug)
	if !IsSlug(slug) {
		return "choose a name of a to z, 0 to 9 and hyphens"
	}
	return fmt.Sprintf("%s %q", verb, slug)
}
