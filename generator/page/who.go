package page

import (
	"slices"
	"strings"

	"parallax/generator/corpus"
)

// A Who tells an article of the event apart from the others: by letter, by
// shape, and by colour as a spare cue.
type Who struct {
	Letter string // "A", "B2"
	Shape  int    // 1 to 6, of the shape and colour; 0 beyond six outlets
	Name   string // of the outlet, short; "Outlet A" in the blind twin
	Href   string // to the article's text
	Hidden bool   // names are hidden on this page
}

// shapes is how many outlets of an event can be told apart by shape.
const shapes = 6

// tellApart returns the Who of every article of the comparison. Articles of
// one outlet share a shape.
func (b *builder) tellApart() []Who {
	var outlets []string
	for _, a := range b.articles {
		if !slices.Contains(outlets, a.Outlet) {
			outlets = append(outlets, a.Outlet)
		}
	}
	who := make([]Who, len(b.articles))
	for i, a := range b.articles {
		letter := b.comparison.Articles[i].Letter
		who[i] = Who{Letter: letter, Name: b.outletName(a), Hidden: b.blind, Href: b.textOf(letter)}
		if len(outlets) <= shapes {
			who[i].Shape = slices.Index(outlets, a.Outlet) + 1
		}
		if b.blind {
			who[i].Name = b.text("who.outlet", "letter", letter)
		}
	}
	return who
}

// textOf returns the link to an article's text on the site.
func (b *builder) textOf(letter string) string {
	if b.blind {
		return "blind-text.html#" + strings.ToLower(letter)
	}
	return readerFile(letter)
}

// outletName returns the short name of the outlet of an article.
func (r *renderer) outletName(a *corpus.Article) string {
	o := r.site.Corpus.Outlet(a.Outlet)
	switch {
	case o == nil:
		return a.Outlet
	case o.Short != "":
		return o.Short
	}
	return o.Name
}
