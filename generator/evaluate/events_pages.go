package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
	"parallax/generator/text"
)

// eventPagesTask measures the whole way from saved web pages to events.
func eventPagesTask() Task {
	return Task{
		Name:  "events-pages",
		Short: "articles taken out of saved web pages and grouped: a folder with html/ and same_event_labels.json",
		Run:   runEventPages,
	}
}

// pageLabels are the labels of same_event_labels.json.
type pageLabels struct {
	Events []struct {
		ID     string
		Strict []struct{ ID string } // pages that report the event
		Loose  []struct{ ID string } // pages that touch it, which count neither way
	}
	HardNegatives []struct{ A, B string } `json:"hard_negatives"` // pages of two events that are alike
}

func runEventPages(in Input) (Table, error) {
	labels, err := readPageLabels(in.Path)
	if err != nil {
		return Table{}, err
	}
	articles, err := extractAll(in)
	if err != nil {
		return Table{}, err
	}
	found := grouped(articles, in.Languages, nil)
	if err := writeEvents(in.Predictions, articles, found); err != nil {
		return Table{}, err
	}
	table := Table{Head: []string{"of", "pages", "B3 P", "B3 R", "B3 F1", "pair P", "pair R", "pair F1"}}
	for _, labelled := range []bool{true, false} {
		name := "all pages"
		if labelled {
			name = "labelled pages"
		}
		truth, kept := labels.truth(articles, found, labelled)
		s := scoreEvents(truth, kept)
		row := []string{name, fmt.Sprint(len(truth))}
		for _, r := range []ratios{s.bcubed, s.pairwise} {
			row = append(row, percent(r.precision), percent(r.recall), percent(harmonic(r.precision, r.recall)))
		}
		table.Rows = append(table.Rows, row)
	}
	table.Notes = append(table.Notes,
		"text, headline, date and language as found in each page; pages that only touch an event are left out;",
		"a page without a label counts as the only report of its event where all pages count")
	return table, nil
}

func readPageLabels(folder string) (pageLabels, error) {
	var labels pageLabels
	data, err := os.ReadFile(filepath.Join(folder, "same_event_labels.json"))
	if err != nil {
		return labels, err
	}
	if err := json.Unmarshal(data, &labels); err != nil {
		return labels, fmt.Errorf("read same_event_labels.json: %w", err)
	}
	return labels, nil
}

// truth returns the true and the found event of each page that counts.
func (l *pageLabels) truth(articles []corpus.Article, found []string, labelledOnly bool) (truth, kept []string) {
	event := map[string]string{}
	known, loose := map[string]bool{}, map[string]bool{}
	for _, n := range l.HardNegatives {
		known[n.A], known[n.B] = true, true
	}
	for _, e := range l.Events {
		for _, page := range e.Loose {
			loose[page.ID] = true
		}
	}
	for _, e := range l.Events {
		for _, page := range e.Strict {
			event[page.ID], known[page.ID] = e.ID, true
			delete(loose, page.ID)
		}
	}
	for i, a := range articles {
		if loose[a.ID] || labelledOnly && !known[a.ID] {
			continue
		}
		if event[a.ID] == "" {
			event[a.ID] = a.ID
		}
		truth = append(truth, event[a.ID])
		kept = append(kept, found[i])
	}
	return truth, kept
}

// extractAll takes the articles out of all pages, as one "parallax add" does.
func extractAll(in Input) ([]corpus.Article, error) {
	pages, ids, err := readExtraction(in.Path)
	if err != nil {
		return nil, err
	}
	documents := make([]ingest.Document, len(ids))
	for i, id := range ids {
		page, err := os.ReadFile(filepath.Join(in.Path, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		documents[i], _ = ingest.Extract(ingest.Page{Data: page, Address: pages[id].URL}, in.Languages) // without an article the text is empty
	}
	ingest.NewDesk(nil, &corpus.Corpus{}, ingest.Rules{}).Ready(documents, "")
	articles := make([]corpus.Article, len(ids))
	for i, d := range documents {
		articles[i] = eventItem{ID: ids[i], Title: d.Title, Text: d.Text(), URL: d.URL, Language: language(d), Date: d.Date.String()}.article()
	}
	return articles, nil
}

// language returns the language that a page states, or that of its text.
func language(d ingest.Document) string {
	if d.Language != "" {
		return d.Language
	}
	return text.Detect(d.Text())
}
