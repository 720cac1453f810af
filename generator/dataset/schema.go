package dataset

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"parallax/generator/file"
	"parallax/generator/text"
)

// A schema is the part of JSON Schema (draft 2020-12) that the data files need.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Type        []string           `json:"type,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Others      any                `json:"additionalProperties,omitempty"` // false, or the schema of a map's values
	Items       *schema            `json:"items,omitempty"`
	MinItems    int                `json:"minItems,omitempty"`
	MaxItems    int                `json:"maxItems,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Definitions map[string]*schema `json:"$defs,omitempty"`
}

// Schema returns data/schema.json, made from the types that the data files
// are written from, so that the two cannot differ. The schema of an event's
// file is the root, that of the index is DataIndex in $defs.
func Schema() (file.File, error) {
	m := schemaMaker{}
	root := m.of(reflect.TypeFor[EventData]())
	m.of(reflect.TypeFor[DataIndex]())
	root.Schema, root.Title, root.Definitions = "https://json-schema.org/draft/2020-12/schema", "The comparison of an event", m
	data, err := json.MarshalIndent(root, "", " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", schemaPath, err)
	}
	return file.File{Path: schemaPath, Data: append(data, '\n')}, nil
}

// A schemaMaker holds the schemas of structs by the names of their types.
type schemaMaker map[string]*schema

// of returns the schema of values of a type as encoding/json writes them.
func (m schemaMaker) of(t reflect.Type) *schema {
	switch {
	case t == reflect.TypeFor[text.Span]():
		zero := 0
		return &schema{Type: []string{"array"}, Items: &schema{Type: []string{"integer"}, Minimum: &zero}, MinItems: 2, MaxItems: 2}
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		return &schema{Type: []string{"string"}}
	}
	switch t.Kind() {
	case reflect.String:
		return &schema{Type: []string{"string"}}
	case reflect.Bool:
		return &schema{Type: []string{"boolean"}}
	case reflect.Int:
		return &schema{Type: []string{"integer"}}
	case reflect.Float64:
		return &schema{Type: []string{"number"}}
	case reflect.Slice:
		return &schema{Type: []string{"array", "null"}, Items: m.of(t.Elem())}
	case reflect.Map:
		return &schema{Type: []string{"object", "null"}, Others: m.of(t.Elem())}
	case reflect.Pointer:
		return m.of(t.Elem())
	}
	return m.structure(t)
}

// structure returns a reference to the schema of a struct.
func (m schemaMaker) structure(t reflect.Type) *schema {
	name := t.Name()
	switch pkg := t.PkgPath()[strings.LastIndexByte(t.PkgPath(), '/')+1:]; pkg {
	case "dataset":
	case "grammar", "reading", "entity", "align": // parts of a comparison, whose published names stay
		name = "framing." + name
	default:
		name = pkg + "." + name
	}
	if m[name] == nil {
		s := &schema{Type: []string{"object"}, Properties: map[string]*schema{}, Others: false}
		m[name] = s
		m.fields(s, t)
		slices.Sort(s.Required)
	}
	return &schema{Ref: "#/$defs/" + name}
}

// fields adds the fields of a struct, and of those embedded in it.
func (m schemaMaker) fields(s *schema, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			m.fields(s, f.Type)
		case name == "-" || !f.IsExported():
		default:
			s.Properties[name] = m.of(f.Type)
			if !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero") {
				s.Required = append(s.Required, name)
			}
		}
	}
}
