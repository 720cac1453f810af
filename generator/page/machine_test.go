package page

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
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
	if len(d.Texts) != 4 {
		t.Fatalf("%d texts", len(d.Texts))
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
		Corpus: &corpus.Corpus{},
		Built:  time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	var events []listed
	for i := range n {
		date := corpus.Day(2026, 1, 1+i)
		events = append(events, listed{Event: &event.Event{Slug: fmt.Sprintf("e%d", i), Title: "E\x00\u202e<", From: date, To: date}, Topics: []string{"a\"b"}})
	}
	return s, append(events, listed{Event: &event.Event{Slug: "undated", Title: "U"}})
}

// atomOf returns the Atom feed of a site.
func atomOf(t *testing.T, s Site, events []listed) file.File {
	t.Helper()
	files, err := s.feeds(events)
	if err != nil || files[0].Path != feedPath {
		t.Fatal(files, err)
	}
	return files[0]
}

func TestFeed(t *testing.T) {
	s, events := feedSite(5)
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
	s, _ := feedSite(0)
	f := atomOf(t, s, nil)
	if !strings.Contains(string(f.Data), "<updated>2030-01-01T00:00:00Z</updated>") {
		t.Errorf("got %s", f.Data)
	}
}

func TestSitemap(t *testing.T) {
	addresses := []sitemapAddress{{Address: "https://e.org/", Modified: "2026-05-20"}, {Address: "https://e.org/a&b"}, {Address: "https://e.org/c"}}
	whole, err := splitSitemap("https://e.org/", addresses, 3)
	if err != nil || len(whole) != 1 || !strings.Contains(string(whole[0].Data), "<loc>https://e.org/a&amp;b</loc>") || strings.Count(string(whole[0].Data), "<lastmod>2026-05-20</lastmod>") != 1 {
		t.Errorf("got %+v, %v", whole, err)
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
	seen := map[bool]int{}
	for path, data := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		listed := strings.Contains(files["sitemap.xml"], "<loc>https://papers.example/alder/"+strings.TrimSuffix(path, "index.html")+"</loc>")
		hidden := strings.Contains(data, `content="noindex"`)
		if listed == hidden {
			t.Errorf("%s: listed %t, hidden %t", path, listed, hidden)
		}
		seen[hidden]++
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("%d pages are hidden, %d listed", seen[true], seen[false])
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
	audit := rights.NewAudit(s.Config.Quotation, s.Corpus, s.Events)
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

// TestForeseenIsWhatIsRead demands that an audit which is told what the files
// of events carry, and gets none of their bytes, counts what reading them gives.
func TestForeseenIsWhatIsRead(t *testing.T) {
	s := sampleSite(t)
	strict := site.Quotation{} // so that whatever is counted is found fault with
	read, told := rights.NewAudit(strict, s.Corpus, s.Events), rights.NewAudit(strict, s.Corpus, s.Events)
	s.Audit = told
	for f, err := range Render(s) {
		if err != nil {
			t.Fatal(err)
		}
		read.Add(f)
		if strings.Contains(f.Path, "alder-queen") {
			f.Data = nil
		}
		told.Add(f)
	}
	want, got := read.Report(), told.Report()
	if !want.Failed() || !slices.Equal(got.Sorted(), want.Sorted()) {
		t.Errorf("told %v, read %v", got.Sorted(), want.Sorted())
	}
}

// TestFeedsOfOutletsAndTopics demands that each outlet and topic has a pair of
// feeds with its events and no others, and that its page leads to them.
func TestFeedsOfOutletsAndTopics(t *testing.T) {
	s, events := feedSite(3)
	s.Corpus.Outlets = []corpus.Outlet{{ID: "gazette", Name: "Gazette"}, {ID: "silent", Name: "Silent"}}
	events[0].Outlets, events[2].About = []string{"gazette"}, []string{"Sport & Play", "sport-play"}
	files, err := s.feeds(events)
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

// TestPagesNameTheirFeeds demands that every feed that a page names is there,
// and that pages of outlets name their own.
func TestPagesNameTheirFeeds(t *testing.T) {
	files := render(t, sampleSite(t))
	for path, data := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		for _, part := range strings.Split(data, `<link rel="alternate" `)[1:] {
			_, after, _ := strings.Cut(part, `href="`)
			to, _, _ := strings.Cut(after, `"`)
			target, err := url.Parse("https://papers.example/alder/" + path)
			if err == nil {
				target, err = target.Parse(to)
			}
			if err != nil || files[strings.TrimPrefix(target.Path, "/alder/")] == "" {
				t.Errorf("%s names the feed %s, which is not there (%v)", path, to, err)
			}
		}
		if strings.HasPrefix(path, "o/") && path != "o/index.html" && !strings.Contains(data, `href="../`+strings.TrimSuffix(path, "html")+`json"`) &&
			!strings.Contains(data, `href="`+strings.TrimSuffix(strings.TrimPrefix(path, "o/"), "html")+`json"`) {
			t.Errorf("%s does not name its feed", path)
		}
	}
}

// TestDataPackage demands that the description names every data file, and
// describes each column of each table.
func TestDataPackage(t *testing.T) {
	files := render(t, sampleSite(t))
	var p dataPackage
	if err := json.Unmarshal([]byte(files[dataPackagePath]), &p); err != nil {
		t.Fatal(err)
	}
	described := map[string]bool{"index.json": true, "schema.json": true, "datapackage.json": true}
	for _, r := range p.Resources {
		described[r.Path] = true
		if r.Format != "csv" {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(files[dataFolder+r.Path])).ReadAll()
		if err != nil || len(rows) == 0 || len(rows[0]) != len(r.Schema.Fields) {
			t.Errorf("%s: %d fields, %v", r.Path, len(r.Schema.Fields), err)
			continue
		}
		for i, f := range r.Schema.Fields {
			for _, row := range rows[1:] {
				if f.Description == "" || strings.HasPrefix(f.Description, "column.") {
					t.Errorf("%s does not say what %s means", r.Path, f.Name)
				}
				if err := fits(row[i], f.Type); rows[0][i] != f.Name || err != nil {
					t.Errorf("%s: %s is said to be %s: %v", r.Path, f.Name, f.Type, err)
				}
			}
		}
	}
	for path := range files {
		if name, inside := strings.CutPrefix(path, dataFolder); inside && !described[name] && name != "index.html" {
			t.Errorf("%s is not described", path)
		}
	}
}

// fits says why a cell is not of the type, or nil.
func fits(cell, kind string) error {
	var err error
	switch {
	case cell == "":
	case kind == "integer":
		_, err = strconv.Atoi(cell)
	case kind == "number":
		_, err = strconv.ParseFloat(cell, 64)
	}
	return err
}

// TestLinkedData demands that an event's page names each report for programs,
// with no more of a headline than may be shown, and says nothing of truth.
func TestLinkedData(t *testing.T) {
	files := render(t, sampleSite(t))
	page := files["e/alder-queen/index.html"]
	_, after, _ := strings.Cut(page, `<script type="application/ld+json">`)
	source, _, _ := strings.Cut(after, "</script>")
	var p LinkedPage
	if err := json.Unmarshal([]byte(source), &p); err != nil {
		t.Fatalf("%v\n%s", err, source)
	}
	if p.Context != "https://schema.org" || len(p.About) < 2 || p.Modified == "" {
		t.Errorf("got %+v", p)
	}
	for _, a := range p.About {
		if a.Type != "NewsArticle" || a.Publisher.Name == "" || a.Headline == "" {
			t.Errorf("got %+v", a)
		}
	}
	for path, data := range files {
		if strings.Contains(data, "ClaimReview") {
			t.Errorf("%s judges claims", path)
		}
		if strings.Contains(path, "blind") && strings.Contains(data, "ld+json") {
			t.Errorf("%s names the outlets to programs", path)
		}
	}
}
