package page

import (
	"encoding/json"
	"fmt"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/text"
)

// What the site says to programs lies in data/: for each event <slug>.json,
// which is the whole comparison with its sentences in English, and in the
// folder <slug>/ the tables that researchers read into their own tools. The
// tables of all events together are in <table>.parquet. The forms are in
// schema.json and datapackage.json. Words of articles are there as far as the event's
// [rights.Allowance] lets them.

// The addresses of the data files.
const (
	dataFolder     = "data/"
	dataIndexPath  = dataFolder + "index.json"
	dataSchemaPath = dataFolder + "schema.json"
)

// dataPath returns the path of an event's comparison.
func dataPath(slug string) string { return dataFolder + slug + ".json" }

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

// eventData returns the data files of an event.
func (s Site) eventData(e *event.Event, articles []*corpus.Article, allowance *rights.Allowance, english *message.Catalogue) ([]file.File, error) {
	c := allowance.Comparison()
	d := EventData{Schema: "schema.json", Site: s.Config.Title, Licence: s.Config.Licence.Site, Event: *e, Comparison: c}
	names := letterNames(c, s.Corpus)
	for i, a := range articles {
		t := TextData{OutletName: names[c.Articles[i].Letter], Language: a.Language, Licence: string(a.Licence), Excerpt: a.Excerpt, Whole: allowance.Whole(a)}
		for _, p := range a.Passages {
			t.Passages = append(t.Passages, PassageData{ID: p.ID, Kind: string(a.Blocks[p.Block].Kind), Span: p.Span, Text: shownText(a, p.Span, allowance)})
		}
		d.Texts = append(d.Texts, t)
	}
	for _, f := range c.Findings {
		d.Sentences = append(d.Sentences, SentenceData{Finding: f.ID, Text: english.Say(named(f.Says, names))})
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("write the data of event %s: %w", e.Slug, err)
	}
	files := []file.File{{Path: dataPath(e.Slug), Data: append(data, '\n')}}
	for _, t := range tables(c, names) {
		if len(t.Rows) > 0 {
			files = append(files, file.File{Path: t.path(e.Slug), Data: t.bytes()})
		}
	}
	return files, nil
}

// shownText returns the words of a span that may be shown, with ellipses.
func shownText(a *corpus.Article, s text.Span, allowance *rights.Allowance) string {
	var b strings.Builder
	at := s.Start
	for _, part := range allowance.Show(a, s) {
		if part.Start > at {
			b.WriteString("… ")
		}
		b.WriteString(part.Of(a.Text))
		if at = part.End; at < s.End {
			b.WriteString(" ")
		}
	}
	if b.Len() > 0 && at < s.End {
		b.WriteString("…")
	}
	return b.String()
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

// dataIndex returns data/index.json for the events rendered.
func (r *renderer) dataIndex() (file.File, error) {
	s := r.site.Config
	d := DataIndex{Schema: "schema.json#/$defs/DataIndex", Site: s.Title, Licence: s.Licence.Site, Tables: []string{}, Events: []DataEntry{}}
	for _, t := range r.machines.tables {
		d.Tables = append(d.Tables, t.path())
	}
	for _, l := range r.machines.events {
		e := l.Event
		d.Events = append(d.Events, DataEntry{
			Slug: e.Slug, Title: e.Title, Language: e.Language, From: e.From, To: e.To, Articles: len(e.Members),
			Page: eventPath(e.Slug, "index.html"), Files: l.Files,
		})
	}
	data, err := json.Marshal(d)
	if err != nil {
		return file.File{}, fmt.Errorf("write %s: %w", dataIndexPath, err)
	}
	return file.File{Path: dataIndexPath, Data: append(data, '\n')}, nil
}
