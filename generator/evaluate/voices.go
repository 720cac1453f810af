package evaluate

import (
	"fmt"
	"time"

	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// voicesTask measures who says what: attributions with their source, cue and
// content (the shape of PolNeAR, Newell, Margolin & Ruths 2018).
func voicesTask() Task {
	return Task{Name: "voices", Short: "who is quoted or reported, with which verb, saying what", Run: runVoices}
}

// plainText is an input of the tasks voices and agency.
type plainText struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// voicesItem is the truth or the prediction for one text.
type voicesItem struct {
	ID           string        `json:"id"`
	Attributions []attribution `json:"attributions"`
}

// An attribution is three lists of spans; a list may be empty.
type attribution struct {
	Source  []text.Span `json:"source"`
	Cue     []text.Span `json:"cue"`
	Content []text.Span `json:"content"`
}

func runVoices(in Input) (Table, error) {
	inputs, err := readLines[plainText](in.Path)
	if err != nil {
		return Table{}, err
	}
	truth, err := readTruth(in.Truth, func(t voicesItem) string { return t.ID })
	if err != nil {
		return Table{}, err
	}
	l := in.Languages.For("en")
	var rules, trivial voicesScore
	began := in.Now()
	predicted := make([]voicesItem, len(inputs))
	for i, input := range inputs {
		predicted[i] = predictVoices(input, l)
	}
	took := in.Now().Sub(began)
	if err := writePredictions(in.Predictions, predicted); err != nil {
		return Table{}, err
	}
	for i, input := range inputs {
		words := l.Words(input.Text)
		rules.add(words, truth[input.ID].Attributions, predicted[i].Attributions)
		trivial.add(words, truth[input.ID].Attributions, trivialVoices(input.Text, l))
	}
	return Table{
		Head: []string{"voices", "P", "R", "F1", "source", "content"},
		Rows: [][]string{rules.row("rules"), trivial.row("every “said”")},
		Notes: []string{
			fmt.Sprintf("%d articles, %.0f attributions; %s", len(inputs), rules.found.gold, perItem(took, len(inputs))),
			"P, R, F1: cues overlap, one to one. Source, content: share of these whose words agree by half (Jaccard).",
		},
	}, nil
}

// predictVoices finds the attributions of a text with the code of the pages.
func predictVoices(input plainText, l *text.Language) voicesItem {
	item := voicesItem{ID: input.ID, Attributions: []attribution{}}
	for _, a := range reading.Read(plainArticle(input.ID, input.Text, l), l).Attributions() {
		item.Attributions = append(item.Attributions, attribution{Source: orEmpty(a.Source), Cue: orEmpty(a.Cue), Content: orEmpty(a.Content)})
	}
	return item
}

func orEmpty(spans []text.Span) []text.Span {
	if spans == nil {
		return []text.Span{}
	}
	return spans
}

// trivialVoices is the baseline: each "said" lays the rest of its sentence to
// the two words before it.
func trivialVoices(s string, l *text.Language) []attribution {
	var list []attribution
	for _, p := range l.Sentences(s) {
		words := l.Words(p.Of(s))
		for i, w := range words {
			if w.Lower != "said" || i < 2 {
				continue
			}
			list = append(list, attribution{
				Source:  []text.Span{{Start: p.Start + words[i-2].Start, End: p.Start + words[i-1].End}},
				Cue:     []text.Span{{Start: p.Start + w.Start, End: p.Start + w.End}},
				Content: []text.Span{{Start: p.Start + w.End, End: p.End}},
			})
		}
	}
	return list
}

// A voicesScore sums up over texts.
type voicesScore struct {
	found           counts
	source, content float64 // of those found
}

// add pairs predicted with true attributions one to one: in order of the
// prediction, with the first true one whose cue overlaps and is still free.
func (v *voicesScore) add(words []text.Word, gold, predicted []attribution) {
	v.found.gold += float64(len(gold))
	v.found.predicted += float64(len(predicted))
	free := make([]bool, len(gold))
	for i := range free {
		free[i] = true
	}
	for _, p := range predicted {
		for i, g := range gold {
			if !free[i] || !anyOverlap(p.Cue, g.Cue) {
				continue
			}
			free[i] = false
			v.found.hit++
			v.source += agree(words, p.Source, g.Source)
			v.content += agree(words, p.Content, g.Content)
			break
		}
	}
}

func (v *voicesScore) row(name string) []string {
	return []string{
		name, share(v.found.precision()), share(v.found.recall()), share(v.found.f1()),
		share(ratio.Of(v.source, v.found.hit)), share(ratio.Of(v.content, v.found.hit)),
	}
}

func anyOverlap(a, b []text.Span) bool {
	for _, p := range a {
		for _, q := range b {
			if p.Overlaps(q) {
				return true
			}
		}
	}
	return false
}

// agree returns 1 if at least half of the words in either list of spans lie in
// both (Jaccard), or both hold none; else 0.
func agree(words []text.Word, a, b []text.Span) float64 {
	both, either := 0, 0
	for _, w := range words {
		inA, inB := within(w.Span, a), within(w.Span, b)
		if inA && inB {
			both++
		}
		if inA || inB {
			either++
		}
	}
	if 2*both >= either {
		return 1
	}
	return 0
}

func within(span text.Span, list []text.Span) bool {
	for _, p := range list {
		if p.Overlaps(span) {
			return true
		}
	}
	return false
}

// share writes a share of one as evaluation tables do.
func share(v float64) string { return fmt.Sprintf("%.3f", v) }

// perItem says how long an item took.
func perItem(took time.Duration, items int) string {
	return fmt.Sprintf("%.2f ms an item", ratio.Of(took.Seconds()*1000, float64(items)))
}

// readTruth reads the truth of a task by id; none if there is no file.
func readTruth[T any](path string, id func(T) string) (map[string]T, error) {
	truth := map[string]T{}
	if path == "" {
		return truth, nil
	}
	items, err := readLines[T](path)
	for _, item := range items {
		truth[id(item)] = item
	}
	return truth, err
}
