package evaluate

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"parallax/generator/align"
	"parallax/generator/ratio"
)

// A sentencePair is an item of the task similarity.
type sentencePair struct {
	ID string `json:"id"`
	A  string `json:"a"`
	B  string `json:"b"`
}

// A pairTruth is what people said of a pair: a score from 0 to 5, or whether
// the sentences are paraphrases.
type pairTruth struct {
	ID         string   `json:"id"`
	Score      *float64 `json:"score"`
	Set        string   `json:"set"`
	Paraphrase *int     `json:"paraphrase"`
}

// A pairPrediction is what the measure says of a pair.
type pairPrediction struct {
	ID         string  `json:"id"`
	Score      float64 `json:"score"` // 0 to 1
	Paraphrase int     `json:"paraphrase"`

	words float64 // the trivial baseline
}

// similarity measures how well the score that aligns passages agrees with
// people.
func similarity(in Input) (Table, error) {
	pairs, err := readLines[sentencePair](in.Path)
	if err != nil {
		return Table{}, err
	}
	start := in.Now()
	predictions := predictPairs(in, pairs)
	took := in.Now().Sub(start)
	if in.Predictions != nil {
		lines := json.NewEncoder(in.Predictions)
		for _, p := range predictions {
			if err := lines.Encode(p); err != nil {
				return Table{}, fmt.Errorf("write predictions: %w", err)
			}
		}
	}
	table := Table{Head: []string{"pairs", "n", "Pearson", "Spearman", "accuracy", "F1"}}
	if in.Truth != "" {
		truth, err := readLines[pairTruth](in.Truth)
		if err != nil {
			return Table{}, err
		}
		table.Rows = scorePairs(predictions, truth)
	}
	table.Notes = []string{
		"Baseline: share of common words (Jaccard) for the scores, all pairs called paraphrases for the decision.",
		fmt.Sprintf("%.3f ms a pair", float64(took)/float64(time.Millisecond)/float64(max(1, len(pairs)))),
	}
	return table, nil
}

// plainQuotes mends quotation marks that a data set writes as tags.
var plainQuotes = strings.NewReplacer("<QUOTE>", `"`)

func predictPairs(in Input, pairs []sentencePair) []pairPrediction {
	language := in.Languages.For("en")
	measure := align.NewSimilarity(language)
	list := make([]pairPrediction, len(pairs))
	for i, p := range pairs {
		list[i].ID = p.ID
		score, same := measure.Between(plainQuotes.Replace(p.A), plainQuotes.Replace(p.B))
		list[i].Score = math.Round(score*1e4) / 1e4
		if same {
			list[i].Paraphrase = 1
		}
		seen := map[string]int{}
		for _, w := range language.Words(p.A) {
			seen[w.Lower] |= 1
		}
		for _, w := range language.Words(p.B) {
			seen[w.Lower] |= 2
		}
		both := 0.0
		for _, where := range seen {
			if where == 3 {
				both++
			}
		}
		list[i].words = ratio.Of(both, float64(len(seen)))
	}
	return list
}

// scorePairs returns a row for each set of the truth, with a row of the
// baseline below it.
func scorePairs(predictions []pairPrediction, truth []pairTruth) [][]string {
	var sets []string
	for _, t := range truth {
		if !slices.Contains(sets, t.Set) {
			sets = append(sets, t.Set)
		}
	}
	slices.Sort(sets)
	if len(sets) > 1 {
		sets = append(sets, "all")
	}
	var rows [][]string
	for _, set := range sets {
		var score, words, gold []float64
		var decided, always outcome
		for i, t := range truth {
			if set != "all" && t.Set != set || i >= len(predictions) {
				continue
			}
			if t.Score != nil {
				score, words, gold = append(score, predictions[i].Score), append(words, predictions[i].words), append(gold, *t.Score)
			}
			if t.Paraphrase != nil {
				decided.add(predictions[i].Paraphrase == 1, *t.Paraphrase == 1)
				always.add(true, *t.Paraphrase == 1)
			}
		}
		name := set
		if name == "" {
			name = "pairs"
		}
		rows = append(rows, pairRow(name, score, gold, decided), pairRow("  baseline", words, gold, always))
	}
	return rows
}

func pairRow(name string, score, gold []float64, decided outcome) []string {
	row := []string{name, fmt.Sprint(max(len(gold), decided.total())), "-", "-", "-", "-"}
	if len(gold) > 0 {
		row[2], row[3] = fmt.Sprintf("%.3f", pearson(score, gold)), fmt.Sprintf("%.3f", pearson(ranks(score), ranks(gold)))
	}
	if decided.total() > 0 {
		row[4], row[5] = fmt.Sprintf("%.3f", decided.accuracy()), fmt.Sprintf("%.3f", decided.f1())
	}
	return row
}

// An outcome counts yes-or-no decisions.
type outcome struct{ hit, miss, falseAlarm, right int }

func (o *outcome) add(predicted, gold bool) {
	switch {
	case predicted && gold:
		o.hit++
	case predicted:
		o.falseAlarm++
	case gold:
		o.miss++
	default:
		o.right++
	}
}

func (o outcome) total() int { return o.hit + o.miss + o.falseAlarm + o.right }

func (o outcome) accuracy() float64 { return ratio.Of(float64(o.hit+o.right), float64(o.total())) }

func (o outcome) f1() float64 {
	return ratio.Of(2*float64(o.hit), float64(2*o.hit+o.miss+o.falseAlarm))
}

// pearson returns the correlation of two lists of the same length.
func pearson(a, b []float64) float64 {
	ma, mb := mean(a), mean(b)
	var ab, aa, bb float64
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	return ratio.Of(ab, math.Sqrt(aa*bb))
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return ratio.Of(sum, float64(len(list)))
}

// ranks returns the rank of each value, equal values sharing the mean rank.
func ranks(list []float64) []float64 {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case list[i] < list[j]:
			return -1
		case list[i] > list[j]:
			return 1
		}
		return 0
	})
	rank := make([]float64, len(list))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && list[order[j]] == list[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			rank[at] = float64(i+j-1) / 2
		}
		i = j
	}
	return rank
}
