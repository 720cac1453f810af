// Package evaluate measures how good grouping, framing and extraction are on
// published data sets, with the code that builds pages. [Tasks] is its entry
// point: a task reads an input and its truth, and returns a [Table].
//
// # Formats
//
// Inputs are JSON lines with an "id"; the truth of NAME.jsonl is
// NAME.truth.jsonl or NAME.truth.tsv beside it, with the same ids in the same
// order. Offsets are bytes of the UTF-8 text, end exclusive. Predictions are
// written in the shape of the truth, so that anybody's scorer can check them.
//
// # Honesty
//
// Each table shows a trivial baseline beside the score, the number of items
// and the time per item. Weights and thresholds are chosen on the parts of a
// data set named "tune" and reported on those named "report"; where there is
// only one part, by cross-validation over events, outlets or topics.
package evaluate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"parallax/generator/ratio"
	"parallax/generator/text"
)

// A Task is one thing that can be measured.
type Task struct {
	Name   string
	Short  string // one line for the help text
	Ending string // of the file of its truth, in place of ".jsonl"; the usual ones if empty
	Run    func(Input) (Table, error)
}

// Tasks returns all tasks in the order of the help text.
func Tasks() []Task {
	return []Task{
		{Name: "loaded", Short: "loaded sentences and their words", Run: loadedTask},
		{Name: "tone", Short: "the tone of a sentence toward someone it names", Run: toneTask},
		{Name: "similarity", Short: "how nearly two sentences say the same", Run: similarity},
		{Name: "naming", Short: "which mentions mean one participant", Run: naming},
		eventsTask(),
		coverageTask(),
		namesTask(),
		voicesTask(),
		agencyTask(),
		eventFoldsTask(),
		eventPagesTask(),
		extractionTask(),
		reviewsTask(),
	}
}

// Input is what a task reads and writes.
type Input struct {
	Path        string    // the input file or folder
	Truth       string    // the truth; empty if there is none
	Predictions io.Writer // where predictions go; nil for nowhere
	Languages   *text.Languages
	Repeat      []int            // sizes to repeat the task at, for tasks that measure growth
	Now         func() time.Time // the clock that times are taken with
}

// A Table is what a task prints.
type Table struct {
	Head  []string
	Rows  [][]string
	Notes []string // lines below the table
}

// Print writes the table with aligned columns.
func (t Table) Print(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		fmt.Fprintln(tw, strings.Join(row, "\t"))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	for _, note := range t.Notes {
		if _, err := fmt.Fprintln(w, note); err != nil {
			return err
		}
	}
	return nil
}

// TruthOf returns the path of the task's truth that lies beside an input, or "".
func (t Task) TruthOf(path string) string {
	if t.Ending == "" {
		return TruthOf(path)
	}
	return beside(path, t.Ending)
}

// TruthOf returns the path of the truth that lies beside an input, or "".
func TruthOf(path string) string { return beside(path, ".truth.jsonl", ".truth.tsv") }

// beside returns the first file that has the input's name with an ending, or "".
func beside(path string, endings ...string) string {
	stem := strings.TrimSuffix(path, ".jsonl")
	for _, ending := range endings {
		if _, err := os.Stat(stem + ending); err == nil {
			return stem + ending
		}
	}
	return ""
}

// readLines reads a file of JSON lines.
func readLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var items []T
	lines := bufio.NewReader(f)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var item T
			if err := json.Unmarshal(line, &item); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, number, err)
			}
			items = append(items, item)
		}
		if errors.Is(err, io.EOF) {
			return items, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
}

// Counts are what is counted for precision and recall.
type counts struct {
	hit, predicted, gold float64
}

func (c counts) precision() float64 { return ratio.Of(c.hit, c.predicted) }
func (c counts) recall() float64    { return ratio.Of(c.hit, c.gold) }
func (c counts) f1() float64        { return harmonic(c.precision(), c.recall()) }

func harmonic(p, r float64) float64 { return ratio.Of(2*p*r, p+r) }
