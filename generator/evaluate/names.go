package evaluate

import (
	"fmt"

	"parallax/generator/evaluate/measure"
	"parallax/generator/evaluate/names"
	"parallax/generator/text"
)

// namesTask measures what things are called and who speaks: the naming table
// and the speakers of pages against rows and speakers labelled by hand.
func namesTask() Task {
	return Task{Name: "names", Short: "what things are called and who speaks: pages against labels by hand", Ending: ".names.jsonl", Run: runNames}
}

func runNames(in Input) (Table, error) {
	events, err := readLines[reported](in.Path)
	if err != nil {
		return Table{}, err
	}
	truth, err := readTruth(in.Truth, func(t names.Truth) string { return t.ID })
	if err != nil {
		return Table{}, err
	}
	start := in.Now()
	found := make([]examined, len(events))
	predicted := make([]names.Event, len(events))
	for i := range events {
		found[i] = events[i].examine(in, nil)
		predicted[i] = found[i].names()
	}
	took := in.Now().Sub(start)
	if err := writePredictions(in.Predictions, predicted); err != nil {
		return Table{}, err
	}
	table := Table{Head: []string{"names"}}
	for _, c := range namesColumns() {
		table.Head = append(table.Head, c[0])
	}
	var ours, plain names.Score
	labelled := 0
	for i, p := range predicted {
		if t, known := truth[p.ID]; known {
			labelled++
			ours.Add(t, p)
			plain.Add(t, found[i].plainNames(in.Languages.For("en")))
		}
	}
	table.Rows = [][]string{namesRow("pages", ours.Measures()), namesRow("capitals", plain.Measures())}
	table.Notes = []string{
		fmt.Sprintf("%d events, %d of them labelled; %s", len(events), labelled, perItem(took, len(events))),
		"Recall: of the rows worth showing. P: of the rows shown, those worth it. Speech: labelled passages found. Grouped: speakers found that are said to be of a group.",
		"Baseline: a row for each name of two reports, by its last word; whoever stands before “said” speaks, and is an official.",
	}
	return table, nil
}

// namesColumns are the columns of the table, each with its measure.
func namesColumns() [][2]string {
	return [][2]string{
		{"recall", "name_recall"}, {"P", "name_precision"}, {"rows", "rows"}, {"purity", "label_purity"},
		{"speech", "speech_recall"}, {"speaker B3", "speaker_b3"}, {"group", "group_accuracy"}, {"groups", "groups"}, {"grouped", "grouped"},
	}
}

// namesRow returns the row of a score.
func namesRow(name string, measures measure.List) []string {
	row := []string{name}
	for _, c := range namesColumns() {
		row = append(row, figureOf(measures.Of(c[1]), c[1] == "rows" || c[1] == "groups"))
	}
	return row
}

// names returns what pages show of names and speakers.
func (x *examined) names() names.Event {
	e := names.Event{ID: x.id, Names: []names.Row{}, Speakers: []names.Speaker{}}
	for _, p := range x.comparison.Naming.Shown(len(x.comparison.Articles)) {
		row := names.Row{Name: p.Name, Labels: map[string][]string{}}
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				row.Labels[x.doc(side.Article)] = append(row.Labels[x.doc(side.Article)], l.Text)
			}
		}
		e.Names = append(e.Names, row)
	}
	for _, s := range x.comparison.Voices.Speakers() {
		speaker := names.Speaker{Who: s.Name, Group: string(s.Group), At: map[string][]text.Span{}}
		for _, at := range s.Evidence {
			speaker.At[x.doc(at.Article)] = append(speaker.At[x.doc(at.Article)], x.at(at))
		}
		e.Speakers = append(e.Speakers, speaker)
	}
	return e
}
