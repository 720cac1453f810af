// Package sample is a small event written by hand, on which tests of what is made
// from a comparison stand: four reports of the invented ferry "Alder Queen", and
// what might be found in them. Every section of a page has something to show.
package sample

import (
	"strconv"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// report is one report of the invented ferry "Alder Queen". A line is a
// paragraph.
type report struct{ outlet, author, title, body, date string }

var reports = []report{
	{"harbour-office", "", "Alder Queen refloated after contact with sandbank",
		`The passenger ferry Alder Queen was refloated on Tuesday morning after contact with a sandbank off Alder Point.
All 212 passengers were brought ashore. The Harbour Office thanks everybody involved for their patience.
"Safety was assured at every moment," said Harbour Master Ines Calder.
The timetable will be resumed on Thursday.`, "2031-03-04T11:00:00Z"},
	{"courier", "Tom Weller", "Ferry with 212 aboard runs aground off Alder Point; channel had not been dredged for two years",
		`The Alder Queen ran aground off Alder Point on Monday night with 212 passengers aboard, and was refloated at dawn.
The Harbour Office put off dredging the channel two years ago, council papers show.
"Safety was assured at every moment," said Harbour Master Ines Calder. Passengers said they spent nine hours without heating.
Nobody was seriously injured. The coastguard told the Courier that two people were treated for cold.
Ferries will sail again on Thursday.`, "2031-03-04T17:30:00Z"},
	{"lamp", "", "NINE HOURS OF TERROR on stricken ferry",
		`Terrified families huddled in the dark as the crippled Alder Queen lay stranded off Alder Point.
"We thought nobody was coming," sobbed mother of two Greta Holm. The botched rescue took nine hours.
About 230 passengers were aboard, the crew admitted.
Harbour chiefs insisted that safety was assured.`, "2031-03-04T20:15:00Z"},
	{"deckhands", "Olu Brand", "Crew kept Alder Queen's passengers calm through nine cold hours",
		`The crew of the Alder Queen kept 212 passengers calm for nine hours after the ferry grounded off Alder Point.
"We had asked for a second pilot since autumn," said deckhand Mo Adeyo. The Harbour Office refused the request, the union says.
The union wants the channel dredged before ferries sail again.
Two people were treated for cold.`, "2031-03-05"},
}

// Corpus returns the articles with their outlets.
func Corpus(t testing.TB) *corpus.Corpus {
	t.Helper()
	c := &corpus.Corpus{
		Outlets: []corpus.Outlet{
			{ID: "harbour-office", Name: "Alder Point Harbour Office", Short: "Harbour Office", Homepage: "https://harbour.example/", Language: "en",
				Kind: corpus.Fact{Value: "public authority", Evidence: "https://harbour.example/about", Reviewed: corpus.Day(2031, 1, 2)}},
			{ID: "courier", Name: "The Alder Courier", Short: "Courier", Homepage: "https://www.courier.example/", Language: "en"},
			{ID: "lamp", Name: "Evening Lamp", Homepage: "https://lamp.example/", Language: "en"},
			{ID: "deckhands", Name: "The Deckhand", Homepage: "https://deckhand.example/", Language: "en"},
		},
		Glossary: []corpus.Term{{Slug: "loaded-word", Title: "Loaded word", Meaning: "A word that judges besides naming.", Signal: "tone", Body: "See the [method](method.html)."}},
		Notes: []corpus.EventNote{{Slug: "alder-queen", Title: "Ferry aground off Alder Point", Summary: "A ferry ran aground at night and was refloated in the morning.",
			Topics: []string{"Transport"}, Body: "The *town* is invented. <script>alert(1)</script>"}},
	}
	for i, s := range reports {
		date, err := corpus.ParseDate(s.date)
		if err != nil {
			t.Fatal(err)
		}
		a := corpus.Article{ID: "alder/" + s.outlet, Outlet: s.outlet, Title: s.title, Author: s.author, Date: date, Language: "en",
			URL: "https://" + s.outlet + ".example/alder-queen", Licence: "CC0-1.0", Topics: []string{"Transport"}, Retrieved: corpus.Day(2031, 3, 6)}
		a.Paraphrase = i == 2
		if i == 1 {
			a.Licence = ""
		}
		LayOut(&a, s.body)
		c.Articles = append(c.Articles, a)
	}
	return c
}

// LayOut fills in the text, blocks, passages and quotations of an article.
func LayOut(a *corpus.Article, body string) {
	a.Text = a.Title
	a.Blocks = []corpus.Block{{Span: text.Span{End: len(a.Title)}, Kind: corpus.Headline}}
	a.Passages = []corpus.Passage{{Span: a.Blocks[0].Span, ID: "h"}}
	for _, paragraph := range strings.Split(body, "\n") {
		a.Text += "\n\n"
		block := corpus.Block{Span: text.Span{Start: len(a.Text), End: len(a.Text) + len(paragraph)}, Kind: corpus.Paragraph}
		at := block.Start
		for n, sentence := range strings.SplitAfter(paragraph, ". ") {
			p := text.Span{Start: at, End: at + len(strings.TrimSpace(sentence))}
			at += len(sentence)
			a.Passages = append(a.Passages, corpus.Passage{Span: p, Block: len(a.Blocks), ID: "p" + strconv.Itoa(len(a.Blocks)) + "s" + strconv.Itoa(n+1)})
		}
		a.Text += paragraph
		a.Blocks = append(a.Blocks, block)
	}
	for from := 0; ; {
		open := strings.IndexByte(a.Text[from:], '"')
		if open < 0 {
			break
		}
		end := strings.IndexByte(a.Text[from+open+1:], '"')
		a.Quotations = append(a.Quotations, text.Span{Start: from + open + 1, End: from + open + 1 + end})
		from += open + end + 2
	}
}

// In returns evidence for the first use of some words in an article.
func In(t testing.TB, c *corpus.Corpus, article int, words string) framing.Evidence {
	t.Helper()
	a := &c.Articles[article]
	at := strings.Index(a.Text, words)
	if at < 0 {
		t.Fatalf("article %s does not hold %q", a.ID, words)
	}
	return framing.Evidence{Article: article, Passage: a.PassageAt(at), Span: text.Span{Start: at, End: at + len(words)}}
}

// Passage returns evidence for the whole passage that holds the words.
func Passage(t testing.TB, c *corpus.Corpus, article int, words string) framing.Evidence {
	t.Helper()
	e := In(t, c, article, words)
	e.Span = c.Articles[article].Passages[e.Passage].Span
	return e
}

// Event returns the event that the articles report.
func Event(c *corpus.Corpus) event.Event {
	e := event.Event{
		Slug: "alder-queen", Title: "Ferry aground off Alder Point", Language: "en", From: c.Articles[0].Date, To: c.Articles[3].Date, Cohesion: 0.41,
		Terms: []event.Term{{Text: "aground", Articles: 3, Weight: 0.2}, {Text: "dredged", Articles: 2, Weight: 0.1}},
		Names: []event.Term{{Text: "Alder Queen", Articles: 4, Weight: 0.4}},
	}
	for i, a := range c.Articles {
		e.Members = append(e.Members, event.Member{Article: a.ID, Closeness: 0.5 - float64(i)/10, Pinned: i == 2})
	}
	return e
}
