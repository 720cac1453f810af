package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

// largest returns how many articles the largest event has.
func largest(g event.Grouping) int {
	n := 0
	for _, e := range g.Events {
		n = max(n, len(e.Members))
	}
	return n
}

func TestOddInput(t *testing.T) {
	wire := story("Quorl", 1, "2031-03-01")[0]
	var copies, short, empty []corpus.Article
	for i := range 200 {
		body := strings.TrimPrefix(wire.Text, wire.Title+"\n\n")
		copies = append(copies, article(fmt.Sprintf("wire/%03d", i), "2031-03-01", wire.Title, body))
		short = append(short, article(fmt.Sprintf("short/%03d", i), "", "Weather", "Rain."))
		empty = append(empty, article(fmt.Sprintf("empty/%03d", i), "1900-01-01", "", ""))
	}
	long := article("long", "2100-01-01", "Long", strings.Repeat("The council of Quorl Bay met again and nothing new was said by anybody. ", 14000))
	settings := event.Settings{Languages: languages}

	g, _ := event.Group(copies, settings)
	if len(g.Events) != 1 || slices.IndexFunc(g.Events[0].Members, func(m event.Member) bool { return m.CopyOf == "" }) < 0 {
		t.Errorf("copies make %d events", len(g.Events))
	}
	independent := 0
	for _, m := range g.Events[0].Members {
		if m.CopyOf == "" {
			independent++
		}
	}
	if independent != 1 {
		t.Errorf("%d of 200 copies count as independent", independent)
	}
	for name, list := range map[string][]corpus.Article{"short": short, "empty": empty} {
		g, problems := event.Group(list, settings)
		if largest(g) != 1 || len(problems.Sorted()) != len(list) {
			t.Errorf("%s: largest event %d, %d notes", name, largest(g), len(problems.Sorted()))
		}
	}
	all := slices.Concat(world(), copies[:3], short[:3], empty[:3], []corpus.Article{long})
	if g, _ := event.Group(all, settings); largest(g) > 8 {
		t.Errorf("a giant event: %v", membersOf(g))
	}
	if g, problems := event.Group(nil, settings); len(g.Events) != 0 || problems.Failed() {
		t.Errorf("nothing gives %v", g)
	}
}

// TestDatesAloneDoNotPart keeps a text and its reprint of a century later
// together.
func TestDatesAloneDoNotPart(t *testing.T) {
	a := story("Quorl", 1, "1900-01-01")[0]
	b := article("quorl/reprint", "2100-01-01", a.Title, strings.TrimPrefix(a.Text, a.Title+"\n\n")+" Reprinted.")
	if g := group([]corpus.Article{a, b}, event.Lock{}); len(g.Events) != 1 {
		t.Errorf("%d events", len(g.Events))
	}
}

// TestWindow parts texts of two years that are alike but no copies, and not
// those of which one has no date.
func TestWindow(t *testing.T) {
	for date, want := range map[string]int{"2031-03-08": 1, "": 1, "2033-03-01": 2} {
		articles := story("Quorl", 2, "2031-03-01")
		later, err := corpus.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		articles[1].Date = later
		if g := group(articles, event.Lock{}); len(g.Events) != want {
			t.Errorf("with %q there are %d events, want %d", date, len(g.Events), want)
		}
	}
}
