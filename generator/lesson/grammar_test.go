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

// english returns the grammar of English.
func english(t *testing.T) grammar {
	t.Helper()
	g := grammar{builtin().For("en")}
	if !g.known() {
		t.Fatal("English has no lists")
	}
	return g
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
			s.Clause = true
			comparison.Coverage.Statements = append(comparison.Coverage.Statements, s, statement("s5", "Organisers went on", "some", at(t, 0, "The greedy"), at(t, 1, "The organisers")))
			from := material(comparison, articles, everything)
			from.Languages = c.languages
			m := &maker{Material: from}
			if got := m.say(&s); got.clause != c.made || (got.words != "") != c.made {
				t.Errorf("said as %q, clause %v", got.words, got.clause)
			}
			if got := len(m.naming()) > 0; got != c.made {
				t.Errorf("an exercise on naming: %v", got)
			}
			if got := m.headline(); len(got) != 1 || (got[0].Strength >= leastSure) != c.made {
				t.Errorf("exercises on a headline: %+v", got)
			}
			l := Make(from)
			for _, kind := range []Kind{Coverage, Core, Emphasis, Blind, Claim} {
				if x := find(l, kind); x != nil && !c.made {
					t.Errorf("an exercise on %s was made", kind)
				}
			}
			if got := len(l.Statements) > 0; got != c.made {
				t.Errorf("%d rows of the empty grid", len(l.Statements))
			}
		})
	}
}

func TestVague(t *testing.T) {
	for heading, want := range map[string]bool{
		"Yet never one of this size": true, "It never did": true, "If there is none": true, "Mayor Lund closed the fair": false, "Its name joins two": true, "Itinerant traders": false,
	} {
		if got := english(t).vague(heading); got != want {
			t.Errorf("%q: %v", heading, got)
		}
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
