package evaluate

import (
	"fmt"
	"slices"

	"parallax/generator/event"
)

// eventFoldsTask measures grouping by cross-validation over events.
func eventFoldsTask() Task {
	return Task{
		Name:  "events-folds",
		Short: "the same by cross-validation over the events of a folder with mixed.jsonl and snippets.jsonl",
		Run:   runEventFolds,
	}
}

// A selection is some of the articles of one half.
type selection struct {
	name   string
	choose func(mixed, snippets []labelled) []labelled
}

func selections() []selection {
	pooled := func(mixed, snippets []labelled) []labelled {
		return slices.Concat(mixed, sample(snippets, 3*len(mixed)/2))
	}
	return []selection{
		{"mixed", func(mixed, _ []labelled) []labelled { return mixed }},
		{"mixed, undated", func(mixed, _ []labelled) []labelled { return undated(mixed) }},
		{"mixed, one date", func(mixed, _ []labelled) []labelled { return oneDay(mixed) }},
		{"snippets", func(_, snippets []labelled) []labelled { return snippets }},
		{"pooled", pooled},
		{"pooled, undated", func(mixed, snippets []labelled) []labelled { return undated(pooled(mixed, snippets)) }},
		{"pooled, a third single", func(mixed, snippets []labelled) []labelled { return cutDown(pooled(mixed, snippets)) }},
		{"pooled, four fifths single", func(mixed, snippets []labelled) []labelled { return loners(pooled(mixed, snippets)) }},
		{"pooled, all single", func(mixed, snippets []labelled) []labelled { return alone(pooled(mixed, snippets)) }},
		{"pooled, one date", func(mixed, snippets []labelled) []labelled { return oneDay(pooled(mixed, snippets)) }},
	}
}

// runEventFolds learns a model from each half of the events and measures it on
// the other. Scores are the means of both halves.
func runEventFolds(in Input) (Table, error) {
	mixed, snippets, err := readPools(in.Path)
	if err != nil {
		return Table{}, err
	}
	half := folds(slices.Concat(mixed, snippets), in.Languages)
	of := func(list []labelled, n int) []labelled {
		return slices.DeleteFunc(slices.Clone(list), func(l labelled) bool { return half[l.event] != n })
	}
	table := Table{Head: []string{"articles of", "method", "B3 P", "R", "F1", "pair P", "R", "F1", "CEAF-e F1", "exact", "mixed", "number", "events"}}
	models := []event.Model{trainEvents(of(mixed, 1), of(snippets, 1), in.Languages), trainEvents(of(mixed, 0), of(snippets, 0), in.Languages)}
	for _, h := range selections() {
		rows := map[string][]eventScores{}
		var articlesIn, eventsIn [2]int
		for n := range 2 {
			articles, truth := split(h.choose(of(mixed, n), of(snippets, n)))
			articlesIn[n], eventsIn[n] = len(articles), len(sizes(truth))
			rows["parallax"] = append(rows["parallax"], scoreEvents(truth, grouped(articles, in.Languages, &models[n])))
			for _, b := range baselines() {
				rows[b.name] = append(rows[b.name], scoreEvents(truth, b.group(articles, in.Languages)))
			}
		}
		for _, method := range []string{"parallax", baselines()[0].name, baselines()[1].name} {
			table.Rows = append(table.Rows, foldRow(h.name, method, rows[method], articlesIn, eventsIn))
		}
	}
	table.Notes = append(table.Notes, mixedNote,
		"two folds over events, kindred events in one fold; weights learned on the other fold, without the set that states no licence;",
		"the background table of words is the program's own and counts words of both folds, without labels")
	return table, nil
}

// foldRow makes the row of a method from the scores on each half.
func foldRow(name, method string, scores []eventScores, articles, events [2]int) []string {
	mean := func(of func(eventScores) float64) string {
		sum := 0.0
		for _, s := range scores {
			sum += of(s) / float64(len(scores))
		}
		return percent(sum)
	}
	f1 := func(r ratios) float64 { return harmonic(r.precision, r.recall) }
	return []string{
		name, method,
		mean(func(s eventScores) float64 { return s.bcubed.precision }),
		mean(func(s eventScores) float64 { return s.bcubed.recall }),
		mean(func(s eventScores) float64 { return f1(s.bcubed) }),
		mean(func(s eventScores) float64 { return s.pairwise.precision }),
		mean(func(s eventScores) float64 { return s.pairwise.recall }),
		mean(func(s eventScores) float64 { return f1(s.pairwise) }),
		mean(func(s eventScores) float64 { return f1(s.ceaf) }),
		mean(func(s eventScores) float64 { return s.exact }),
		mean(func(s eventScores) float64 { return s.mixed }),
		fmt.Sprintf("%d + %d", articles[0], articles[1]), fmt.Sprintf("%d + %d", events[0], events[1]),
	}
}
