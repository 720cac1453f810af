package page

import (
	"path"

	"parallax/generator/framing"
)

// A DataPage is the data of data.html: what lies in data/, for people who want
// to work with it.
type DataPage struct {
	Frame
	Name    string
	Licence string // of what the site says itself
	Cite    string // how to name the site in a paper
	Tables  []DataTable
	Parquet []Link      // the tables of all events
	Events  []DataEvent // the newest
	More    int         // events that only data/index.json lists
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
	Link
	Days  string
	Files []Link
}

// dataPagePath is the address of the page on the data files.
const dataPagePath = dataFolder + "index.html"

// dataEvents is how many events the page lists.
const dataEvents = 100

// dataPage renders the page on the data files.
func (r *renderer) dataPage() error {
	c := r.site.Config
	v := DataPage{Frame: r.frame("data", dataPagePath, r.text("data.title")), Name: r.text("data.title"), Licence: c.Licence.Site}
	v.Description = r.text("data.description")
	address := c.BaseURL
	if address == "" {
		address = c.Title
	}
	v.Cite = r.text("data.cite", "site", c.Title, "address", address, "version", r.site.Version)
	for _, t := range tables(&framing.Comparison{}, nil) {
		form := DataTable{ID: t.Name, File: t.Name + ".csv", Means: r.text("data." + t.Name)}
		for _, column := range t.Columns {
			form.Columns = append(form.Columns, DataColumn{Name: column, Means: r.column(t.Name, column)})
		}
		v.Tables = append(v.Tables, form)
	}
	for _, t := range r.machines.tables {
		v.Parquet = append(v.Parquet, Link{Text: t.name + ".parquet", Href: href(dataPagePath, t.path())})
	}
	for i, l := range r.machines.events {
		if i == dataEvents {
			v.More = len(r.machines.events) - i
			break
		}
		e := DataEvent{Link: Link{Text: l.Event.Title, Href: href(dataPagePath, eventPath(l.Event.Slug, "index.html"))}, Days: r.span(l.Event.From, l.Event.To)}
		for _, file := range l.Files {
			e.Files = append(e.Files, Link{Text: path.Base(file), Href: href(dataPagePath, file)})
		}
		v.Events = append(v.Events, e)
	}
	return r.page("data", dataPagePath, v)
}

// column says what a column holds; a table may mean something of its own by
// the name.
func (r *renderer) column(table, name string) string {
	if key := "column." + table + "_" + name; r.site.Messages.Has(key) {
		return r.text(key)
	}
	return r.text("column." + name)
}
