package command

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/diag"
	"parallax/generator/stages"
	"parallax/templates"
)

// missing says what a site's content lacks.
func missing(w *stages.Work) []string {
	var lines []string
	for _, m := range []struct {
		what, why string
		is        func(a *corpus.Article) bool
	}{
		{"without a date", "dates tell events apart", func(a *corpus.Article) bool { return !a.Date.Known() }},
		{"without an address", "readers cannot look at the original", func(a *corpus.Article) bool { return a.URL == "" }},
		{"without an open licence", "the site quotes a little of them", func(a *corpus.Article) bool { return !a.Licence.Open() }},
	} {
		var ids []string
		for i := range w.Corpus.Articles {
			if m.is(&w.Corpus.Articles[i]) {
				ids = append(ids, w.Corpus.Articles[i].ID)
			}
		}
		if len(ids) > 0 {
			lines = append(lines, fmt.Sprintf("%s %s (%s): %s", diag.Count(len(ids), "article"), m.what, m.why, some(ids)))
		}
	}
	lines = append(lines, lonely(w)...)
	return append(lines, unsaid(w)...)
}

// lonely says which events compare nothing, and which outlets have no article.
func lonely(w *stages.Work) []string {
	outlet := map[string]string{}
	silent := map[string]bool{}
	for _, o := range w.Corpus.Outlets {
		silent[o.ID] = true
	}
	for _, a := range w.Corpus.Articles {
		outlet[a.ID] = a.Outlet
		delete(silent, a.Outlet)
	}
	var alone, without []string
	for _, e := range w.Grouping.Events {
		outlets := map[string]bool{}
		for _, m := range e.Members {
			outlets[outlet[m.Article]] = true
		}
		if len(outlets) < 2 {
			alone = append(alone, e.Slug)
		}
	}
	for _, o := range w.Corpus.Outlets {
		if silent[o.ID] {
			without = append(without, o.ID)
		}
	}
	var lines []string
	if len(alone) > 0 {
		lines = append(lines, fmt.Sprintf("%s of one outlet alone, so nothing is compared: %s", diag.Count(len(alone), "event"), some(alone)))
	}
	if len(without) > 0 {
		lines = append(lines, fmt.Sprintf("%s without an article: %s", diag.Count(len(without), "outlet"), some(without)))
	}
	return lines
}

// unsaid says what config.toml leaves open.
func unsaid(w *stages.Work) []string {
	var lines []string
	for _, c := range []struct {
		is   bool
		what string
	}{
		{w.Config.Editor == "", "config.toml: no editor, so nobody answers for the site"},
		{w.Config.Contact == "", "config.toml: no contact, so corrections have nowhere to go"},
		{strings.Contains(w.Config.BaseURL, "://example.org/"), "config.toml: base_url is an example; write where the site will be found"},
		{!slices.ContainsFunc(w.Corpus.Pages, func(p corpus.Page) bool { return p.Slug == "about" }), "content/pages/about.md: there is none, so the site does not say whose it is"},
	} {
		if c.is {
			lines = append(lines, c.what)
		}
	}
	return lines
}

// ownTemplates says which built-in files those in the site's templates/
// replace, and which replace none.
func ownTemplates(site fs.FS) []string {
	lines := []string{}
	err := fs.WalkDir(site, "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		builtin := strings.TrimPrefix(name, "templates/")
		if _, err := fs.Stat(templates.Files, builtin); err == nil {
			lines = append(lines, name+" takes the place of the built-in one")
		} else if strings.HasSuffix(name, ".html") {
			lines = append(lines, name+" has the name of no built-in template; it is used only if another names it")
		}
		return nil
	})
	if err != nil || len(lines) == 0 {
		return []string{"all built in"}
	}
	return lines
}
