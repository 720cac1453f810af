package dataset

import (
	"parallax/generator/framing"
	"parallax/generator/quantile"
)

// A Tally is what is counted of one article of an event.
type Tally struct {
	Outlet string // id
	Values [4]float64
}

// A measure is one of the values of a tally.
type measure struct {
	name  string
	share bool // of 1; else a number
}

// measures returns the measures in the order of a tally's values.
func measures() []measure {
	return []measure{{"words", false}, {"speakers", false}, {"quoted", true}, {"shared", true}}
}

// Count returns the tallies of the articles of a comparison, in their order.
func Count(c *framing.Comparison) []Tally {
	shared := 0
	carried := make([]int, len(c.Articles))
	for _, s := range c.Coverage.Statements {
		if s.Reach == "one" {
			continue
		}
		shared++
		for _, cell := range s.Cells {
			carried[cell.Article]++
		}
	}
	list := make([]Tally, len(c.Articles))
	for i, a := range c.Articles {
		list[i].Outlet = a.Outlet
		list[i].Values[0] = float64(a.Words)
		list[i].Values[2] = float64(a.Quoted) / float64(max(1, a.Words))
		list[i].Values[3] = float64(carried[i]) / float64(max(1, shared))
	}
	for _, s := range c.Voices.Sides {
		list[s.Article].Values[1] = float64(len(s.Speakers))
	}
	return list
}

// A Standing is one measure of an outlet beside that of the others, over the
// events that the outlet and others report. Of several articles in an event the
// median counts.
type Standing struct {
	Measure   string
	Share     bool // of 1; else a number
	Events    int
	Higher    int     // events in which the outlet's is higher
	Own       float64 // median over the events
	Low, High float64 // the quartiles around it
	Others    float64 // median of the others over the same events
}

// Stand returns the standings of an outlet in events, whose tallies are given,
// by measure.
func Stand(events [][]Tally, outlet string) []Standing {
	var list []Standing
	for i, m := range measures() {
		s := Standing{Measure: m.name, Share: m.share}
		var own, others []float64
		for _, e := range events {
			mine, theirs := parted(e, i, outlet)
			if len(mine) == 0 || len(theirs) == 0 {
				continue
			}
			x, y := quantile.Of(mine, 0.5), quantile.Of(theirs, 0.5)
			own, others = append(own, x), append(others, y)
			if x > y {
				s.Higher++
			}
		}
		if s.Events = len(own); s.Events > 0 {
			s.Own, s.Low, s.High, s.Others = quantile.Of(own, 0.5), quantile.Of(own, 0.25), quantile.Of(own, 0.75), quantile.Of(others, 0.5)
		}
		list = append(list, s)
	}
	return list
}

// parted returns a value of an outlet's articles in an event, and of all others.
func parted(event []Tally, value int, outlet string) (mine, theirs []float64) {
	for _, t := range event {
		if t.Outlet == outlet {
			mine = append(mine, t.Values[value])
		} else {
			theirs = append(theirs, t.Values[value])
		}
	}
	return mine, theirs
}
