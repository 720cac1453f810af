package lesson

import "testing"

// Each form has its own idea of what can be answered in one way.
func TestSoundForms(t *testing.T) {
	for name, c := range map[string]struct {
		x    Exercise
		want bool
	}{
		"a match":                   {Exercise{Form: Match, Options: []Option{{Words: "a", Place: 1}, {Words: "b", Place: 2}}, Rows: []Option{{Words: "x", Place: 1}, {Words: "y", Place: 1}}}, true},
		"a row without an option":   {Exercise{Form: Match, Options: []Option{{Words: "a", Place: 1}, {Words: "b", Place: 2}}, Rows: []Option{{Words: "x", Place: 3}, {Words: "y", Place: 1}}}, false},
		"a row with two options":    {Exercise{Form: Match, Options: []Option{{Words: "a", Place: 1}, {Words: "b", Place: 1}}, Rows: []Option{{Words: "x", Place: 1}, {Words: "y", Place: 1}}}, false},
		"an order":                  {Exercise{Form: Order, Options: []Option{{Words: "a", Place: 1}, {Words: "b", Place: 2}}}, true},
		"an order of ties":          {Exercise{Form: Order, Options: []Option{{Words: "a", Place: 1}, {Words: "b", Place: 1}}}, false},
		"an option without a place": {Exercise{Form: Order, Options: []Option{{Words: "a"}, {Words: "b", Place: 1}}}, false},
		"a gap":                     {Exercise{Form: Gap, Options: []Option{{Words: "a", Right: true}}}, true},
		"a gap with a wrong answer": {Exercise{Form: Gap, Options: []Option{{Words: "a", Right: true}, {Words: "b"}}}, false},
		"a free answer without any": {Exercise{Form: Open}, false},
		"marks":                     {Exercise{Form: Mark, Options: []Option{{Words: "a", Right: true}, {Words: "b"}}}, true},
		"marks, all of them right":  {Exercise{Form: Mark, Options: []Option{{Words: "a", Right: true}}}, false},
	} {
		if got := sound(&c.x); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
