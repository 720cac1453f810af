package page

// A Home is the data of home.html.
type Home struct {
	Frame
	Counts string // "12 events, 61 articles, 9 outlets"
	Cards  []Card // the newest events
	More   []Link // to the lists of older ones
}

// A Card is an event in a list: its strongest contrast in two quotations.
type Card struct {
	Name    string
	Href    string
	Days    string
	Counts  string
	Outlets []Who
	Says    string // the sentence of the contrast; may be empty
	Quotes  []Quote
}

// An entry is what is kept of an event for the lists.
type entry struct {
	card Card
	slug string
}

// homeCards is how many events the home page shows.
const homeCards = 24

// entry returns what the lists need of the event. Links are from the root.
func (b *builder) entry() entry {
	look := b.look()
	e := entry{slug: b.event.Slug, card: Card{
		Name: b.event.Title, Href: eventPath(b.event.Slug, "index.html"),
		Days: b.span(b.event.From, b.event.To), Counts: b.counts(), Outlets: b.who, Quotes: look.Quotes,
	}}
	if look.Contrast != nil {
		e.card.Says = look.Contrast.Text
	}
	return e
}

// home renders the home page.
func (r *renderer) home() error {
	h := Home{Frame: r.frame("home", homePath, r.site.Config.Title)}
	h.Counts = r.count("home.events", len(r.entries)) + r.text("language.comma") +
		r.count("event.articles", len(r.articles)) + r.text("language.comma") + r.count("event.outlets", len(r.site.Corpus.Outlets))
	h.Description = r.site.Config.Description
	for _, e := range r.entries[:min(homeCards, len(r.entries))] {
		h.Cards = append(h.Cards, e.card)
	}
	return r.page("home", homePath, h)
}
