// Package frictionless describes tables for programs: Data Package 2.0
// (datapackage.org). A [Package] lists the files and a [Schema] the columns of a table;
// [File] writes either.
//
// # What is written
//
// A schema lies in a file of its own, which the resources name, so that it is said once
// for all tables of one form. Arrays of paths, which some readers refuse, and
// "fieldsMatch", of which text and profile of the standard differ, are not used. A table
// without a schema may have any columns.
package frictionless

import (
	"encoding/json"
	"fmt"
	"strings"

	"parallax/generator/file"
)

// The profiles of the standard.
const (
	packageProfile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
	schemaProfile   = "https://datapackage.org/profiles/2.0/tableschema.json"
)

// A Package describes files.
type Package struct {
	Profile     string     `json:"$schema"`
	Name        string     `json:"name"` // a slug
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Homepage    string     `json:"homepage,omitempty"`
	Version     string     `json:"version,omitempty"` // the day of the newest article
	Licences    []Licence  `json:"licenses,omitempty"`
	Resources   []Resource `json:"resources"` // one at least; it stands last
}

// A Licence is of what the files say themselves.
type Licence struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
}

// A Resource is a file.
type Resource struct {
	Profile  string   `json:"$schema"`
	Name     string   `json:"name"` // unique in its package
	Type     string   `json:"type,omitempty"`
	Title    string   `json:"title,omitempty"`
	Means    string   `json:"description,omitempty"`
	Measured string   `json:"measured,omitempty"` // how often what stands there is right; no word of the standard
	Path     string   `json:"path"`               // from the description of the package, below its folder
	Format   string   `json:"format"`
	Media    string   `json:"mediatype"`
	Coding   string   `json:"encoding,omitempty"`
	Dialect  *dialect `json:"dialect,omitempty"`
	Schema   string   `json:"schema,omitempty"` // path of that of a table
}

// A dialect says how cells are kept apart, which some readers guess otherwise, and
// wrongly where texts have many semicolons.
type dialect struct {
	Delimiter string `json:"delimiter"`
}

// A Schema describes the columns of a table.
type Schema struct {
	Profile string       `json:"$schema"`
	Fields  []Field      `json:"fields"` // in the order of the columns
	Key     []string     `json:"primaryKey,omitempty"`
	Foreign []ForeignKey `json:"foreignKeys,omitempty"`
	Missing []string     `json:"missingValues"`
}

// A Field is a column.
type Field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Means       string       `json:"description,omitempty"`
	Unit        string       `json:"unit,omitempty"`     // no word of the standard, which allows others
	Measured    string       `json:"measured,omitempty"` // how often what stands there is right, likewise
	Categories  []string     `json:"categories,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Values []string `json:"enum,omitempty"`
}

// A ForeignKey says of which table columns are the key.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// A Reference is to a table.
type Reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// Table describes a table in CSV.
func Table(name, path, schema string) Resource {
	return Resource{Profile: resourceProfile, Name: name, Type: "table", Path: path, Format: "csv", Media: "text/csv", Coding: "utf-8", Dialect: &dialect{","}, Schema: schema}
}

// JSON describes a file of JSON.
func JSON(name, path string) Resource {
	return Resource{Profile: resourceProfile, Name: name, Path: path, Format: "json", Media: "application/json", Coding: "utf-8"}
}

// Other describes a file of another format.
func Other(name, path, format, media string) Resource {
	return Resource{Profile: resourceProfile, Name: name, Path: path, Format: format, Media: media}
}

// Column describes a column that holds any value of a type, or one of those given.
func Column(name, kind, means string, values ...string) Field {
	f := Field{Name: name, Type: kind, Means: means}
	if len(values) > 0 {
		f.Categories, f.Constraints = values, &constraints{values}
	}
	return f
}

// File writes the description of a package, a resource a line: sites have hundreds.
func (p Package) File(path string) (file.File, error) {
	p.Profile = packageProfile
	resources := p.Resources
	p.Resources = nil
	head, err := encoded(p, "")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", path, err)
	}
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(head, "null}") + "[")
	for i, r := range resources {
		line, err := encoded(r, "")
		if err != nil {
			return file.File{}, fmt.Errorf("write %s: %w", path, err)
		}
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n" + line)
	}
	b.WriteString("\n]}\n")
	return file.File{Path: path, Data: []byte(b.String())}, nil
}

// encoded returns a value as JSON, in one line if nothing indents it.
func encoded(value any, indent string) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(value)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// File writes a schema.
func (s Schema) File(path string) (file.File, error) {
	s.Profile, s.Missing = schemaProfile, []string{""}
	return Written(path, s)
}

// Written returns a value as a file of JSON.
func Written(path string, value any) (file.File, error) {
	s, err := encoded(value, " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", path, err)
	}
	return file.File{Path: path, Data: []byte(s + "\n")}, nil
}
