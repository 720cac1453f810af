package main

import (
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

const folds = 5

// crossValidate returns the macro-F1 of tones told by weights that were fitted
// without the fold that a sentence is in.
func crossValidate(examples []example) float64 {
	var confusion [3][3]float64 // truth, told
	for fold := range folds {
		var rest []example
		for _, e := range examples {
			if foldOf(e.text) != fold {
				rest = append(rest, e)
			}
		}
		all := fit(rest)
		for _, e := range examples {
			if foldOf(e.text) == fold {
				confusion[e.class][tell(e.features, all)]++
			}
		}
	}
	return macroF1(confusion)
}

func foldOf(s string) int {
	return int(text.Hash(text.HashStart, s) % folds)
}

// tell returns the likeliest class, by weights as they are written.
func tell(features []tone.Feature, all map[string]weights) int {
	var sum [3]float64
	add := func(key string, value float64) {
		negative, positive := contrast(all[key])
		sum[0] += negative * value
		sum[2] += positive * value
	}
	add(tone.Bias, 1)
	for _, f := range features {
		add(f.Key(), f.Value)
	}
	best := 0
	for class := range sum {
		if sum[class] > sum[best] {
			best = class
		}
	}
	return best
}

func macroF1(confusion [3][3]float64) float64 {
	total := 0.0
	for class := range confusion {
		hit := confusion[class][class]
		all := 0.0
		for other := range confusion {
			all += confusion[class][other] + confusion[other][class]
		}
		total += 2 * hit / max(all, 1)
	}
	return total / 3
}
