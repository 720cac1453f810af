package page

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/address"
	"parallax/generator/message"
)

// nodes parses a page and returns its elements in order.
func nodes(t testing.TB, source string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	var list []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

// attribute returns an attribute of an element, or "".
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// pagesOf returns the HTML pages among files.
func pagesOf(files map[string]string) map[string]string {
	pages := map[string]string{}
	for p, data := range files {
		if strings.HasSuffix(p, ".html") {
			pages[p] = data
		}
	}
	return pages
}

func TestLinksLeadSomewhere(t *testing.T) {
	s := sampleSite(t)
	files := render(t, s)
	ids := map[string]bool{}
	for p, data := range pagesOf(files) {
		addIDs(t, ids, p, nodes(t, data))
	}
	for p, data := range pagesOf(files) {
		for _, n := range nodes(t, data) {
			to := attribute(n, "href") + attribute(n, "src")
			if to == "" || strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "mailto:") || n.Data == "use" {
				continue
			}
			file, fragment, hasFragment := target(t, p, to)
			if files[file] == "" {
				t.Errorf("%s: the link %s leads nowhere", p, to)
			} else if hasFragment && !ids[file+"#"+fragment] {
				t.Errorf("%s: the link %s leads to no place on its page", p, to)
			}
		}
	}
}

// addIDs adds the ids of a page, with its path before them, to a set.
func addIDs(t *testing.T, ids map[string]bool, page string, nodes []*html.Node) {
	t.Helper()
	for _, n := range nodes {
		id := attribute(n, "id")
		if id == "" {
			continue
		}
		if ids[page+"#"+id] {
			t.Errorf("%s: id %q stands twice", page, id)
		}
		ids[page+"#"+id] = true
	}
}

// target returns the file that a link of a page leads to, and the place in it.
func target(t *testing.T, page, to string) (file, fragment string, hasFragment bool) {
	t.Helper()
	file, fragment, hasFragment = strings.Cut(to, "#")
	switch {
	case page == address.Missing && strings.HasPrefix(file, "/alder/"):
		file = strings.TrimPrefix(file, "/alder/")
	case strings.HasPrefix(file, "/"):
		t.Errorf("%s: the link %s is not relative", page, to)
	case file == "":
		file = page
	default:
		file = path.Join(path.Dir(page), file)
	}
	return file, fragment, hasFragment
}

func TestPagesAreSoundHTML(t *testing.T) {
	for p, data := range pagesOf(render(t, sampleSite(t))) {
		if strings.Contains(data, "NaN") || strings.Contains(data, "ZgotmplZ") || strings.Contains(data, "&lt;nil") {
			t.Errorf("%s holds a value that should not show", p)
		}
		for _, n := range nodes(t, data) {
			if fault := unsound(n); fault != "" {
				t.Errorf("%s: %s", p, fault)
			}
			if key := unwanted(n); key != "" {
				t.Errorf("%s: <%s> has the attribute %s, which the policy of the page forbids", p, n.Data, key)
			}
		}
	}
}

// unsound says what an element lacks, or "".
func unsound(n *html.Node) string {
	switch {
	case n.Data == "table" && (n.FirstChild == nil || n.FirstChild.Data != "caption"):
		return "a table has no caption"
	case n.Data == "th" && attribute(n, "scope") == "":
		return "a head of a table has no scope"
	case n.Data == "svg" && attribute(n, "role") != "img" && attribute(n, "aria-hidden") != "true":
		return "a drawing is neither described nor hidden"
	case n.Data == "svg" && attribute(n, "role") == "img" && attribute(n, "aria-labelledby") == "":
		return "a chart has no title"
	}
	return ""
}

// unwanted returns an attribute of an element that would hold a style or a
// script, or "".
func unwanted(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			return a.Key
		}
	}
	return ""
}

// bareKey matches a key of the interface texts that stands on a page because
// no text was found for it.
var bareKey = regexp.MustCompile(`[>" ](nav|date|place|event|section|signal|headline|coverage|participant|group|stance|told|mark|method|outlet|list|search|who|reader)\.[a-z]+[<" ]`)

// fileName matches what looks like a key and is a file's name.
var fileName = regexp.MustCompile(`"(method|search|list)\.(html|xml)"`)

