package framing

import (
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
		"Okafor Hates the Plan":                 "",
		"Okafor says pier is rotten":            "attributed",
		"Okafor: Pier is rotten":                "attributed",
		"Pier is rotten, according to Okafor":   "attributed",
		"Okafor calls plan ‘a sad bad joke’":    "quotation attributed",
		"Pier Plan: What you should know":       "",
		"Tarn World Series: A year of piers":    "",
		"Pier in Tarn is ‘unsafe’":              "quotation",
		"Pier in Tarn is no ‘fix’":              "marks",
		"Rock 'n' roll on the pier of Tarn":     "",
		"Is the pier of Tarn rotten?":           "question",
		"Council of Tarn says pier is ‘unsafe’": "quotation attributed",
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
