package page

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/message"
	"parallax/generator/rights"
	"parallax/generator/site"
	"parallax/generator/text"
	"parallax/templates"
)

// restrictedSite returns the demonstration site as if all rights in its articles
// were reserved: what somebody has who saves real news.
func restrictedSite(t *testing.T) Site {
	t.Helper()
	fsys := os.DirFS("../..")
	config, _ := site.Load(fsys, framing.Names())
	languages := text.Builtin()
	c, l := corpus.Load(fsys, config, languages, time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC), false)
	if l.Failed() {
		t.Fatal(l.Sorted())
	}
	byID := map[string]*corpus.Article{}
	for i := range c.Articles {
		c.Articles[i].Licence = ""
		byID[c.Articles[i].ID] = &c.Articles[i]
	}
	catalogue, err := message.Load(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	c.Lessons = nil // they speak of what cannot be shown
	grouping, _ := event.Group(c.Articles, event.Settings{Languages: languages, Notes: c.Notes})
	s := Site{
		Config: config, Corpus: c, Events: grouping.Events, Languages: languages, Templates: templates.Files, Messages: catalogue,
		Compare: func(e *event.Event) (*framing.Comparison, error) {
			var members []*corpus.Article
			for _, m := range e.Members {
				members = append(members, byID[m.Article])
			}
			return framing.Compare(e, members, framing.Settings{Languages: languages}), nil
		},
	}
	s.Audit = rights.NewAudit(config.Quotation, c, s.Events)
	return s
}

// TestRestrictedSiteHasNoEmptyQuotation demands of a site in which all rights are
// reserved that nothing on any page, and in no file, is a quotation without
// words, that leading contrasts have two sides, and that the limits hold.
func TestRestrictedSiteHasNoEmptyQuotation(t *testing.T) {
	s := restrictedSite(t)
	files := render(t, s)
	leads, quotations := 0, 0
	for p, data := range files {
		s.Audit.Add(file.File{Path: p, Data: []byte(data)})
		switch {
		case strings.HasSuffix(p, ".html"):
			for _, n := range nodes(t, data) {
				lead, quotation := checkQuotation(t, p, n)
				leads += lead
				quotations += quotation
			}
		case strings.HasSuffix(p, ".json"):
			var value any
			if err := json.Unmarshal([]byte(data), &value); err != nil {
				t.Errorf("%s: %v", p, err)
			}
			checkStrings(t, p, value)
		}
	}
	if len(s.Events) < 5 || leads < 5 || quotations < 50 {
		t.Errorf("%d events, %d leads, %d quotations: too few to demand anything of them", len(s.Events), leads, quotations)
	}
	lessons := 0
	for _, e := range s.Events {
		if files["e/"+e.Slug+"/class.html"] != "" {
			lessons++
		}
	}
	if 2*lessons < len(s.Events) {
		t.Errorf("%d of %d events have a lesson, want half", lessons, len(s.Events))
	}
	report := s.Audit.Report()
	for _, d := range report.Sorted() {
		t.Error(d)
	}
}

// checkQuotation demands of an element that it is not a quotation, or a text,
// that only says that something is left out. It counts leading contrasts, which
// have two sides, and quotations.
func checkQuotation(t *testing.T, page string, n *html.Node) (lead, quotation int) {
	t.Helper()
	switch n.Data {
	case "blockquote", "p", "li", "td", "dd", "h1", "h2", "h3", "h4":
		words := saidIn(n)
		if bare := strings.Trim(words, " […]\u00a0"); bare == "" && (n.Data == "blockquote" || strings.Contains(words, "…")) {
			t.Errorf("%s: <%s> %q has no words", page, n.Data, words)
		}
	}
	if n.Data == "blockquote" {
		quotation = 1
	}
	if n.Data == "div" && attribute(n, "class") == "face" {
		lead = 1
		sides := 0
		for c := range n.ChildNodes() {
			if c.Data == "figure" {
				sides++
			}
		}
		if sides != 2 {
			t.Errorf("%s: a leading contrast of %d sides", page, sides)
		}
	}
	return lead, quotation
}

// saidIn returns the words in an element.
func saidIn(n *html.Node) string {
	var words strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			words.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(words.String()), " ")
}

// checkStrings demands that no text of a data file only says that something is
// left out.
func checkStrings(t *testing.T, path string, value any) {
	t.Helper()
	switch v := value.(type) {
	case string:
		if v != "" && strings.Trim(v, " […]") == "" {
			t.Errorf("%s: %q has no words", path, v)
		}
	case []any:
		for _, x := range v {
			checkStrings(t, path, x)
		}
	case map[string]any:
		for _, x := range v {
			checkStrings(t, path, x)
		}
	}
}
