package framing

import (
	"slices"
	"strings"
	"testing"
)

// TestHeadlineTags says what there is to be said of a headline alone. Only a word
// of saying with a source lays something to somebody, and marks around a word
// quote nobody unless the article lays the word to somebody.
func TestHeadlineTags(t *testing.T) {
	const body = "\n\nMayor Ida Okafor said that the pier was “unsafe”. The council met in Tarn on Monday."
	for headline, want := range map[string]string{
		"Council Read Plan for Pier":            "",
		"Okafor Hates the Plan":                 "acts",
		"Okafor says pier is rotten":            "attributed acts",
		"Okafor: Pier is rotten":                "attributed",
		"Pier is rotten, according to Okafor":   "attributed",
		"Okafor calls plan ‘a sad bad joke’":    "quotation attributed acts",
		"Okafor attacked by council":            "acted-upon",
		"Pier Plan: What you should know":       "",
		"Tarn World Series: A year of piers":    "",
		"Pier in Tarn is ‘unsafe’":              "quotation",
		"Pier in Tarn is no ‘fix’":              "marks",
		"Rock 'n' roll on the pier of Tarn":     "",
		"Is the pier of Tarn rotten?":           "question",
		"Council of Tarn says pier is ‘unsafe’": "quotation attributed acts",
	} {
		c := compareTexts(Settings{}, headline+body, "The pier\n\nNobody spoke.")
		var got []string
		for _, tag := range c.Headline.Rungs[0].Tags {
			got = append(got, tag.Kind)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %q", headline, got, want)
		}
	}
}

// TestActorsFaced says that one headline begins with who acts and another with whom it is
// done to, and nothing where both act, where they are one, or where one only says.
func TestActorsFaced(t *testing.T) {
	const body = "\n\nThe council attacked Ida Okafor over the pier of Tarn on Monday. Okafor runs the pier."
	for _, test := range []struct {
		first, second string
		want          bool
	}{
		{"Council attacks Okafor over Tarn pier", "Okafor attacked by council over Tarn pier", true},
		{"Okafor attacked by council over Tarn pier", "Council attacks Okafor over Tarn pier", true},
		{"Council attacks Okafor over Tarn pier", "Okafor attacks council over Tarn pier", false},
		{"Okafor attacks council over Tarn pier", "Okafor attacked by council over Tarn pier", false},
		{"Council says Okafor is wrong over Tarn pier", "Okafor attacked by council over Tarn pier", false},
	} {
		c := compareTexts(Settings{}, test.first+body, test.second+body)
		got := slices.ContainsFunc(c.Findings, func(f Finding) bool { return f.Says.Key == "finding.headline.actedupon" })
		if got != test.want {
			t.Errorf("%s / %s: got %v, want %v", test.first, test.second, got, test.want)
		}
	}
}
