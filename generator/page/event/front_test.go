package event

import (
	"slices"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// The grid shows at first the statement on top of the page, then sentences with
// a hole, and of what all tell no more than three.
func TestFirstRows(t *testing.T) {
	row := func(id, reach string, clause bool, absent ...int) *framing.Statement {
		return &framing.Statement{ID: id, Reach: reach, Clause: clause, Absent: absent}
	}
	rows := []*framing.Statement{
		row("name", "all", false), row("all1", "all", true), row("all2", "all", true), row("lead", "all", false), row("all3", "all", true),
		row("noun", "some", false), row("hole", "some", true, 2), row("s1", "some", true), row("s2", "some", true), row("s3", "some", true), row("nounhole", "some", false, 1),
	}
	first := firstRows(rows, "lead")
	var got []string
	for _, s := range rows {
		if first[s.ID] {
			got = append(got, s.ID)
		}
	}
	if want := []string{"all1", "all2", "lead", "hole", "s1", "s2", "s3", "nounhole"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	rows[2].Slight, rows[7].Slight = true, true
	if first := firstRows(rows, "lead"); first["all2"] || first["s1"] || !first["noun"] {
		t.Errorf("headings that say little are shown before others: %v", first)
	}
	rows[3].Slight = true
	if first := firstRows(rows[2:4], "lead"); len(first) != 2 {
		t.Errorf("of two headings that say little %d are shown", len(first))
	}
	rows[2].Slight, rows[3].Slight = false, false
	if few := firstRows(rows[:5], ""); len(few) != 5 {
		t.Errorf("%d of five rows that all tell are shown where there is nothing else", len(few))
	}
}

func TestLongestPhrasesInTheirOrder(t *testing.T) {
	const s = "one two three four five six"
	spans := []text.Span{{Start: 0, End: 3}, {Start: 4, End: 13}, {Start: 14, End: 18}, {Start: 19, End: 27}}
	var got []string
	for _, span := range longest(s, spans, 3) {
		got = append(got, span.Of(s))
	}
	if want := []string{"one", "two three", "five six"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An initial ends no sentence, so that three dots follow where a text is cut behind it.
func TestEndsSentence(t *testing.T) {
	a := &corpus.Article{Text: "He saw Michael D. Cohen. He left.", Passages: []corpus.Passage{{Span: text.Span{End: 24}}, {Span: text.Span{Start: 25, End: 33}}}}
	for offset, want := range map[int]bool{17: false, 24: true, 33: true} {
		if endsSentence(a, offset) != want {
			t.Errorf("a sentence ends at %d: %v", offset, !want)
		}
	}
}
