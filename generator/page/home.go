package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/generator/address"
	"parallax/generator/page/event"
	"parallax/generator/page/frame"
)

// A Home is the data of home.html. It shows the newest events, the strongest
// contrasts among them first; older ones are on the pages by month, topic and
// outlet, so that it never grows.
type Home struct {
	frame.Frame
	Counts   string // "12 events, 61 articles, 9 outlets"
	Best     []Card // those whose contrasts are strongest
	Cards    []Card // the others, newest first
	Teachers string // link to the lessons; empty if there are none
	Lessons  int
	Months   []MonthLink // the newest months, newest first
	Topics   []frame.Link
	Shelf    []frame.Link // to the lists of all months, topics and outlets
}

// A MonthLink is how many events a month has.
type MonthLink struct {
	Name   string // "June 2024"
	Href   string
	Events int
}

// A Card is an event in a list: its strongest contrast in two quotations.
type Card struct {
	Name     string
	Href     string
	Days     string
	Counts   string
	Standing []string // "Invented"
	Articles []frame.Who
	Says     string // the sentence of the contrast; may be empty
	Quotes   []event.Quote
	Strength float64 // of the contrast; the home page ranks by it
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
	homeBest   = 3
	homeCards  = 12
	homeMonths = 12
	homeTopics = 24
)

// newEntry returns what the lists need of an event. Links are from the root.
func newEntry(b *event.Builder) entry {
	look := b.Look()
	e := entry{Slug: b.Event.Slug, Card: Card{
		Name: b.Event.Title, Href: address.Event(b.Event.Slug, "index.html"),
		Days: b.Span(b.Event.From, b.Event.To), Counts: b.Counts(), Articles: b.Who, Quotes: look.Quotes, Standing: b.Standing(), Strength: look.Strength,
	}}
	switch {
	case look.Contrast != nil:
		e.Card.Says = look.Contrast.Text
	case len(b.Comparison.Findings) > 0:
		e.Card.Says = b.Findings[b.Comparison.Findings[0].ID].Text
	}
	if b.Event.To.Known() {
		e.Month = b.InZone(b.Event.To).Format("2006-01")
	}
	if b.Note != nil {
		e.Topics = append(e.Topics, b.Note.Topics...)
	}
	for _, a := range b.Articles {
		e.Topics = append(e.Topics, a.Topics...)
		e.Articles = append(e.Articles, a.ID)
		if !slices.Contains(e.Outlets, a.Outlet) {
			e.Outlets = append(e.Outlets, a.Outlet)
		}
	}
	slices.Sort(e.Topics)
	e.Topics = slices.Compact(e.Topics)
	for _, t := range b.Event.Names[:min(5, len(b.Event.Names))] {
		e.Terms = append(e.Terms, t.Text)
	}
	for _, t := range b.Event.Terms[:min(5, len(b.Event.Terms))] {
		e.Terms = append(e.Terms, t.Text)
	}
	return e
}

// home renders the home page.
func (r *renderer) home() error {
	h := Home{Frame: r.Frame("home", address.Home, r.Config.Title)}
	h.Counts = strings.Join([]string{
		r.Count("home.events", len(r.entries)), r.Count("event.articles", len(r.articles)), r.Count("event.outlets", len(r.site.Corpus.Outlets)),
	}, r.Text("language.comma"))
	h.Description = r.Config.Description
	for _, e := range r.entries[:min(homeCards, len(r.entries))] {
		h.Cards = append(h.Cards, e.Card)
	}
	h.Best, h.Cards = best(h.Cards)
	for _, l := range r.lessons {
		if !l.Alone && l.Why == "" {
			h.Teachers, h.Lessons = address.Teachers, h.Lessons+1
		}
	}
	h.Months = r.monthLinks()
	topics := r.groups(func(e *entry) []string { return e.Topics })
	slices.SortStableFunc(topics, func(x, y group) int { return len(y.entries) - len(x.entries) })
	for _, t := range topics[:min(homeTopics, len(topics))] {
		h.Topics = append(h.Topics, frame.Link{Text: t.name, Href: address.Topic(t.name) + ".html"})
	}
	for _, shelf := range []string{"m", "t", "o"} {
		h.Shelf = append(h.Shelf, frame.Link{Text: r.Text("list.all" + shelf), Href: shelf + "/index.html"})
	}
	if r.overPage {
		h.Shelf = append(h.Shelf, frame.Link{Text: r.Text("over.title"), Href: address.Over})
	}
	return r.Print("home", address.Home, h)
}

// best parts the cards whose contrasts are strongest, strongest first, from the
// others, which keep their order.
func best(cards []Card) (best, others []Card) {
	ranked := slices.SortedStableFunc(slices.Values(cards), func(x, y Card) int { return cmp.Compare(y.Strength, x.Strength) })
	for _, c := range ranked {
		if len(c.Quotes) > 0 && len(best) < homeBest {
			best = append(best, c)
		}
	}
	for _, c := range cards {
		if !slices.ContainsFunc(best, func(b Card) bool { return b.Href == c.Href }) {
			others = append(others, c)
		}
	}
	return best, others
}

// monthLinks returns the newest months that have events.
func (r *renderer) monthLinks() []MonthLink {
	months := r.groups(func(e *entry) []string { return []string{e.Month} })
	months = slices.DeleteFunc(months, func(g group) bool { return g.name == "" })
	slices.Reverse(months)
	months = months[:min(homeMonths, len(months))]
	var links []MonthLink
	for _, m := range months {
		links = append(links, MonthLink{Name: r.monthName(m.name), Href: "m/" + m.name + ".html", Events: len(m.entries)})
	}
	return links
}

// monthName says a month written as "2024-06".
func (r *renderer) monthName(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return r.Text("date.unknown")
	}
	return r.Text("date.monthyear", "month", r.Month(t), "year", strconv.Itoa(t.Year()))
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
