package evaluate

import (
	"strings"
	"testing"

	"parallax/generator/text"
)

func TestPredictLoaded(t *testing.T) {
	l := text.Builtin().For("en")
	for _, test := range []struct{ text, all, sure string }{
		{"The mayor slammed the reckless plan.", "slammed reckless", "slammed reckless"},
		{"The car slammed into a wall after a blast.", "", ""},
		{"He called it “a reckless plan”.", "", ""},
		{"The minister claimed that it was a great day.", "claimed great", ""},
		{"The lawsuit of Epic Games reached the Great Lakes region.", "", ""},
		{"Eleven people were killed in the attack, and the crisis grew.", "", ""},
	} {
		item := loadedItem{ID: "1", Text: test.text}
		for sure, want := range map[bool]string{false: test.all, true: test.sure} {
			p := predictLoaded(l, item, sure)
			if got := strings.Join(p.Words, " "); got != want || (p.Loaded == 1) != (want != "") {
				t.Errorf("%s (sure %t): %q, want %q", test.text, sure, got, want)
			}
		}
	}
}

func TestLoadedScore(t *testing.T) {
	var s loadedScore
	s.add(loadedTruth{Loaded: 1, Words: []string{"Vile", "vile", "odd"}}, loadedTruth{Loaded: 1, Words: []string{"vile", "base"}})
	s.add(loadedTruth{}, loadedTruth{})
	// One of three words told is right, a word counts once; one of two found.
	if row := s.row("x"); row[2] != "1.000" || row[6] != "0.333" || row[7] != "0.500" {
		t.Errorf("got %v", row)
	}
}
