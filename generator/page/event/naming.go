package event

import (
	"strconv"

	"parallax/generator/entity"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
)

// A NamingTable shows what each article calls the same participant.
type NamingTable struct {
	Says    *Saying
	Columns []frame.Who
	Rows    []NamingRow
	More    string // says how many participants are not shown; may be empty
}

// A NamingRow is one participant.
type NamingRow struct {
	ID    string // fragment
	Name  string
	Kind  string
	Says  *Saying
	By    string          // whose decision it is; empty if it is the program's
	Cells [][]NamingLabel // by column; empty where the article does not refer to it
}

// A NamingLabel is one way of naming the participant.
type NamingLabel struct {
	Text   string
	Count  int    // in the author's voice
	Quoted int    // inside quotation marks
	First  bool   // the article's first mention
	Own    bool   // no other article uses it
	Href   string // to the first passage that has it
}

// naming returns the naming table, nil if no participant is named by two
// articles.
func (b *Builder) naming() *NamingTable {
	shown := b.Comparison.Naming.Shown(len(b.Who))
	if len(shown) == 0 {
		return nil
	}
	t := &NamingTable{Says: b.top(framing.SignalNaming), Columns: b.Who}
	for i, p := range shown {
		row := NamingRow{ID: "named-" + strconv.Itoa(i+1), Name: b.Clean(p.Name), Kind: b.kindOf(p), Cells: make([][]NamingLabel, len(b.Who))}
		called := []string{p.Name}
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				called = append(called, l.Text)
			}
			row.Cells[side.Article] = b.labels(side)
		}
		row.By = b.decidedBy(b.Comparison.DecidedOf(framing.SignalNaming, -1, called...))
		t.Rows = append(t.Rows, row)
	}
	if left := len(b.Comparison.Naming.Rows) - len(shown); left > 0 {
		t.More = b.Count("naming.more", left)
	}
	return t
}

// labels returns the labels of one article, most used first.
func (b *Builder) labels(side framing.NamingSide) []NamingLabel {
	var labels []NamingLabel
	for _, l := range side.Labels {
		label := NamingLabel{Text: b.Clean(l.Text), Count: l.Count, Quoted: l.Quoted, First: l.First, Own: l.Own}
		if len(l.Evidence) > 0 {
			label.Href = b.passageHref(side.Article, l.Evidence[0].Passage)
		}
		labels = append(labels, label)
	}
	return labels
}

// kindOf names the kind of a participant; that something is an act and no thing, or a
// thing and no act, a word does not say surely: "the seat", "the light".
func (b *Builder) kindOf(p framing.Participant) string {
	if p.Kind == entity.Act || p.Kind == entity.Thing {
		return ""
	}
	return b.Text("participant." + string(p.Kind))
}
