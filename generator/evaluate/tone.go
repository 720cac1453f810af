package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"parallax/generator/ratio"
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

// A toneItem is an item of the task tone: a sentence and a target in it.
type toneItem struct {
	ID     string    `json:"id"`
	Text   string    `json:"text"`
	Target text.Span `json:"target"`
}

// A toneTruth is the tone of an item: -1, 0 or 1. Predictions have its shape.
type toneTruth struct {
	ID   string `json:"id"`
	Tone int    `json:"tone"`
}

// toneTask measures how well the tone of a sentence toward a target is read.
func toneTask(in Input) (Table, error) {
	items, err := readLines[toneItem](in.Path)
	if err != nil {
		return Table{}, err
	}
	l := in.Languages.For("en")
	start := in.Now()
	predictions, counted := predictTone(l, items)
	took := in.Now().Sub(start)
	if err := writePredictions(in.Predictions, predictions); err != nil {
		return Table{}, err
	}
	table := Table{
		Head: []string{"targets", "n", "macro-F1", "accuracy", "negative F1", "neutral F1", "positive F1"},
		Notes: []string{
			"Baselines: always neutral; the sign of the valence of the sentence's words, added up.",
			fmt.Sprintf("“Counted on pages” takes a tone for neutral that is less than %g probable.", tone.Sure),
			fmt.Sprintf("%.3f ms a target", float64(took)/float64(time.Millisecond)/float64(max(1, len(items)))),
		},
	}
	if in.Truth == "" {
		return table, nil
	}
	truth, err := readLines[toneTruth](in.Truth)
	if err != nil {
		return Table{}, err
	}
	if len(truth) != len(items) {
		return Table{}, fmt.Errorf("%d targets but %d tones in %s", len(items), len(truth), in.Truth)
	}
	table.Rows = scoreTone(toneSets(items), predictions, counted, wordListTone(l, items), truth)
	return table, nil
}

// writePredictions writes one line an item, or nothing if w is nil.
func writePredictions[T any](w io.Writer, predictions []T) error {
	if w == nil {
		return nil
	}
	lines := json.NewEncoder(w)
	for _, p := range predictions {
		if err := lines.Encode(p); err != nil {
			return fmt.Errorf("write predictions: %w", err)
		}
	}
	return nil
}

// predictTone reads the tone of each item, the likeliest and what pages count.
func predictTone(l *text.Language, items []toneItem) (likeliest, counted []toneTruth) {
	for _, item := range items {
		told, sure := tone.Read(l, item.Text, l.Words(item.Text)).Toward(item.Target)
		likeliest = append(likeliest, toneTruth{ID: item.ID, Tone: int(told)})
		if sure < tone.Sure {
			told = tone.Neutral
		}
		counted = append(counted, toneTruth{ID: item.ID, Tone: int(told)})
	}
	return likeliest, counted
}

// wordListTone is the baseline of a word list.
func wordListTone(l *text.Language, items []toneItem) []toneTruth {
	list := make([]toneTruth, len(items))
	for i, item := range items {
		sum := 0.0
		for _, w := range l.Words(item.Text) {
			sum += l.Valence(w.Lower, w.Stem)
		}
		list[i].ID = item.ID
		switch {
		case sum > 0:
			list[i].Tone = 1
		case sum < 0:
			list[i].Tone = -1
		}
	}
	return list
}

// toneSets names the sets of the items: the letters before the id's first
// hyphen where they tell sets apart, else whether the text has several
// targets.
func toneSets(items []toneItem) []string {
	prefixes, targets := map[string]bool{}, map[string]int{}
	for _, item := range items {
		prefix, _, _ := strings.Cut(item.ID, "-")
		prefixes[prefix] = true
		targets[item.Text]++
	}
	sets := make([]string, len(items))
	for i, item := range items {
		switch prefix, _, _ := strings.Cut(item.ID, "-"); {
		case len(prefixes) > 1:
			sets[i] = prefix
		case targets[item.Text] > 1:
			sets[i] = "several in a text"
		default:
			sets[i] = "one in a text"
		}
	}
	return sets
}

// scoreTone returns the rows of each set, baselines below it.
func scoreTone(sets []string, predictions, counted, words, truth []toneTruth) [][]string {
	var rows [][]string
	for _, set := range append(distinct(sets), "all") {
		var told, page, listed, neutral confusion
		for i, t := range truth {
			if set == "all" || sets[i] == set {
				told.add(t.Tone, predictions[i].Tone)
				page.add(t.Tone, counted[i].Tone)
				listed.add(t.Tone, words[i].Tone)
				neutral.add(t.Tone, 0)
			}
		}
		rows = append(rows, told.row(set), page.row("  counted on pages"), neutral.row("  always neutral"), listed.row("  word list"))
	}
	return rows
}

// distinct returns the values in order of their first appearance.
func distinct(values []string) []string {
	var list []string
	seen := map[string]bool{}
	for _, v := range values {
		if !seen[v] {
			seen[v] = true
			list = append(list, v)
		}
	}
	return list
}

// A confusion counts tones: truth, then what was told, each 0 to 2 for -1 to 1.
type confusion [3][3]float64

func (c *confusion) add(gold, told int) {
	if gold >= -1 && gold <= 1 {
		c[gold+1][told+1]++
	}
}

// f1 returns the F1 of one tone.
func (c *confusion) f1(class int) float64 {
	r := counts{hit: c[class][class]}
	for other := range c {
		r.gold += c[class][other]
		r.predicted += c[other][class]
	}
	return r.f1()
}

func (c *confusion) row(name string) []string {
	n := 0.0
	for _, row := range c {
		n += row[0] + row[1] + row[2]
	}
	row := []string{name, fmt.Sprint(int(n))}
	negative, neutral, positive := c.f1(0), c.f1(1), c.f1(2)
	for _, v := range []float64{(negative + neutral + positive) / 3, ratio.Of(c[0][0]+c[1][1]+c[2][2], n), negative, neutral, positive} {
		row = append(row, fmt.Sprintf("%.3f", v))
	}
	return row
}
