package evaluate

import (
	"fmt"
	"math"

	"parallax/generator/align"
	"parallax/generator/corpus"
	"parallax/generator/evaluate/coverage"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/ratio"
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
	articles   []*corpus.Article
	origins    map[string]corpus.Origin // by article
}

// examine compares the reports of an event with a model of who tells what; nil
// is that of the program.
func (e *reported) examine(in Input, model *align.Model) examined {
	x := examined{id: e.ID, origins: map[string]corpus.Origin{}}
	for _, report := range e.Articles {
		a, origin := corpus.FromLines(report.ID, report.Text, in.Languages.For("en"))
		a.Outlet = report.Outlet
		a.Date, _ = corpus.ParseDate(report.Date) // one that cannot be read is unknown
		x.articles = append(x.articles, a)
		x.origins[a.ID] = origin
	}
	x.comparison = framing.Compare(&event.Event{Slug: e.ID}, x.articles, framing.Settings{Languages: in.Languages, Model: model})
	return x
}

// at returns where evidence stands in the text that was given.
func (x *examined) at(e framing.Evidence) text.Span { return x.origins[x.doc(e.Article)].Span(e.Span) }

// doc returns the id of an article of the comparison.
func (x *examined) doc(article int) string { return x.comparison.Articles[article].ID }

// coverage returns what pages claim about who reports what.
func (x *examined) coverage() coverage.Event {
	item := coverage.Event{ID: x.id, Rows: []coverage.Row{}, Only: []coverage.Only{}}
	claims := x.comparison.Coverage.Claims(len(x.comparison.Articles))
	lead := x.comparison.Lead()
	for i, claim := range claims.Rows {
		item.Rows = append(item.Rows, x.row(claim))
		if claim.ID == lead {
			item.Lead = &i
		}
	}
	for _, e := range claims.Only {
		item.Only = append(item.Only, coverage.Only{Doc: x.doc(e.Article), Span: x.at(e)})
	}
	return item
}

// row returns what pages claim about one statement.
func (x *examined) row(claim framing.Claim) coverage.Row {
	row := coverage.Row{Heading: claim.Heading, Cells: []coverage.Cell{}, Absent: []string{}}
	bands := map[framing.Answer]string{framing.Tells: coverage.Same, framing.Part: coverage.Related}
	for i, answer := range claim.Answers {
		switch band := bands[answer]; {
		case answer == framing.Absent:
			row.Absent = append(row.Absent, x.doc(i))
		case band != "":
			row.Cells = append(row.Cells, coverage.Cell{Doc: x.doc(i), Band: band, Spans: x.spans(claim, i)})
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

// coverageTask measures who reports what: the claims of pages against facts
// and sentences that were labelled by hand.
func coverageTask() Task {
	return Task{Name: "coverage", Short: "who reports what: claims of pages against labelled facts", Run: runCoverage}
}

func runCoverage(in Input) (Table, error) {
	events, err := readLines[reported](in.Path)
	if err != nil {
		return Table{}, err
	}
	truth, err := readTruth(in.Truth, func(t coverage.Truth) string { return t.ID })
	if err != nil {
		return Table{}, err
	}
	start := in.Now()
	found := make([]examined, len(events))
	predicted := make([]coverage.Event, len(events))
	reports := 0
	for i := range events {
		found[i] = events[i].examine(in, nil)
		predicted[i] = found[i].coverage()
		reports += len(events[i].Articles)
	}
	took := in.Now().Sub(start)
	if err := writePredictions(in.Predictions, predicted); err != nil {
		return Table{}, err
	}
	table := Table{Head: []string{"coverage"}}
	for _, c := range coverageColumns() {
		table.Head = append(table.Head, c[0])
	}
	var ours, alone, nearest coverage.Score
	onlys := 0
	for i, p := range predicted {
		onlys += len(p.Only)
		if t, labelled := truth[p.ID]; labelled {
			ours.Add(t, p)
			alone.Add(t, found[i].unaligned())
			nearest.Add(t, found[i].nearest(in.Languages.For("en")))
		}
	}
	held := crossValidated(events, truth, in)
	table.Rows = [][]string{coverageRow("pages", &ours), coverageRow("pages, held out", &held), coverageRow("nothing aligned", &alone), coverageRow("best pairs", &nearest)}
	table.Notes = []string{
		fmt.Sprintf("%d events of %d reports; %s", len(events), reports, perItem(took, len(events))),
		fmt.Sprintf("Pages say %.1f times a report that it alone has something. Not labelled, so not judged: %.0f absences, %.0f onlys.",
			ratio.Of(float64(onlys), float64(reports)), ours.Measures().Of("absences_unjudged"), ours.Measures().Of("onlys_unjudged")),
		"P: of what is claimed, the share that is so. Said: of the true absences, the share. Only: stands in one report alone. Lost: shared facts without a row.",
		fmt.Sprintf("Held out: what decides is learned from the other %d of %d parts of the events.", coverageFolds-1, coverageFolds),
		"Baselines: every sentence stands alone; every sentence is a row with the nearest of each other report, if they share half of their words.",
	}
	return table, nil
}

// coverageColumns are the columns of the table, each with its measure.
func coverageColumns() [][2]string {
	return [][2]string{
		{"absence P", "absence_precision"}, {"absences", "absences"}, {"said", "absence_recall"},
		{"only P", "only_precision"}, {"onlys", "onlys"}, {"same P", "same_precision"},
		{"pair R", "pair_recall"}, {"complete", "complete_facts"}, {"lost", "lost_facts"}, {"rows a fact", "rows_a_fact"},
		{"main R", "main_recall"}, {"main rows", "main_rows"}, {"lead is main", "lead_is_main"}, {"lead count", "lead_count_right"},
	}
}

// coverageRow returns the row of a score.
func coverageRow(name string, s *coverage.Score) []string {
	measures := s.Measures()
	row := []string{name}
	for _, c := range coverageColumns() {
		row = append(row, figureOf(measures.Of(c[1]), c[1] == "absences" || c[1] == "onlys"))
	}
	return row
}

// figureOf writes a figure, a dash for none.
func figureOf(v float64, count bool) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case count:
		return fmt.Sprintf("%.0f", v)
	}
	return share(v)
}
