// Package dataset writes what a site says to programs and researchers.
//
// It lies in data/: for each event the archive <slug>.zip, a Data Package of its own.
// In it, comparison.json is the whole comparison with its sentences in English, the
// tables that researchers read into their own tools are CSV, and datapackage.json
// describes them. The tables of all events together are in <table>.parquet. The form
// of the JSON is in schema.json, and datapackage.json describes what is about all
// events. Words of articles are there as far as the event's [rights.Allowance] lets
// them.
package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/site"
	"parallax/generator/text"
)

// The addresses of the data files.
const (
	Folder     = "data/"
	indexPath  = Folder + "index.json"
	schemaPath = Folder + "schema.json"
)

// Path returns the path of an event's archive.
func Path(slug string) string { return Folder + slug + ".zip" }

// The files of an event's archive, besides its tables.
const (
	comparisonFile = "comparison.json"
	packageFile    = "datapackage.json"
)

// EventData is the content of comparison.json.
type EventData struct {
	Schema     string              `json:"$schema"`
	Site       string              `json:"site"`
	Licence    string              `json:"licence"` // of what the site says itself
	Event      event.Event         `json:"event"`
	Texts      []TextData          `json:"texts"`     // in the order of the comparison's articles
	Sentences  []SentenceData      `json:"sentences"` // of the findings, in their order
	Comparison *framing.Comparison `json:"comparison"`
}

// TextData is an article as far as it may be shown.
type TextData struct {
	OutletName string        `json:"outletName"`
	Language   string        `json:"language"`
	Licence    string        `json:"licence"` // empty if all rights are reserved
	Excerpt    bool          `json:"excerpt"`
	Whole      bool          `json:"whole"` // whether the licence lets all words be shown
	Passages   []PassageData `json:"passages"`
}

// PassageData is a passage as far as it may be shown.
type PassageData struct {
	ID   string    `json:"id"`
	Kind string    `json:"kind"` // of its block
	Span text.Span `json:"span"` // bytes of the article's text, which spans of the comparison refer to
	Text string    `json:"text"` // an ellipsis where words are left out; empty if none may be shown
}

// SentenceData is the sentence of a finding.
type SentenceData struct {
	Finding string `json:"finding"`
	Text    string `json:"text"`
}

// A Site is a site whose data files are written.
type Site struct {
	Config   site.Config
	Messages *message.Catalogue // of the pages, for what columns mean
	English  *message.Catalogue // in which the sentences of findings are
}

// EventFile returns the archive of an event. The articles are those of the
// comparison, in its order; the tables are made from what the allowance lets
// the comparison say.
func (s Site) EventFile(e *event.Event, articles []*corpus.Article, allowance *rights.Allowance, tables Tables) (file.File, error) {
	var files []file.File
	for _, part := range []struct {
		path string
		data any
	}{{packageFile, s.eventPackage(e, tables)}, {comparisonFile, s.eventData(e, articles, allowance, tables)}} {
		data, err := json.Marshal(part.data)
		if err != nil {
			return file.File{}, fmt.Errorf("write the data of event %s: %w", e.Slug, err)
		}
		files = append(files, file.File{Path: part.path, Data: append(data, '\n')})
	}
	for _, t := range tables.OfEvent() {
		files = append(files, file.File{Path: t.file(), Data: t.bytes()})
	}
	data, err := file.Zip(files)
	return file.File{Path: Path(e.Slug), Data: data}, err
}

// eventData returns the comparison of an event, with its texts and sentences.
func (s Site) eventData(e *event.Event, articles []*corpus.Article, allowance *rights.Allowance, tables Tables) EventData {
	c := allowance.Comparison()
	d := EventData{Schema: "schema.json", Site: s.Config.Title, Licence: s.Config.Licence.Site, Event: *e, Comparison: c}
	for i, a := range articles {
		t := TextData{OutletName: tables.names[c.Articles[i].Letter], Language: a.Language, Licence: string(a.Licence), Excerpt: a.Excerpt, Whole: allowance.Whole(a)}
		for _, p := range a.Passages {
			t.Passages = append(t.Passages, PassageData{ID: p.ID, Kind: string(a.Blocks[p.Block].Kind), Span: p.Span, Text: allowance.Text(a, p.Span)})
		}
		d.Texts = append(d.Texts, t)
	}
	for _, f := range c.Findings {
		d.Sentences = append(d.Sentences, SentenceData{Finding: f.ID, Text: s.English.Say(named(f.Says, tables.names))})
	}
	return d
}

// Read returns what the archive of an event says of it.
func Read(archive []byte) (EventData, error) {
	var d EventData
	data, err := readPart(archive, comparisonFile)
	if err == nil {
		err = json.Unmarshal(data, &d)
	}
	if err != nil {
		return d, fmt.Errorf("read the data of an event: %w", err)
	}
	return d, nil
}

// readPart returns a file of an archive.
func readPart(archive []byte, name string) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(z, name)
}

// letterNames returns the names of outlets by the letters of their articles; a
// number tells several articles of one outlet apart.
func letterNames(c *framing.Comparison, all *corpus.Corpus) map[string]string {
	names := map[string]string{}
	for _, a := range c.Articles {
		name := a.Outlet
		if o := all.Outlet(a.Outlet); o != nil {
			name = o.Name
		}
		if number := strings.TrimLeft(a.Letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); number != "" {
			name += " (" + number + ")"
		}
		names[a.Letter] = name
	}
	return names
}

// named returns a message of the comparison with names for letters.
func named(m message.Message, names map[string]string) message.Message {
	for _, arg := range []string{"outlet", "outlets", "others"} {
		values, ok := m.Args[arg]
		if !ok {
			continue
		}
		said := make([]string, len(values))
		for i, letter := range values {
			if said[i] = names[letter]; said[i] == "" {
				said[i] = letter
			}
		}
		m = m.With(arg, said...)
	}
	return m
}

// DataIndex is the content of data/index.json.
type DataIndex struct {
	Schema  string      `json:"$schema"`
	Site    string      `json:"site"`
	Licence string      `json:"licence"` // of what the site says itself
	Tables  []string    `json:"tables"`  // of all events, from the site's root
	Events  []DataEntry `json:"events"`  // newest first
}

// DataEntry is an event in data/index.json.
type DataEntry struct {
	Slug     string      `json:"slug"`
	Title    string      `json:"title"`
	Language string      `json:"language"`
	From     corpus.Date `json:"from"` // of the earliest article; empty if unknown
	To       corpus.Date `json:"to"`
	Articles int         `json:"articles"`
	Page     string      `json:"page"`  // from the site's root
	Files    []string    `json:"files"` // from the site's root
}

// Index returns data/index.json for events.
func (s Site) Index(events []*event.Event, tables *SiteTables) (file.File, error) {
	d := DataIndex{Schema: "schema.json#/$defs/DataIndex", Site: s.Config.Title, Licence: s.Config.Licence.Site, Tables: []string{}, Events: []DataEntry{}}
	d.Tables = append(d.Tables, tables.Paths()...)
	for _, e := range events {
		d.Events = append(d.Events, DataEntry{
			Slug: e.Slug, Title: e.Title, Language: e.Language, From: e.From, To: e.To, Articles: len(e.Members),
			Page: address.Event(e.Slug, "index.html"), Files: []string{Path(e.Slug)},
		})
	}
	data, err := json.Marshal(d)
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", indexPath, err)
	}
	return file.File{Path: indexPath, Data: append(data, '\n')}, nil
}
