package event

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/address"
	"parallax/generator/corpus"
)

// An Episode is another event of the same running story, as the page of this one
// links to it.
type Episode struct {
	Slug, Title string
	From, To    corpus.Date
}

// An EpisodeLink leads to another episode.
type EpisodeLink struct {
	Title string
	Href  string
	Days  string // when it was reported
}

// story returns the links to the other episodes, the earliest first and those of no
// known day last. The blind twin has none: a title may name an outlet.
func (b *Builder) story(path string) []EpisodeLink {
	if b.blind {
		return nil
	}
	episodes := slices.Clone(b.episodes)
	slices.SortFunc(episodes, func(x, y Episode) int {
		if x.From.Known() != y.From.Known() {
			return cmp.Compare(y.From.String(), x.From.String())
		}
		return cmp.Or(x.From.Compare(y.From), strings.Compare(x.Slug, y.Slug))
	})
	var links []EpisodeLink
	for _, e := range episodes {
		links = append(links, EpisodeLink{Title: e.Title, Href: address.Link(path, address.Event(e.Slug, address.Home)), Days: b.Span(e.From, e.To)})
	}
	return links
}
