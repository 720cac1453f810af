package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/site"
)

// feedOf returns a site and the events of a feed: one a day from the first
// of January on, and one without a date.
func feedOf(n int) (Site, []Event) {
	s := Site{
		Config: site.Config{Title: "A & <B>", BaseURL: "https://example.org/p", Language: "en", Pages: site.Pages{Feed: 3}},
		Built:  time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	var events []Event
	for i := range n {
		date := corpus.Day(2026, 1, 1+i)
		events = append(events, Event{Event: &event.Event{Slug: fmt.Sprintf("e%d", i), Title: "E\x00\u202e<", From: date, To: date}, Topics: []string{"a\"b"}})
	}
	return s, append(events, Event{Event: &event.Event{Slug: "undated", Title: "U"}})
}

// atomOf returns the Atom feed of a site.
func atomOf(t *testing.T, s Site, events []Event) file.File {
	t.Helper()
	files, err := s.Feeds(events)
	if err != nil || files[0].Path != Path {
		t.Fatal(files, err)
	}
	return files[0]
}

func TestFeed(t *testing.T) {
	s, events := feedOf(5)
	f := atomOf(t, s, events)
	var read atomFeed
	if err := xml.Unmarshal(f.Data, &read); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, e := range read.Entries {
		ids = append(ids, e.ID)
		if e.Title == "" || e.Link.Href != e.ID || e.Link.Rel != "alternate" {
			t.Errorf("entry %+v", e)
		}
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			t.Error(err)
		}
		if u, err := url.Parse(e.ID); err != nil || !u.IsAbs() {
			t.Errorf("id %s", e.ID)
		}
	}
	want := []string{"https://example.org/p/e/undated/", "https://example.org/p/e/e4/", "https://example.org/p/e/e3/"}
	if !slices.Equal(ids, want) {
		t.Errorf("got %q, want %q", ids, want)
	}
	if read.ID != "https://example.org/p/" || read.Author == "" || read.Updated != read.Entries[0].Updated ||
		read.Links[0] != (atomLink{"self", "application/atom+xml", "https://example.org/p/feed.xml"}) {
		t.Errorf("feed %+v", read)
	}
	if again := atomOf(t, s, events); !bytes.Equal(again.Data, f.Data) {
		t.Error("another feed from the same events")
	}
}

func TestEmptyFeedIsValid(t *testing.T) {
	s, _ := feedOf(0)
	f := atomOf(t, s, nil)
	if !strings.Contains(string(f.Data), "<updated>2030-01-01T00:00:00Z</updated>") {
		t.Errorf("got %s", f.Data)
	}
}

func TestSitemap(t *testing.T) {
	addresses := []Address{{Address: "https://e.org/", Modified: "2026-05-20"}, {Address: "https://e.org/a&b"}, {Address: "https://e.org/c"}}
	whole, err := splitSitemap("https://e.org/", addresses, 3)
	if err != nil || len(whole) != 1 || !strings.Contains(string(whole[0].Data), "<loc>https://e.org/a&amp;b</loc>") || strings.Count(string(whole[0].Data), "<lastmod>2026-05-20</lastmod>") != 1 {
		t.Errorf("got %+v, %v", whole, err)
	}
	parts, err := splitSitemap("https://e.org/", addresses, 2)
	if err != nil || len(parts) != 3 {
		t.Fatal(len(parts), err)
	}
	var index index
	if err := xml.Unmarshal(parts[2].Data, &index); err != nil || parts[2].Path != "sitemap.xml" {
		t.Fatal(parts[2].Path, err)
	}
	if got := []string{index.Maps[0].Address, index.Maps[1].Address}; !slices.Equal(got, []string{"https://e.org/sitemap-1.xml", "https://e.org/sitemap-2.xml"}) {
		t.Errorf("got %q", got)
	}
}

func TestRobots(t *testing.T) {
	s, _ := feedOf(0)
	if got, want := string(s.Robots().Data), "User-agent: *\nAllow: /\nSitemap: https://example.org/p/sitemap.xml\n"; got != want {
		t.Errorf("got %s", got)
	}
	s.Config.Quotation.Class = true
	if got := string(s.Robots().Data); !strings.Contains(got, "Disallow: /\n") {
		t.Errorf("got %s", got)
	}
}

// TestFeedsOfOutletsAndTopics demands that each outlet and topic has a pair of
// feeds with its events and no others, and that its page leads to them.
func TestFeedsOfOutletsAndTopics(t *testing.T) {
	s, events := feedOf(3)
	s.Outlets = []corpus.Outlet{{ID: "gazette", Name: "Gazette"}, {ID: "silent", Name: "Silent"}}
	events[0].Outlets, events[2].About = []string{"gazette"}, []string{"Sport & Play", "sport-play"}
	files, err := s.Feeds(events)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		var read jsonFeed
		if strings.HasSuffix(f.Path, ".json") {
			if err := json.Unmarshal(f.Data, &read); err != nil {
				t.Errorf("%s: %v", f.Path, err)
			}
			if read.Version != "https://jsonfeed.org/version/1.1" || read.Items[0].Text == "" || read.Feed != "https://example.org/p/"+f.Path {
				t.Errorf("%s: %+v", f.Path, read)
			}
		}
		got = append(got, fmt.Sprintf("%s %d %s", f.Path, len(read.Items), read.HomePage))
	}
	want := []string{
		"feed.xml 0 ", "feed.json 3 https://example.org/p/", "o/gazette.xml 0 ", "o/gazette.json 1 https://example.org/p/o/gazette.html",
		"t/sport-play.xml 0 ", "t/sport-play.json 1 https://example.org/p/t/sport-play.html",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
