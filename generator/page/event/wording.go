package event

import (
	"math"
	"slices"
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A WordingView shows the words that mark each article off from the others.
type WordingView struct {
	Says  *Saying
	Gate  string // terms below this z are not listed
	Null  string // what chance does
	Plots []WordingPlot
	Short []frame.Who // articles too short to rank
}

// A WordingPlot is the dot plot of one article: place = z, size = uses,
// whisker = interval.
type WordingPlot struct {
	Who    frame.Who
	Title  string
	Desc   string
	Height int
	Gate   string // place of the cut-off
	Dots   []WordingDot
	Ticks  []WordingTick
}

// A WordingDot is one term.
type WordingDot struct {
	Term      string
	Y, Text   int
	X         string
	Low, High string
	R         string
	Count     int
	Others    int
	Z         string
	Href      string
}

// A WordingTick is a number on the axis.
type WordingTick struct{ X, Label string }

const (
	wordingTerms = 8  // terms of an article
	wordingAll   = 24 // terms of all articles together
	wordingRow   = 26 // pixels from term to term
	wordingFrom  = 38 // per cent of the width where the axis begins
)

// wording returns the distinctive words, nil if no article has any.
func (b *Builder) wording() *WordingView {
	w := b.Comparison.Wording
	if len(w.Terms) == 0 {
		return nil
	}
	v := &WordingView{Says: b.top(framing.SignalWording), Gate: frame.Number(w.Gate, 1), Null: frame.Number(w.Null.P95, 1)}
	for _, i := range w.Short {
		v.Short = append(v.Short, b.Who[i])
	}
	reach := w.Gate
	shown := strongest(w.Terms)
	for _, t := range shown {
		_, high := interval(t)
		reach = max(reach, high)
	}
	for i := range b.Who {
		var terms []framing.WordingTerm
		for _, t := range shown {
			if t.Article == i && len(terms) < wordingTerms {
				terms = append(terms, t)
			}
		}
		if len(terms) > 0 {
			v.Plots = append(v.Plots, b.wordingPlot(i, terms, w.Gate, reach))
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

// wordingPlot returns the plot of one article; reach is the largest z that
// all plots of the event must hold.
func (b *Builder) wordingPlot(article int, terms []framing.WordingTerm, gate, reach float64) WordingPlot {
	place := func(z float64) string {
		return frame.Width(wordingFrom + max(0, z)/reach*(98-wordingFrom))
	}
	p := WordingPlot{
		Who: b.Who[article], Title: b.Text("wording.chart", "outlet", b.Who[article].Name),
		Height: len(terms)*wordingRow + 22, Gate: place(gate),
	}
	for i, t := range terms {
		low, high := interval(t)
		dot := WordingDot{
			Term: b.Clean(t.Term), Y: i*wordingRow + 13, Text: i*wordingRow + 17,
			X: place(t.Z), Low: place(low), High: place(high), R: frame.Number(min(9, 2.5+1.2*math.Sqrt(float64(t.Count))), 1),
			Count: t.Count, Others: t.Others, Z: frame.Number(t.Z, 1),
		}
		if len(t.Evidence) > 0 {
			dot.Href = b.passageHref(article, t.Evidence[0].Passage)
		}
		p.Dots = append(p.Dots, dot)
		p.Desc += b.Text("wording.dot", "term", dot.Term, "uses", strconv.Itoa(t.Count), "others", strconv.Itoa(t.Others)) + " "
	}
	for z := 0.0; z <= reach; z += max(1, math.Ceil(reach/5)) {
		p.Ticks = append(p.Ticks, WordingTick{X: place(z), Label: frame.Number(z, 0)})
	}
	return p
}

// interval returns the 95 % interval of a term on the scale of z.
func interval(t framing.WordingTerm) (low, high float64) {
	if t.LogOdds == 0 {
		return t.Z, t.Z
	}
	return t.Low / t.LogOdds * t.Z, t.High / t.LogOdds * t.Z
}
