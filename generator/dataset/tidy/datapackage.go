package tidy

import (
	"encoding/json"
	"fmt"
	"strings"

	"parallax/generator/file"
)

// profile is the profile of Data Package 2.0.
const (
	packageProfile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
)

// A dataPackage describes tables: Data Package 2.0 (datapackage.org). Schemas lie in
// files of their own, so that each is there once.
type dataPackage struct {
	Schema    string         `json:"$schema"`
	Profile   string         `json:"profile"` // for readers of version 1
	Name      string         `json:"name"`
	Title     string         `json:"title"`
	Version   string         `json:"version,omitempty"` // the day of the newest article
	Resources []dataResource `json:"resources"`
}

type dataResource struct {
	Schema   string  `json:"$schema"`
	Profile  string  `json:"profile"`
	Name     string  `json:"name"`
	Type     string  `json:"type"`
	Means    string  `json:"description"`
	Path     string  `json:"path"`
	Format   string  `json:"format"`
	Media    string  `json:"mediatype"`
	Encoding string  `json:"encoding"`
	Dialect  dialect `json:"dialect"`
	Form     string  `json:"schema"`
}

// A dialect says how cells are kept apart, which some readers guess otherwise, and
// wrongly where texts have many semicolons.
type dialect struct {
	Delimiter string `json:"delimiter"`
}

type tableSchema struct {
	Schema  string       `json:"$schema"`
	Fields  []tableField `json:"fields"`
	Key     []string     `json:"primaryKey"`
	Foreign []foreignKey `json:"foreignKeys,omitempty"`
	Missing []string     `json:"missingValues"`
}

type tableField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Means       string       `json:"description"`
	Unit        string       `json:"unit,omitempty"`
	Categories  []string     `json:"categories,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Values   []string `json:"enum,omitempty"`
	Required bool     `json:"required,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// Package returns datapackage.json and a schema for each table.
func (b Book) Package(name, title, version string) ([]file.File, error) {
	p := dataPackage{Schema: packageProfile, Profile: "data-package", Name: name, Title: title, Version: version}
	var files []file.File
	for _, f := range b {
		schema := "schemas/" + f.Name + ".json"
		p.Resources = append(p.Resources, dataResource{
			Schema: resourceProfile, Profile: "tabular-data-resource", Name: f.Name, Type: "table", Means: f.Means,
			Path: f.Name + ".csv", Format: "csv", Media: "text/csv", Encoding: "utf-8", Dialect: dialect{","}, Form: schema,
		})
		made, err := written(schema, b.schema(f))
		if err != nil {
			return nil, err
		}
		files = append(files, made)
	}
	made, err := written("datapackage.json", p)
	return append(files, made), err
}

// schema describes the columns of a table.
func (b Book) schema(f Form) tableSchema {
	s := tableSchema{Schema: "https://datapackage.org/profiles/2.0/tableschema.json", Key: f.Key, Missing: []string{""}}
	for _, c := range f.Columns {
		made := tableField{Name: c.Name, Type: c.Type, Means: c.Means, Unit: c.Unit}
		if len(c.Values) > 0 {
			made.Categories, made.Constraints = c.Values, &constraints{Values: c.Values}
		}
		s.Fields = append(s.Fields, made)
		if other, known := b.form(c.Refers); known {
			s.Foreign = append(s.Foreign, foreignKey{[]string{c.Name}, reference{c.Refers, other.Key}})
		}
	}
	return s
}

// written returns a value as a file of JSON.
func written(path string, value any) (file.File, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(value); err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", path, err)
	}
	return file.File{Path: path, Data: []byte(b.String())}, nil
}
