package dataset

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/dataset/depot"
	"parallax/generator/dataset/frictionless"
	"parallax/generator/dataset/tidy"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/text"
)

// Paths of the description of the data files.
const (
	packagePath = "datapackage.json"
	schemas     = "schemas/"
)

// gridTable is the table of statements, which has columns for each article and so
// another form in each event.
const gridTable = "statements"

// Package returns the description of the data files of the events listed, and a schema
// for each kind of table.
func (s Site) Package(events []Listed, whole bool) ([]file.File, error) {
	p := frictionless.Package{
		Name: cmp.Or(text.Slug(s.Config.Title, text.LongestSlug), "parallax"), Title: s.Config.Title, Description: s.Config.Description, Homepage: s.Config.BaseURL,
		Version: strings.ReplaceAll(Newest(events), "-", "."), Resources: []frictionless.Resource{frictionless.JSON("index", strings.TrimPrefix(indexPath, Folder))},
	}
	if l := corpus.Licence(s.Config.Licence.Site); l != "" {
		p.Licences = []frictionless.Licence{{Name: string(l), Path: l.Address()}}
	}
	if whole {
		p.Resources = append(p.Resources, frictionless.Other("tables", depot.Archive, "zip", "application/zip"), frictionless.Other("database", depot.Database, "sqlite", "application/vnd.sqlite3"),
			frictionless.Other("lock", tidy.LockFile, "toml", "application/toml"))
	}
	for _, l := range events {
		p.Resources = append(p.Resources, frictionless.JSON(l.Event.Slug, l.Event.Slug+".json"))
		for _, t := range l.Tables {
			schema := schemas + t + ".json"
			if t == gridTable {
				schema = ""
			}
			p.Resources = append(p.Resources, frictionless.Table(l.Event.Slug+"."+t, l.Event.Slug+"/"+t+".csv", schema))
		}
	}
	files, err := s.schemas(events)
	if err != nil {
		return nil, err
	}
	made, err := p.File(Folder + packagePath)
	return append(files, made), err
}

// schemas returns the schemas of the tables that events have.
func (s Site) schemas(events []Listed) ([]file.File, error) {
	var files []file.File
	for _, t := range Forms() {
		if t.Name == gridTable || !slices.ContainsFunc(events, func(l Listed) bool { return slices.Contains(l.Tables, t.Name) }) {
			continue
		}
		var schema frictionless.Schema
		for _, column := range t.Columns {
			schema.Fields = append(schema.Fields, frictionless.Column(column, columnType(column), s.Column(t.Name, column)))
		}
		made, err := schema.File(Folder + schemas + t.Name + ".json")
		if err != nil {
			return nil, err
		}
		files = append(files, made)
	}
	return files, nil
}

// Newest returns the day of the newest article of events, "" if none is known.
func Newest(events []Listed) string {
	newest := ""
	for _, l := range events {
		if l.Event.To.Known() {
			newest = max(newest, l.Event.To.Time().UTC().Format(time.DateOnly))
		}
	}
	return newest
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
