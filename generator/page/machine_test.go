package page

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"parallax/generator/page/event"
	"parallax/generator/rights"
	"parallax/generator/site"
)

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

// TestLinkedData demands that an event's page names each report for programs,
// with no more of a headline than may be shown, and says nothing of truth.
func TestLinkedData(t *testing.T) {
	files := render(t, sampleSite(t))
	page := files["e/alder-queen/index.html"]
	_, after, _ := strings.Cut(page, `<script type="application/ld+json">`)
	source, _, _ := strings.Cut(after, "</script>")
	var p event.LinkedPage
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
