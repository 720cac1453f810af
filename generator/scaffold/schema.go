package scaffold

import (
	"encoding/json"
	"fmt"
	"reflect"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/site"
)

// kinds are the kinds of content, in the order in which they are made.
func kinds() []string { return []string{"outlet", "article", "event", "lesson", "page", "term"} }

// draft is the version of JSON Schema that editors' programs know.
const draft = "http://json-schema.org/draft-07/schema#"

// A schema is a JSON Schema, as far as it is needed here.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        string             `json:"type,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	OneOf       []*schema          `json:"oneOf,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  any                `json:"additionalProperties,omitempty"` // false or a *schema
}

// help returns the schemas and snippets. Config is the text of a config.toml
// that explains every key.
func help(config string) ([]File, error) {
	schemas := map[string]*schema{"config": configSchema(config), reviewKind: reviewSchema()}
	for _, kind := range kinds() {
		schemas[kind] = contentSchema(kind)
	}
	var files []File
	for name, s := range schemas {
		s.Schema = draft
		data, err := json.MarshalIndent(s, "", "  ")
		if err != nil {
			return nil, fmt.Errorf("write the schema of %s: %w", name, err)
		}
		files = append(files, File{Path: "schemas/" + name + ".schema.json", Data: append(data, '\n')})
	}
	snippets, err := json.MarshalIndent(snippets(), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the snippets: %w", err)
	}
	return append(files, File{Path: ".vscode/parallax.code-snippets", Data: append(snippets, '\n')}), nil
}

// contentSchema returns the schema of the front matter of a kind of file.
func contentSchema(kind string) *schema {
	s := &schema{
		Title: "Front matter of " + corpus.Folders()[kind] + "/*.md",
		Type:  "object", Properties: map[string]*schema{}, Required: required(kind), Additional: false,
	}
	for _, k := range corpus.Keys(kind) {
		p := schemaOfKey(k)
		p.Description = k.About
		if k.Name == "signal" {
			p.Enum = framing.Names()
		}
		s.Properties[k.Name] = p
	}
	return s
}

// dates matches what corpus.ParseDate reads, but for impossible days.
const dates = `^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$`

// schemaOfKey returns the schema of a key's value.
func schemaOfKey(k corpus.Key) *schema {
	text := &schema{Type: "string"}
	switch k.Type {
	case corpus.TypeDate:
		return &schema{Type: "string", Pattern: dates}
	case corpus.TypeTruth:
		return &schema{Type: "boolean"}
	case corpus.TypeCount:
		return &schema{Type: "integer"}
	case corpus.TypeTexts:
		return &schema{Type: "array", Items: text}
	case corpus.TypeLists:
		return &schema{Type: "array", Items: &schema{Type: "array", Items: text}}
	case corpus.TypeEdits:
		return &schema{Type: "array", Items: schemaOf(reflect.TypeFor[corpus.LessonEdit](), "", nil)}
	case corpus.TypeItems:
		return &schema{Type: "array", Items: schemaOf(reflect.TypeFor[corpus.LessonItem](), "", nil)}
	case corpus.TypeFact:
		return &schema{OneOf: []*schema{text, {Type: "object", Additional: false, Properties: map[string]*schema{
			"value":    text,
			"evidence": {Type: "string", Description: "The address of a page that says so."},
			"reviewed": {Type: "string", Pattern: dates, Description: "The day on which somebody read that page."},
		}}}}
	}
	return text
}

// configSchema returns the schema of config.toml: its keys from the struct, what
// they mean from the comments of a file that shows them all.
func configSchema(config string) *schema {
	s := schemaOf(reflect.TypeFor[site.Config](), "", comments(config))
	s.Title = "config.toml of a Parallax site"
	s.Required = []string{"title"}
	return s
}

// schemaOf returns the schema of a table that is read into a struct.
func schemaOf(t reflect.Type, prefix string, about map[string]string) *schema {
	s := &schema{Type: "object", Properties: map[string]*schema{}, Additional: false}
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("toml")
		if name == "" || name == "-" {
			continue
		}
		p := schemaOfField(t.Field(i).Type, prefix+name, about)
		p.Description = about[prefix+name]
		s.Properties[name] = p
	}
	return s
}

// schemaOfField returns the schema of a value that is read into a field.
func schemaOfField(t reflect.Type, key string, about map[string]string) *schema {
	switch t.Kind() {
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.Slice:
		return &schema{Type: "array", Items: schemaOfField(t.Elem(), key, about)}
	case reflect.Map:
		return &schema{Type: "object", Additional: schemaOfField(t.Elem(), key, about)}
	case reflect.Struct:
		if t == reflect.TypeFor[corpus.Date]() {
			return &schema{Type: "string", Pattern: dates}
		}
		return schemaOf(t, key+".", about)
	}
	return &schema{Type: "string"}
}

// required returns the names of the keys of a kind that must be there.
func required(kind string) []string {
	var names []string
	for _, k := range corpus.Keys(kind) {
		if k.Required {
			names = append(names, k.Name)
		}
	}
	return names
}
