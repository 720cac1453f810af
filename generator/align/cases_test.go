package align

import (
	"fmt"
	"strings"
	"testing"

	"parallax/generator/cases"
	"parallax/generator/text"
)

// TestPairs scores how nearly two sentences say the same.
func TestPairs(t *testing.T) {
	measure := NewSimilarity(text.Builtin().For("en"))
	cases.Run(t, "testdata/cases/pairs.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		score, _ := measure.Between(a, b)
		return fmt.Sprintf("%.2f", score)
	})
}

// TestParaphrases says whether one sentence may stand for another.
func TestParaphrases(t *testing.T) {
	measure := NewSimilarity(text.Builtin().For("en"))
	cases.Run(t, "testdata/cases/paraphrases.txt", func(asked string) string {
		a, b, _ := strings.Cut(asked, " // ")
		if _, paraphrase := measure.Between(a, b); paraphrase {
			return "same"
		}
		return "other"
	})
}
