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

// bodyOf returns the text of an article without its headline.
func bodyOf(a corpus.Article) string { return strings.TrimPrefix(a.Text, a.Title+"\n\n") }

// dated is the world with one date everywhere, or none.
func dated(date string) []corpus.Article {
	list := world()
	for i, a := range list {
		list[i] = article(a.ID, date, a.Title, bodyOf(a))
	}
	return list
}

// untitled is the world without headlines.
func untitled() []corpus.Article {
	list := world()
	for i, a := range list {
		list[i] = article(a.ID, a.Date.String(), "", bodyOf(a))
	}
	return list
}

// TestOddInput groups what sites may hold by mistake: nothing breaks, no
// giant event comes of it, and what is set aside is told.
func TestOddInput(t *testing.T) {
	wire := story("Quorl", 1, "2031-03-01")[0]
	var copies, short, empty []corpus.Article
	for i := range 200 {
		copies = append(copies, article(fmt.Sprintf("wire/%03d", i), "2031-03-01", wire.Title, bodyOf(wire)))
		short = append(short, article(fmt.Sprintf("short/%03d", i), "", "Weather", "Rain."))
		empty = append(empty, article(fmt.Sprintf("empty/%03d", i), "1900-01-01", "", ""))
	}
	const megabyte = 1 << 20
	sentence := "The council of Ommery Bay met again and nothing new was said by anybody. "
	long := article("long", "2031-03-01", "Long", strings.Repeat(sentence, megabyte/len(sentence)+1))
	tests := map[string]struct {
		articles               []corpus.Article
		events, largest, notes int
	}{
		"nothing":                {nil, 0, 0, 0},
		"200 copies":             {copies, 1, 200, 0},
		"one word":               {short, 200, 1, 200},
		"nothing but a date":     {empty, 200, 1, 200},
		"an article of 1 MB":     {append(world(), long), 5, 5, 0},
		"no titles":              {untitled(), 4, 5, 0},
		"no dates":               {dated(""), 4, 5, 0},
		"1900":                   {dated("1900-01-01"), 4, 5, 0},
		"2100":                   {dated("2100-01-01"), 4, 5, 0},
		"all of it in one place": {slices.Concat(world(), copies[:3], short[:3], empty[:3], []corpus.Article{long}), 11, 7, 6},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			g, problems := event.Group(test.articles, event.Settings{Languages: languages})
			if len(g.Events) != test.events || largest(g) != test.largest {
				t.Errorf("%d events, the largest of %d; want %d and %d: %v", len(g.Events), largest(g), test.events, test.largest, membersOf(g))
			}
			notes := problems.Sorted()
			if len(notes) != test.notes || problems.Failed() {
				t.Fatalf("%d notes, want %d", len(notes), test.notes)
			}
			for _, note := range notes {
				if note.What != "the text is too short to group by what it says" || note.Mend == "" {
					t.Errorf("an unclear note: %v", note)
				}
			}
		})
	}
}

// TestCopiesAreOneVoice counts one of 200 copies as independent.
func TestCopiesAreOneVoice(t *testing.T) {
	wire := story("Quorl", 1, "2031-03-01")[0]
	var copies []corpus.Article
	for i := range 200 {
		copies = append(copies, article(fmt.Sprintf("wire/%03d", i), "2031-03-01", wire.Title, bodyOf(wire)))
	}
	independent := 0
	for _, e := range group(copies, event.Lock{}).Events {
		for _, m := range e.Members {
			if m.CopyOf == "" {
				independent++
			}
		}
	}
	if independent != 1 {
		t.Errorf("%d of 200 copies count as independent", independent)
	}
}

// TestFarDates groups happenings of three centuries, each as ever.
func TestFarDates(t *testing.T) {
	articles := slices.Concat(world(), story("Brackle", 4, "1900-01-01"), story("Tessik", 4, "2100-01-01"))
	if g := group(articles, event.Lock{}); len(g.Events) != 6 || largest(g) != 5 {
		t.Errorf("%v", membersOf(g))
	}
}

// TestDatesAloneDoNotPart keeps a text and its reprint of a century later
// together.
func TestDatesAloneDoNotPart(t *testing.T) {
	a := story("Quorl", 1, "1900-01-01")[0]
	b := article("quorl/reprint", "2100-01-01", a.Title, bodyOf(a)+" Reprinted.")
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
