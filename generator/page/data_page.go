package page

import (
	"path"

	"parallax/generator/address"
	"parallax/generator/dataset"
	"parallax/generator/page/frame"
)

// A DataPage is the data of data.html: what lies in data/, for people who want
// to work with it.
type DataPage struct {
	frame.Frame
	Name    string
	Licence string // of what the site says itself
	Cite    string // how to name the site in a paper
	Tables  []DataTable
	Whole   []frame.Link // the tables of all events together; may be none
	Events  []DataEvent  // the newest
	More    int          // events that only data/index.json lists
}

// A DataTable is one kind of table, which each event has if it has rows.
type DataTable struct {
	ID      string // "headlines"
	File    string // "headlines.csv"
	Means   string // what a row is
	Columns []DataColumn
}

// A DataColumn is a column of a table.
type DataColumn struct{ Name, Means string }

// A DataEvent is an event with its files.
type DataEvent struct {
	frame.Link
	Days  string
	Files []frame.Link
}

// dataPagePath is the address of the page on the data files.
const dataPagePath = dataset.Folder + "index.html"

// dataEvents is how many events the page lists.
const dataEvents = 100

// dataPage renders the page on the data files.
func (r *renderer) dataPage() error {
	c := r.Config
	v := DataPage{Frame: r.Frame("data", dataPagePath, r.Text("data.title")), Name: r.Text("data.title"), Licence: c.Licence.Site}
	v.Description = r.Text("data.description")
	siteAddress := c.BaseURL
	if siteAddress == "" {
		siteAddress = c.Title
	}
	v.Cite = r.Text("data.cite", "site", c.Title, "address", siteAddress, "version", r.Version)
	s := dataSite(r.Style, r.english)
	for _, t := range dataset.Forms() {
		form := DataTable{ID: t.Name, File: t.Name + ".csv", Means: s.Means(t.Name)}
		for _, column := range t.Columns {
			form.Columns = append(form.Columns, DataColumn{Name: column, Means: s.Column(t.Name, column)})
		}
		v.Tables = append(v.Tables, form)
	}
	if r.site.Tables != nil {
		for _, table := range dataset.Whole() {
			v.Whole = append(v.Whole, frame.Link{Text: path.Base(table), Href: address.Link(dataPagePath, table)})
		}
	}
	for i, l := range r.machines.events {
		if i == dataEvents {
			v.More = len(r.machines.events) - i
			break
		}
		e := DataEvent{Link: frame.Link{Text: l.Event.Title, Href: address.Link(dataPagePath, address.Event(l.Event.Slug, "index.html"))}, Days: r.Span(l.Event.From, l.Event.To)}
		for _, file := range l.Files {
			e.Files = append(e.Files, frame.Link{Text: path.Base(file), Href: address.Link(dataPagePath, file)})
		}
		v.Events = append(v.Events, e)
	}
	return r.Print("data", dataPagePath, v)
}
