package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/site"
)

// paragraphs returns blocks of lines.
func paragraphs(lines ...string) []Block {
	blocks := make([]Block, len(lines))
	for i, line := range lines {
		blocks[i] = Block{corpus.Paragraph, line}
	}
	return blocks
}

const (
	box   = "More on this story in our app"
	motto = "The Lantern has reported from Port Merrow for more than one hundred years now."
)

// story is a paragraph that no other page has.
func story(n int) string {
	return fmt.Sprintf("Report %d says that the council met on Monday and decided number %d.", n, n)
}

// TestReady takes from pages what stands on several pages of their outlet.
func TestReady(t *testing.T) {
	known := "The bridge was closed in February after engineers had warned of cracks in it."
	var documents []Document
	for n := range 4 {
		documents = append(documents, Document{
			Title: fmt.Sprint("Report ", n), URL: fmt.Sprintf("https://lantern.example/%d", n),
			Blocks: paragraphs(story(n), box, story(n+10), story(n+20), motto),
		})
	}
	documents[0].Blocks = paragraphs(story(0), known, story(10), story(20), "Nothing else.")
	documents[1].Blocks = paragraphs(story(1), "Nothing else.", known, story(11), story(21), motto)
	older := documents[2] // the same article once more
	older.Title = "Report 2, before it was changed"
	other := Document{Title: "x", URL: "https://echo.example/1", Blocks: paragraphs(box, story(5))}
	documents = append(documents, older, other)
	documents[3].Date = corpus.Day(2026, 5, 3)

	desk := NewDesk(newSite(t), &corpus.Corpus{}, Rules{Now: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)})
	left := desk.Ready(documents, "")
	if got := fmt.Sprint(left); got != "[0 1 2 2 2 0]" {
		t.Errorf("left out %s", got)
	}
	if !strings.Contains(documents[1].Text(), known) || strings.Contains(documents[2].Text(), box) || strings.Contains(documents[2].Text(), motto) {
		t.Error(documents[1].Text(), documents[2].Text())
	}
	if documents[3].Date.Known() {
		t.Error("the date lies ahead")
	}
}

// TestReadyKnowsWhatIsHeld counts articles that are there already.
func TestReadyKnowsWhatIsHeld(t *testing.T) {
	root := newSite(t)
	first := sample()
	first.Blocks = paragraphs(story(1), story(2), box)
	if _, err := NewDesk(root, &corpus.Corpus{}, Rules{}).Take(first, ""); err != nil {
		t.Fatal(err)
	}
	held, _ := loadSite(root)
	second := sample()
	second.Title, second.URL, second.Blocks = "Another", "https://www.lantern.example/b", paragraphs(story(3), story(4), box)
	batch := []Document{second}
	if left := NewDesk(root, held, Rules{}).Ready(batch, ""); left[0] != 1 || strings.Contains(batch[0].Text(), box) {
		t.Error(left, batch[0].Text())
	}
}

func TestReadyLeavesSomething(t *testing.T) {
	documents := []Document{
		{URL: "https://a.example/1", Blocks: paragraphs(box)},
		{URL: "https://a.example/2", Blocks: paragraphs(box, story(1), story(2), story(3))},
	}
	NewDesk(newSite(t), &corpus.Corpus{}, Rules{}).Ready(documents, "")
	if len(documents[0].Blocks) != 1 {
		t.Error("nothing is left")
	}
}

// TestShelf tells who else has a text.
func TestShelf(t *testing.T) {
	var own, half []string
	for n := range 40 {
		own = append(own, story(n))
		half = append(half, story(n%20+100*(n/20)))
	}
	s := newShelf()
	s.add("a", strings.Join(own, " "))
	s.add("b", "Something else was said in another place by people of whom nobody here has ever heard a word.")
	for name, test := range map[string]struct {
		words    string
		file     string
		from, to float64
	}{
		"the same": {strings.Join(own, "\n\n"), "a", 1, 1},
		"half":     {strings.Join(half, "\n"), "a", 0.4, 0.9},
		"short":    {"Report 1 says that the council met.", "", 0, 0},
		"none":     {strings.Repeat("word ", 100), "", 0, 0},
	} {
		if got := s.most("", test.words); got.File != test.file || got.Share < test.from || got.Share > test.to {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := s.most("a", strings.Join(own, " ")); got.File != "" {
		t.Error("a text shares nothing with itself:", got)
	}
}

// TestExcerpt keeps no more than may be quoted, in whole sentences.
func TestExcerpt(t *testing.T) {
	var blocks []Block
	for n := range 20 {
		blocks = append(blocks, paragraphs(story(n)+" "+story(n+100))...)
	}
	doc := Document{Title: "Twenty reports", Blocks: blocks} // 522 words
	for name, test := range map[string]struct {
		quotation site.Quotation
		sentences int
	}{
		"a tenth":    {site.Quotation{Share: 0.10, Page: 150, Passage: 50}, 3},
		"a page":     {site.Quotation{Share: 0.50, Page: 30, Passage: 50}, 2},
		"a passage":  {site.Quotation{Share: 0.50, Page: 150, Passage: 12}, 0},
		"nothing":    {site.Quotation{}, 0},
		"everything": {site.Quotation{Share: 1, Page: 1000, Passage: 50}, 40},
	} {
		e := excerpt(doc, test.quotation, builtin().For("en"))
		if got := strings.Count(e.Text(), "Report"); got != test.sentences || !e.Excerpt || e.Words != 522 {
			t.Errorf("%s: %d sentences of %d words:\n%s", name, got, e.Words, e.Text())
		}
	}
	if len(doc.Blocks) != 20 {
		t.Error("the document was changed")
	}
}

// An excerpt keeps limits by the words that are counted against them: each
// sign, where no blanks stand between words.
func TestExcerptWithoutBlanks(t *testing.T) {
	doc := Document{Title: "橋が閉鎖", Blocks: paragraphs("市は橋を全面閉鎖した。" + strings.Repeat("点検でひび割れが見つかった。", 14))}
	e := excerpt(doc, site.Quotation{Share: 0.10, Page: 150, Passage: 50}, builtin().For("ja"))
	if want := 4 + 10 + 14*13; e.Words != want {
		t.Errorf("the original has %d words, want %d", e.Words, want)
	}
	if got, want := e.Text(), "市は橋を全面閉鎖した。"; strings.TrimSpace(strings.TrimPrefix(got, doc.Title)) != want {
		t.Errorf("the excerpt is %q, want %q", got, want)
	}
}

// TestPlainWithoutDebris reads a text that was pasted with what stood around.
func TestPlainWithoutDebris(t *testing.T) {
	source := "Bath closed\n\n› Subscribe\n\nThe bath is closed.\nIt opens in June.\n\nPlease enter your comment!\nPlease enter your name here\n\n" +
		"The reCAPTCHA verification period has expired. Please reload the page.\n\nMore Articles\n\nPier opens again\n"
	d, err := Plain(Page{Data: []byte(source)}, builtin())
	if err != nil || d.Title != "Bath closed" || d.Text() != "The bath is closed. It opens in June." {
		t.Errorf("%q, %q, %v", d.Title, d.Text(), err)
	}
}
