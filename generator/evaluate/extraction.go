package evaluate

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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
	found := make(map[string]extracted, len(ids))
	scores := map[string][]shingleScore{}
	var took time.Duration
	failed := 0
	for i, id := range ids {
		page, err := os.ReadFile(filepath.Join(in.Path, "html", id+".html.gz"))
		if err != nil {
			return Table{}, err
		}
		start := in.Now()
		d, err := ingest.Extract(ingest.Page{Data: page, Address: truth[id].URL}, in.Languages)
		took += in.Now().Sub(start)
		if err != nil {
			failed++
		}
		found[id] = extracted{Title: d.Title, Author: d.Author, Date: d.Date.String(), URL: d.URL, Body: d.Text()}
		part := []string{"even places", "odd places"}[i%2]
		s, b := scoreShingles(truth[id].Body, d.Text()), scoreShingles(truth[id].Body, paragraphsOf(page))
		scores["ours"] = append(scores["ours"], s)
		scores["ours, "+part] = append(scores["ours, "+part], s)
		scores["all paragraphs"] = append(scores["all paragraphs"], b)
	}
	if in.Predictions != nil {
		if err := json.NewEncoder(in.Predictions).Encode(found); err != nil {
			return Table{}, fmt.Errorf("write predictions: %w", err)
		}
	}
	return extractionTable(scores, failed, took), nil
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

func extractionTable(scores map[string][]shingleScore, failed int, took time.Duration) Table {
	t := Table{Head: []string{"articles", "n", "F1", "P", "R", "exact"}}
	for _, row := range []string{"ours", "ours, even places", "ours, odd places", "all paragraphs"} {
		list := scores[row]
		p, r, exact := meanShingles(list)
		cells := []string{row, fmt.Sprint(len(list))}
		for _, v := range []float64{harmonic(p, r), p, r, exact} {
			cells = append(cells, fmt.Sprintf("%.3f", v))
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Notes = []string{
		"Runs of four words, counted as often as they occur; P and R are means over pages. Rules were made on pages in even places.",
		fmt.Sprintf("%d pages without an article found; %.0f ms a page",
			failed, float64(took)/float64(time.Millisecond)/float64(max(1, len(scores["ours"])))),
	}
	return t
}

// A shingleScore is what the published scorer counts on one page, each count
// divided by the sum of the three.
type shingleScore struct {
	hit, extra, missed float64
	exact              bool
}

// tokenPattern is what the published scorer takes for a word, \w+ in Python.
var tokenPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// scoreShingles compares the runs of four words of two texts.
func scoreShingles(gold, found string) shingleScore {
	g, f := tokenPattern.FindAllString(gold, -1), tokenPattern.FindAllString(found, -1)
	left := shingles(g)
	s := shingleScore{exact: slices.Equal(g, f)}
	for shingle, n := range shingles(f) {
		hit := min(n, left[shingle])
		s.hit += hit
		s.extra += n - hit
		left[shingle] -= hit
	}
	for _, n := range left {
		s.missed += n
	}
	if sum := s.hit + s.extra + s.missed; sum > 0 {
		s.hit, s.extra, s.missed = s.hit/sum, s.extra/sum, s.missed/sum
	}
	return s
}

// shingles counts runs of four words; a shorter text is one run.
func shingles(tokens []string) map[string]float64 {
	const size = 4
	counts := map[string]float64{}
	if len(tokens) > 0 && len(tokens) < size {
		counts[strings.Join(tokens, " ")]++
	}
	for i := range max(0, len(tokens)-size+1) {
		counts[strings.Join(tokens[i:i+size], " ")]++
	}
	return counts
}

// meanShingles returns precision, recall and the share of equal texts. Pages
// on which precision or recall is not defined do not count for it.
func meanShingles(list []shingleScore) (p, r, exact float64) {
	var np, nr float64
	for _, s := range list {
		if s.hit+s.extra > 0 {
			p, np = p+s.hit/(s.hit+s.extra), np+1
		}
		if s.hit+s.missed > 0 {
			r, nr = r+s.hit/(s.hit+s.missed), nr+1
		}
		if s.exact {
			exact++
		}
	}
	return divide(p, np), divide(r, nr), divide(exact, float64(len(list)))
}

// paragraphsOf is the baseline: the text of all <p> of a page.
func paragraphsOf(page []byte) string {
	source, err := ingest.Unpack(page)
	if err != nil {
		return ""
	}
	root, err := html.Parse(strings.NewReader(string(source)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		for p := range n.Ancestors() {
			if p.DataAtom == atom.P {
				b.WriteString(n.Data + " ")
				break
			}
		}
	}
	return b.String()
}
