package event

import (
	"parallax/generator/entity"
	"parallax/generator/page/frame"
)

// Charts are inline SVG that templates draw from these values. Horizontal
// places are percentages of the chart's width and vertical ones are pixels,
// so that a chart fits every screen and its words keep their size.

// A VoicesChart is one bar per article, cut by groups of speakers; all bars
// share one scale.
type VoicesChart struct {
	Title  string
	Desc   string // the chart in a sentence
	Height int
	Bars   []VoicesBar
	Key    []VoicesKey
}

// A VoicesBar is the bar of one article.
type VoicesBar struct {
	Who    frame.Who
	Label  string // "A  Courier"
	Text   int    // baseline of the label
	Top    int    // of the bar
	Pieces []VoicesPiece
	Middle int    // baseline of the total
	Total  string // "120 words"
	End    string // where the total stands
}

// A VoicesPiece is one group in a bar.
type VoicesPiece struct {
	Group string // names the pattern
	X, W  string
}

// A VoicesKey explains one pattern.
type VoicesKey struct{ Group, Name string }

const (
	voicesRow  = 46 // pixels from bar to bar
	voicesBar  = 20 // height of a bar
	voicesFull = 79 // per cent of the width that the longest bar takes
)

// voicesChart returns the bars of words by group and article.
func (b *Builder) voicesChart(words map[entity.Group][]int) VoicesChart {
	most := 1
	totals := make([]int, len(b.Who))
	for _, cells := range words {
		for i, n := range cells {
			totals[i] += n
			most = max(most, totals[i])
		}
	}
	c := VoicesChart{Title: b.Text("voices.chart")}
	for i, w := range b.Who {
		if totals[i] == 0 {
			continue
		}
		top := c.Height + voicesRow - voicesBar - 6
		c.Height += voicesRow
		bar := VoicesBar{Who: w, Label: w.Name, Text: top - 6, Top: top, Middle: top + 15, Total: b.Count("voices.words", totals[i])}
		at := 0.0
		for _, group := range speakerGroups {
			cells := words[group]
			if cells == nil || cells[i] == 0 {
				continue
			}
			width := float64(cells[i]) / float64(most) * voicesFull
			bar.Pieces = append(bar.Pieces, VoicesPiece{Group: string(group), X: frame.Width(at), W: frame.Width(width)})
			at += width
		}
		bar.End = frame.Width(at + 1)
		c.Bars = append(c.Bars, bar)
		c.Desc += w.Name + ": " + bar.Total + ". "
	}
	for _, group := range speakerGroups {
		if words[group] != nil {
			c.Key = append(c.Key, VoicesKey{Group: string(group), Name: b.group(group)})
		}
	}
	return c
}
