package evaluate

import (
	"fmt"

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

// An examined is the comparison that pages of an event would show, with what
// the program ships.
type examined struct {
	id         string
	comparison *framing.Comparison
	origins    map[string]corpus.Origin // by article
}

// examine compares the reports of an event.
func (e *reported) examine(in Input) examined {
	x := examined{id: e.ID, origins: map[string]corpus.Origin{}}
	var articles []*corpus.Article
	for _, report := range e.Articles {
		a, origin := corpus.FromLines(report.ID, report.Text, in.Languages.For("en"))
		a.Outlet = report.Outlet
		a.Date, _ = corpus.ParseDate(report.Date) // one that cannot be read is unknown
		articles = append(articles, a)
		x.origins[a.ID] = origin
	}
	x.comparison = framing.Compare(&event.Event{Slug: e.ID}, articles, framing.Settings{Languages: in.Languages})
	return x
}

// at returns where evidence stands in the text that was given.
func (x *examined) at(e framing.Evidence) text.Span { return x.origins[x.doc(e.Article)].Span(e.Span) }

// doc returns the id of an article of the comparison.
func (x *examined) doc(article int) string { return x.comparison.Articles[article].ID }

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

// coverage returns what pages claim about who reports what.
func (x *examined) coverage() coverageItem {
	item := coverageItem{ID: x.id, Rows: []coverageRow{}, Only: []onlySpan{}}
	claims := x.comparison.Coverage.Claims(len(x.comparison.Articles))
	lead := x.comparison.Lead()
	for i, claim := range claims.Rows {
		item.Rows = append(item.Rows, x.row(claim))
		if claim.ID == lead {
			item.Lead = &i
		}
	}
	for _, e := range claims.Only {
		item.Only = append(item.Only, onlySpan{x.doc(e.Article), x.at(e)})
	}
	return item
}

// row returns what pages claim about one statement.
func (x *examined) row(claim framing.Claim) coverageRow {
	row := coverageRow{Heading: claim.Heading, Cells: []coverageCell{}, Absent: []string{}}
	bands := map[framing.Answer]string{framing.Tells: "same", framing.Part: "related"}
	for i, answer := range claim.Answers {
		switch band := bands[answer]; {
		case answer == framing.Absent:
			row.Absent = append(row.Absent, x.doc(i))
		case band != "":
			row.Cells = append(row.Cells, coverageCell{x.doc(i), band, x.spans(claim, i)})
		}
	}
	return row
}

// spans returns where an article carries a statement.
func (x *examined) spans(claim framing.Claim, article int) []text.Span {
	var spans []text.Span
	for _, cell := range claim.Cells {
		for _, e := range cell.Evidence {
			if cell.Article == article {
				spans = append(spans, x.at(e))
			}
		}
	}
	return spans
}

func coverageTask() Task {
	return Task{Name: "coverage", Short: "who reports what: claims of pages against labelled facts", Run: runCoverage}
}

func runCoverage(in Input) (Table, error) {
	events, err := readLines[reported](in.Path)
	if err != nil {
		return Table{}, err
	}
	start := in.Now()
	items := make([]coverageItem, len(events))
	for i := range events {
		x := events[i].examine(in)
		items[i] = x.coverage()
	}
	took := in.Now().Sub(start)
	if err := writePredictions(in.Predictions, items); err != nil {
		return Table{}, err
	}
	return Table{Head: []string{"coverage"}, Notes: []string{fmt.Sprintf("%d events; %s", len(events), perItem(took, len(events)))}}, nil
}
