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
// The file is measured as it is and in the make-ups that a site may have. For a
// folder, the same is measured by cross-validation.
func eventsTask() Task {
	return Task{
		Name:  "events",
		Short: "articles grouped into events: B-cubed, pairwise, CEAF-e, exact, mixed, for pools of each make-up; --repeat measures growth",
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

// mixedNote says what the column "mixed" is.
const mixedNote = "mixed: share of the found events of several articles that hold two true events"

func runEvents(in Input) (Table, error) {
	if about, err := os.Stat(in.Path); err == nil && about.IsDir() {
		return runEventFolds(in)
	}
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
	table := Table{Head: []string{"method", "of", "B3 P", "R", "F1", "pair P", "R", "F1", "CEAF-e P", "R", "F1", "exact", "mixed", "events", "ms/item"}}
	if in.Truth == "" {
		table.Rows = [][]string{eventsRow("parallax", asGiven, nil, found, taken)}
		table.Notes = []string{"no truth: scores are empty, and baselines are left out"}
		return table, nil
	}
	truth, err := readEvents(in.Truth, len(items), ids)
	if err != nil {
		return Table{}, err
	}
	table.Rows = append(table.Rows, eventsRow("parallax", asGiven, truth, found, taken))
	table.Rows = append(table.Rows, makeUpRows(articles, truth, in)...)
	table.Notes = append(table.Notes, fmt.Sprintf("%d articles in %d events", len(items), len(sizes(truth))), mixedNote)
	return table, nil
}

// asGiven names the pool that is the file itself.
const asGiven = "all"

// makeUpRows measures the baselines on articles as they are, and all methods on
// the pools of other make-ups.
func makeUpRows(articles []corpus.Article, truth []string, in Input) (rows [][]string) {
	list := make([]labelled, len(articles))
	for i, a := range articles {
		list[i] = labelled{article: a, event: truth[i]}
	}
	methods := append([]baseline{{"parallax", func(a []corpus.Article, l *text.Languages) []string { return grouped(a, l, nil) }}}, baselines()...)
	for n, m := range makeUps() {
		articles, truth := split(m.choose(list))
		for i, method := range methods {
			if n == 0 && i == 0 {
				continue // its row stands already
			}
			start := in.Now()
			found := method.group(articles, in.Languages)
			rows = append(rows, eventsRow(method.name, m.name, truth, found, in.Now().Sub(start)))
		}
	}
	return rows
}

// A makeUp is a pool made of the articles of another.
type makeUp struct {
	name   string
	choose func([]labelled) []labelled
}

// makeUps returns the pools that a file is measured in.
func makeUps() []makeUp {
	return []makeUp{
		{asGiven, func(list []labelled) []labelled { return list }},
		{"a third single", cutDown},
		{"four fifths single", loners},
		{"all single", alone},
		{"one date", oneDay},
		{"undated", undated},
	}
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
func eventsRow(name, pool string, truth, found []string, taken time.Duration) []string {
	row := []string{name, pool}
	if truth == nil {
		row = append(row, slices.Repeat([]string{"–"}, 11)...)
	} else {
		s := scoreEvents(truth, found)
		for _, r := range []ratios{s.bcubed, s.pairwise, s.ceaf} {
			row = append(row, percent(r.precision), percent(r.recall), percent(harmonic(r.precision, r.recall)))
		}
		row = append(row, percent(s.exact), percent(s.mixed))
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
