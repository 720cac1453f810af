package diff

import (
	"fmt"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"the mayor slammed the plan", "the mayor criticised the plan", "[{2 3 2 3}]"},
		{"the plan", "the new plan", "[{1 1 1 2}]"},
		{"a b c", "a b c", "[]"},
		{"", "a b", "[{0 0 0 2}]"},
		{"x y", "p q", "[{0 2 0 2}]"},
		{"naïve café naïve", "naïve thé naïve", "[{1 2 1 2}]"},
	}
	for _, test := range tests {
		if got := fmt.Sprint(Words(strings.Fields(test.a), strings.Fields(test.b))); got != test.want {
			t.Errorf("%q, %q: got %s, want %s", test.a, test.b, got, test.want)
		}
	}
}

// FuzzWords rebuilds the second list from the first and the changes.
func FuzzWords(f *testing.F) {
	f.Add("the mayor slammed the plan", "the plan was slammed by the mayor")
	f.Fuzz(func(t *testing.T, a, b string) {
		p, q := strings.Fields(a), strings.Fields(b)
		var rebuilt []string
		at := 0
		for _, c := range Words(p, q) {
			rebuilt = append(append(rebuilt, p[at:c.From]...), q[c.OtherFrom:c.OtherTo]...)
			at = c.To
		}
		rebuilt = append(rebuilt, p[at:]...)
		if strings.Join(rebuilt, " ") != strings.Join(q, " ") {
			t.Errorf("%q, %q: rebuilt %q", p, q, rebuilt)
		}
	})
}
