package class

import (
	"reflect"
	"testing"

	"parallax/generator/lesson"
)

// Nothing that a sheet is made from tells which option is right.
func TestUnanswered(t *testing.T) {
	x := lesson.Item{
		ID: "a_1", Form: lesson.Match, Key: "k", Why: "w", Models: []string{"m"}, Evidence: []string{"e"}, Checked: "c", Confidence: 1,
		Rows:    []lesson.Row{{Words: "row", Option: 1}},
		Options: []lesson.Answer{{Words: "one"}, {Words: "two", Right: true, Place: 2, Start: 3}},
	}
	want := lesson.Item{ID: "a_1", Form: lesson.Match, Rows: []lesson.Row{{Words: "row"}}, Options: []lesson.Answer{{Words: "one"}, {Words: "two"}}}
	if got := unanswered([]lesson.Item{x})[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	x.Form = lesson.Gap
	if got := unanswered([]lesson.Item{x})[0]; got.Options != nil {
		t.Errorf("a gap shows %+v", got.Options)
	}
}
