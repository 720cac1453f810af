package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/frontmatter"
	"parallax/generator/text"
)

// mostQuoted is how many words a quotation may have: it is the editor's own short
// quotation, and the file is given away with the site.
const mostQuoted = 25

// Load reads the reviews of a site, by the slugs of their events.
func Load(fsys fs.FS) (map[string]*Review, diag.List) {
	var l diag.List
	reviews := map[string]*Review{}
	entries, err := fs.ReadDir(fsys, Folder)
	if err != nil {
		if _, missing := fs.Stat(fsys, Folder); missing == nil {
			l.Errorf(Folder, 0, "", "the folder cannot be read: %v", err)
		}
		return reviews, l
	}
	for _, e := range entries {
		name := path.Join(Folder, e.Name())
		slug, isTOML := strings.CutSuffix(e.Name(), ".toml")
		switch {
		case strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~"):
		case e.IsDir() || !isTOML:
			l.Warnf(name, 0, "move it, or give it the name of an event and the end .toml", "only files that end in .toml are read here; this is passed over")
		case !corpus.IsSlug(slug):
			l.Errorf(name, 0, "name it after its event", "the name %q is the address of no event", slug)
		default:
			r, problems := load(fsys, slug)
			l.Merge(problems)
			if r != nil {
				reviews[slug] = r
			}
		}
	}
	return reviews, l
}

// load reads the review of an event.
func load(fsys fs.FS, slug string) (*Review, diag.List) {
	data, err := fs.ReadFile(fsys, File(slug))
	if err != nil {
		var l diag.List
		l.Errorf(File(slug), 0, "", "cannot be read: %v", err)
		return nil, l
	}
	return Parse(slug, data)
}

// Parse reads the file of an event; nil if nothing of it could be read.
func Parse(slug string, data []byte) (*Review, diag.List) {
	source := strings.ReplaceAll(string(data), "\r\n", "\n")
	sum := sha256.Sum256([]byte(source))
	const length = 8 // bytes of a hash that tell whether a file was changed
	r := &Review{Slug: slug, File: File(slug), Sum: hex.EncodeToString(sum[:length])}
	d, l := frontmatter.TOML(r.File, source)
	if d == nil {
		return nil, l
	}
	r.document = d
	l.Merge(d.Bind(&r.Matter))
	if d.Broken("decision") {
		return r, l
	}
	r.check(&l)
	return r, l
}

// check says what is wrong with the decisions by themselves.
func (r *Review) check(l *diag.List) {
	names := map[string]int{}
	for n := range r.Decisions {
		d := &r.Decisions[n]
		v, known := verbOf(d.Do)
		if !known {
			l.Add(r.mistake(diag.Error, n, "do", diag.DidYouMean(d.Do, verbNames()), "there is nothing to be done by the name of %q", d.Do))
			continue
		}
		for _, key := range v.needs() {
			if value(d, key) == "" {
				l.Add(r.mistake(diag.Error, n, "do", "add "+key+` = "..."`, "%s needs %s", d.Do, key))
			}
		}
		if d.By == "" && r.CheckedBy == "" {
			l.Add(r.mistake(diag.Error, n, "do", `add by = "who decided it", or checked_by at the top`, "somebody must have decided this"))
		}
		if words := text.CountWords(d.Quote); words > mostQuoted {
			l.Add(r.mistake(diag.Warning, n, "quote", "six to twenty words are enough to find them again", "the quotation has %d words, and the file is given away with the site", words))
		}
		if first, taken := names[d.name()]; taken {
			l.Add(r.mistake(diag.Error, n, "do", "remove one of the two", "the decision %q stands in line %d already", d.name(), r.mistake(diag.Error, first, "do", "", "").Line))
			continue
		}
		names[d.name()] = n
	}
}

// value returns what a decision has for a key.
func value(d *Decision, key string) string {
	v := reflect.ValueOf(*d)
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == key {
			if v.Field(i).IsZero() {
				return ""
			}
			return fmt.Sprint(v.Field(i).Interface())
		}
	}
	return ""
}
