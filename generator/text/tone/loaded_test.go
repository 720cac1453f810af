package tone

import (
	"slices"
	"strings"
	"testing"
)

// TestLoaded judges sentences, and finds words that no list has in them.
func TestLoaded(t *testing.T) {
	l := builtin().For("en")
	for _, test := range []struct {
		s      string
		loaded bool
		vivid  string
	}{
		{"The council said on Monday that 14 of 20 bus lines will run until 8 p.m.", false, ""},
		{"Police arrested two men aged 19 and 23, a spokesman told reporters.", false, ""},
		{"Our craven mayor is gleefully torching everything we built.", true, "craven gleefully torching"},
		{"Who could stomach such grotesque and ghoulish theatrics?", true, "grotesque ghoulish theatrics"},
		{"The mayor said: “Our craven enemies are gleefully torching the town.”", false, ""}, // somebody else's words
		{"", false, ""},
	} {
		s := Read(l, test.s, l.Words(test.s))
		probability, vivid := s.Loaded()
		if got := probability >= LeastLoaded; got != test.loaded {
			t.Errorf("%s: %.2f", test.s, probability)
		}
		var words []string
		for _, w := range vivid {
			words = append(words, w.Lower)
		}
		for w := range strings.FieldsSeq(test.vivid) {
			listed := slices.ContainsFunc(s.Marks(), func(m Mark) bool { return m.Of(test.s) == w })
			if !listed && !slices.Contains(words, w) {
				t.Errorf("%s: %q is not among %v", test.s, w, words)
			}
		}
		if test.vivid == "" && len(words) > 0 {
			t.Errorf("%s: got %v", test.s, words)
		}
	}
}

// TestLoadedUnknown says nothing in a language without weights.
func TestLoadedUnknown(t *testing.T) {
	l := builtin().For("es")
	const s = "¡Qué vergüenza de gobierno!"
	if probability, vivid := Read(l, s, l.Words(s)).Loaded(); probability != 0 || vivid != nil {
		t.Errorf("got %v, %v", probability, vivid)
	}
}

// TestLoadedWeights has a weight for every measure.
func TestLoadedWeights(t *testing.T) {
	weights := builtin().For("en").Table("loaded")
	want := 2
	for kind, names := range map[string][]string{loadedSentence: SentenceMeasures(), loadedWord: WordMeasures()} {
		for _, name := range append(names, loadedBase) {
			if len(weights[kind+name]) != 1 {
				t.Errorf("%s%s has %v", kind, name, weights[kind+name])
			}
		}
		want += len(names)
	}
	if len(weights) != want {
		t.Errorf("%d weights, want %d", len(weights), want)
	}
	const s = "Our craven mayor is gleefully torching everything."
	l := builtin().For("en")
	read := Read(l, s, l.Words(s))
	if len(read.Measures()) != len(SentenceMeasures()) || len(read.Candidates(0.5)[0].Measures) != len(WordMeasures()) {
		t.Error("a measure has no name")
	}
}
