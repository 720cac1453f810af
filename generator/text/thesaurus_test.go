package text

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestThesaurus(t *testing.T) {
	en := Builtin().For("en")
	share := func(a, b string) bool {
		return slices.ContainsFunc(en.Meanings(en.Stem(a)), func(m int32) bool { return slices.Contains(en.Meanings(en.Stem(b)), m) })
	}
	for _, pair := range [][2]string{{"car", "automobile"}, {"buy", "purchase"}, {"collapse", "crumble"}} {
		if !share(pair[0], pair[1]) {
			t.Errorf("%q and %q have no meaning in common", pair[0], pair[1])
		}
	}
	if share("car", "purchase") {
		t.Error("a car is no purchase")
	}
	if !en.Opposite(en.Stem("alive"), en.Stem("dead")) || !en.Opposite(en.Stem("lose"), en.Stem("win")) || en.Opposite(en.Stem("win"), en.Stem("dead")) {
		t.Error("opposites")
	}
	if other := Builtin().For("xx"); other.Meanings("car") != nil || other.Opposite("win", "lose") {
		t.Error("a language without a thesaurus knows no meanings")
	}
}

func TestThesaurusMistakes(t *testing.T) {
	packs := fstest.MapFS{"en/thesaurus.tsv": {Data: []byte("# note\n=\ta b\n!\ta b c\n")}}
	if _, err := readThesaurus(packs, &Language{Tag: "en"}); err == nil || err.Error() != "read en/thesaurus.tsv:3: want = and words, or ! and two words" {
		t.Error(err)
	}
}
