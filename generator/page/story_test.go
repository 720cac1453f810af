package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/event"
)

// TestStoryIsLinked gives two events of the demonstration kin: the page of each
// links to the other with its days, the earliest first, and their blind twins do
// not. A kin that is no event of the site, which a clone may lack, is passed over.
func TestStoryIsLinked(t *testing.T) {
	s := restrictedSite(t)
	if len(s.Events) < 3 {
		t.Fatal("the demonstration has fewer than three events")
	}
	newest, older, oldest := &s.Events[0], &s.Events[1], &s.Events[2]
	newest.Story = []event.Kin{{Slug: older.Slug, Likeness: 0.6}, {Slug: "gone", Likeness: 0.5}, {Slug: oldest.Slug, Likeness: 0.4}}
	older.Story = nil
	oldest.Story = []event.Kin{{Slug: newest.Slug, Likeness: 0.4}}
	files := render(t, s)
	for slug, want := range map[string][]*event.Event{newest.Slug: {oldest, older}, older.Slug: nil, oldest.Slug: {newest}} {
		doc, err := html.Parse(strings.NewReader(files["e/"+slug+"/index.html"]))
		if err != nil {
			t.Fatal(err)
		}
		var links []*html.Node
		for _, list := range within(doc, "ul", "story") {
			links = append(links, within(list, "a", "")...)
		}
		if len(links) != len(want) {
			t.Errorf("%s has %d links to its story, want %d", slug, len(links), len(want))
			continue
		}
		for i, e := range want {
			if href := attribute(links[i], "href"); href != "../../e/"+e.Slug+"/index.html" || saidIn(links[i]) != e.Title {
				t.Errorf("%s: link %d leads to %s and says %q, want %s and %q", slug, i+1, href, saidIn(links[i]), e.Slug, e.Title)
			}
		}
		if strings.Contains(files["e/"+slug+"/blind.html"], `class="story"`) {
			t.Errorf("the blind twin of %s links to its story", slug)
		}
	}
}

// TestCopyIsSaid says of a report that repeats another whose text it has.
func TestCopyIsSaid(t *testing.T) {
	s := restrictedSite(t)
	e := &s.Events[0]
	e.Members[1].CopyOf = e.Members[0].Article
	page := render(t, s)["e/"+e.Slug+"/index.html"]
	if n := strings.Count(page, "Nearly word for word the text in "); n != 1 {
		t.Errorf("%d reports are said to be copies, want 1", n)
	}
}
