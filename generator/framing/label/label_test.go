package label

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/generator/cases/article"
	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// event reads reports, each a title and a body.
func event(reports ...[2]string) Event {
	l := text.Builtin().For("en")
	e := Event{Language: l}
	for i, r := range reports {
		e.Readings = append(e.Readings, reading.Read(article.Of(l, string(rune('a'+i)), r[0], r[1]), l))
	}
	e.Entities = entity.Resolve(l, e.Readings, nil)
	return e
}

// tell adds that the passages with a number in each report tell one thing.
func (e Event) tell(passage int) Event {
	var told []reading.Evidence
	for i := range e.Readings {
		told = append(told, reading.Evidence{Article: i, Passage: passage})
	}
	e.Told = append(e.Told, told)
	return e
}

// written writes participants with the labels of each report.
func written(list []Participant) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s:", p.Name)
		for _, s := range p.Sides {
			for _, l := range s.Labels {
				fmt.Fprintf(&b, " %c %s %d+%d", 'A'+s.Article, l.Text, l.Count, l.Quoted)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestFind opposes two common nouns only where passages that tell one thing use
// them for each other; a compound that a list has needs no passage.
func TestFind(t *testing.T) {
	reports := event(
		[2]string{"Strike at Anwell", "Police arrested two strikers at the gate. The strikers stopped a coach. The strikers left at noon."},
		[2]string{"Strike at Anwell", "Police arrested two dockers at the gate. The dockers stopped a coach. The “dockers” left at noon."},
	)
	if opposed, _ := Find(reports); written(opposed) != "" {
		t.Errorf("nothing is told twice: got\n%s", written(opposed))
	}
	opposed, _ := Find(reports.tell(1))
	if want := "strikers: A strikers 3+0 B dockers 2+1\n"; written(opposed) != want {
		t.Errorf("got\n%swant\n%s", written(opposed), want)
	}
	opposed, _ = Find(event(
		[2]string{"Fleets meet", "Borland began war games off Cape Tor. The war games involve 20 ships. Reed watched the war games."},
		[2]string{"Fleets meet", "Borland began an annual exercise off Cape Tor. The exercise involves 20 ships. Reed watched the exercise."},
	))
	if want := "exercise: A war games 3+0 B exercise 3+0\n"; written(opposed) != want {
		t.Errorf("got\n%swant\n%s", written(opposed), want)
	}
}

// TestRows has whole phrases, with what stands before a noun and after a name.
func TestRows(t *testing.T) {
	for _, test := range []struct {
		name, want string
		reports    [][2]string
	}{
		{"modifiers", "law: A law 2+0 A controversial new law 1+0 B religious freedom law 2+0 B law 1+0", [][2]string{
			{"Protests against law", "Thousands marched against the controversial new law on Monday. The law was signed last week."},
			{"Mayor signs religious freedom law", "The religious freedom law was signed last week. Nobody spoke against the law."},
		}},
		{"apposition", "Ida Hale: A Ida Hale 2+0 A former docker 1+0 B Ida Hale 2+0 B trade unionist 1+0", [][2]string{
			{"Tarn elects Ida Hale", "Ida Hale, a former docker, was elected mayor of Tarn on Monday. Hale thanked the crews."},
			{"Tarn elects Ida Hale", "Ida Hale, a trade unionist, was elected mayor of Tarn on Monday. Hale thanked the crews."},
		}},
		{"a compound is whole", "same-sex marriage: A same-sex marriage 2+0 B gay marriage 2+0", [][2]string{
			{"Mayor Backs Same-Sex Marriage", "The same-sex marriage was the first in Tarn on Monday."},
			{"Mayor speaks on gay marriage", "The gay marriage was the first in Tarn on Monday."},
		}},
		{"capitals of a headline", "former aides: A top economic aide 1+0 B former aides 2+0", [][2]string{
			{"Tarn's Top Economic Aide Warns", "The top economic minds of Tarn are aides of the mayor."},
			{"Three former aides quit", "The former aides left the top of Tarn on Monday."},
		}},
		{"numbers are no difference", "", [][2]string{
			{"Ships leave", "The 20 ships left Tarn on Monday. Twenty ships will follow."},
			{"Ships leave", "The 30 ships left Tarn on Monday. Thirty ships will follow."},
		}},
	} {
		_, rows := Find(event(test.reports...))
		lines := strings.Split(strings.TrimSpace(written(rows)), "\n")
		if test.want == "" && written(rows) != "" || test.want != "" && !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, test.want) }) {
			t.Errorf("%s: got\n%swant %s", test.name, written(rows), test.want)
		}
	}
}

// TestOpposes tells other words from other forms.
func TestOpposes(t *testing.T) {
	kinds := map[string]entity.Kind{"person": entity.Person, "act": entity.Act, "place": entity.Place}
	for line, want := range map[string]bool{
		"act: drill / war games":                    true,
		"act: exercise / military exercise":         false, // a word in common
		"act: deal / deals":                         false, // begin alike
		"person: protester / protestor":             false, // one letter
		"person: strikers / dockers":                true,
		"person: Hale / mayor":                      false, // a name and a description
		"person: Ida Hale / Hale":                   false,
		"person: Ida Hale / Nan Reed":               false, // two persons rather than two names
		"place: US / United States":                 false, // initials
		"place: Derry / Londonderry":                true,
		"act: republican plan / republicans' offer": false, // begin alike
	} {
		kind, labels, _ := strings.Cut(line, ": ")
		a, b, _ := strings.Cut(labels, " / ")
		p := Participant{Kind: kinds[kind]}
		if got := p.Opposes(Label{Text: a, Head: strings.ToLower(a)}, Label{Text: b, Head: strings.ToLower(b)}); got != want {
			t.Errorf("%s: got %v", line, got)
		}
	}
}

// TestOpposesModified has no word face one that it is said with elsewhere.
func TestOpposesModified(t *testing.T) {
	draft, report := Label{Text: "draft", Head: "draft"}, Label{Text: "inspection report", Head: "inspection report"}
	if !(Participant{Kind: entity.Act}).Opposes(draft, report) {
		t.Error("two words are not opposed")
	}
	report.Modifiers = []string{"draft"}
	if p := (Participant{Kind: entity.Act}); p.Opposes(draft, report) || p.Opposes(report, draft) {
		t.Error("“draft” is opposed to “draft inspection report”")
	}
}

// TestIDs gives each its own, of fewer words than a quotation has.
func TestIDs(t *testing.T) {
	var got []string
	for _, p := range withIDs([]Participant{{Name: "Ida Moss"}, {Name: "Ida Moss"}, {Name: "The union of those who sail ships"}, {Name: "the Union of those who mend them"}}) {
		got = append(got, p.ID)
	}
	if want := []string{"ida-moss", "ida-moss-2", "the-union-of-those-who", "the-union-of-those-who-2"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
