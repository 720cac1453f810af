package event

import (
	"slices"
	"strconv"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
	"parallax/generator/site"
)

// A Timeline is when each article was published.
type Timeline struct {
	Zone  string // the time zone of the times
	Items []TimelineItem
}

// A TimelineItem is one article in the list.
type TimelineItem struct {
	Who      frame.Who
	Date     frame.Dated
	Headline string
	Language string
	Href     string
	After    string // "5 hours after Courier"; may be empty
}

// timeline returns when the articles were published.
func (b *Builder) timeline() Timeline {
	t := Timeline{Zone: b.Config.TimeZone}
	first := -1
	for i, a := range b.Articles {
		item := TimelineItem{Who: b.Who[i], Date: b.Date(a.Date), Headline: b.Clean(a.Title), Language: b.Language(a.Language), Href: b.Who[i].Href}
		if a.Date.Known() {
			if first < 0 {
				first = i
			}
			item.After = b.after(first, i)
		}
		t.Items = append(t.Items, item)
	}
	return t
}

// after says how long after the first article another was published; dates
// without a time of day count whole days.
func (b *Builder) after(first, i int) string {
	x, y := b.Articles[first].Date, b.Articles[i].Date
	days := y.Days(x)
	switch hours := int(days*24 + 0.5); {
	case i == first || days < 0.02:
		return ""
	case x.Timed() && y.Timed() && days < 2:
		return b.Count("timeline.hours", max(1, hours), "outlet", b.Who[first].Name)
	}
	if n := int(days + 0.5); n > 0 {
		return b.Count("timeline.days", n, "outlet", b.Who[first].Name)
	}
	return ""
}

// A SharedPair is two articles that have runs of words in common.
type SharedPair struct {
	First, Second frame.Who
	Share         string // of the shorter one's words
	Words         string
	Refs          []Ref
}

// sharedShown is how many pairs the section shows, those with most in common.
const sharedShown = 6

// sharedText returns the pairs of articles with text in common.
func (b *Builder) sharedText() []SharedPair {
	var pairs []SharedPair
	shared := slices.SortedStableFunc(slices.Values(b.Comparison.Coverage.Shared), func(x, y framing.SharedText) int { return y.Words - x.Words })
	for _, s := range shared[:min(sharedShown, len(shared))] {
		pairs = append(pairs, SharedPair{
			First: b.Who[s.First], Second: b.Who[s.Second], Share: b.Percent(s.Share),
			Words: b.Count("shared.words", s.Words), Refs: b.refs(s.Runs),
		})
	}
	return pairs
}

// A Together says why the reports are one event.
type Together struct {
	Terms   []TogetherTerm
	Members []TogetherMember
}

// A TogetherTerm is a rare word, a name or a number that several have.
type TogetherTerm struct {
	Text  string
	Reach string // "in 4 of 5"
}

// A TogetherMember is how near an article is to the others.
type TogetherMember struct {
	Who    frame.Who
	Share  string
	Pinned bool
}

// termsShown is how many terms of a kind are listed.
const termsShown = 8

// together returns why the reports are together.
func (b *Builder) together() Together {
	var t Together
	named := map[string]bool{} // words of the names listed, in lower case
	for _, terms := range [][]event.Term{b.Event.Names, b.Event.Terms, b.Event.Numbers} {
		for _, term := range terms[:min(termsShown, len(terms))] {
			if named[strings.ToLower(term.Text)] {
				continue
			}
			for _, word := range strings.Fields(strings.ToLower(term.Text)) {
				named[word] = true
			}
			t.Terms = append(t.Terms, TogetherTerm{Text: b.Clean(term.Text),
				Reach: b.Text("coverage.reach", "n", strconv.Itoa(term.Articles), "of", strconv.Itoa(len(b.Event.Members)))})
		}
	}
	for i, a := range b.Comparison.Articles {
		for _, m := range b.Event.Members {
			if m.Article == a.ID {
				t.Members = append(t.Members, TogetherMember{Who: b.Who[i], Share: frame.Number(m.Closeness, 2), Pinned: m.Pinned})
			}
		}
	}
	return t
}

// An ArticleUsed is one article with its provenance.
type ArticleUsed struct {
	Who        frame.Who
	Outlet     string
	OutletHref string
	Headline   string
	Language   string
	Original   string // address; may be empty
	Date       frame.Dated
	Retrieved  string // "read on 12 May 2026"; empty if nobody says when
	Words      string
	Licence    string
	Quoted     string // "31 of 412 words shown"; empty where all may be shown
	Paraphrase bool
	Excerpt    bool
}

// used lists the articles with where they are from.
func (b *Builder) used() []ArticleUsed {
	var list []ArticleUsed
	for i := range b.Articles {
		list = append(list, b.usedOf(i))
	}
	return list
}

// usedOf returns where an article is from.
func (b *Builder) usedOf(article int) ArticleUsed {
	a := b.Articles[article]
	u := ArticleUsed{
		Who: b.Who[article], Outlet: b.outletName(a), OutletHref: address.Link(address.Event("x", "x"), address.Outlet(a.Outlet)),
		Headline: a.Title, Language: b.Language(a.Language), Original: site.Link(a.URL), Date: b.Date(a.Date),
		Words: b.Count("event.words", b.Comparison.Articles[article].Words), Licence: string(a.Licence), Paraphrase: a.Paraphrase, Excerpt: a.Excerpt,
	}
	if o := b.Corpus.Outlet(a.Outlet); o != nil {
		u.Outlet = o.Name
	}
	if a.Retrieved.Known() {
		u.Retrieved = b.Text("made.retrieved", "date", b.Date(a.Retrieved).Text)
	}
	if !b.Allowance.Whole(a) {
		u.Quoted = b.Count("made.shown", b.shownWords(a), "of", strconv.Itoa(a.Words(a.Body())))
	}
	switch {
	case u.Licence == "":
		u.Licence = b.Text("licence.none")
	case a.Paraphrase:
		u.Licence = b.Text("licence.retelling", "licence", u.Licence)
	}
	return u
}

// shownWords counts the words of an article's body that the site carries.
func (b *Builder) shownWords(a *corpus.Article) int {
	n := 0
	for _, p := range a.Passages[1:] {
		for _, shown := range b.Allowance.Show(a, p.Span) {
			n += a.Words(shown)
		}
	}
	return n
}
