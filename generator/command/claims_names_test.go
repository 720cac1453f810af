package command

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"parallax/generator/evaluate/names"
)

// checkNames holds the naming table and the speakers of an event's page
// against what "evaluate names" predicts, and returns the rows of the table.
func (c *claims) checkNames(predictions string) (rows int) {
	for line := range strings.Lines(readFile(c.T, predictions)) {
		var e names.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			c.Fatal(err)
		}
		if e.ID == c.ID {
			index := c.page("index.html")
			checkTable(c, index, e.Names)
			checkSpeakers(c, index, e.Speakers)
			rows += len(e.Names)
		}
	}
	return rows
}

// checkTable demands the same rows with the same labels in the same order.
func checkTable(c *claims, index *html.Node, predicted []names.Row) {
	var rows []*html.Node
	for _, tr := range elements(index, "tr", "id") {
		if strings.HasPrefix(attribute(tr, "id"), "named-") {
			rows = append(rows, tr)
		}
	}
	if len(rows) != len(predicted) {
		c.Fatalf("%d rows of names, %d are predicted", len(rows), len(predicted))
	}
	for i, tr := range rows {
		if name := strings.TrimSpace(words(elements(tr, "th", "")[0].FirstChild)); name != predicted[i].Name {
			c.Errorf("row %d is on %q, predicted is %q", i, name, predicted[i].Name)
		}
		for column, td := range elements(tr, "td", "") {
			var labels []string
			for _, a := range elements(td, "a", "href") {
				labels = append(labels, words(a))
			}
			if want := predicted[i].Labels[c.docs[column]]; !slices.Equal(labels, want) {
				c.Errorf("row %d calls it %q in %s, predicted is %q", i, labels, c.docs[column], want)
			}
		}
	}
}

// checkSpeakers demands that whoever is listed is predicted to speak at the
// passage that the list leads to.
func checkSpeakers(c *claims, index *html.Node, predicted []names.Speaker) {
	listed := 0
	for _, div := range elements(index, "div", "id") {
		if attribute(div, "id") != "voices" {
			continue
		}
		for _, a := range elements(div, "a", "href") {
			if attribute(a.Parent, "class") == "refs" {
				continue // where the sentence at the head of the section has it from
			}
			listed++
			who := words(a)
			if who == "not named" {
				who = ""
			}
			passage := linked(attribute(a, "href"))
			if !slices.ContainsFunc(predicted, func(s names.Speaker) bool { return strings.EqualFold(s.Who, who) && c.speaks(s, passage) }) {
				c.Errorf("%q is not predicted to speak in %s", words(a), passage)
			}
		}
	}
	if listed < 4 {
		c.Errorf("%d speakers are listed", listed)
	}
}

// speaks reports whether a speaker is predicted to speak in a passage.
func (c *claims) speaks(s names.Speaker, passage string) bool {
	for doc, spans := range s.At {
		for _, span := range spans {
			if c.within(doc, span, passage) {
				return true
			}
		}
	}
	return false
}
