package event

import (
	"slices"
	"testing"

	"parallax/generator/framing"
)

// told returns a statement that every article carries at the place given.
func told(id string, places ...float64) *framing.Statement {
	s := &framing.Statement{ID: id, Reach: "all"}
	for i, place := range places {
		s.Cells = append(s.Cells, framing.Cell{Article: i, Position: place})
	}
	return s
}

func TestSlopeShowsThoseThatDifferMost(t *testing.T) {
	statements := []*framing.Statement{
		told("calm", .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1),
		told("wild", .2, .3, .5, .5, .5, .5, .5, .6, .7, .8, .9, 0),
	}
	if got, want := slopeColumns(statements, 12), []int{0, 1, 2, 3, 7, 8, 9, 10, 11}; !slices.Equal(got, want) {
		t.Errorf("of twelve got %v, want %v: the farthest from the middle place, the earlier first, in their order", got, want)
	}
	if got := slopeColumns(statements, mostColumns); len(got) != mostColumns {
		t.Errorf("of as many as fit, %d are shown", len(got))
	}
	if got := mostMoved(statements, []int{2, 3, 4}); got != "" {
		t.Errorf("in articles that agree, %q moves", got)
	}
	if got := mostMoved(statements, []int{0, 11}); got != "wild" {
		t.Errorf("got %q, want the statement whose place differs", got)
	}
}
