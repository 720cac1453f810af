package tidy

import (
	"parallax/generator/dataset/frictionless"
	"parallax/generator/file"
)

// Package returns datapackage.json and a schema for each table.
func (b Book) Package(p frictionless.Package) ([]file.File, error) {
	var files []file.File
	for _, f := range b {
		schema := "schemas/" + f.Name + ".json"
		table := frictionless.Table(f.Name, f.Name+".csv", schema)
		table.Means, table.Measured = f.Means, f.Quality()
		p.Resources = append(p.Resources, table)
		made, err := b.schema(f).File(schema)
		if err != nil {
			return nil, err
		}
		files = append(files, made)
	}
	made, err := p.File("datapackage.json")
	return append(files, made), err
}

// schema describes the columns of a table.
func (b Book) schema(f Form) frictionless.Schema {
	s := frictionless.Schema{Key: f.Key}
	for _, c := range f.Columns {
		made := frictionless.Column(c.Name, c.Type, c.Means, c.Values...)
		made.Unit, made.Measured = c.Unit, c.Quality()
		s.Fields = append(s.Fields, made)
		if other, known := b.form(c.Refers); known {
			s.Foreign = append(s.Foreign, frictionless.ForeignKey{Fields: []string{c.Name}, Reference: frictionless.Reference{Resource: c.Refers, Fields: other.Key}})
		}
	}
	return s
}
