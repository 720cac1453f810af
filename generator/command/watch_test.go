package command

import (
	"strings"
	"testing"

	"parallax/generator/event"
)

// eventsOf returns events with members as letters: "ab c".
func eventsOf(s string) []event.Event {
	var list []event.Event
	for members := range strings.FieldsSeq(s) {
		var e event.Event
		for _, m := range members {
			e.Members = append(e.Members, event.Member{Article: string(m)})
		}
		list = append(list, e)
	}
	return list
}

func TestCompareEvents(t *testing.T) {
	for _, test := range []struct {
		before, after string
		fresh, grown  int
	}{
		{"", "ab", 1, 0},
		{"a", "ab", 1, 0},
		{"ab", "abc", 0, 1},
		{"ab c", "ab cd e", 1, 0},
		{"ab cd", "abcde", 0, 1},
		{"ab", "ab", 0, 0},
		{"ab", "a b", 0, 0},
		{"", "a b", 0, 0},
	} {
		if fresh, grown := compareEvents(eventsOf(test.before), eventsOf(test.after)); fresh != test.fresh || grown != test.grown {
			t.Errorf("%s, then %s: %d new, %d grown", test.before, test.after, fresh, grown)
		}
	}
}
