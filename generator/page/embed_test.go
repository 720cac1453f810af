package page

import (
	"html"
	"strings"
	"testing"
)

// TestEmbed demands that the page for frames shows the two quotations and the
// snippet that shows it, leads to the event's page and asks for no script.
func TestEmbed(t *testing.T) {
	files := render(t, sampleSite(t))
	page := files["e/alder-queen/embed.html"]
	for _, want := range []string{
		`<a href="index.html" target="_blank">`, `content="noindex"`,
		html.EscapeString(`<iframe src="https://papers.example/alder/e/alder-queen/embed.html" title="`),
	} {
		if !strings.Contains(page, want) {
			t.Errorf("it has no %s", want)
		}
	}
	if n := strings.Count(page, "<blockquote"); n != 2 {
		t.Errorf("it has %d quotations", n)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "<iframe") {
		t.Error("it does more than show")
	}
	if !strings.Contains(files["e/alder-queen/index.html"], `href="embed.html"`) {
		t.Error("the event's page does not lead to it")
	}
	s := sampleSite(t)
	s.Config.BaseURL = ""
	if _, found := render(t, s)["e/alder-queen/embed.html"]; found {
		t.Error("a site without an address has one")
	}
}
