package corpus

import (
	"parallax/generator/text"
	"strings"
	"testing"
)

func TestGiveLetters(t *testing.T) {
	var outlets []Outlet
	for _, o := range []string{"The Courier", "Mail=M", "Mirror", "Morning Post", "Metro", "Le Monde", "MMM", "Mm", "東京新聞", "24"} {
		name, letter, _ := strings.Cut(o, "=")
		outlets = append(outlets, Outlet{Short: name, Letter: letter})
	}
	giveLetters(outlets, text.Builtin().For("en"))
	var got []string
	for _, o := range outlets {
		got = append(got, o.Letter)
	}
	if want := "C M I P E L MM MA 東 "; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

func TestIsLetters(t *testing.T) {
	for s, want := range map[string]bool{"C": true, "TW": true, "東": true, "": false, "c": false, "ABC": false, "A1": false, "É": true} {
		if isLetters(s) != want {
			t.Errorf("%q: got %v", s, !want)
		}
	}
}
