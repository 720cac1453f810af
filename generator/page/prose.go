package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"parallax/generator/address"
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
