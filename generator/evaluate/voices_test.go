package evaluate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parallax/generator/text"
)

// TestVoicesScore pairs one to one by cue and counts halves of agreement.
func TestVoicesScore(t *testing.T) {
	const s = "Ada Lunt said it rained"
	words := text.Builtin().For("en").Words(s)
	span := func(start, end int) []text.Span { return []text.Span{{Start: start, End: end}} }
	gold := []attribution{{Source: span(0, 8), Cue: span(9, 13), Content: span(14, 23)}}
	var score voicesScore
	score.add(words, gold, []attribution{
		{Source: span(4, 8), Cue: span(9, 13), Content: nil}, // half the source, none of the content
		{Source: span(0, 8), Cue: span(9, 13), Content: span(14, 23)},
	})
	if score.found != (counts{hit: 1, predicted: 2, gold: 1}) || score.source != 1 || score.content != 0 {
		t.Errorf("got %+v", score)
	}
}

// TestPredictions writes predictions in the shape of the truth.
func TestPredictions(t *testing.T) {
	input := filepath.Join(t.TempDir(), "texts.jsonl")
	if err := os.WriteFile(input, []byte(`{"id":"a","text":"The bridge was shut by the town, Ada Lunt said."}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"voices": `{"id":"a","attributions":[{"source":[[33,41]],"cue":[[42,46]],"content":[[0,31]]}]}`,
		"agency": `{"id":"a","sentences":[[0,47]],"passives":[{"participle":[15,19],"agent":true}]}`,
	}
	for name, want := range tests {
		var out bytes.Buffer
		if _, err := taskNamed(t, name).Run(Input{Path: input, Predictions: &out, Languages: text.Builtin(), Now: time.Now}); err != nil {
			t.Fatal(err)
		}
		if got := bytes.TrimSpace(out.Bytes()); string(got) != want || !json.Valid(got) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
