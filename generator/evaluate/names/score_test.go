package names_test

import (
	"math"
	"testing"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/evaluate/names"
)

// TestByHand holds the score of one small event to figures that were worked
// out on paper.
func TestByHand(t *testing.T) {
	measures := scored(t).Measures()
	// Of six labelled passages five are found: three are laid to Calder, two of
	// them hers and one of a passenger; one each to a passenger and a witness.
	precision := (2./3 + 2./3 + 1./3 + 1 + 1) / 5
	recall := (1. + 1 + 1./2 + 1./2 + 1) / 5
	for name, want := range map[string]float64{
		"name_recall": 1. / 2, "shown": 2, // the ferry, not the grounding; the harbour master is not worth showing
		"name_precision": 1. / 5, "rows": 5, "rows_unmapped": 3, // the town is no row; one report is too few, and so is half
		"label_purity":  4. / 6, // "tug" and "woman" are like nothing
		"speech_recall": 5. / 6, "speaker_b3": 2 * precision * recall / (precision + recall),
		"group_accuracy": 1. / 2, "groups": 2, // the passenger's passages are tied, and the first is laid to Calder; of the witness nothing is said
		"grouped": 2. / 3,
	} {
		if got := measures.Of(name); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %.4f, want %.4f", name, got, want)
		}
	}
	if len(measures) != 11 {
		t.Errorf("%d measures", len(measures))
	}
}

// TestPublishedScorer runs the scorer that is published with the labels on the
// same event.
func TestPublishedScorer(t *testing.T) {
	measures := scored(t).Measures()
	published := dataset.Scored(t, "coverage/score_names.py", "testdata/hand.names.jsonl", "testdata/hand.jsonl")
	for name, want := range published {
		if got := measures.Of(name); !(math.Abs(got-want) < 0.00051) {
			t.Errorf("%s is %.4f, the published scorer says %.3f", name, got, want)
		}
	}
	if len(published) != len(measures)-1 {
		t.Errorf("the published scorer has the measures %v", published)
	}
}

func scored(t *testing.T) *names.Score {
	t.Helper()
	var truth names.Truth
	var event names.Event
	dataset.Read(t, "testdata/hand.names.jsonl", &truth)
	dataset.Read(t, "testdata/hand.jsonl", &event)
	score := &names.Score{}
	score.Add(truth, event)
	return score
}
