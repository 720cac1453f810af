package page

import (
	"cmp"
	"fmt"

	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/message"
)

// A machineRoom makes the files that programs read. Pages are noted in it as
// they are written.
type machineRoom struct {
	english   *message.Catalogue
	events    []listed
	rows      []eventRows      // that are in no table yet
	tables    []*siteTable     // with rows
	addresses []sitemapAddress // of pages that should be found
}

// A found is the data of a page, which knows the page's address.
type found interface{ found() sitemapAddress }

func (f Frame) found() sitemapAddress {
	return sitemapAddress{Address: f.Canonical, Modified: f.Modified}
}

// note remembers a page that should be found.
func (m *machineRoom) note(data any) {
	if f, ok := data.(found); ok && f.found().Address != "" {
		m.addresses = append(m.addresses, f.found())
	}
}

// newMachineRoom loads the English texts, in which the data files speak.
func newMachineRoom(s Site) (machineRoom, error) {
	if s.Messages.Tag == "en" {
		return machineRoom{english: s.Messages}, nil
	}
	english, err := message.Load(s.Templates, "en")
	if err != nil {
		return machineRoom{}, fmt.Errorf("say the data in English: %w", err)
	}
	return machineRoom{english: english}, nil
}

// data writes the data files of the event, and lists it for those of the site.
func (b *builder) data() error {
	files, err := b.site.eventData(b.event, b.articles, b.allowance, b.machines.english)
	if err != nil {
		return err
	}
	l := listed{Event: b.event}
	for _, f := range files {
		l.Files = append(l.Files, f.Path)
		if err := b.emit(f); err != nil {
			return err
		}
	}
	b.machines.rows = append(b.machines.rows, eventRows{b.event.Slug, siteTables(b.comparison, letterNames(b.comparison, b.site.Corpus))})
	if b.note != nil {
		l.Summary, l.Topics = b.note.Summary, b.note.Topics
	}
	for _, a := range b.articles {
		l.About = append(l.About, a.Topics...)
		l.Outlets = append(l.Outlets, a.Outlet)
	}
	l.About = append(l.About, l.Topics...)
	l.Tables = tables(b.comparison, nil)
	for i := range l.Tables {
		l.Tables[i].Rows = make([][]string, min(1, len(l.Tables[i].Rows))) // whether there are any
	}
	if look := b.look(); look.Contrast != nil {
		l.Summary = cmp.Or(l.Summary, look.Contrast.Text)
	}
	b.machines.events = append(b.machines.events, l)
	return nil
}

// machine writes the files of the whole site that programs read.
func (r *renderer) machine() error {
	files := []file.File{r.site.robots()}
	for _, t := range r.machines.tables {
		f, err := t.file()
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	index, err := r.dataIndex()
	if err != nil {
		return err
	}
	form, err := dataSchema()
	if err != nil {
		return err
	}
	parcel, err := r.dataPackage(r.machines.events)
	if err != nil {
		return err
	}
	files = append(files, index, form, parcel)
	if r.site.Config.BaseURL != "" {
		addressed, err := r.addressed()
		if err != nil {
			return err
		}
		files = append(files, addressed...)
	}
	for _, f := range files {
		if err := r.emit(f); err != nil {
			return err
		}
	}
	return nil
}

// addressed returns the files that hold absolute addresses of the site.
func (r *renderer) addressed() ([]file.File, error) {
	maps, err := r.site.sitemaps(r.machines.addresses)
	if err != nil {
		return nil, err
	}
	feeds, err := r.site.feeds(r.machines.events)
	return append(maps, feeds...), err
}

// dataLinks returns the links of a page of the event to its data.
func (b *builder) dataLinks(path string, e *event.Event) []Link {
	links := []Link{{Text: "JSON", Href: href(path, dataPath(e.Slug))}}
	for _, t := range tables(b.comparison, letterNames(b.comparison, b.site.Corpus)) {
		if len(t.Rows) > 0 {
			links = append(links, Link{Text: t.Name + ".csv", Href: href(path, t.path(e.Slug))})
		}
	}
	return links
}
