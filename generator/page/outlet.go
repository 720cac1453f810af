package page

import (
	"html/template"
	"slices"
	"strconv"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/page/event"
	"parallax/generator/page/frame"
	"parallax/generator/quantile"
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

// measures are what is counted of every article. A share is of 1.
var measures = []string{"words", "speakers", "quoted", "shared", "alone"}

// A tally is what was counted of one article of an event.
type tally struct {
	Outlet string
	Event  string
	Values [5]float64 // in the order of measures
}

// eventTallies counts what outlet pages need of the event.
func eventTallies(b *event.Builder) []tally {
	shared := 0
	carried := make([]int, len(b.Articles))
	for _, s := range b.Comparison.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		shared++
		for _, c := range s.Cells {
			carried[c.Article]++
		}
	}
	list := make([]tally, len(b.Articles))
	for i, a := range b.Comparison.Articles {
		t := tally{Outlet: a.Outlet, Event: b.Event.Slug}
		t.Values[0] = float64(a.Words)
		t.Values[2] = float64(a.Quoted) / float64(max(1, a.Words))
		t.Values[3] = float64(carried[i]) / float64(max(1, shared))
		list[i] = t
	}
	for _, s := range b.Comparison.Voices.Sides {
		list[s.Article].Values[1] = float64(len(s.Speakers))
	}
	for _, s := range b.Comparison.Emphasis.Sides {
		list[s.Article].Values[4] = s.Alone
	}
	return list
}

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
		path := pageOf("o/"+o.ID, i)
		v := Outlet{
			Frame: r.Frame("outlet", path, o.Name), Name: o.Name, Homepage: address.Web(o.Homepage), Body: r.Markdown(o.Body, path),
			Facts:  []OutletFact{r.fact("country", o.Country), r.fact("kind", o.Kind), r.fact("owner", o.Owner)},
			Events: events, Pages: r.pages("o/"+o.ID, i, len(chunks)),
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
	v := OutletFact{Name: r.Text("outlet." + name), Value: f.Value, Evidence: address.Web(f.Evidence)}
	if v.Value == "" {
		v.Value = r.Text("outlet.unknown")
	}
	if f.Reviewed.Known() {
		v.Reviewed = r.Date(f.Reviewed).Text
	}
	return v
}

// outletCounts returns the counts of an outlet over its events: per event its
// first article against the median of the other outlets' articles.
func (r *renderer) outletCounts(outlet string) []OutletCount {
	var counts []OutletCount
	for m, name := range measures {
		own, others, higher := r.compared(m, outlet)
		if len(own) < outletEvents {
			continue
		}
		counts = append(counts, OutletCount{
			Name: r.Text("outlet." + name), Own: r.measured(m, quantile.Of(own, 0.5)), Others: r.measured(m, quantile.Of(others, 0.5)),
			Middle: r.Text("date.days", "from", r.measured(m, quantile.Of(own, 0.25)), "to", r.measured(m, quantile.Of(own, 0.75))),
			Higher: r.Text("outlet.higher", "n", strconv.Itoa(higher), "of", strconv.Itoa(len(own))),
		})
	}
	return counts
}

// compared returns a measure of an outlet and of the others in each of the
// events that both report, as medians, and in how many the outlet's is higher.
func (r *renderer) compared(measure int, outlet string) (own, others []float64, higher int) {
	for _, event := range r.tallies {
		var mine, theirs []float64
		for _, t := range event {
			if t.Outlet == outlet {
				mine = append(mine, t.Values[measure])
			} else {
				theirs = append(theirs, t.Values[measure])
			}
		}
		if len(mine) == 0 || len(theirs) == 0 {
			continue
		}
		x, y := quantile.Of(mine, 0.5), quantile.Of(theirs, 0.5)
		own, others = append(own, x), append(others, y)
		if x > y {
			higher++
		}
	}
	return own, others, higher
}

// measured writes a value of a measure.
func (r *renderer) measured(measure int, x float64) string {
	if measure < 2 {
		return frame.Number(x, 0)
	}
	return r.Percent(x)
}
