package ingest

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
)

// TestTakeScripts takes lines that try to run code as paragraphs, and reads
// them back as the text that they are.
func TestTakeScripts(t *testing.T) {
	data, err := os.ReadFile(dataset.Path(t, "suites/xss-payloads/payloadbox-xss-payload-list.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []Block
	for line := range strings.Lines(string(data)) {
		if line = short(oneLine(line), 500); line != "" {
			blocks = append(blocks, Block{corpus.Paragraph, "It said " + line + " on Monday."})
		}
	}
	for at := 0; at < len(blocks); at += 500 {
		readBack(t, Document{Title: "Lines", URL: "https://example.org/a", Site: "Example", Licence: "CC0-1.0", Blocks: blocks[at:min(at+500, len(blocks))]})
	}
}

// TestTakeHostilePages takes the text out of pages that try to run code, and
// reads it back.
func TestTakeHostilePages(t *testing.T) {
	data, err := os.ReadFile(dataset.Path(t, "suites/xss-payloads/dompurify-fixtures.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ Payload string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	english := builtin().For("en")
	var blocks []Block
	for _, page := range list {
		root, err := html.Parse(strings.NewReader("<title>" + page.Payload + "</title>" + page.Payload + "<p>The council met on Monday.</p>"))
		if err != nil {
			continue
		}
		d := readFacts(root, base("https://example.org/a"), builtin().For("en")).document()
		if d.URL != "https://example.org/a" {
			t.Errorf("%q leads to %q", page.Payload, d.URL)
		}
		found := candidates(root)
		blocks = append(blocks, newChooser(english, d.Title).choose(found, found, newSheet(root))...)
	}
	readBack(t, Document{Title: "Pages", URL: "https://example.org/a", Site: "Example", Licence: "CC0-1.0", Blocks: blocks})
}

// readBack takes a document and demands that a build reads its words.
func readBack(t *testing.T, d Document) {
	t.Helper()
	root := newSite(t)
	if _, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(d, ""); err != nil {
		t.Fatal(err)
	}
	read, problems := loadSite(root)
	if problems.Failed() || len(read.Articles) != 1 {
		t.Fatal(problems.Sorted())
	}
	a := read.Articles[0]
	had := map[string]bool{}
	for _, b := range a.Blocks {
		had[b.Of(a.Text)] = true
	}
	isLine := corpus.IsFurniture(builtin().For("en"))
	for _, b := range d.Blocks {
		if !had[b.Text] && !isLine(b.Text) {
			t.Errorf("%q was not read back", b.Text)
		}
	}
}