func TestNoKeyShows(t *testing.T) {
	for p, data := range pagesOf(render(t, sampleSite(t))) {
		if found := bareKey.FindString(fileName.ReplaceAllString(data, "")); found != "" {
			t.Errorf("%s shows the key %s", p, found)
		}
	}
}

func TestBlindTwinHoldsNoNames(t *testing.T) {
	s := sampleSite(t)
	files := render(t, s)
	names := regexp.MustCompile(`(?i)harbour office|courier|evening lamp|\blamp\b|deckhand\b|\.example|tom weller|olu brand`)
	for _, p := range []string{"e/alder-queen/blind.html", "e/alder-queen/blind-text.html"} {
		page := files[p]
		if page == "" {
			t.Errorf("%s is missing", p)
		}
		page = strings.ReplaceAll(page, `"mailto:desk@papers.example"`, "") // the site's own
		page = strings.ReplaceAll(page, "deckhand Mo", "")                  // a job, not the paper
		for _, at := range names.FindAllStringIndex(page, -1) {
			t.Errorf("%s: ...%s...", p, page[max(0, at[0]-60):min(len(page), at[1]+60)])
		}
	}
	if !strings.Contains(files["e/alder-queen/blind-text.html"], "Outlet A refused the request") {
		t.Error("a name inside a text was not replaced")
	}
}

func TestHostileTextStaysText(t *testing.T) {
	const payload = `"'><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>{{.}}` + "\u202e"
	s := sampleSite(t)
	comparison, err := s.Compare(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := *comparison
	s.Compare = nil
	for i := range s.Corpus.Articles {
		a := &s.Corpus.Articles[i]
		a.Title, a.Author, a.URL, a.Licence = payload, payload, "javascript:alert(1)", "CC0-1.0"
		a.Topics = []string{payload}
		a.Text = strings.Repeat(payload, 20)[:len(a.Text)]
	}
	for i := range s.Corpus.Outlets {
		o := &s.Corpus.Outlets[i]
		o.Name, o.Short, o.Homepage, o.Body, o.Kind.Value, o.Kind.Evidence = payload, payload, "javascript:alert(1)", payload, payload, payload
	}
	c.Findings = slices.Clone(c.Findings)
	for i := range c.Findings {
		c.Findings[i].Says = message.New(payload)
	}
	c.Coverage.Statements = slices.Clone(c.Coverage.Statements)
	for i := range c.Coverage.Statements {
		c.Coverage.Statements[i].Heading = payload
	}
	s.Events[0].Title = payload
	s.Corpus.Notes[0].Body, s.Corpus.Notes[0].Summary = payload, payload
	s.Corpus.Glossary[0].Body, s.Corpus.Glossary[0].Meaning = payload, payload
	s.Config.Contact, s.Config.Repository = "javascript:alert(1)", payload
	s.Compare = sameComparison(&c)
	for p, data := range pagesOf(render(t, s)) {
		for _, n := range nodes(t, data) {
			if intruder := intruding(n); intruder != "" {
				t.Errorf("%s: %s got in", p, intruder)
			}
			if key := unwanted(n); key != "" {
				t.Errorf("%s: <%s %s>", p, n.Data, key)
			}
		}
	}
}

// intruding says what of an element no page of ours has, or "".
func intruding(n *html.Node) string {
	src := attribute(n, "src")
	switch {
	case n.Data == "script" && attribute(n, "type") == "application/ld+json" && json.Valid([]byte(n.FirstChild.Data)):
		return "" // data, which no browser runs
	case n.Data == "script" && !strings.HasSuffix(src, "assets/script.js") && !strings.HasSuffix(src, "search-index.js"):
		return "a script"
	case n.Data == "img" || n.Data == "iframe" || n.Data == "object":
		return "<" + n.Data + ">"
	case strings.HasPrefix(strings.ToLower(attribute(n, "href")), "javascript:"):
		return "a link that is a script"
	}
	return ""
}

func TestMarksAreSaidInWords(t *testing.T) {
	page := render(t, sampleSite(t))["e/alder-queen/index.html"]
	for _, want := range []string{
		`<i>loaded word: </i>Terrified</u>`,
		`<i>only here: </i>ran aground</u>`,
		"the editor’s retelling, not the outlet’s words",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the event's page lacks %s", want)
		}
	}
}
