package event_test

import (
	"fmt"
	"slices"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
)

func TestGenreOf(t *testing.T) {
	l := languages.For("en")
	for _, test := range []struct {
		title, address string
		want           event.Genre
	}{
		{"Council closes bridge", "https://news.example/2031/03/council-closes-bridge", event.Report},
		{"Opinion | The bridge must stay", "", event.Opinion},
		{"Editorial: The bridge must stay", "", event.Opinion},
		{"The bridge must stay - opinion", "", event.Opinion},
		{"The bridge must stay", "https://news.example/opinion/2031/03/bridge", event.Opinion},
		{"The bridge must stay", "https://news.example/commentisfree/2031/mar/01/bridge", event.Opinion},
		{"Bridge closed: what we know so far", "", event.Explainer},
		{"Analysis: Why the council had to act", "", event.Explainer},
		{"[Explainer] The bridge in five charts", "", event.Explainer},
		{"The bridge", "https://news.example/factcheck/bridge", event.Explainer},
		{"Opinion polls: Mayor ahead", "https://news.example/politics/opinion", event.Report},
		{"Analysis of water finds lead", "", event.Report},
		{"Why the council closed the bridge", "", event.Report},
		{"Bridge: Mayor asks for opinion", "://", event.Report},
	} {
		if got := event.GenreOf(l, &corpus.Article{Title: test.title, URL: test.address}); got != test.want {
			t.Errorf("%s %s: got %q, want %q", test.title, test.address, got, test.want)
		}
	}
}

// TestCommentFollows takes what is opinion into the event of the reports that it is about,
// makes no event of opinions alone, and leaves an editor's pins.
func TestCommentFollows(t *testing.T) {
	label := func(list []corpus.Article, which ...int) []corpus.Article {
		for _, i := range which {
			list[i].URL = fmt.Sprintf("https://news.example/opinion/%d/text", i)
		}
		return list
	}
	together := func(list []corpus.Article) string {
		return fmt.Sprint(len(group(list, event.Lock{}).Events))
	}
	if got := together(label(story("Quorl", 4, "2031-03-01"), 3)); got != "1" {
		t.Errorf("an opinion does not follow three reports: %s events", got)
	}
	if got := together(label(story("Quorl", 3, "2031-03-01"), 0, 1, 2)); got != "3" {
		t.Errorf("three opinions without a report make %s events", got)
	}
	pinned := label(story("Quorl", 2, "2031-03-01"), 0, 1)
	for i := range pinned {
		pinned[i].Event = "quorl"
	}
	if got := together(pinned); got != "1" {
		t.Errorf("two opinions that an editor put together make %s events", got)
	}
	kept := label(story("Quorl", 4, "2031-03-01"), 3)
	kept[0].Event, kept[3].NotEvent = "quorl", []string{"quorl"}
	g := group(kept, event.Lock{})
	if len(g.Events) != 2 {
		t.Errorf("an opinion follows where an editor keeps it out: %d events", len(g.Events))
	}
	members := group(label(story("Quorl", 4, "2031-03-01"), 3), event.Lock{}).Events[0].Members
	if !slices.ContainsFunc(members, func(m event.Member) bool { return m.Genre == event.Opinion }) {
		t.Error("nobody says which member is opinion")
	}
}
