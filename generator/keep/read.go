package keep

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/framing"
	"parallax/generator/frontmatter"
	"parallax/generator/lesson"
	"parallax/generator/text"
)

// mend is what to do about a file that cannot be used.
const mend = `bring it back from version control, or run "parallax build" where the texts of its articles are`

// largest is the most bytes that a file may have.
const largest = 16 << 20

// Load reads what is kept of a site's events, in the order of their slugs.
func Load(fsys fs.FS) ([]*Kept, diag.List) {
	var l diag.List
	entries, err := fs.ReadDir(fsys, Folder)
	if err != nil {
		return nil, l // that nothing is kept is usual
	}
	var list []*Kept
	for _, entry := range entries {
		name := path.Join(Folder, entry.Name())
		switch {
		case strings.HasPrefix(entry.Name(), "."):
		case path.Ext(name) != ".json" || !entry.Type().IsRegular():
			l.Warnf(name, 0, "remove it", "only files that a build keeps are read here; this one is passed over")
		default:
			k, why := load(fsys, name)
			if why != nil {
				l.Add(*why)
				continue
			}
			list = append(list, k)
		}
	}
	return list, l
}

// load reads the file of one event.
func load(fsys fs.FS, name string) (*Kept, *diag.Diagnostic) {
	wrong := func(format string, args ...any) *diag.Diagnostic {
		return &diag.Diagnostic{Severity: diag.Error, File: name, What: fmt.Sprintf(format, args...), Mend: mend}
	}
	if info, err := fs.Stat(fsys, name); err != nil || info.Size() > largest {
		return nil, wrong("cannot be read, or has more than %d MB", largest>>20)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, wrong("cannot be read: %v", err)
	}
	if unmerged := frontmatter.Unmerged(string(data)); unmerged != nil {
		unmerged.File, unmerged.Mend = name, mend
		return nil, unmerged
	}
	k, err := Read(data)
	if err != nil {
		return nil, wrong("cannot be used: %v", err)
	}
	if File(k.Event.Slug) != name {
		return nil, wrong("it is of the event %q", k.Event.Slug)
	}
	return k, nil
}

// Read reads the file of an event. It returns an error for one that no build wrote.
func Read(data []byte) (*Kept, error) {
	var k Kept
	if err := json.Unmarshal(data, &k); err != nil {
		return nil, err
	}
	if k.Version != version {
		return nil, fmt.Errorf("it has the form %d, and this program knows %d", k.Version, version)
	}
	if !corpus.IsSlug(k.Event.Slug) || len(k.Articles) != len(k.Event.Members) {
		return nil, fmt.Errorf("it names no event, or other articles than the event has")
	}
	for i, a := range k.Articles {
		if a.ID != k.Event.Members[i].Article {
			return nil, fmt.Errorf("article %q is not where the event has it", a.ID)
		}
		if a.Private != nil {
			if err := a.Private.check(); err != nil {
				return nil, fmt.Errorf("article %q: %w", a.ID, err)
			}
		}
	}
	return &k, k.check()
}

// check returns an error if a private article does not hang together.
func (p *Private) check() error {
	if len(p.Blocks) == 0 || len(p.Passages) == 0 || p.Passages[0].Span != p.Blocks[0].Span {
		return fmt.Errorf("it has no headline")
	}
	at := 0
	for i, b := range p.Blocks {
		if i > 0 {
			at += len("\n\n")
		}
		if b.Start != at || b.End < b.Start || b.End > largest {
			return fmt.Errorf("block %d does not stand behind the one before", i)
		}
		at = b.End
	}
	for _, s := range p.Passages {
		if s.Block < 0 || s.Block >= len(p.Blocks) || !p.Blocks[s.Block].Contains(s.Span) || s.Len() < 0 {
			return fmt.Errorf("passage %q is not in its block", s.ID)
		}
	}
	at = 0
	for _, r := range p.Words {
		if r.Start < at || r.Bytes < 0 || r.Bytes > largest || r.Start > largest || r.end() > p.Blocks[len(p.Blocks)-1].End || r.Count < 0 || r.Count > r.Bytes || r.Parts > r.Bytes || strings.ToValidUTF8(r.Words, "") != r.Words {
			return fmt.Errorf("its words at %d are not where they can be", r.Start)
		}
		at = r.end()
	}
	for _, q := range p.Quotations {
		if q.Start < 0 || q.Len() < 0 || q.End > p.Blocks[len(p.Blocks)-1].End {
			return fmt.Errorf("a quotation is outside it")
		}
	}
	return nil
}

// check returns an error if findings point at what is not there.
func (k *Kept) check() error {
	private := slices.ContainsFunc(k.Articles, func(a Article) bool { return a.Private != nil })
	if !private {
		k.Findings = nil
		return nil
	}
	if k.Findings == nil || k.Comparison == nil || k.Lesson == nil {
		return fmt.Errorf("it has no comparison")
	}
	of, err := k.compared()
	if err != nil {
		return err
	}
	var wrong error
	values := []any{k.Comparison, k.Lesson.Evidence()}
	framing.EachSpan(reflect.ValueOf(values), func(article int, s text.Span) {
		switch {
		case article < -1 || article >= len(of):
			wrong = fmt.Errorf("it speaks of an article %d", article)
		case s.Start < 0 || s.Len() < 0 || article >= 0 && of[article] != nil && s.End > of[article].Blocks[len(of[article].Blocks)-1].End:
			wrong = fmt.Errorf("it speaks of words at %d that are not there", s.Start)
		}
	})
	if wrong != nil {
		return wrong
	}
	for _, x := range append(slices.Clone(k.Lesson.Exercises), k.Lesson.Offered...) {
		if slices.ContainsFunc(x.Options, func(o lesson.Option) bool {
			return o.Span.Len() != 0 && (len(x.Excerpts) == 0 || !x.Excerpts[0].Span.Contains(o.Span)) || o.Article < 0 || o.Article >= len(of)
		}) {
			return fmt.Errorf("an exercise speaks of what is not there")
		}
	}
	for _, p := range k.Pairs {
		if p.First < 0 || p.First >= len(of) || p.Second < 0 || p.Second >= len(of) {
			return fmt.Errorf("it sets articles side by side that are not there")
		}
	}
	return nil
}

// compared returns what is private of each article of the comparison, nil of one that
// is not.
func (k *Kept) compared() ([]*Private, error) {
	of := make([]*Private, len(k.Comparison.Articles))
	for i, known := range k.Comparison.Articles {
		at := slices.IndexFunc(k.Articles, func(a Article) bool { return a.ID == known.ID })
		if at < 0 {
			return nil, fmt.Errorf("its comparison has the article %q, and the event has not", known.ID)
		}
		of[i] = k.Articles[at].Private
	}
	return of, nil
}
