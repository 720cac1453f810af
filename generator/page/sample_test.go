package page

import (
	"testing"
	"time"

	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/sample"
	"parallax/generator/site"
	"parallax/generator/text"
	"parallax/templates"
)

// sampleSite returns a site of one event in which every section has
// something to show.
func sampleSite(t testing.TB) Site {
	t.Helper()
	c := sample.Corpus(t)
	catalogue, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	e := sample.Event(c)
	comparison := sample.Comparison(t, c)
	return Site{
		Config: site.Config{
			Title: "Alder Papers", Description: "How four papers report one town.", BaseURL: "https://papers.example/alder/", Language: "en", TimeZone: "Europe/Lisbon",
			Editor: "The Editors", Contact: "desk@papers.example", Zone: time.UTC, Pages: site.Pages{Pairs: 2, Blind: true, Feed: 10, Lessons: true}, Quotation: site.Quotation{Share: 0.6, Page: 150, Passage: 50},
		},
		Corpus: c, Events: []event.Event{e}, Redirects: map[string]string{"old-ferry": "alder-queen"},
		Compare:   func(*event.Event) (*framing.Comparison, error) { return comparison, nil },
		Languages: text.Builtin(), Templates: templates.Files, Messages: catalogue, Version: "0.1", Built: time.Date(2031, 3, 7, 0, 0, 0, 0, time.UTC),
	}
}

// sameComparison returns what compares every event alike.
func sameComparison(c *framing.Comparison) func(*event.Event) (*framing.Comparison, error) {
	return func(*event.Event) (*framing.Comparison, error) { return c, nil }
}
