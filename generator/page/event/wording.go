package event

import (
	"slices"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A WordingView shows the words that mark each article off from the others.
type WordingView struct {
	Says  *Saying
	Lists []WordingList
	Short []frame.Who // articles too short to rank
}

// A WordingList is the distinctive words of one article, the surest first.
type WordingList struct {
	Who   frame.Who
	Terms []WordingTerm
}

// A WordingTerm is a word with its uses here and in all others together.
type WordingTerm struct {
	Term   string
	Count  int
	Others int
	Href   string // to the first use; may be empty
}

const (
	wordingTerms = 8  // terms of an article
	wordingAll   = 24 // terms of all articles together
)

// wording returns the distinctive words, nil if no article has any.
func (b *Builder) wording() *WordingView {
	w := b.Comparison.Wording
	if len(w.Terms) == 0 {
		return nil
	}
	v := &WordingView{Says: b.top(framing.SignalWording)}
	for _, i := range w.Short {
		v.Short = append(v.Short, b.Who[i])
	}
	shown := strongest(w.Terms)
	for i := range b.Who {
		list := WordingList{Who: b.Who[i]}
		for _, t := range shown {
			if t.Article == i && len(list.Terms) < wordingTerms {
				list.Terms = append(list.Terms, b.wordingTerm(t))
			}
		}
		if len(list.Terms) > 0 {
			v.Lists = append(v.Lists, list)
		}
	}
	return v
}

// strongest returns the terms of all articles that the section shows, in the
// order given.
func strongest(terms []framing.WordingTerm) []framing.WordingTerm {
	if len(terms) <= wordingAll {
		return terms
	}
	z := make([]float64, len(terms))
	for i, t := range terms {
		z[i] = t.Z
	}
	slices.Sort(z)
	least := z[len(z)-wordingAll]
	return slices.DeleteFunc(slices.Clone(terms), func(t framing.WordingTerm) bool { return t.Z < least })
}

// wordingTerm returns one term.
func (b *Builder) wordingTerm(t framing.WordingTerm) WordingTerm {
	term := WordingTerm{Term: b.Clean(t.Term), Count: t.Count, Others: t.Others}
	if len(t.Evidence) > 0 {
		term.Href = b.passageHref(t.Article, t.Evidence[0].Passage)
	}
	return term
}
