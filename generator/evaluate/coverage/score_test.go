package coverage_test

import (
	"math"
	"testing"

	"parallax/generator/evaluate/coverage"
	"parallax/generator/evaluate/dataset"
)

// TestByHand holds the score of one small event to figures that were worked
// out on paper. Its rows belong to the facts 1, 2, none, none, 3, 1, 4 and 5.
func TestByHand(t *testing.T) {
	score := scored(t)
	for name, want := range map[string]float64{
		"absence_precision": 3.5 / 4,                   // c lacks 1; by a sentence b lacks the storm and c tells a part; a lacks 3
		"absences":          4, "absences_unjudged": 1, // no sentence of c is labelled
		"absence_recall": 2. / 4,  // c of fact 1 and a of fact 3, but not c of 3 and of 5
		"only_precision": 1.5 / 3, // half for a part in c, nothing for what b tells, all for fact 3
		"onlys":          3, "onlys_unjudged": 1,
		"same_precision": 11. / 14, "sames": 14, // b tells a part of 2 and c of 4; c nothing of 3 and of 5
		"shared_facts": 4, "pair_recall": 6. / 8, "lost_facts": 1. / 4, // of fact 2 one report is right
		"complete_facts": 2. / 4, // 1 and 4, where c tells a part; not 5, where c tells nothing
		"rows_a_fact":    5. / 4, "main_recall": 1, "main_rows": 2,
		"lead_is_main": 0, "lead_count_right": 1, "leads": 1, // row 2 leads; two are said to tell it and two do
	} {
		if got := score.Measures().Of(name); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %.4f, want %.4f", name, got, want)
		}
	}
	if n := len(score.Measures()); n != 19 {
		t.Errorf("%d measures", n)
	}
}

// TestPublishedScorer runs the scorer that is published with the labels on the
// same event.
func TestPublishedScorer(t *testing.T) {
	published := dataset.Scored(t, "coverage/score_coverage.py", "testdata/hand.truth.jsonl", "testdata/hand.jsonl")
	for _, m := range scored(t).Measures() {
		if want, found := published[m.Name]; !found || math.Abs(m.Value-want) > 0.00051 {
			t.Errorf("%s is %.4f, the published scorer says %.3f", m.Name, m.Value, want)
		}
	}
}

// TestNothing has no figure where there is nothing to measure.
func TestNothing(t *testing.T) {
	var score coverage.Score
	score.Add(coverage.Truth{}, coverage.Event{})
	if got := score.Measures().Of("absence_precision"); !math.IsNaN(got) {
		t.Errorf("absence_precision of nothing is %v", got)
	}
	if got := score.Measures().Of("lost_facts"); got != 0 {
		t.Errorf("lost_facts of nothing is %v", got)
	}
}

func scored(t *testing.T) *coverage.Score {
	t.Helper()
	var truth coverage.Truth
	var event coverage.Event
	dataset.Read(t, "testdata/hand.truth.jsonl", &truth)
	dataset.Read(t, "testdata/hand.jsonl", &event)
	score := &coverage.Score{}
	score.Add(truth, event)
	return score
}
