package lesson

import "testing"

func TestVague(t *testing.T) {
	for heading, want := range map[string]bool{
		"Yet never one of this size": true, "It never did": true, "If there is none": true, "Mayor Lund closed the fair": false, "Its name joins two": true, "Itinerant traders": false,
	} {
		if got := vague(heading); got != want {
			t.Errorf("%q: %v", heading, got)
		}
	}
}

func TestCounted(t *testing.T) {
	for label, want := range map[string]bool{"second stoppage": true, "walkout": false, "20,000 revellers": true, "new carriers": true, "stallholders": false} {
		if got := counted(label); got != want {
			t.Errorf("%q: %v", label, got)
		}
	}
}

func TestTells(t *testing.T) {
	for sentence, want := range map[string][3]bool{
		"That is luck, and it should not be mistaken for good management.": {true, true, false},
		"Residents should expect some delays.":                             {true, false, true},
		"It was the biggest march since 1974.":                             {false, false, true},
		"Our members warned the council.":                                  {false, false, true},
		"The bridge was opened in 1931.":                                   {false, false, false},
	} {
		should, judges, compares := tells(sentence)
		if got := [3]bool{should, judges, compares}; got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

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
