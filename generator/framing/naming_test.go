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
