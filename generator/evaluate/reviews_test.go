package evaluate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/generator/framing"
)

// TestReviews counts what editors decided.
func TestReviews(t *testing.T) {
	site := t.TempDir()
	write := func(name string, decisions ...framing.Decision) {
		data, err := json.Marshal(map[string]any{"comparison": framing.Comparison{Review: framing.Review{Decisions: decisions}}})
		if err == nil {
			err = os.MkdirAll(filepath.Join(site, "data"), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(site, "data", name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write("schema.json")
	if _, err := reviews(Input{Path: site}); err == nil || !strings.Contains(err.Error(), "has a decision") {
		t.Errorf("of no decision: %v", err)
	}
	cell := func(do, machine, editor string) framing.Decision {
		return framing.Decision{Do: do, Signal: framing.SignalCoverage, About: "s1", Article: 1, Machine: machine, Editor: editor}
	}
	finding := func(do, editor string) framing.Decision {
		return framing.Decision{Do: do, Signal: framing.SignalTone, Key: "finding.tone.loaded", Article: -1, Machine: "finding.tone.loaded", Editor: editor}
	}
	write("a.json", cell("confirm-cell", "absent", "absent"), cell("tells", "absent", "tells"), cell("tells-part", "tells", "part"), cell("tells", "unsaid", "tells"),
		finding("hide-finding", ""), finding("confirm-finding", "finding.tone.loaded"), finding("reword-finding", "Other words."), finding("lead-finding", "tone-2"))
	write("b.json", finding("hide-finding", ""), framing.Decision{Do: "hide-statement", Signal: framing.SignalCoverage, Article: -1, Machine: "Two years"},
		framing.Decision{Do: "unmark-word", Signal: framing.SignalTone, About: "toxic", Article: 0, Machine: "loaded"},
		framing.Decision{Do: "split-statement", Signal: framing.SignalCoverage, Article: -1, Machine: "Two years", Editor: "One year"},
		framing.Decision{Do: "furniture", Article: 1, Machine: "Photo: Nan Reed"}, framing.Decision{Do: "check-section", Signal: framing.SignalNaming, Article: -1, Editor: "checked"},
		framing.Decision{Do: "part-names", Signal: framing.SignalNaming, About: "A", Article: -1, Machine: "A", Editor: "B"})
	table, err := reviews(Input{Path: site})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range table.Rows {
		got = append(got, strings.Join(row, " | "))
	}
	want := ` | furniture | 0 | 0 | 1 | 0.00 | 0.00 | 0.79
coverage | cell: absent | 1 | 0 | 1 | 0.50 | 0.09 | 0.91
coverage | cell: tells | 0 | 1 | 0 | 0.50 | 0.05 | 0.95
coverage | statement | 0 | 0 | 2 | 0.00 | 0.00 | 0.66
naming | name | 0 | 0 | 1 | 0.00 | 0.00 | 0.79
tone | tone.loaded | 1 | 1 | 2 | 0.38 | 0.09 | 0.78
tone | word | 0 | 0 | 1 | 0.00 | 0.00 | 0.79`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if !strings.HasPrefix(table.Notes[0], "Decisions: 15; events: 2.") {
		t.Error(table.Notes)
	}
}
