package page

import (
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/page/frame"
)

// A List is the data of list.html: the events of a topic or a month, or the
// index of all topics, months or outlets, in pages of bounded length.
type List struct {
	frame.Frame
	Kicker string // "Topic"
	Name   string
	Counts string
	Cards  []Card
	Links  []CountedLink // of an index
	Pages  []frame.Link  // of a list that goes on
}

// A CountedLink is a line of an index.
type CountedLink struct {
	frame.Link
	Count string // "4 events"
}

const (
	listCards = 40  // events on one page of a list
	listLinks = 300 // lines on one page of an index
)

// lists renders the pages by month and topic, and the indexes of months,
// topics and outlets.
func (r *renderer) lists() error {
	months := r.groups(func(e *entry) []string { return []string{e.Month} })
	months = slices.DeleteFunc(months, func(g group) bool { return g.name == "" })
	slices.Reverse(months)
	topics := r.merged(r.groups(func(e *entry) []string { return e.Topics }))
	var monthLinks, topicLinks, outletLinks []CountedLink
	for _, g := range months {
		if err := r.list("m/"+g.name, r.Text("list.month"), r.monthName(g.name), g.entries); err != nil {
			return err
		}
		monthLinks = append(monthLinks, CountedLink{frame.Link{Text: r.monthName(g.name), Href: g.name + ".html"}, r.Count("home.events", len(g.entries))})
	}
	for _, g := range topics {
		slug := address.TopicSlug(g.name)
		if err := r.list("t/"+slug, r.Text("list.topic"), g.name, g.entries); err != nil {
			return err
		}
		topicLinks = append(topicLinks, CountedLink{frame.Link{Text: g.name, Href: slug + ".html"}, r.Count("home.events", len(g.entries))})
	}
	number := map[string]int{}
	for _, e := range r.entries {
		for _, o := range e.Outlets {
			number[o]++
		}
	}
	for _, o := range r.site.Corpus.Outlets {
		outletLinks = append(outletLinks, CountedLink{frame.Link{Text: o.Name, Href: o.ID + ".html"}, r.Count("home.events", number[o.ID])})
	}
	for _, index := range []struct {
		shelf string
		links []CountedLink
	}{{"m", monthLinks}, {"t", topicLinks}, {"o", outletLinks}} {
		if err := r.shelf(index.shelf, index.links); err != nil {
			return err
		}
	}
	return nil
}

// merged joins groups whose topics have the same page, such as "Sport" and
// "sport", under the first name.
func (r *renderer) merged(groups []group) []group {
	at := map[string]int{}
	var merged []group
	for _, g := range groups {
		slug := address.TopicSlug(g.name)
		i, known := at[slug]
		if !known {
			at[slug] = len(merged)
			merged = append(merged, g)
			continue
		}
		for _, e := range g.entries {
			if !slices.Contains(merged[i].entries, e) {
				merged[i].entries = append(merged[i].entries, e)
			}
		}
	}
	return merged
}

// list renders a list of events on as many pages as it needs; path is that of
// the first without ".html".
func (r *renderer) list(path, kicker, name string, entries []*entry) error {
	chunks := slices.Collect(slices.Chunk(entries, listCards))
	for i, chunk := range chunks {
		page := frame.PageOf(path, i)
		l := List{Frame: r.Frame("list", page, name), Kicker: kicker, Name: name, Counts: r.Count("home.events", len(entries)), Pages: r.Pages(path, i, len(chunks))}
		l.Description = kicker + ": " + name + ". " + l.Counts
		if l.Feed != "" && strings.HasPrefix(path, "t/") {
			l.Feeds = append(l.Feeds, frame.Feeds(name, address.Link(page, path))...)
		}
		for _, e := range chunk {
			l.Cards = append(l.Cards, e.Card.from(page))
		}
		if err := r.Print("list", page, l); err != nil {
			return err
		}
	}
	return nil
}

// shelf renders the index of a kind of list.
func (r *renderer) shelf(shelf string, links []CountedLink) error {
	chunks := slices.Collect(slices.Chunk(links, listLinks))
	if len(chunks) == 0 {
		chunks = [][]CountedLink{nil}
	}
	for i, chunk := range chunks {
		path := frame.PageOf(shelf+"/index", i)
		l := List{Frame: r.Frame("list", path, r.Text("list.all"+shelf)), Name: r.Text("list.all" + shelf), Links: chunk, Pages: r.Pages(shelf+"/index", i, len(chunks))}
		l.Description = l.Name
		if err := r.Print("list", path, l); err != nil {
			return err
		}
	}
	return nil
}

// from returns the card with its links made for a page.
func (c Card) from(page string) Card {
	c.Href = address.Link(page, c.Href)
	return c
}
