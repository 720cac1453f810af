package framing

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Three invented reports of one exercise.
var exercise = []string{
	`Fleets begin war games off Cape Tor

Borland and its neighbours began war games off Cape Tor on Monday. The war games involve 20 ships.

Admiral Nan Reed watched the war games from the shore. The admiral praised the crews.`,
	`Fleets begin exercise off Cape Tor

Borland and its neighbours began an annual exercise off Cape Tor on Monday. The exercise involves 20 ships.

Nan Reed watched the exercise from the shore. Reed praised the crews.`,
	`Provocation off Cape Tor

Borland and its neighbours began what it calls an exercise off Cape Tor on Monday. The “reckless rehearsal” involves 20 ships.`,
}

// labelsOf returns the labels of a participant, an article a line.
func labelsOf(c *Comparison, name string) string {
	var b strings.Builder
	for _, p := range c.Naming.Participants {
		if p.Name != name {
			continue
		}
		for _, s := range p.Sides {
			fmt.Fprintf(&b, "%s:", c.Articles[s.Article].Letter)
			for _, l := range s.Labels {
				fmt.Fprintf(&b, " %s %d+%d %v", l.Text, l.Count, l.Quoted, l.Modifiers)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestNaming(t *testing.T) {
	c := compareTexts(Settings{}, exercise...)
	want := "A: war games 4+0 []\nB: exercise 4+0 [annual]\nC: exercise 1+0 [] rehearsal 0+1 [reckless]\n"
	if got := labelsOf(c, "exercise"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNamingGroups tells pickets from the union whose name begins with the same
// word, and those who work from those who take their place.
func TestNamingGroups(t *testing.T) {
	c := compareTexts(Settings{},
		"Strike at the port of Anwell\n\nPolice arrested two strikers at the gate. The strikers of the Harbour Workers' Union stopped a coach with agency workers at the gate of Anwell on Monday.\n\nThe agency workers left at noon.",
		"Dockers march\n\nPolice arrested two dockers at the gate. The dockers of the Harbour Workers' Union stopped a coach with temporary staff at the gate of Anwell on Monday.\n\nThe temporary staff left at noon.",
	)
	var got []string
	for _, p := range c.Naming.Participants {
		got = append(got, string(p.Kind)+" "+p.Name)
	}
	slices.Sort(got)
	if want := "group dockers, group temporary staff"; !strings.Contains(strings.Join(got, ", "), want) {
		t.Errorf("got %v, want %q", got, want)
	}
}

// TestNamingAliases gives words for one thing that no list has.
func TestNamingAliases(t *testing.T) {
	reports := []string{
		"Barge sinks\n\nThe barge sank at noon. The barge was old. Nobody was on the barge.",
		"Hulk sinks\n\nThe hulk sank at noon. The hulk was old. Nobody was on the hulk.",
	}
	if c := compareTexts(Settings{}, reports...); labelsOf(c, "barge") != "" {
		t.Errorf("without aliases: got %q", labelsOf(c, "barge"))
	}
	c := compareTexts(Settings{Aliases: [][]string{{"the barge", "hulk"}}}, reports...)
	if got := labelsOf(c, "barge"); !strings.Contains(got, "B: hulk 4+0") {
		t.Errorf("with aliases: got %q", got)
	}
}

// TestNamesThatAgree has nothing to show: forms of a name are no contrast.
func TestNamesThatAgree(t *testing.T) {
	c := compareTexts(Settings{},
		"Hale speaks\n\nMayor Ida Hale spoke on Monday. Hale thanked the crews. Ida Hale left early.",
		"Speech\n\nIda Hale spoke on Monday. Ida Hale thanked the crews. Mayor Hale left early.",
	)
	if len(c.Naming.Participants) != 0 {
		t.Errorf("got %+v", c.Naming.Participants)
	}
}

// rowOfName returns the labels of a row of the naming table, "" if there is none.
func rowOfName(c *Comparison, name string) string {
	for _, p := range c.Naming.Shown(len(c.Articles)) {
		if p.Name != name {
			continue
		}
		var sides []string
		for _, s := range p.Sides {
			var labels []string
			for _, l := range s.Labels {
				labels = append(labels, l.Text)
			}
			sides = append(sides, c.Articles[s.Article].Letter+": "+strings.Join(labels, ", "))
		}
		return strings.Join(sides, " | ")
	}
	return ""
}

// TestNamingRows gives a row to what articles speak of in other words, and to a
// person in half of the headlines; numbers, and other names of a country, are no
// difference.
func TestNamingRows(t *testing.T) {
	for _, test := range []struct {
		name    string
		row     string
		want    string
		reports []string
	}{
		{"modifiers", "law", "A: law, controversial new law | B: religious freedom law, law", []string{
			"Protests against law\n\nThousands marched against the controversial new law in Tarn on Monday. The law was signed last week.",
			"Mayor signs religious freedom law\n\nThe religious freedom law was signed in Tarn last week. Nobody spoke against the law.",
		}},
		{"numbers", "ships", "", []string{
			"20 ships leave Tarn\n\nThe 20 ships left Tarn on Monday. Twenty ships will follow.",
			"30 ships leave Tarn\n\nThe 30 ships left Tarn on Monday. Three ships will follow.",
		}},
		{"a country", "North Korea", "", []string{
			"North Korea fires at South Korea\n\nIt is said that North Korea fired. South Korea said that Pyongyang fired first. North Korea did not reply.",
			"Pyongyang fires at South Korea\n\nIt is said that Pyongyang fired. South Korea said that Pyongyang fired first. North Korea did not reply.",
		}},
		{"no person", "Lantern Night", "", []string{
			"Lantern Night ends\n\nOn Monday Lantern Night came to Tarn at night. Night ended.",
			"Lantern Night is over\n\nOn Monday Lantern Night came to Tarn at night. Night ended.",
		}},
		{"a central person", "Ida Okafor", "A: Okafor, Ida Okafor, former docker | B: Okafor, Ida Okafor", []string{
			"Okafor speaks in Tarn\n\nOn Monday Ida Okafor, a former docker, spoke in Tarn. Okafor thanked the crews.",
			"Okafor speaks\n\nOn Monday Ida Okafor spoke in Tarn. Okafor thanked the crews.",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := compareTexts(Settings{}, test.reports...)
			if got := rowOfName(c, test.row); got != test.want {
				t.Errorf("got %q, want %q; rows are %+v", got, test.want, c.Naming.Rows)
			}
		})
	}
}
