package output

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"parallax/generator/file"
	"parallax/generator/file/markup"
	"parallax/generator/text"
)

// A links checks that every link of the site leads somewhere in it: to a file
// of the build or one that stands in the folder, and to an id on that page.
// Links to other sites are not followed.
//
// It keeps a hash for each id, and of the links that are still open a number for
// each, so that its memory does not grow with the bytes of the pages.
type links struct {
	base   string              // the site's address, with a final slash; may be empty
	root   string              // the path of base
	ids    map[string][]uint32 // of each HTML file seen, sorted; nil for other files
	pages  []string            // that have a link that was open, in the order in which they came
	open   map[string]waiting  // by the path they lead to
	broken []link
	there  func(path string) bool // whether a file that is not ours stands in the folder
	leans  bool                   // a link leads to such a file
}

// A waiting is the links that lead to a file that was not seen yet: by their
// fragments, the pages that they stand on, as indexes of [links].pages.
type waiting map[string][]int32

// A link leads from a page to a path and, unless it is empty, a fragment.
type link struct {
	from, path, fragment string
}

func newLinks(base string, there func(string) bool) *links {
	root := "/"
	if u, err := url.Parse(base); err == nil && u.Path != "" {
		root = u.Path
	}
	return &links{base: base, root: root, ids: map[string][]uint32{}, open: map[string]waiting{}, there: there}
}

// See looks at the bytes of a file.
func See(f file.File) *file.Seen {
	s := &file.Seen{Sum: sha256.Sum256(f.Data)}
	if strings.HasSuffix(f.Path, ".html") {
		seePage(s, f.Data)
	}
	return s
}

// seePage notes the ids and the references of a page.
func seePage(s *file.Seen, page []byte) {
	s.IDs = []uint32{}
	known := map[string]bool{}
	for token := range markup.Tokens(page) {
		for _, a := range token.Attributes {
			switch a.Key {
			case "id":
				s.IDs = append(s.IDs, text.Hash(text.HashStart, string(a.Value)))
			case "href", "src":
				if !known[string(a.Value)] {
					value := string(a.Value)
					known[value] = true
					s.References = append(s.References, value)
				}
			}
		}
	}
	slices.Sort(s.IDs)
}

// add takes in one file of the site, which was looked at.
func (l *links) add(f file.File) {
	l.ids[f.Path] = f.Seen.IDs
	for _, value := range f.Seen.References {
		if k, inside := l.parse(f.Path, value); inside {
			l.resolve(k)
		}
	}
	for _, k := range l.waitingFor(f.Path) {
		l.resolve(k)
	}
	delete(l.open, f.Path)
}

// wait keeps a link until the file that it leads to is seen. The links of a page come
// one after another.
func (l *links) wait(k link) {
	if n := len(l.pages); n == 0 || l.pages[n-1] != k.from {
		l.pages = append(l.pages, k.from)
	}
	if l.open[k.path] == nil {
		l.open[k.path] = waiting{}
	}
	l.open[k.path][k.fragment] = append(l.open[k.path][k.fragment], int32(len(l.pages)-1))
}

// waitingFor returns the links that lead to a file that was not seen yet.
func (l *links) waitingFor(path string) []link {
	var list []link
	for fragment, pages := range l.open[path] {
		for _, page := range pages {
			list = append(list, link{from: l.pages[page], path: path, fragment: fragment})
		}
	}
	return list
}

// parse finds out where a reference on a page leads, if it stays in the site.
func (l *links) parse(from, reference string) (link, bool) {
	target, fragment, _ := strings.Cut(reference, "#")
	target, _, _ = strings.Cut(target, "?")
	if l.base != "" {
		if inside, found := strings.CutPrefix(target, l.base); found {
			target = l.root + inside
		}
	}
	if scheme := strings.IndexByte(target, ':'); scheme >= 0 && !strings.Contains(target[:scheme], "/") || strings.HasPrefix(target, "//") {
		return link{}, false
	}
	if decoded, err := url.PathUnescape(target); err == nil {
		target = decoded
	}
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	fragment, _, _ = strings.Cut(fragment, ":~:")
	return link{from: from, path: l.file(from, target), fragment: fragment}, true
}

// file returns the path of the file that a server sends for a target.
func (l *links) file(from, target string) string {
	switch {
	case target == "":
		return from
	case strings.HasPrefix(target, "/"):
		inside, found := strings.CutPrefix(target, l.root)
		if !found {
			return target // outside the site's path: no file has such a name
		}
		target = inside
	default:
		target = path.Dir(from) + "/" + target
	}
	if target == "" || strings.HasSuffix(target, "/") || strings.HasSuffix(target, "/.") {
		target += "/index.html"
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// resolve follows a link as far as the files seen so far allow.
func (l *links) resolve(k link) {
	ids, seen := l.ids[k.path]
	if !seen {
		l.wait(k)
		return
	}
	if k.fragment == "" || k.fragment == "top" || ids == nil {
		return
	}
	if _, found := slices.BinarySearch(ids, text.Hash(text.HashStart, k.fragment)); !found {
		l.broken = append(l.broken, k)
	}
}

// err returns a [LinkError], or nil if every link leads somewhere.
func (l *links) err() error {
	for p := range l.open {
		if !l.there(p) {
			l.broken = append(l.broken, l.waitingFor(p)...)
			continue
		}
		l.leans = true
	}
	if len(l.broken) == 0 {
		return nil
	}
	slices.SortFunc(l.broken, func(a, b link) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.path, b.path), cmp.Compare(a.fragment, b.fragment))
	})
	return &LinkError{l.broken}
}

// A LinkError says which links of an otherwise whole site lead nowhere.
type LinkError struct {
	broken []link // by page
}

// Error names the first of the links.
func (e *LinkError) Error() string {
	const most = 10
	var b strings.Builder
	b.WriteString("links that lead nowhere:")
	for i, k := range e.broken {
		if i == most {
			fmt.Fprintf(&b, "\n  and %d more", len(e.broken)-most)
			break
		}
		fmt.Fprintf(&b, "\n  %s leads to %s", k.from, k)
	}
	return b.String()
}

// String returns where the link leads.
func (k link) String() string {
	if k.fragment == "" {
		return k.path
	}
	return k.path + "#" + k.fragment
}
