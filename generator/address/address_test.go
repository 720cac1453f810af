package address

import (
	"testing"

	"parallax/generator/corpus"
)

func TestAbsolute(t *testing.T) {
	for to, want := range map[string]string{
		"index.html": "https://a.example/x/", "e/strike/index.html": "https://a.example/x/e/strike/", "t/price-index.html": "https://a.example/x/t/price-index.html",
		"o/index.html": "https://a.example/x/o/", "o/the-index.html": "https://a.example/x/o/the-index.html", "index-2.html": "https://a.example/x/index-2.html",
	} {
		for _, base := range []string{"https://a.example/x", "https://a.example/x/"} {
			if got := Absolute(base, to); got != want {
				t.Errorf("Absolute(%q, %q) = %s, want %s", base, to, got, want)
			}
		}
	}
}

func TestTextFragment(t *testing.T) {
	a := &corpus.Article{URL: "https://a.example/x#part"}
	for words, want := range map[string]string{
		"a well-known man, he said":                           "https://a.example/x#:~:text=a%20well%2Dknown%20man%2C%20he%20said",
		"one two three four five six seven eight nine ten 11": "https://a.example/x#:~:text=one%20two%20three%20four,eight%20nine%20ten%2011",
	} {
		if got := Passage(a, words); got != want {
			t.Errorf("textFragment(%q) = %s, want %s", words, got, want)
		}
	}
	if got := Passage(&corpus.Article{URL: "javascript:x"}, "a"); got != "" {
		t.Errorf("a script became the link %s", got)
	}
}
