package page

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/site"
)

// schemaOf compiles data/schema.json, or the definition of that name in it.
func schemaOf(t *testing.T, source, definition string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json" + definition)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// valid reports what is wrong with a document.
func valid(t *testing.T, s *jsonschema.Schema, source string) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(document)
}

func TestDataIsValid(t *testing.T) {
	files := render(t, sampleSite(t))
	of := schemaOf(t, files[dataSchemaPath], "")
	data := files["data/alder-queen.json"]
	if err := valid(t, of, data); err != nil {
		t.Error(err)
	}
	if err := valid(t, schemaOf(t, files[dataSchemaPath], "#/$defs/DataIndex"), files[dataIndexPath]); err != nil {
		t.Error(err)
	}
	for name, broken := range map[string]string{
		"unknown key": strings.Replace(data, `"site":`, `"sight":"x","site":`, 1),
		"missing key": strings.Replace(data, `"licence":`, `"license":`, 1),
		"wrong type":  strings.Replace(data, `"score":`, `"score":"x","was":`, 1),
	} {
		if valid(t, of, broken) == nil {
			t.Errorf("%s: taken for valid", name)
		}
	}
}

func TestDataShowsWhatMayBeShown(t *testing.T) {
	files := render(t, sampleSite(t))
	var d EventData
	if err := json.Unmarshal([]byte(files["data/alder-queen.json"]), &d); err != nil {
		t.Fatal(err)
	}
	for i, text := range d.Texts {
		if got, want := text.Whole, d.Comparison.Articles[i].Outlet != "courier"; got != want {
			t.Errorf("%s: whole %t, want %t", text.OutletName, got, want)
		}
		for _, p := range text.Passages {
			if text.Whole && p.Text == "" {
				t.Errorf("%s: passage %s of an open article is left out", text.OutletName, p.ID)
			}
		}
	}
	if len(d.Sentences) != len(d.Comparison.Findings) || len(d.Sentences) == 0 {
		t.Errorf("%d sentences for %d findings", len(d.Sentences), len(d.Comparison.Findings))
	}
	for _, s := range d.Sentences {
		if strings.ContainsAny(s.Text, "{}") {
			t.Errorf("%s: %q", s.Finding, s.Text)
		}
	}
}

// TestTables demands that every table of the sample is there, parses, and has
// as many cells in every row as columns.
func TestTables(t *testing.T) {
	files := render(t, sampleSite(t))
	for _, name := range []string{"headlines", "statements", "wording", "naming", "speakers"} {
		rows, err := csv.NewReader(strings.NewReader(files["data/alder-queen/"+name+".csv"])).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	c := &framing.Comparison{Articles: []framing.Article{{Letter: "A", Title: `=HYPERLINK("http://evil.example","x")`}}}
	rows, err := csv.NewReader(bytes.NewReader(headlineTable(c, map[string]string{"A": "@cmd"}).bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[1][1] + rows[1][5]; got != `'@cmd'=HYPERLINK("http://evil.example","x")` {
		t.Errorf("got %s", got)
	}
	for _, s := range []string{"=1", "+1", "-1", "@x", "\tx"} {
		if cell(s) != "'"+s {
			t.Errorf("%q stays %q", s, cell(s))
		}
	}
	if cell("a=1") != "a=1" || cell("") != "" {
		t.Error("a plain cell is changed")
	}
}

// feedSite returns a site and the events of a feed: one a day from the first
// of January on, and one without a date.
func feedSite(n int) (Site, []listed) {
	s := Site{
		Config: site.Config{Title: "A & <B>", BaseURL: "https://example.org/p", Language: "en", Pages: site.Pages{Feed: 3}},
		Built:  time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	var events []listed
	for i := range n {
		date := corpus.Day(2026, 1, 1+i)
		events = append(events, listed{event: &event.Event{Slug: fmt.Sprintf("e%d", i), Title: "E\x00\u202e<", From: date, To: date}, topics: []string{"a\"b"}})
	}
	return s, append(events, listed{event: &event.Event{Slug: "undated", Title: "U"}})
}

func TestFeed(t *testing.T) {
	s, events := feedSite(5)
	f, err := s.feed(events)
	if err != nil {
		t.Fatal(err)
	}
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
	again, err := s.feed(events)
	if err != nil || !bytes.Equal(again.Data, f.Data) {
		t.Error("another feed from the same events", err)
	}
}

func TestEmptyFeedIsValid(t *testing.T) {
	s, _ := feedSite(0)
	f, err := s.feed(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(f.Data), "<updated>2030-01-01T00:00:00Z</updated>") {
		t.Errorf("got %s", f.Data)
	}
}

func TestSitemap(t *testing.T) {
	addresses := []string{"https://e.org/", "https://e.org/a&b", "https://e.org/c"}
	whole, err := splitSitemap("https://e.org/", addresses, 3)
	if err != nil || len(whole) != 1 || !strings.Contains(string(whole[0].Data), "<loc>https://e.org/a&amp;b</loc>") {
		t.Errorf("got %s, %v", whole, err)
	}
	parts, err := splitSitemap("https://e.org/", addresses, 2)
	if err != nil || len(parts) != 3 {
		t.Fatal(len(parts), err)
	}
	var index sitemapIndex
	if err := xml.Unmarshal(parts[2].Data, &index); err != nil || parts[2].Path != "sitemap.xml" {
		t.Fatal(parts[2].Path, err)
	}
	if got := []string{index.Maps[0].Address, index.Maps[1].Address}; !slices.Equal(got, []string{"https://e.org/sitemap-1.xml", "https://e.org/sitemap-2.xml"}) {
		t.Errorf("got %q", got)
	}
}

// TestSitemapListsWhatShouldBeFound demands that pages which ask not to be
// found are not listed, and the others are.
func TestSitemapListsWhatShouldBeFound(t *testing.T) {
	files := render(t, sampleSite(t))
	for path, data := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		listed := strings.Contains(files["sitemap.xml"], "<loc>https://papers.example/alder/"+strings.TrimSuffix(path, "index.html")+"</loc>")
		if hidden := strings.Contains(data, `content="noindex"`); listed == hidden {
			t.Errorf("%s: listed %t, hidden %t", path, listed, hidden)
		}
	}
}

func TestRobots(t *testing.T) {
	s, _ := feedSite(0)
	if got, want := string(s.robots().Data), "User-agent: *\nAllow: /\nSitemap: https://example.org/p/sitemap.xml\n"; got != want {
		t.Errorf("got %s", got)
	}
	s.Config.Quotation.Class = true
	if got := string(s.robots().Data); !strings.Contains(got, "Disallow: /\n") {
		t.Errorf("got %s", got)
	}
}

func TestNamed(t *testing.T) {
	m := named(message.New("k", "outlet", "A", "label", "A").With("others", "B1", "Z"), map[string]string{"A": "Post", "B1": "Mail (1)"})
	if got := fmt.Sprint(m.Args["outlet"], m.Args["others"], m.Args["label"]); got != "[Post] [Mail (1) Z] [A]" {
		t.Errorf("got %s", got)
	}
}

// TestSampleKeepsTheBudget holds the whole sample site against the audit.
func TestSampleKeepsTheBudget(t *testing.T) {
	s := sampleSite(t)
	audit := NewAudit(s.Config.Quotation, s.Corpus, s.Events)
	for f, err := range Render(s) {
		if err != nil {
			t.Fatal(err)
		}
		audit.Add(f)
	}
	l := audit.Report()
	for _, d := range l.Sorted() {
		t.Error(d)
	}
}
