package corpus

import (
	"fmt"
	"strings"

	"parallax/generator/diag"
)

// noteMatter is the front matter of an event's note.
type noteMatter struct {
	Title   string     `toml:"title"`
	Summary string     `toml:"summary"`
	Topics  []string   `toml:"topics"`
	Aliases [][]string `toml:"aliases"`
}

// pageMatter is the front matter of a page.
type pageMatter struct {
	Title string `toml:"title"`
}

// termMatter is the front matter of an entry of the glossary.
type termMatter struct {
	Title   string `toml:"title"`
	Meaning string `toml:"meaning"`
	Signal  string `toml:"signal"`
}

// notes reads the folders that editors write in: events, pages,
// glossary, lessons and standards.
func (r *reader) notes() {
	r.each("content/events", r.note)
	r.each("content/pages", r.page)
	r.each("content/glossary", r.term)
	r.each("content/lessons", r.lesson)
	r.each("content/standards", r.standard)
}

// each reads the files of a folder. Their names are addresses of one part.
func (r *reader) each(folder string, read func(f file)) {
	found, l := files(r.fsys, folder)
	r.list.Merge(l)
	for _, f := range found {
		if strings.Contains(f.id, "/") {
			r.list.Errorf(f.path, 0, "move it into "+folder, "only articles may stand in folders of folders")
			continue
		}
		read(f)
	}
}

func (r *reader) note(f file) {
	var m noteMatter
	d, body, l := readMatter(r.fsys, f.path, &m)
	r.list.Merge(l)
	for i, names := range m.Aliases {
		for j := range names {
			names[j] = tidy(names[j])
		}
		if d != nil && len(names) < 2 && !d.Broken("aliases") {
			r.list.Add(d.Mistake(diag.Warning, fmt.Sprintf("aliases.%d", i), `write two or more, such as ["North Korea", "DPRK"]`, "an alias of one name says nothing"))
		}
	}
	for i := range m.Topics {
		m.Topics[i] = tidy(m.Topics[i])
	}
	r.corpus.Notes = append(r.corpus.Notes, EventNote{
		Slug: f.id, File: f.path, Title: tidy(m.Title), Summary: tidy(m.Summary), Topics: m.Topics, Aliases: m.Aliases, Body: tidyMarkdown(body.Text),
	})
}

func (r *reader) page(f file) {
	var m pageMatter
	d, body, l := readMatter(r.fsys, f.path, &m)
	if d != nil && tidy(m.Title) == "" {
		checker{document: d, list: &l}.missing("title")
	}
	r.list.Merge(l)
	r.corpus.Pages = append(r.corpus.Pages, Page{Slug: f.id, File: f.path, Title: tidy(m.Title), Body: tidyMarkdown(body.Text)})
}

func (r *reader) term(f file) {
	var m termMatter
	d, body, l := readMatter(r.fsys, f.path, &m)
	if d != nil {
		c := checker{document: d, list: &l}
		if tidy(m.Title) == "" {
			c.missing("title")
		}
		if tidy(m.Meaning) == "" {
			c.missing("meaning")
		}
		if m.Signal != "" && !r.config.IsSignal(m.Signal) {
			c.mistake("signal", diag.DidYouMean(m.Signal, r.config.SignalNames()), "there is no signal %q", m.Signal)
		}
	}
	r.list.Merge(l)
	r.corpus.Glossary = append(r.corpus.Glossary, Term{
		Slug: f.id, File: f.path, Title: tidy(m.Title), Meaning: tidy(m.Meaning), Signal: m.Signal, Body: tidyMarkdown(body.Text),
	})
}
