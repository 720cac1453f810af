package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/ingest"
)

// An extracted article has the shape of the truth of the data set.
type extracted struct {
	Title  string `json:"title,omitempty"`
	Author string `json:"author,omitempty"`
	Date   string `json:"date,omitempty"`
	URL    string `json:"url,omitempty"`
	Body   string `json:"articleBody"`
}

// extractionTask measures how well the article is taken out of a web page. The
// input is a folder with html/ID.html.gz and ground-truth.json; the score is
// that of the Article Extraction Benchmark
// (github.com/scrapinghub/article-extraction-benchmark).
func extractionTask() Task {
	return Task{Name: "extraction", Short: "the article in a web page", Run: runExtraction}
}

func runExtraction(in Input) (Table, error) {
	truth, ids, err := readExtraction(in.Path)
	if err != nil {
		return Table{}, err
	}
	run := extractionRun{truth: truth, ids: ids, found: map[string]extracted{}, scores: map[string][]shingleScore{}}
	for _, id := range ids {
		if err := run.extract(in, id); err != nil {
			return Table{}, err
		}
	}
	run.score()
	if in.Predictions != nil {
		if err := json.NewEncoder(in.Predictions).Encode(run.found); err != nil {
			return Table{}, fmt.Errorf("write predictions: %w", err)
		}
	}
	return run.table(), nil
}

// An extractionRun is one evaluation.
type extractionRun struct {
	truth     map[string]extracted
	ids       []string
	documents []ingest.Document
	baseline  []string
	found     map[string]extracted
	scores    map[string][]shingleScore
	facts     factScore
	failed    int
	took      time.Duration
}

// extract takes the article out of one page.
func (r *extractionRun) extract(in Input, id string) error {
	page, err := os.ReadFile(filepath.Join(in.Path, "html", id+".html.gz"))
	if err != nil {
		return err
	}
	start := in.Now()
	d, err := ingest.Extract(ingest.Page{Data: page, Address: r.truth[id].URL}, in.Languages)
	r.took += in.Now().Sub(start)
	if err != nil {
		r.failed++
	}
	r.found[id] = extracted{Title: d.Title, Author: d.Author, Date: d.Date.String(), URL: d.URL, Body: d.Text()}
	r.facts.add(r.truth[id], r.found[id])
	d.URL = r.truth[id].URL // so that pages of one outlet are known as such
	r.documents = append(r.documents, d)
	r.baseline = append(r.baseline, paragraphsOf(page))
	return nil
}

// score compares what was found, and then what is left when all pages are
// added in one go: what stands on several pages of an outlet goes.
func (r *extractionRun) score() {
	add := func(row string, i int, found string) {
		r.scores[row] = append(r.scores[row], scoreShingles(r.truth[r.ids[i]].Body, found))
	}
	for i, d := range r.documents {
		add("ours", i, d.Text())
		add("ours, "+[]string{"even places", "odd places"}[i%2], i, d.Text())
		add("all paragraphs", i, r.baseline[i])
	}
	ingest.NewDesk(nil, &corpus.Corpus{}, ingest.Rules{}).Ready(r.documents, "")
	for i, d := range r.documents {
		add("ours, added in one go", i, d.Text())
	}
}

// readExtraction returns the articles of a data set and their ids in order.
func readExtraction(folder string) (map[string]extracted, []string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "ground-truth.json"))
	if err != nil {
		return nil, nil, err
	}
	var truth map[string]extracted
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, nil, fmt.Errorf("read ground-truth.json: %w", err)
	}
	ids := make([]string, 0, len(truth))
	for id := range truth {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return truth, ids, nil
}

func (r *extractionRun) table() Table {
	t := Table{Head: []string{"articles", "n", "F1", "P", "R", "exact"}}
	for _, row := range []string{"ours", "ours, even places", "ours, odd places", "ours, added in one go", "all paragraphs"} {
		list := r.scores[row]
		p, recall, exact := meanShingles(list)
		cells := []string{row, fmt.Sprint(len(list))}
		for _, v := range []float64{harmonic(p, recall), p, recall, exact} {
			cells = append(cells, fmt.Sprintf("%.3f", v))
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Notes = append([]string{
		"Runs of four words, counted as often as they occur; P and R are means over pages. Rules were made on pages in even places.",
		fmt.Sprintf("%d pages without an article found; %.0f ms a page",
			r.failed, float64(r.took)/float64(time.Millisecond)/float64(max(1, len(r.ids)))),
	}, r.facts.notes(len(r.ids))...)
	return t
}
