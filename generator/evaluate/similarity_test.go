package evaluate

import (
	"math"
	"slices"
	"testing"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/text"
)

func TestRanks(t *testing.T) {
	if got, want := ranks([]float64{3, 1, 3, 2}), []float64{2.5, 0, 2.5, 1}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPearson(t *testing.T) {
	if got := pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(got-1) > 1e-9 {
		t.Errorf("a straight line: got %v, want 1", got)
	}
	if got := pearson([]float64{1, 1}, []float64{2, 4}); got != 0 {
		t.Errorf("no spread: got %v, want 0", got)
	}
}

// TestSimilarityBar keeps the measure above what the pages need.
func TestSimilarityBar(t *testing.T) {
	path := dataset.Path(t, "similarity/sts-report.jsonl")
	pairs, err := readLines[sentencePair](path)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := readLines[pairTruth](TruthOf(path))
	if err != nil {
		t.Fatal(err)
	}
	var score, gold []float64
	for i, p := range predictPairs(Input{Languages: text.Builtin()}, pairs) {
		if truth[i].Set == "headlines" {
			score, gold = append(score, p.Score), append(gold, *truth[i].Score)
		}
	}
	if got := pearson(score, gold); got < 0.81 {
		t.Errorf("Pearson on headlines: got %.3f, want at least .81", got)
	}
}
