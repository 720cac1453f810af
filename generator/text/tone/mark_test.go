package tone

import (
	"strings"
	"testing"
)

func TestMarks(t *testing.T) {
	l := builtin().For("en")
	for _, test := range []struct{ s, want string }{
		{"Critics say the so-called plan is clearly shameful.", "critics say/vague-attribution so-called/loaded-deceit clearly/certainty shameful/loaded-blame"},
		{"A blast hit the pier, and blasts followed.", ""},
		{"Bixby blasts the harbour plan", "blast/loaded-attack"},
		{"The council lashed out at the skyrocketing cost.", "lashed out/loaded-attack skyrocket/loaded-exaggeration"},
		{"Perhaps it seems likely.", "perhaps/hedge seems/hedge likely/hedge"},
		{"The Nobel committee met in Great Yarmouth.", ""},
		{"", ""},
	} {
		var got []string
		for _, m := range Read(l, test.s, l.Words(test.s)).Marks() {
			got = append(got, m.Entry+"/"+m.Rule)
			if !m.Sure {
				t.Errorf("%s: %q is not sure", test.s, m.Entry)
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.s, s, test.want)
		}
	}
}

// Every list that makes marks exists in the language that has them.
func TestLists(t *testing.T) {
	l := builtin().For("en")
	for _, x := range lists {
		if len(l.List(x.name)) == 0 {
			t.Errorf("there is no list %q", x.name)
		}
	}
	for _, name := range []string{"tone_clause_breaks", "tone_negations", "tone_auxiliaries", "tone_be", "tone_personal", "tone_possessive", "tone_saying", "tone_literal_after", "tone_before_verb", "term_introductions", "scare_introductions", "term_explanations", "quotation_cues", "wording_plain"} {
		if len(l.List(name)) == 0 {
			t.Errorf("there is no list %q", name)
		}
	}
}

// Words that only name a grave fact are no judgement.
func TestFactsAreNotLoaded(t *testing.T) {
	l := builtin().For("en")
	const facts = "death dead killed protest attack attacked missile war crisis outbreak virus debt bomb drill exercise strike victim wounded"
	for _, m := range Read(l, facts, l.Words(facts)).Marks() {
		if m.Kind == "loaded" {
			t.Errorf("%q is marked by %s", m.Entry, m.Rule)
		}
	}
}

// TestIsLoaded tells words that judge wherever they stand from those that often do not.
func TestIsLoaded(t *testing.T) {
	english := builtin().For("en")
	for word, want := range map[string]bool{"slam": true, "thug": true, "said": false, "reportedly": false, "claim": false, "bridge": false} {
		if got := IsLoaded(english, word); got != want {
			t.Errorf("%s: %v, want %v", word, got, want)
		}
	}
}
