package page

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"parallax/generator/dataset"
	"parallax/generator/dataset/tidy"
	"parallax/generator/feed"
	"parallax/generator/file"
	"parallax/generator/message"
	"parallax/generator/page/event"
	"parallax/generator/page/frame"
)

// A machineRoom holds what the files that programs read say of the events so
// far.
type machineRoom struct {
	feed   []feed.Event
	events []dataset.Listed
}

// loadEnglish loads the English texts, in which the data files speak.
func loadEnglish(s Site) (*message.Catalogue, error) {
	if s.Messages.Tag == "en" {
		return s.Messages, nil
	}
	english, err := message.Load(s.Templates, "en")
	if err != nil {
		return nil, fmt.Errorf("say the data in English: %w", err)
	}
	return english, nil
}

// dataSite returns what the data files know of the site.
func dataSite(s *frame.Style, english *message.Catalogue) dataset.Site {
	return dataset.Site{Config: s.Config, Messages: s.Messages, English: english}
}

// writeData writes the data files of an event, and returns how those of the
// site list it.
func writeData(b *event.Builder, english *message.Catalogue) (dataset.Listed, error) {
	files, err := dataSite(b.Style, english).EventFiles(b.Event, b.Articles, b.Allowance, b.Tables)
	if err != nil {
		return dataset.Listed{}, err
	}
	for _, f := range files {
		if err := b.Emit(f); err != nil {
			return dataset.Listed{}, err
		}
	}
	return dataset.List(b.Event, files, b.Tables), nil
}

// feedEvent returns what feeds say of an event.
func feedEvent(b *event.Builder) feed.Event {
	e := feed.Event{Event: b.Event}
	if b.Note != nil {
		e.Summary, e.Topics = b.Note.Summary, b.Note.Topics
	}
	for _, a := range b.Articles {
		e.About = append(e.About, a.Topics...)
		e.Outlets = append(e.Outlets, a.Outlet)
	}
	e.About = append(e.About, e.Topics...)
	if look := b.Look(); look.Contrast != nil {
		e.Summary = cmp.Or(e.Summary, look.Contrast.Text)
	}
	return e
}

// machine writes the files of the whole site that programs read.
func (r *renderer) machine() error {
	files := []file.File{r.feedSite().Robots()}
	tables, err := r.longTables()
	if err != nil {
		return err
	}
	s, whole := dataSite(r.Style, r.english), r.site.Tables != nil
	index, err := s.Index(r.machines.events, whole)
	if err != nil {
		return err
	}
	form, err := dataset.Schema()
	if err != nil {
		return err
	}
	parcel, err := s.Package(r.machines.events, whole)
	if err != nil {
		return err
	}
	files = slices.Concat(files, tables, []file.File{index, form}, parcel)
	if r.Config.BaseURL != "" {
		addressed, err := r.addressed()
		if err != nil {
			return err
		}
		files = append(files, addressed...)
	}
	for _, f := range files {
		if err := r.Emit(f); err != nil {
			return err
		}
	}
	return nil
}

// longTables returns the files of the long tables of all events, if there are to be any.
func (r *renderer) longTables() ([]file.File, error) {
	if r.site.Tables == nil {
		return nil, nil
	}
	for _, rows := range []tidy.Rows{tidy.Outlets(r.site.Corpus.Outlets), tidy.Over(r.answers)} {
		if err := r.site.Tables.Add(rows); err != nil {
			return nil, err
		}
	}
	c := r.Config
	files, err := r.site.Tables.Packed(context.Background(), tidy.Work{
		Title: c.Title, Day: dataset.Newest(r.machines.events), Licence: c.Licence.Site, Address: c.BaseURL, Program: "parallax", Version: r.Version, Lock: r.site.Lock,
	})
	for i := range files {
		files[i].Path = dataset.Folder + files[i].Path
	}
	return files, err
}

// feedSite returns what the feeds know of the site.
func (r *renderer) feedSite() feed.Site {
	return feed.Site{Config: r.Config, Outlets: r.site.Corpus.Outlets, Built: r.site.Built}
}

// addressed returns the files that hold absolute addresses of the site.
func (r *renderer) addressed() ([]file.File, error) {
	s := r.feedSite()
	maps, err := s.Sitemaps(r.Addresses)
	if err != nil {
		return nil, err
	}
	feeds, err := s.Feeds(r.machines.feed)
	return append(maps, feeds...), err
}
