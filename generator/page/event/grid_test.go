package event

import (
	"testing"

	"parallax/generator/framing"
)

// A word alone is no row, a clause or several words are.
func TestBare(t *testing.T) {
	for _, c := range []struct {
		heading string
		slight  bool
		want    bool
	}{
		{"John", true, true},
		{"R-Va", true, true},
		{"Two years", true, false},
		{"Estate tax", false, false},
		{"Overfishing", false, false},
		{"日本", true, false},
	} {
		if got := bare(&framing.Statement{Heading: c.heading, Slight: c.slight}); got != c.want {
			t.Errorf("%s: %v, want %v", c.heading, got, c.want)
		}
	}
}
