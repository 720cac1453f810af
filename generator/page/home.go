package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Home is the data of home.html. It shows the newest events; older ones are
// on the pages by month, topic and outlet, so that it never grows.
type Home struct {
	Frame
	Counts string // "12 events, 61 articles, 9 outlets"
	Cards  []Card
	Months []MonthBar // the newest months, newest first
	Topics []Link
	Shelf  []Link // to the lists of all months, topics and outlets
}

// A MonthBar is how many events a month has, on the home page's timeline.
type MonthBar struct {
	Name   string // "June 2024"
	Href   string
	Width  string // of the bar; the month with most events has all of it
	Events int
}

// A Card is an event in a list: its strongest contrast in two quotations.
type Card struct {
	Name     string
	Href     string
	Days     string
	Counts   string
	Articles []Who
	Says     string // the sentence of the contrast; may be empty
	Quotes   []Quote
}

// An entry is what is kept of an event for the lists.
type entry struct {
	Card     Card
	Slug     string
	Month    string // "2024-06"; empty if no date is known
	Topics   []string
	Outlets  []string // ids
	Articles []string // ids, in the order of Card.Articles
	Terms    []string
}

const (
	homeCards  = 12
	homeMonths = 12
	homeTopics = 24
)

// entry returns what the lists need of the event. Links are from the root.
func (b *builder) entry() entry {
	look := b.look()
	e := entry{Slug: b.event.Slug, Card: Card{
		Name: b.event.Title, Href: eventPath(b.event.Slug, "index.html"),
		Days: b.span(b.event.From, b.event.To), Counts: b.counts(), Articles: b.who, Quotes: look.Quotes,
	}}
	switch {
	case look.Contrast != nil:
		e.Card.Says = look.Contrast.Text
	case len(b.comparison.Findings) > 0:
		e.Card.Says = b.findings[b.comparison.Findings[0].ID].Text
	}
	if b.event.To.Known() {
		e.Month = b.inZone(b.event.To).Format("2006-01")
	}
	if b.note != nil {
		e.Topics = append(e.Topics, b.note.Topics...)
	}
	for _, a := range b.articles {
		e.Topics = append(e.Topics, a.Topics...)
		e.Articles = append(e.Articles, a.ID)
		if !slices.Contains(e.Outlets, a.Outlet) {
			e.Outlets = append(e.Outlets, a.Outlet)
		}
	}
	slices.Sort(e.Topics)
	e.Topics = slices.Compact(e.Topics)
	for _, t := range b.event.Names[:min(5, len(b.event.Names))] {
		e.Terms = append(e.Terms, t.Text)
	}
	for _, t := range b.event.Terms[:min(5, len(b.event.Terms))] {
		e.Terms = append(e.Terms, t.Text)
	}
	return e
}

// home renders the home page.
func (r *renderer) home() error {
	h := Home{Frame: r.frame("home", homePath, r.site.Config.Title)}
	h.Counts = strings.Join([]string{
		r.count("home.events", len(r.entries)), r.count("event.articles", len(r.articles)), r.count("event.outlets", len(r.site.Corpus.Outlets)),
	}, r.text("language.comma"))
	h.Description = r.site.Config.Description
	for _, e := range r.entries[:min(homeCards, len(r.entries))] {
		h.Cards = append(h.Cards, e.Card)
	}
	h.Months = r.monthBars()
	topics := r.groups(func(e *entry) []string { return e.Topics })
	slices.SortStableFunc(topics, func(x, y group) int { return len(y.entries) - len(x.entries) })
	for _, t := range topics[:min(homeTopics, len(topics))] {
		h.Topics = append(h.Topics, Link{Text: t.name, Href: "t/" + topicSlug(t.name) + ".html"})
	}
	for _, shelf := range []string{"m", "t", "o"} {
		h.Shelf = append(h.Shelf, Link{Text: r.text("list.all" + shelf), Href: shelf + "/index.html"})
	}
	return r.page("home", homePath, h)
}

// monthBars returns the bars of the newest months that have events.
func (r *renderer) monthBars() []MonthBar {
	months := r.groups(func(e *entry) []string { return []string{e.Month} })
	months = slices.DeleteFunc(months, func(g group) bool { return g.name == "" })
	slices.Reverse(months)
	months = months[:min(homeMonths, len(months))]
	most := 1
	for _, m := range months {
		most = max(most, len(m.entries))
	}
	var bars []MonthBar
	for _, m := range months {
		n := len(m.entries)
		bars = append(bars, MonthBar{Name: r.monthName(m.name), Href: "m/" + m.name + ".html", Events: n, Width: percent(100 * float64(n) / float64(most))})
	}
	return bars
}

// monthName says a month written as "2024-06".
func (r *renderer) monthName(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return r.text("date.unknown")
	}
	return r.text("date.monthyear", "month", r.month(t), "year", strconv.Itoa(t.Year()))
}

// A group is the events that have something in common.
type group struct {
	name    string
	entries []*entry
}

// groups returns the events by what key says of them, sorted by name; within
// a group they keep their order, newest first.
func (r *renderer) groups(key func(*entry) []string) []group {
	at := map[string]int{}
	var groups []group
	for i := range r.entries {
		e := &r.entries[i]
		for _, k := range key(e) {
			if _, known := at[k]; !known {
				at[k] = len(groups)
				groups = append(groups, group{name: k})
			}
			groups[at[k]].entries = append(groups[at[k]].entries, e)
		}
	}
	slices.SortFunc(groups, func(x, y group) int { return cmp.Compare(x.name, y.name) })
	return groups
}

// topicSlug returns the name of a topic's page. Topics that no slug can be made
// from are named by a hash.
func topicSlug(topic string) string {
	slug := text.Slug(topic, text.LongestSlug)
	if corpus.IsSlug(slug) {
		return slug
	}
	return fmt.Sprintf("topic-%08x", text.Hash(text.HashStart, topic))
}
