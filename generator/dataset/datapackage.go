package dataset

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/text"
)

// packagePath is the address of the description of the data files.
const packagePath = Folder + "datapackage.json"

// A dataPackage describes the data files for researchers: a Data Package,
// version 1, of specs.frictionlessdata.io.
type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Homepage    string     `json:"homepage,omitempty"`
	Version     string     `json:"version,omitempty"` // the day of the newest article
	Licences    []licence  `json:"licenses,omitempty"`
	Resources   []resource `json:"resources"`
}

// A licence is of what the site says itself; each event's file names those
// of its texts.
type licence struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
}

type resource struct {
	Profile  string `json:"profile"`
	Name     string `json:"name"`
	Title    string `json:"title"`
	Means    string `json:"description,omitempty"`
	Path     string `json:"path"` // from this file
	Format   string `json:"format"`
	Media    string `json:"mediatype"`
	Encoding string `json:"encoding,omitempty"`
	Schema   *form  `json:"schema,omitempty"`
}

type form struct {
	Fields []field `json:"fields"`
}

type field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description,omitempty"`
}

// Package returns the description of the data files of the events listed.
func (s Site) Package(events []Listed, tables *SiteTables) (file.File, error) {
	p := dataPackage{
		Profile: "data-package", Name: cmp.Or(text.Slug(s.Config.Title, text.LongestSlug), "parallax"), Title: s.Config.Title,
		Description: s.Config.Description, Homepage: s.Config.BaseURL, Resources: []resource{},
	}
	if l := corpus.Licence(s.Config.Licence.Site); l != "" {
		p.Licences = []licence{{Name: string(l), Path: l.Address()}}
	}
	for _, l := range events {
		if l.Event.To.Known() {
			p.Version = max(p.Version, l.Event.To.Time().UTC().Format("2006.01.02"))
		}
		p.Resources = append(p.Resources, resource{
			Profile: "data-resource", Name: l.Event.Slug, Title: l.Event.Title, Path: l.Event.Slug + ".json",
			Format: "json", Media: "application/json", Encoding: "utf-8",
		})
		for _, t := range l.Tables {
			p.Resources = append(p.Resources, s.resource(t, l.Event))
		}
	}
	for _, t := range tables.list {
		p.Resources = append(p.Resources, resource{ // a tabular-data-resource would be CSV
			Profile: "data-resource", Name: "all-" + t.name, Title: s.Config.Title + ": " + t.name, Means: s.Means(t.name),
			Path: strings.TrimPrefix(t.path(), Folder), Format: "parquet", Media: "application/vnd.apache.parquet", Schema: s.form(t.name, t.columns),
		})
	}
	if len(p.Resources) == 0 {
		p.Resources = append(p.Resources, resource{ // a package must describe something
			Profile: "data-resource", Name: "index", Title: s.Config.Title, Path: strings.TrimPrefix(indexPath, Folder),
			Format: "json", Media: "application/json", Encoding: "utf-8",
		})
	}
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", packagePath, err)
	}
	return file.File{Path: packagePath, Data: append(data, '\n')}, nil
}

// resource describes a table of an event.
func (s Site) resource(t Table, e *event.Event) resource {
	return resource{
		Profile: "tabular-data-resource", Name: e.Slug + "-" + t.Name, Title: e.Title + ": " + t.Name, Means: s.Means(t.Name),
		Path: strings.TrimPrefix(t.Path(e.Slug), Folder), Format: "csv", Media: "text/csv", Encoding: "utf-8", Schema: s.form(t.Name, t.Columns),
	}
}

// form describes the columns of a table.
func (s Site) form(table string, columns []string) *form {
	form := &form{}
	for _, column := range columns {
		f := field{Name: column, Type: columnType(column)}
		letter, isPosition := strings.CutSuffix(column, "_position")
		switch {
		case isPosition:
			f.Description = letter + ": " + s.Column(table, "position")
		case column[0] >= 'A' && column[0] <= 'Z': // the letter of a report
			f.Description = column + ": " + s.Column(table, "carries")
		default:
			f.Description = s.Column(table, column)
		}
		form.Fields = append(form.Fields, f)
	}
	return form
}

// Means says what a row of a table is.
func (s Site) Means(table string) string { return s.Messages.Say(message.New("data." + table)) }

// Column says what a column holds; a table may mean something of its own by
// the name.
func (s Site) Column(table, name string) string {
	if key := "column." + table + "_" + name; s.Messages.Has(key) {
		return s.Messages.Say(message.New(key))
	}
	return s.Messages.Say(message.New("column." + name))
}

// columnType returns the type of a column's cells. Dates are text, since some
// have a time and some are unknown.
func columnType(column string) string {
	numbers := []string{"z", "log_odds", "low", "high", "position"}
	integers := []string{"words", "own_words", "quoted_words", "count", "others", "quoted", "direct_words"}
	switch {
	case slices.Contains(integers, column):
		return "integer"
	case column == "first" || column == "own":
		return "boolean"
	case slices.Contains(numbers, column) || strings.HasSuffix(column, "_position"):
		return "number"
	}
	return "string"
}
