package main

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"parallax/generator/text/tone"
)

const notice = `# How much a feature of a sentence speaks for a negative and for a positive tone
# toward its target; for a neutral one, 0. The letters before the words are the
# groups of package tone. Made by program train; do not edit.
# Learned from NewsMTSC, MIT License: see LEXICON_LICENSES.
`

const least = 0.05 // weights below it are left out

// write writes the table, keys in order.
func write(w io.Writer, all map[string]weights) error {
	if _, err := io.WriteString(w, notice); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		negative, positive := contrast(all[key])
		if key != tone.Bias && negative == 0 && positive == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\t%.3g\t%.3g\n", key, negative, positive); err != nil {
			return err
		}
	}
	return nil
}

// contrast returns the weights against neutral, small ones as 0.
func contrast(w weights) (negative, positive float64) {
	round := func(v float64) float64 {
		if math.Abs(v) < least {
			return 0
		}
		return math.Round(v*100) / 100
	}
	return round(w[0] - w[1]), round(w[2] - w[1])
}
