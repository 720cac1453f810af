package evaluate

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/text"
)

// eventsTask measures how well articles are grouped into events, beside two
// baselines on the same file: TF-IDF with single link and with average link.
func eventsTask() Task {
	return Task{
		Name:  "events",
		Short: "articles grouped into events: B-cubed, pairwise, CEAF-e, exact; --repeat measures growth",
		Run:   runEvents,
	}
}

// eventItem is a line of the input.
type eventItem struct {
	ID, Title, Text, Outlet, URL, Language, Date string
}

// article returns the item as the corpus would hold it. A date that cannot be
// read is unknown.
func (i eventItem) article() corpus.Article {
	date, err := corpus.ParseDate(i.Date)
	if err != nil {
		date = corpus.Date{}
	}
	s := i.Title + "\n\n" + i.Text
	return corpus.Article{
		ID: i.ID, File: i.ID, Outlet: i.Outlet, Title: i.Title, URL: i.URL,
		Language: cmp.Or(i.Language, "en"), Date: date, Text: s,
		Blocks: []corpus.Block{
			{Span: text.Span{End: len(i.Title)}, Kind: corpus.Headline},
			{Span: text.Span{Start: len(i.Title) + 2, End: len(s)}, Kind: corpus.Paragraph},
		},
	}
}

func runEvents(in Input) (Table, error) {
	items, err := readLines[eventItem](in.Path)
	if err != nil {
		return Table{}, err
	}
	if len(in.Repeat) > 0 {
		return growth(items, in)
	}
	articles := make([]corpus.Article, len(items))
	for i, item := range items {
		articles[i] = item.article()
	}
	ids := func(n int) string { return items[n].ID }
	start := in.Now()
	found := grouped(articles, in.Languages, nil)
	taken := in.Now().Sub(start)
	if err := writeEvents(in.Predictions, articles, found); err != nil {
		return Table{}, err
	}
	table := Table{Head: []string{"method", "B3 P", "R", "F1", "pair P", "R", "F1", "CEAF-e P", "R", "F1", "exact", "events", "ms/item"}}
	if in.Truth == "" {
		table.Rows = [][]string{eventsRow("parallax", nil, found, taken)}
		table.Notes = []string{"no truth: scores are empty, and baselines are left out"}
		return table, nil
	}
	truth, err := readEvents(in.Truth, len(items), ids)
	if err != nil {
		return Table{}, err
	}
	table.Rows = append(table.Rows, eventsRow("parallax", truth, found, taken))
	for _, b := range baselines() {
		start := in.Now()
		found := b.group(articles, in.Languages)
		table.Rows = append(table.Rows, eventsRow(b.name, truth, found, in.Now().Sub(start)))
	}
	table.Notes = append(table.Notes, fmt.Sprintf("%d articles in %d events", len(items), len(sizes(truth))))
	return table, nil
}

// grouped returns the slug of each article's event, by a model or, if nil, the
// program's own.
func grouped(articles []corpus.Article, languages *text.Languages, model *event.Model) []string {
	g, _ := event.Group(articles, event.Settings{Languages: languages, Model: model})
	home := map[string]string{}
	for _, e := range g.Events {
		for _, m := range e.Members {
			home[m.Article] = e.Slug
		}
	}
	found := make([]string, len(articles))
	for i, a := range articles {
		found[i] = home[a.ID]
	}
	return found
}

// eventsRow makes the row of a method. Without a truth, it has no scores.
func eventsRow(name string, truth, found []string, taken time.Duration) []string {
	row := []string{name}
	if truth == nil {
		row = append(row, slices.Repeat([]string{"–"}, 10)...)
	} else {
		s := scoreEvents(truth, found)
		for _, r := range []ratios{s.bcubed, s.pairwise, s.ceaf} {
			row = append(row, percent(r.precision), percent(r.recall), percent(harmonic(r.precision, r.recall)))
		}
		row = append(row, percent(s.exact))
	}
	return append(row, fmt.Sprint(len(sizes(found))), fmt.Sprintf("%.3f", taken.Seconds()*1000/float64(len(found))))
}

func percent(x float64) string { return fmt.Sprintf("%.1f", 100*x) }

// sizes returns how many articles each event has.
func sizes(events []string) map[string]int {
	n := map[string]int{}
	for _, e := range events {
		n[e]++
	}
	return n
}

// writeEvents writes the predictions as a table with tabs.
func writeEvents(w io.Writer, articles []corpus.Article, found []string) error {
	if w == nil {
		return nil
	}
	buffer := bufio.NewWriter(w)
	fmt.Fprintln(buffer, "id\tevent")
	for i, a := range articles {
		fmt.Fprintf(buffer, "%s\t%s\n", a.ID, found[i])
	}
	return buffer.Flush()
}

// readEvents reads a table of ids and events into the order of n items.
func readEvents(path string, n int, id func(int) string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	reader := csv.NewReader(f)
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = '\t', true, -1
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "id") || !slices.Contains(rows[0], "event") {
		return nil, fmt.Errorf("read %s: the head names no id and event", path)
	}
	idAt, eventAt := slices.Index(rows[0], "id"), slices.Index(rows[0], "event")
	events := map[string]string{}
	for _, row := range rows[1:] {
		if max(idAt, eventAt) < len(row) {
			events[row[idAt]] = strings.TrimSpace(row[eventAt])
		}
	}
	truth := make([]string, n)
	for i := range truth {
		if truth[i] = events[id(i)]; truth[i] == "" {
			return nil, fmt.Errorf("read %s: no event for %s", path, id(i))
		}
	}
	return truth, nil
}
