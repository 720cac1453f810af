package lesson

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"parallax/generator/text"
)

// builtin reads the languages once for all tests.
var builtin = sync.OnceValue(text.Builtin)

// english returns the diction of English.
func english(t *testing.T) diction {
	t.Helper()
	d := diction{builtin().For("en")}
	if !d.known() {
		t.Fatal("English has no lists")
	}
	return d
}

// withoutWords returns the lists of a language, all of them empty.
func withoutWords() string {
	var b strings.Builder
	for _, names := range text.Parts() {
		for _, name := range names {
			b.WriteString(name + " = []\n")
		}
	}
	return b.String()
}

// In a language without the lists nobody can tell a clause, so what needs one
// is not made, and what may need one is only offered.
func TestWithoutLists(t *testing.T) {
	pack := text.Packs(fstest.MapFS{"xx/words.toml": {Data: []byte(withoutWords())}})
	for name, c := range map[string]struct {
		tag       string
		languages *text.Languages
		made      bool
	}{
		"English":                   {"en", builtin(), true},
		"a language without a pack": {"de", builtin(), false},
		"a pack without words":      {"xx", pack, false},
		"no language":               {"", builtin(), false},
	} {
		t.Run(name, func(t *testing.T) {
			comparison, articles := full(t)
			for _, a := range articles {
				a.Language = c.tag
			}
			s := statement("s4", "Fair was closed at noon", "some", at(t, 0, "The fair"), at(t, 1, "Mayor Lund"), at(t, 2, "Wind"))
			comparison.Coverage.Statements = append(comparison.Coverage.Statements, s, statement("s5", "Organisers went on", "some", at(t, 0, "The greedy"), at(t, 1, "The organisers")))
			from := material(comparison, articles, everything)
			from.Languages = c.languages
			m := &maker{Material: from}
			if got := len(m.naming()) > 0; got != c.made {
				t.Errorf("an exercise on naming: %v", got)
			}
			if got := m.headline(); len(got) != 1 || (got[0].Strength >= leastSure) != c.made {
				t.Errorf("exercises on a headline: %+v", got)
			}
			if x := find(Make(from), Claim); x != nil && !c.made {
				t.Error("an exercise on claims was made")
			}
		})
	}
}

func TestCounted(t *testing.T) {
	for label, want := range map[string]bool{"second stoppage": true, "walkout": false, "20,000 revellers": true, "new carriers": true, "stallholders": false} {
		if got := english(t).counted(label); got != want {
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
		should, judges, compares := english(t).tells(sentence)
		if got := [3]bool{should, judges, compares}; got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}
