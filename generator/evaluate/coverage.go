package evaluate

import (
	"fmt"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// A reported is a line of the input of the tasks coverage and names: the
// reports of one event. The first line of a text is the headline.
type reported struct {
	ID       string `json:"id"`
	Articles []struct {
		ID     string `json:"id"`
		Outlet string `json:"outlet"`
		Date   string `json:"date"`
		Text   string `json:"text"`
	} `json:"articles"`
}

// compared returns the comparison that pages of the event would show, with
// what the program ships, and the seconds it took.
func (e *reported) compared(in Input) (*framing.Comparison, time.Duration) {
	l := in.Languages.For("en")
	articles := make([]*corpus.Article, len(e.Articles))
	for i, a := range e.Articles {
		articles[i] = reportArticle(a.ID, a.Text, l)
		articles[i].Outlet = a.Outlet
		articles[i].Date, _ = corpus.ParseDate(a.Date) // one that cannot be read is unknown
	}
	start := in.Now()
	c := framing.Compare(&event.Event{Slug: e.ID}, articles, framing.Settings{Languages: in.Languages})
	return c, in.Now().Sub(start)
}

// reportArticle makes an article of a bare text as the corpus would hold it,
// with offsets as they are: the headline is one passage.
func reportArticle(id, s string, l *text.Language) *corpus.Article {
	a := plainArticle(id, s, l)
	if len(a.Blocks) == 0 {
		return a
	}
	a.Title = a.Blocks[0].Of(s)
	kept := []corpus.Passage{{Span: a.Blocks[0].Span, ID: "h"}}
	for _, p := range a.Passages {
		if p.Block > 0 {
			kept = append(kept, p)
		}
	}
	a.Passages = kept
	return a
}

// coverageItem is what pages claim of one event: who reports what.
type coverageItem struct {
	ID   string        `json:"id"`
	Rows []coverageRow `json:"rows"`
	Only []onlySpan    `json:"only"`
	Lead *int          `json:"lead"` // index into Rows of what the page puts on top
}

// A coverageRow is a statement.
type coverageRow struct {
	Heading string         `json:"heading"`
	Cells   []coverageCell `json:"cells"`
	Absent  []string       `json:"absent"` // articles that are said not to have it
}

// A coverageCell is how one article carries a statement.
type coverageCell struct {
	Doc   string      `json:"doc"`
	Band  string      `json:"band"` // "same" or "related"
	Spans []text.Span `json:"spans"`
}

// An onlySpan is what is said to stand in one article alone.
type onlySpan struct {
	Doc  string    `json:"doc"`
	Span text.Span `json:"span"`
}

// claimed returns what pages claim of a comparison.
func claimed(id string, c *framing.Comparison) coverageItem {
	item := coverageItem{ID: id, Rows: []coverageRow{}, Only: []onlySpan{}}
	claims := c.Coverage.Claims(len(c.Articles))
	lead := c.Lead()
	for i, claim := range claims.Rows {
		item.Rows = append(item.Rows, claimedRow(c, claim))
		if claim.ID == lead {
			item.Lead = &i
		}
	}
	for _, e := range claims.Only {
		item.Only = append(item.Only, onlySpan{c.Articles[e.Article].ID, e.Span})
	}
	return item
}

func claimedRow(c *framing.Comparison, claim framing.Claim) coverageRow {
	row := coverageRow{Heading: claim.Heading, Cells: []coverageCell{}, Absent: []string{}}
	bands := map[framing.Answer]string{framing.Tells: "same", framing.Part: "related"}
	for i, answer := range claim.Answers {
		cell := coverageCell{Doc: c.Articles[i].ID, Band: bands[answer]}
		for _, carried := range claim.Cells {
			if carried.Article == i {
				for _, e := range carried.Evidence {
					cell.Spans = append(cell.Spans, e.Span)
				}
			}
		}
		switch {
		case answer == framing.Absent:
			row.Absent = append(row.Absent, cell.Doc)
		case cell.Band != "":
			row.Cells = append(row.Cells, cell)
		}
	}
	return row
}

func coverageTask() Task {
	return Task{Name: "coverage", Short: "who reports what: claims of pages against labelled facts", Run: runCoverage}
}

func runCoverage(in Input) (Table, error) {
	events, err := readLines[reported](in.Path)
	if err != nil {
		return Table{}, err
	}
	var took time.Duration
	items := make([]coverageItem, len(events))
	for i := range events {
		c, t := events[i].compared(in)
		items[i] = claimed(events[i].ID, c)
		took += t
	}
	if err := writePredictions(in.Predictions, items); err != nil {
		return Table{}, err
	}
	return Table{Head: []string{"coverage"}, Notes: []string{fmt.Sprintf("%d events; %s", len(events), perItem(took, len(events)))}}, nil
}
