package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/text"
)

// dataPackagePath is the address of the description of the data files.
const dataPackagePath = dataFolder + "datapackage.json"

// A dataPackage describes the data files for researchers: a Data Package,
// version 1, of specs.frictionlessdata.io.
type dataPackage struct {
	Profile     string         `json:"profile"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Homepage    string         `json:"homepage,omitempty"`
	Version     string         `json:"version,omitempty"` // the day of the newest article
	Licences    []dataLicence  `json:"licenses,omitempty"`
	Resources   []dataResource `json:"resources"`
}

// A dataLicence is of what the site says itself; each event's file names those
// of its texts.
type dataLicence struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
}

type dataResource struct {
	Profile  string    `json:"profile"`
	Name     string    `json:"name"`
	Title    string    `json:"title"`
	Means    string    `json:"description,omitempty"`
	Path     string    `json:"path"` // from this file
	Format   string    `json:"format"`
	Media    string    `json:"mediatype"`
	Encoding string    `json:"encoding,omitempty"`
	Schema   *dataForm `json:"schema,omitempty"`
}

type dataForm struct {
	Fields []dataField `json:"fields"`
}

type dataField struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description,omitempty"`
}

// dataPackage returns the description of the data files of the events listed.
func (r *renderer) dataPackage(events []listed) (file.File, error) {
	s := r.site
	p := dataPackage{
		Profile: "data-package", Name: cmp.Or(text.Slug(s.Config.Title, text.LongestSlug), "parallax"), Title: s.Config.Title,
		Description: s.Config.Description, Homepage: s.Config.BaseURL, Resources: []dataResource{},
	}
	if l := corpus.Licence(s.Config.Licence.Site); l != "" {
		p.Licences = []dataLicence{{Name: string(l), Path: l.Address()}}
	}
	for _, l := range events {
		if l.Event.To.Known() {
			p.Version = max(p.Version, l.Event.To.Time().UTC().Format("2006.01.02"))
		}
		p.Resources = append(p.Resources, dataResource{
			Profile: "data-resource", Name: l.Event.Slug, Title: l.Event.Title, Path: l.Event.Slug + ".json",
			Format: "json", Media: "application/json", Encoding: "utf-8",
		})
		for _, t := range l.Tables {
			if len(t.Rows) > 0 {
				p.Resources = append(p.Resources, r.resource(t, l.Event))
			}
		}
	}
	for _, t := range r.machines.tables {
		p.Resources = append(p.Resources, dataResource{ // a tabular-data-resource would be CSV
			Profile: "data-resource", Name: "all-" + t.name, Title: s.Config.Title + ": " + t.name, Means: r.text("data." + t.name),
			Path: strings.TrimPrefix(t.path(), dataFolder), Format: "parquet", Media: "application/vnd.apache.parquet", Schema: r.form(t.name, t.columns),
		})
	}
	if len(p.Resources) == 0 {
		p.Resources = append(p.Resources, dataResource{ // a package must describe something
			Profile: "data-resource", Name: "index", Title: s.Config.Title, Path: strings.TrimPrefix(dataIndexPath, dataFolder),
			Format: "json", Media: "application/json", Encoding: "utf-8",
		})
	}
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", dataPackagePath, err)
	}
	return file.File{Path: dataPackagePath, Data: append(data, '\n')}, nil
}

// resource describes a table of an event.
func (r *renderer) resource(t table, e *event.Event) dataResource {
	return dataResource{
		Profile: "tabular-data-resource", Name: e.Slug + "-" + t.Name, Title: e.Title + ": " + t.Name, Means: r.text("data." + t.Name),
		Path: strings.TrimPrefix(t.path(e.Slug), dataFolder), Format: "csv", Media: "text/csv", Encoding: "utf-8", Schema: r.form(t.Name, t.Columns),
	}
}

// form describes the columns of a table.
func (r *renderer) form(table string, columns []string) *dataForm {
	form := &dataForm{}
	for _, column := range columns {
		f := dataField{Name: column, Type: columnType(column)}
		letter, isPosition := strings.CutSuffix(column, "_position")
		switch {
		case isPosition:
			f.Description = letter + ": " + r.column(table, "position")
		case column[0] >= 'A' && column[0] <= 'Z': // the letter of a report
			f.Description = column + ": " + r.column(table, "carries")
		default:
			f.Description = r.column(table, column)
		}
		form.Fields = append(form.Fields, f)
	}
	return form
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
