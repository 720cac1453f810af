package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/generator/address"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A Prose is the data of prose.html, about.html, privacy.html and
// missing.html: a text of the site's editor, or the built-in one.
type Prose struct {
	frame.Frame
	Name string
	Body template.HTML // empty where the built-in text is to be used
}

// A Glossary is the data of glossary.html.
type Glossary struct {
	frame.Frame
	Terms []frame.GlossaryTerm
}

// A Method is the data of method.html: every rule in plain words and how good
// it was measured to be.
type Method struct {
	frame.Frame
	Steps    []MethodStep
	Signals  []MethodRule
	Marks    []frame.LegendItem
	Tables   []MethodTable
	Failures []string
	Body     template.HTML // of content/pages/method.md; may be empty
}

// A MethodStep is one step of the pipeline.
type MethodStep struct{ Name, Does string }

// A MethodRule is what one signal does. Its ID is the fragment that every
// "why?" leads to.
type MethodRule struct {
	ID     string
	Name   string
	Rule   string
	Limits string
	Ref    string // to the literature
}

// Figures are the measured quality of the program: the file figures.toml of
// the templates.
type Figures struct {
	Tables []MethodTable `toml:"table"`
}

// A MethodTable is the result of one measurement.
type MethodTable struct {
	Title   string     `toml:"title"`
	Data    string     `toml:"data"`    // the data set, its size and licence
	Command string     `toml:"command"` // what was run
	Date    string     `toml:"date"`
	Note    string     `toml:"note"`
	Columns []string   `toml:"columns"`
	Rows    [][]string `toml:"rows"`
}

// prose renders the pages that are text: about, privacy, the missing page and
// those of content/pages.
func (r *renderer) prose() error {
	given := map[string]bool{"method": true}
	for _, p := range r.site.Corpus.Pages {
		if p.Slug == "method" {
			continue
		}
		kind := "prose"
		if slices.Contains([]string{"about", "privacy"}, p.Slug) {
			kind = p.Slug
		}
		path := p.Slug + ".html"
		given[p.Slug] = true
		v := Prose{Frame: r.Frame(kind, path, p.Title), Name: p.Title, Body: r.Markdown(p.Body, path)}
		v.Description = p.Title
		if err := r.Print(kind, path, v); err != nil {
			return err
		}
	}
	for _, kind := range []string{"about", "privacy", "missing"} {
		if given[kind] {
			continue
		}
		path := kind + ".html"
		if kind == "missing" {
			path = address.Missing
		}
		name := r.Text(kind + ".title")
		v := Prose{Frame: r.Frame(kind, path, name), Name: name}
		v.Description = name
		if err := r.Print(kind, path, v); err != nil {
			return err
		}
	}
	return nil
}

// glossary renders the glossary.
func (r *renderer) glossary() error {
	v := Glossary{Frame: r.Frame("glossary", address.Glossary, r.Text("nav.glossary"))}
	v.Description = r.Text("glossary.description")
	for _, t := range r.site.Corpus.Glossary {
		term := frame.GlossaryTerm{ID: t.Slug, Title: t.Title, Meaning: t.Meaning, Body: r.Markdown(t.Body, address.Glossary)}
		if t.Signal != "" {
			term.Signal = &frame.Link{Text: r.Text("signal." + t.Signal), Href: address.Method + "#" + t.Signal}
		}
		v.Terms = append(v.Terms, term)
	}
	slices.SortStableFunc(v.Terms, func(x, y frame.GlossaryTerm) int {
		return cmp.Or(strings.Compare(strings.ToLower(x.Title), strings.ToLower(y.Title)), strings.Compare(x.ID, y.ID))
	})
	return r.Print("glossary", address.Glossary, v)
}

// method renders the method page.
func (r *renderer) method() error {
	v := Method{Frame: r.Frame("method", address.Method, r.Text("nav.method"))}
	v.Description = r.Text("method.description")
	for _, step := range []string{"read", "group", "align", "compare", "rank", "show"} {
		v.Steps = append(v.Steps, MethodStep{Name: r.Text("method.step" + step), Does: r.Text("method.does" + step)})
	}
	for _, s := range framing.Names() {
		v.Signals = append(v.Signals, MethodRule{ID: s, Name: r.Text("signal." + s), Rule: r.Text("method.rule" + s), Limits: r.Text("method.limit" + s), Ref: r.Text("method.ref" + s)})
	}
	for _, failure := range []string{"sarcasm", "names", "paraphrase", "short", "numbers"} {
		v.Failures = append(v.Failures, r.Text("method.fails"+failure))
	}
	v.Marks = r.Legend("loaded", "only", "label", "verb", "hedge", "booster", "scare", "passive")
	var figures Figures
	if _, err := toml.DecodeFS(r.Files, "figures.toml", &figures); err != nil {
		return frame.PlacedIn("figures.toml", err)
	}
	v.Tables = figures.Tables
	for _, p := range r.site.Corpus.Pages {
		if p.Slug == "method" {
			v.Body = r.Markdown(p.Body, address.Method)
		}
	}
	return r.Print("method", address.Method, v)
}
