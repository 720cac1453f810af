package feed

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"parallax/generator/address"
	"parallax/generator/file"
)

// Types of feeds.
const (
	AtomType = "application/atom+xml"
	JSONType = "application/feed+json"
)

// A channel is what one pair of feeds is about: the site, an outlet or a topic.
type channel struct {
	path   string // of the feeds, without .xml and .json
	page   string // of the page that shows the same; empty for the site
	title  string
	events []Event // newest first
}

// Feeds returns the feeds of the site, of its outlets and of its topics.
func (s Site) Feeds(events []Event) ([]file.File, error) {
	var files []file.File
	for _, c := range s.channels(events) {
		c.events = c.events[:min(s.Config.Pages.Feed, len(c.events))]
		for _, write := range []func(channel) (file.File, error){s.atom, s.json} {
			f, err := write(c)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	return files, nil
}

// channels returns the channels of a site that have events, in a fixed order.
func (s Site) channels(events []Event) []channel {
	events = slices.SortedStableFunc(slices.Values(events), func(a, b Event) int {
		return cmp.Or(s.when(b.Event).Compare(s.when(a.Event)), strings.Compare(a.Event.Slug, b.Event.Slug))
	})
	all := []channel{{path: "feed", title: s.Config.Title, events: events}}
	for _, o := range s.Outlets {
		all = append(all, s.channel("o/"+o.ID, o.Name, events, func(l Event) bool { return slices.Contains(l.Outlets, o.ID) }))
	}
	names := map[string]string{} // of topics, by slug
	for _, l := range events {
		for _, topic := range l.About {
			slug := address.TopicSlug(topic)
			if known, found := names[slug]; !found || topic < known {
				names[slug] = topic
			}
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(names)) {
		all = append(all, s.channel("t/"+slug, names[slug], events, func(l Event) bool {
			return slices.ContainsFunc(l.About, func(topic string) bool { return address.TopicSlug(topic) == slug })
		}))
	}
	return slices.DeleteFunc(all, func(c channel) bool { return c.page != "" && len(c.events) == 0 })
}

// channel returns the channel of the events that belong to it.
func (s Site) channel(path, name string, events []Event, belongs func(Event) bool) channel {
	c := channel{path: path, page: path + ".html", title: s.Config.Title + ": " + name}
	for _, l := range events {
		if belongs(l) {
			c.events = append(c.events, l)
		}
	}
	return c
}

// A jsonFeed is a feed of jsonfeed.org, version 1.1.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url"`
	Feed        string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published,omitempty"`
	Modified  string   `json:"date_modified"`
	Tags      []string `json:"tags,omitempty"`
}

// json returns the JSON feed of a channel, which says what its Atom feed says.
func (s Site) json(c channel) (file.File, error) {
	base := baseURL(s.Config.BaseURL)
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: c.title, HomePage: base + c.page, Feed: base + c.path + ".json",
		Description: s.Config.Description, Language: s.Config.Language, Authors: []jsonAuthor{{cmp.Or(s.Config.Editor, s.Config.Title)}}, Items: []jsonItem{},
	}
	for _, l := range c.events {
		page := address.Absolute(base, address.Event(l.Event.Slug, address.Home))
		item := jsonItem{
			ID: page, URL: page, Title: l.Event.Title, Text: cmp.Or(l.Summary, l.Event.Title),
			Modified: s.when(l.Event).UTC().Format(time.RFC3339), Tags: l.Topics,
		}
		if l.Event.From.Known() {
			item.Published = l.Event.From.Time().UTC().Format(time.RFC3339)
		}
		f.Items = append(f.Items, item)
	}
	data, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return file.File{}, fmt.Errorf("write %s.json: %w", c.path, err)
	}
	return file.File{Path: c.path + ".json", Data: append(data, '\n')}, nil
}
