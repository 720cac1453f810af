package event

import (
	"strings"
	"testing"

	"parallax/generator/text"
)

func TestClip(t *testing.T) {
	const s = "one two three four five six seven eight nine ten"
	for _, c := range []struct {
		point string
		n     int
		want  string
	}{
		{"two", 20, s},
		{"one", 3, "one two three"},
		{"six", 3, "five six seven"},
		{"ten", 3, "eight nine ten"},
	} {
		at := strings.Index(s, c.point)
		got := clip(s, text.Span{End: len(s)}, text.Span{Start: at, End: at + len(c.point)}, c.n)
		if got.Of(s) != c.want {
			t.Errorf("clip around %q to %d words: %q, want %q", c.point, c.n, got.Of(s), c.want)
		}
	}
}
