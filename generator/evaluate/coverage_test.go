package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

// TestPublishedScores runs coverage and names, and gives what they predict to
// the scorers that are published with the labels: every figure of the tables
// is theirs, to three digits.
func TestPublishedScores(t *testing.T) {
	for _, test := range []struct {
		task    Task
		scorer  string
		columns [][2]string
	}{
		{coverageTask(), "coverage/score_coverage.py", coverageColumns()},
		{namesTask(), "coverage/score_names.py", namesColumns()},
	} {
		t.Run(test.task.Name, func(t *testing.T) {
			path := dataset.Path(t, "coverage/tune.jsonl")
			predictions, err := os.Create(filepath.Join(t.TempDir(), "predictions.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			defer predictions.Close()
			truth := test.task.TruthOf(path)
			table, err := test.task.Run(Input{Path: path, Truth: truth, Predictions: predictions, Languages: text.Builtin(), Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			published := dataset.Scored(t, test.scorer, truth, predictions.Name())
			compared := 0
			for i, column := range test.columns {
				want, known := published[column[1]]
				if !known {
					continue // ours alone
				}
				compared++
				if got := table.Rows[0][i+1]; got != share(want) && got != fmt.Sprint(want) {
					t.Errorf("%s is %s, the published scorer says %v", column[0], got, want)
				}
			}
			if compared < 8 {
				t.Errorf("%d figures were compared", compared)
			}
		})
	}
}

// TestUnlabelledEvents predicts events that have no labels, and does not score
// them.
func TestUnlabelledEvents(t *testing.T) {
	path := filepath.Join(t.TempDir(), "input.jsonl")
	const line = `{"id":"ferry","articles":[{"id":"a","outlet":"x","date":"","text":"Ferry aground\nA ferry ran aground off Alder Point on Monday."},` +
		`{"id":"b","outlet":"y","date":"soon","text":"Ferry stuck\nA ferry ran aground off Alder Point on Monday night."}]}` + "\n"
	if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, task := range []Task{coverageTask(), namesTask()} {
		table, err := task.Run(Input{Path: path, Truth: task.TruthOf(path), Languages: text.Builtin(), Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		if got := table.Rows[0][1]; got != "–" {
			t.Errorf("%s of nothing is %s", table.Head[1], got)
		}
	}
}
