package event

import (
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/page/frame"
)

// Shapes is how many shapes and colours can be told apart; an event of more
// outlets tells them apart by letters alone.
const Shapes = 6

// tellApart returns the Who of every article of the comparison: by the letter and
// the shape that the outlet has on the whole site or, in the blind twin, by
// those of their order, which tell nothing. Articles of one outlet share them.
func (b *Builder) tellApart() []frame.Who {
	var outlets []string
	for _, a := range b.Articles {
		if !slices.Contains(outlets, a.Outlet) {
			outlets = append(outlets, a.Outlet)
		}
	}
	who := make([]frame.Who, len(b.Articles))
	for i, a := range b.Articles {
		letter := b.Comparison.Articles[i].Letter
		who[i] = frame.Who{Letter: letter, Name: b.outletName(a), Hidden: b.blind, Href: b.textOf(letter)}
		if b.blind {
			who[i].Name = b.Text("who.outlet", "letter", letter)
			if len(outlets) <= Shapes {
				who[i].Shape = slices.Index(outlets, a.Outlet) + 1
			}
			continue
		}
		if o := b.Corpus.Outlet(a.Outlet); o != nil && o.Letter != "" {
			who[i].Letter = o.Letter + strings.TrimLeft(letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		}
		if len(outlets) <= Shapes {
			who[i].Shape = b.shapes[a.Outlet]
		}
	}
	return who
}

// textOf returns the link to an article's text on the site.
func (b *Builder) textOf(letter string) string {
	if b.blind {
		return "blind-text.html#" + strings.ToLower(letter)
	}
	return address.ReaderFile(letter)
}

// outletName returns the short name of the outlet of an article.
func (s *Site) outletName(a *corpus.Article) string {
	o := s.Corpus.Outlet(a.Outlet)
	switch {
	case o == nil:
		return a.Outlet
	case o.Short != "":
		return o.Short
	}
	return o.Name
}
