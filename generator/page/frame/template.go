package frame

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"parallax/generator/message"
)

// kinds are the templates that make a whole page. Each defines "main", which
// base.html puts between the head and the foot of the site.
var kinds = []string{
	"home", "event", "reader", "text", "pair", "outlet", "list", "search",
	"class", "key", "teachers", "glossary", "method", "prose", "embed", "about", "privacy", "missing", "redirect", "data", "over",
	"worksheet", "slides", "slides-key", "empty-grid", "lesson-words", "teacher", "background", "sources",
}

// baseOf returns the template around a kind of page. What is printed for a
// class stands in one that leads nowhere, and what others show in a frame in one
// without the site around it.
func baseOf(kind string) string {
	switch kind {
	case "worksheet", "slides", "slides-key", "empty-grid", "lesson-words", "teacher", "background", "sources":
		return "base-sheet.html"
	case "embed":
		return "base-embed.html"
	}
	return "base.html"
}

// A templateSet is the page templates by kind.
type templateSet map[string]*template.Template

// loadTemplates parses the templates of a site. Files named part- or signal-
// are pieces that any template may include by their file name.
func loadTemplates(fsys fs.FS, c *message.Catalogue) (templateSet, error) {
	common := template.New("").Funcs(functions(c)).Option("missingkey=error")
	for _, pattern := range []string{"base*.html", "part-*.html", "signal-*.html"} {
		if err := parseGlob(common, fsys, pattern); err != nil {
			return nil, err
		}
	}
	set := templateSet{}
	for _, kind := range kinds {
		t, err := common.Clone()
		if err == nil {
			err = parseGlob(t, fsys, kind+".html")
		}
		if err != nil {
			return nil, err
		}
		set[kind] = t
	}
	return set, nil
}

// parseGlob adds the files that match to a template under their names.
func parseGlob(t *template.Template, fsys fs.FS, pattern string) error {
	files, err := fs.Glob(fsys, pattern)
	if err != nil || len(files) == 0 {
		return fmt.Errorf("templates/%s: no such file; every template of the built-in look must be there", pattern)
	}
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return fmt.Errorf("read templates/%s: %w", file, err)
		}
		if _, err := t.New(path.Base(file)).Parse(strings.TrimRight(string(data), "\n")); err != nil {
			return placed(err)
		}
	}
	return nil
}

// render executes the template of a kind on what it is given.
func (t templateSet) render(kind, page string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := t[kind].ExecuteTemplate(&b, baseOf(kind), data); err != nil {
		return nil, fmt.Errorf("%w (on page %s)", placed(err), page)
	}
	return b.Bytes(), nil
}

// templatePlace matches where the errors of package template say they
// happened: "template: event.html:12:5: ", or "html/template:event.html: ".
var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?([\w.-]+\.html)(:\d+)?(?::\d+)?: ?`)

// placed rewrites an error of package template so that it begins with the
// file and line, as the diagnostics of content do.
func placed(err error) error {
	what := err.Error()
	m := templatePlace.FindStringSubmatch(what)
	if m == nil {
		return fmt.Errorf("templates: %w", err)
	}
	rest := strings.TrimPrefix(what, m[0])
	return fmt.Errorf("templates/%s%s: %s", m[1], m[2], rest)
}

// PlacedIn names the file of the templates that an error is about.
func PlacedIn(file string, err error) error {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("templates/%s:%d: %s", file, parse.Position.Line, parse.Message)
	}
	return fmt.Errorf("templates/%s: %w", file, err)
}

// functions are what templates can call besides the built-in functions:
//
//	text "home.title" "name" .Name   the interface text of a key, placeholders given by name
//	count "home.events" .N           the same in the plural that the number asks for
//	place .I                         a number counted from 0 as people count, from 1
func functions(c *message.Catalogue) template.FuncMap {
	return template.FuncMap{
		"text": func(key string, pairs ...string) (string, error) {
			return say(c, message.New(key, pairs...))
		},
		"place":  func(i int) int { return i + 1 },
		"letter": func(i int) string { return string(rune('A' + i)) },
		"count": func(key string, n int, pairs ...string) (string, error) {
			return say(c, message.New(key, pairs...).Of(n))
		},
	}
}

// say says a message of the interface, whose key must exist.
func say(c *message.Catalogue, m message.Message) (string, error) {
	if !c.Has(m.Key) {
		return "", fmt.Errorf("no interface text %q in messages/%s.toml or messages/en.toml", m.Key, c.Tag)
	}
	return c.Say(m), nil
}
