package page

import (
	"html/template"
	"slices"
	"strconv"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/dataset"
	"parallax/generator/page/frame"
	"parallax/generator/site"
)

// An Outlet is the data of outlet.html: the facts that its file states, its
// articles and, from ten events on, counts beside the median of the others on
// the same events. It holds no score.
type Outlet struct {
	frame.Frame
	Name     string
	Homepage string // address; may be empty
	Facts    []OutletFact
	Body     template.HTML
	Events   int
	Counts   []OutletCount // none below ten events
	Articles []OutletArticle
	Pages    []frame.Link
}

// An OutletFact is a fact with where it can be checked.
type OutletFact struct {
	Name     string
	Value    string // "unknown" if the file does not state it
	Evidence string // address; may be empty
	Reviewed string // date; may be empty
}

// An OutletCount is one measure over the events that the outlet reported.
type OutletCount struct {
	Name   string
	Own    string // median of this outlet's articles
	Middle string // the middle half of them, "210–430"
	Others string // median of the others on the same events
	Higher string // "higher in 7 of 12 events"
}

// An OutletArticle is one article in the list.
type OutletArticle struct {
	Headline string
	Language string
	Href     string
	Date     frame.Dated
	Event    frame.Link
}

const (
	outletEvents   = 10  // fewest events for counts
	outletArticles = 100 // articles on one page
)

// outlets renders the page of every outlet.
func (r *renderer) outlets() error {
	articles := map[string][]OutletArticle{}
	events := map[string]int{}
	for i := range r.entries {
		e := &r.entries[i]
		for k, id := range e.Articles {
			a := r.articles[id]
			articles[a.Outlet] = append(articles[a.Outlet], OutletArticle{
				Headline: a.Title, Language: r.Language(a.Language), Date: r.Date(a.Date), Href: address.Event(e.Slug, e.Card.Articles[k].Href),
				Event: frame.Link{Text: e.Card.Name, Href: e.Card.Href},
			})
		}
		for _, o := range e.Outlets {
			events[o]++
		}
	}
	for i := range r.site.Corpus.Outlets {
		o := &r.site.Corpus.Outlets[i]
		if err := r.outlet(o, articles[o.ID], events[o.ID]); err != nil {
			return err
		}
	}
	return nil
}

// outlet renders the pages of one outlet.
func (r *renderer) outlet(o *corpus.Outlet, articles []OutletArticle, events int) error {
	chunks := slices.Collect(slices.Chunk(articles, outletArticles))
	if len(chunks) == 0 {
		chunks = [][]OutletArticle{nil}
	}
	for i, chunk := range chunks {
		path := frame.PageOf("o/"+o.ID, i)
		v := Outlet{
			Frame: r.Frame("outlet", path, o.Name), Name: o.Name, Homepage: site.Link(o.Homepage), Body: r.Markdown(o.Body, path),
			Facts:  []OutletFact{r.fact("country", o.Country), r.fact("kind", o.Kind), r.fact("owner", o.Owner)},
			Events: events, Pages: r.Pages("o/"+o.ID, i, len(chunks)),
		}
		v.Description = r.Text("outlet.description", "outlet", o.Name)
		if v.Feed != "" && events > 0 {
			v.Feeds = append(v.Feeds, frame.Feeds(o.Name, address.Link(path, "o/"+o.ID))...)
		}
		if events >= outletEvents {
			v.Counts = r.outletCounts(o.ID)
		}
		for _, a := range chunk {
			a.Href, a.Event.Href = address.Link(path, a.Href), address.Link(path, a.Event.Href)
			v.Articles = append(v.Articles, a)
		}
		if err := r.Print("outlet", path, v); err != nil {
			return err
		}
	}
	return nil
}

// fact returns a fact as the page shows it.
func (r *renderer) fact(name string, f corpus.Fact) OutletFact {
	v := OutletFact{Name: r.Text("outlet." + name), Value: f.Value, Evidence: site.Link(f.Evidence)}
	if v.Value == "" {
		v.Value = r.Text("outlet.unknown")
	}
	if f.Reviewed.Known() {
		v.Reviewed = r.Date(f.Reviewed).Text
	}
	return v
}

// outletCounts returns how an outlet stands beside the others on the events that
// it reports.
func (r *renderer) outletCounts(outlet string) []OutletCount {
	var counts []OutletCount
	for _, s := range dataset.Stand(r.tallies, outlet) {
		if s.Events < outletEvents {
			continue
		}
		say := func(x float64) string { return frame.Number(x, 0) }
		if s.Share {
			say = r.Percent
		}
		counts = append(counts, OutletCount{
			Name: r.Text("outlet." + s.Measure), Own: say(s.Own), Others: say(s.Others), Middle: r.Text("date.days", "from", say(s.Low), "to", say(s.High)),
			Higher: r.Text("outlet.higher", "n", strconv.Itoa(s.Higher), "of", strconv.Itoa(s.Events)),
		})
	}
	return counts
}
