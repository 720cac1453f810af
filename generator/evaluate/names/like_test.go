package names

import "testing"

// TestLike holds pairs of labels, a line each.
func TestLike(t *testing.T) {
	for _, test := range []struct {
		x, y string
		want bool
	}{
		{"migrants", "the migrant", true},
		{"Mr. Pence", "Gov. Mike Pence of Indiana", true},
		{"*'religious freedom' law", "law", true},
		{"the governor's office", "governor", true},
		{"U.S.", "S.", true},
		{"gas", "ga", false},
		{"deal", "pact", false},
		{"The", "the", false},
		{"$5", "$5 deal", true},
	} {
		if got := like(test.x, test.y); got != test.want {
			t.Errorf("like(%q, %q) is %v", test.x, test.y, got)
		}
	}
}
