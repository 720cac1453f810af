package event

import (
	"strconv"

	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// An OnlySide is what only one article carries, and what at least half of
// the others carry and was not found in it.
type OnlySide struct {
	Who     frame.Who
	Date    frame.Dated
	Words   string // length of the article
	Only    []OnlyItem
	More    string // says how many are not listed; may be empty
	Missing []OnlyItem
}

// An OnlyItem is one statement.
type OnlyItem struct {
	Heading string
	Laid    string // that it is what somebody says; may be empty
	Ref     *Ref   // where it stands; nil for what was not found
	Href    string
	Reach   string // of the others: "3 of 4"
}

// How many statements of a kind are listed of an article at most, and of all
// together.
const (
	onlyShown = 4
	onlyAll   = 25
)

// only returns what stands in one article only, and what was not found, nil
// if there is neither.
func (b *Builder) only() []OnlySide {
	var sides []OnlySide
	most := room(onlyShown, 1, onlyAll, len(b.Who))
	for i, a := range b.Articles {
		side := OnlySide{Who: b.Who[i], Date: b.Date(a.Date), Words: b.Count("event.words", b.Comparison.Articles[i].Words)}
		left := 0
		for k := range b.Comparison.Coverage.Statements {
			s := &b.Comparison.Coverage.Statements[k]
			cell := cellOf(s, i)
			switch {
			case s.Answer(i) == framing.Absent && !s.Alone() && 2*s.Told() >= len(b.Who)-1 && len(side.Missing) < most:
				side.Missing = append(side.Missing, OnlyItem{Heading: b.Clean(s.Heading), Href: b.row(s.ID),
					Reach: b.Text("coverage.reach", "n", strconv.Itoa(s.Told()), "of", strconv.Itoa(len(b.Who)-1))})
			case cell != nil && s.Alone() && len(side.Only) < most:
				side.Only = append(side.Only, b.onlyItem(s, cell))
			case cell != nil && s.Alone():
				left++
			}
		}
		if left > 0 {
			side.More = b.Count("only.more", left)
		}
		if len(side.Only)+len(side.Missing) > 0 {
			sides = append(sides, side)
		}
	}
	return sides
}

// onlyItem returns a statement that one article carries.
func (b *Builder) onlyItem(s *framing.Statement, c *framing.Cell) OnlyItem {
	item := OnlyItem{Heading: b.Clean(s.Heading), Laid: b.laid(s)}
	if len(c.Evidence) > 0 {
		ref := b.Ref(c.Article, c.Evidence[0].Passage)
		item.Ref = &ref
	}
	return item
}

// cellOf returns how an article carries a statement, or nil.
func cellOf(s *framing.Statement, article int) *framing.Cell {
	for i := range s.Cells {
		if s.Cells[i].Article == article {
			return &s.Cells[i]
		}
	}
	return nil
}
