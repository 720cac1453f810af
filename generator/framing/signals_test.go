package framing

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/generator/event"
	"parallax/generator/text"
)

// partOf returns the part of a comparison that a signal fills.
func partOf(c *Comparison, s Signal) reflect.Value {
	name := string(s)
	return reflect.ValueOf(c).Elem().FieldByName(strings.ToUpper(name[:1]) + name[1:])
}

// TestSignalsNeedWhatTheyName runs each signal on comparisons that hold only
// the parts that it names, and compares what it finds with what it finds when
// all others have run.
func TestSignalsNeedWhatTheyName(t *testing.T) {
	spoke := map[Signal]bool{}
	for _, starts := range starts(t) {
		full := starts()
		whole := map[Signal][]Finding{}
		for _, row := range Table() {
			whole[row.Name] = strongest(full.run(row))
		}
		for _, row := range Table() {
			c := starts()
			for _, needed := range row.Needs {
				partOf(c.comparison, needed).Set(partOf(full.comparison, needed))
			}
			found := strongest(c.run(row))
			spoke[row.Name] = spoke[row.Name] || len(found) > 0
			if !reflect.DeepEqual(found, whole[row.Name]) {
				t.Errorf("%s finds with its needs alone\n%+v\nand with all\n%+v", row.Name, found, whole[row.Name])
			}
			if part, all := partOf(c.comparison, row.Name).Interface(), partOf(full.comparison, row.Name).Interface(); marshal(t, part) != marshal(t, all) {
				t.Errorf("the part of %s is with its needs alone\n%+v\nand with all\n%+v", row.Name, part, all)
			}
		}
	}
	for _, row := range Table() {
		if !spoke[row.Name] {
			t.Errorf("%s finds nothing, so that it shows nothing", row.Name)
		}
	}
}

// starts returns what makes the comparison of each event that the signals are
// tried on, before any of them has run.
func starts(t *testing.T) []func() *comparing {
	list := []func() *comparing{func() *comparing {
		return begin(&event.Event{Language: "qaa"}, madeUp(t), Settings{Languages: text.Packs(os.DirFS("testdata/language"))})
	}}
	for _, texts := range append(reports, toned, placed, headed, acted) {
		list = append(list, func() *comparing {
			return begin(&event.Event{Language: "en"}, articlesOfTexts(texts), Settings{Languages: builtin})
		})
	}
	return list
}

// Reports of which one has a word that another does without, of which one puts
// first what another puts late, of which one has a quotation in its headline, and of which one says in its
// headline what was done and not by whom.
var (
	toned = []string{
		"Millom\n\nThe son suspected of killing his mother in Millom possibly begged to stay in hospital.",
		"Millom\n\nThe son suspected of killing his mother in Millom begged to stay in hospital.",
	}
	placed = []string{
		"Pier shut\n\nThe old pier of Anwell was shut by the harbour board on Monday after two boards broke.\n\nNobody was hurt.",
		"Summer fair\n\nThe summer fair began with music and cakes for everybody.\n\nMary Hale opened it with a short speech.\n\nThe old pier of Anwell was shut by the harbour board on Monday after two boards broke.",
	}
	headed = []string{
		"Old pier of Anwell shut as “death trap” after boards broke\n\nThe board shut the pier.",
		"Old pier of Anwell shut after boards broke\n\nThe board shut the pier.",
	}
	acted = []string{
		"Docker was injured at the harbour gate in Holm on Monday\n\nIt rained.",
		"March in Holm\n\nA police van injured a docker at the harbour gate in Holm on Monday morning.",
	}
)

// TestTableOfSignals holds the table to its own rules.
func TestTableOfSignals(t *testing.T) {
	var above []Signal
	for _, row := range Table() {
		for _, needed := range row.Needs {
			if !slices.Contains(above, needed) {
				t.Errorf("%s needs %s, which does not stand above it", row.Name, needed)
			}
		}
		if !partOf(&Comparison{}, row.Name).IsValid() {
			t.Errorf("the comparison has no part for %s", row.Name)
		}
		above = append(above, row.Name)
	}
	for i, row := range Shown() {
		if row.Place != i+1 {
			t.Errorf("%s has place %d, which is the %dth", row.Name, row.Place, i+1)
		}
	}
}

// TestReliability counts an arguable finding as half.
func TestReliability(t *testing.T) {
	for rate, want := range map[Rate]float64{{62, 16, 4}: 0.85, {12, 5, 5}: 0.66, {10, 5, 2}: 0.74, {1, 0, 0}: 1} {
		if got := rate.Reliability(); got != want {
			t.Errorf("%+v: got %v, want %v", rate, got, want)
		}
	}
}

// TestOffSignalIsMute switches each signal off: it says nothing then, and the
// others say nothing in its name.
func TestOffSignalIsMute(t *testing.T) {
	languages := text.Packs(os.DirFS("testdata/language"))
	for _, row := range Table() {
		c := Compare(&event.Event{Language: "qaa"}, madeUp(t), Settings{Languages: languages, Off: map[Signal]bool{row.Name: true}})
		if slices.ContainsFunc(c.Findings, func(f Finding) bool { return f.Signal == row.Name }) {
			t.Errorf("%s is off and speaks", row.Name)
		}
	}
}
