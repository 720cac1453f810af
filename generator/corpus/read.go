package corpus

import (
	"io/fs"
	"strings"
	"unicode/utf8"

	"parallax/generator/diag"
	"parallax/generator/frontmatter"
)

// largest is the most bytes that a file of content may have. News reports
// have some thousand; a larger file is a mistake or an attack.
const largest = 1 << 20

// read reads a file as UTF-8. It returns false after an error.
func read(fsys fs.FS, name string) (string, diag.List, bool) {
	var l diag.List
	info, err := fs.Stat(fsys, name)
	if err == nil && info.Size() > largest {
		l.Errorf(name, 0, "keep what is to be compared and delete the rest", "the file has %.1f MB; at most 1 MB is read", float64(info.Size())/1e6)
		return "", l, false
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		l.Errorf(name, 0, "check that it exists and may be read", "cannot be read: %v", err)
		return "", l, false
	}
	source := string(data)
	if strings.HasPrefix(source, "\xff\xfe") || strings.HasPrefix(source, "\xfe\xff") {
		l.Errorf(name, 0, "save it as UTF-8", "the file is written in UTF-16")
		return "", l, false
	}
	if !utf8.ValidString(source) {
		source = repair(name, source, &l)
	}
	return source, l, true
}

// repair replaces what is no UTF-8 and says where.
func repair(name, source string, l *diag.List) string {
	first, count := 0, 0
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRuneInString(source[i:])
		if r == utf8.RuneError && size == 1 {
			if count == 0 {
				first = strings.Count(source[:i], "\n") + 1
			}
			count++
		}
		i += size
	}
	l.Warnf(name, first, "save the file as UTF-8", "%d bytes are no UTF-8 and are shown as \ufffd", count)
	return strings.ToValidUTF8(source, "\ufffd")
}

// readMatter reads the front matter of a file into v and returns the document
// for further mistakes, or nil.
func readMatter(fsys fs.FS, name string, v any) (*frontmatter.Document, frontmatter.Body, diag.List) {
	source, l, ok := read(fsys, name)
	if !ok {
		return nil, frontmatter.Body{}, l
	}
	d, body, more := frontmatter.Read(name, source)
	l.Merge(more)
	if d != nil {
		l.Merge(d.Bind(v))
	}
	return d, body, l
}
