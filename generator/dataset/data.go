// Package dataset writes what a site says to programs and researchers.
//
// It lies in data/: for each event <slug>.json, which is the whole comparison
// with its sentences in English, and in the folder <slug>/ the tables that
// researchers read into their own tools. The forms are in schema.json, schemas/ and
// datapackage.json. All events together are long tables, made by package depot. Words
// of articles are there as far as the event's [rights.Allowance] lets them.
package dataset

import (
	"encoding/json"
	"fmt"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/dataset/depot"
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

// Path returns the path of an event's comparison.
func Path(slug string) string { return Folder + slug + ".json" }

// EventData is the content of data/<slug>.json.
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

// EventFiles returns the data files of an event. The articles are those of the
// comparison, in its order; the tables are made from what the allowance lets
// the comparison say.
func (s Site) EventFiles(e *event.Event, articles []*corpus.Article, allowance *rights.Allowance, tables Tables) ([]file.File, error) {
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
		d.Sentences = append(d.Sentences, SentenceData{Finding: f.ID, Text: s.English.Say(framing.Named(f.Says, func(letter string) string { return tables.names[letter] }))})
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("write the data of event %s: %w", e.Slug, err)
	}
	files := []file.File{{Path: Path(e.Slug), Data: append(data, '\n')}}
	for _, t := range tables.OfEvent() {
		files = append(files, file.File{Path: t.Path(e.Slug), Data: t.bytes()})
	}
	return files, nil
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

// Whole returns the paths of the tables of all events together.
func Whole() []string { return []string{Folder + depot.Archive, Folder + depot.Database} }

// A Listed event is what the files about all events say of it.
type Listed struct {
	Event  *event.Event
	Tables []string // their names
	Files  []string // paths of its data files
}

// List returns an event as it is listed.
func List(e *event.Event, files []file.File, tables Tables) Listed {
	l := Listed{Event: e}
	for _, f := range files {
		l.Files = append(l.Files, f.Path)
	}
	for _, t := range tables.OfEvent() {
		l.Tables = append(l.Tables, t.Name)
	}
	return l
}

// Index returns data/index.json for the events listed. Whole is whether there are the
// tables of all events together.
func (s Site) Index(events []Listed, whole bool) (file.File, error) {
	d := DataIndex{Schema: "schema.json#/$defs/DataIndex", Site: s.Config.Title, Licence: s.Config.Licence.Site, Tables: []string{}, Events: []DataEntry{}}
	if whole {
		d.Tables = Whole()
	}
	for _, l := range events {
		e := l.Event
		d.Events = append(d.Events, DataEntry{
			Slug: e.Slug, Title: e.Title, Language: e.Language, From: e.From, To: e.To, Articles: len(e.Members),
			Page: address.Event(e.Slug, "index.html"), Files: l.Files,
		})
	}
	data, err := json.Marshal(d)
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", indexPath, err)
	}
	return file.File{Path: indexPath, Data: append(data, '\n')}, nil
}
