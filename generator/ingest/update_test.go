package ingest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/site"
)

// report is a document with enough sentences to be known again.
func report() Document {
	return Document{
		Title: "Council closes the bath", Date: corpus.Day(2026, 3, 2), Retrieved: corpus.Moment(time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)),
		Language: "en", URL: "https://lantern.example/news/bath", Site: "Lantern", Author: "Ida Moor",
		Blocks: paragraphs(
			"The council closed the bath of the harbour on Monday after engineers found cracks in a wall.",
			"About three hundred people swim in it on a usual day, and several clubs look for another place.",
			"The repairs are to cost more than a million and take until June, said the engineer of the council.",
			"Swimmers will be let into the bath of the grammar school in the evening, where there is little room.",
		),
	}
}

// rules are those of a site that keeps excerpts, or of one that keeps all.
func rulesFor(excerpt bool) Rules {
	return Rules{
		Config:    site.Config{Language: "en", Quotation: site.Quotation{Share: 0.6, Page: 150, Passage: 50}},
		Languages: builtin(), Excerpt: excerpt, Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
	}
}

// TestUpdate replaces a downloaded article by what its outlet made of it.
func TestUpdate(t *testing.T) {
	for name, test := range map[string]struct {
		edit             func(*Document)
		updated, changed bool
	}{
		"the same":     {func(*Document) {}, false, false},
		"a sentence":   {func(d *Document) { d.Blocks[2].Text = strings.Replace(d.Blocks[2].Text, "June", "July", 1) }, true, false},
		"the headline": {func(d *Document) { d.Title = "Bath closed" }, true, false},
		"much longer": {func(d *Document) {
			d.Blocks = append(d.Blocks, paragraphs(story(1), story(2), story(3), story(4), story(5), story(6))...)
		}, true, false},
		"a button":          {func(d *Document) { d.Blocks = append(d.Blocks, paragraphs("Most read today")...) }, false, false},
		"a page of consent": {func(d *Document) { d.Title, d.Blocks = "Before you go on", consent() }, false, true},
	} {
		root := newSite(t)
		first, err := NewDesk(root, &corpus.Corpus{}, rulesFor(false)).Take(report(), "")
		if err != nil {
			t.Fatal(err)
		}
		held, _ := loadSite(root)
		doc := report()
		test.edit(&doc)
		taken, err := NewDesk(root, held, rulesFor(false)).Update(doc, first.File)
		if err != nil || taken.Replaced != test.updated || taken.Changed != test.changed || (taken.Earlier != "") != test.updated {
			t.Errorf("%s: %+v, %v", name, taken, err)
		}
	}
}

func consent() []Block {
	return paragraphs(
		"We and our partners keep small files on your device so that our advertisements are worth more to those who pay for them.",
		"You may agree to this or buy a subscription for a small sum every month, which you can end whenever you want to do so.",
		"Whatever you choose, some of these files are needed for the page to work and are kept for as long as the law allows it.",
	)
}

// TestUpdateKeepsExcerpts replaces an excerpt by an excerpt, whatever the run
// was told: the whole text must not come into git.
func TestUpdateKeepsExcerpts(t *testing.T) {
	root := newSite(t)
	first, err := NewDesk(root, &corpus.Corpus{}, rulesFor(true)).Take(report(), "")
	if err != nil || !first.Excerpt {
		t.Fatal(first, err)
	}
	held, _ := loadSite(root)
	replacing := rulesFor(false)
	replacing.Replace = true
	for _, d := range []*Desk{NewDesk(root, held, rulesFor(false)), NewDesk(root, held, replacing)} {
		same, err := d.Update(report(), first.File)
		if err != nil || same.Replaced {
			t.Errorf("%+v, %v", same, err)
		}
	}
	if again, err := NewDesk(root, held, replacing).Take(report(), ""); err != nil || again.Earlier != "" || !again.Excerpt {
		t.Errorf("%+v, %v", again, err)
	}
	changed := report()
	changed.Blocks[0].Text = strings.Replace(changed.Blocks[0].Text, "cracks", "ten cracks", 1)
	taken, err := NewDesk(root, held, rulesFor(false)).Update(changed, first.File)
	data, _ := root.ReadFile(first.File)
	if err != nil || !taken.Excerpt || taken.Private || strings.Contains(string(data), "little room") || !strings.Contains(string(data), "ten cracks") {
		t.Errorf("%+v, %v\n%s", taken, err, data)
	}
}

// TestReplaceKeepsDecisions keeps what an editor wrote into the front matter.
func TestReplaceKeepsDecisions(t *testing.T) {
	root := newSite(t)
	rules := rulesFor(false)
	rules.Config.Licence.Default = "CC-BY-4.0"
	first, err := NewDesk(root, &corpus.Corpus{}, rules).Take(report(), "")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := root.ReadFile(first.File)
	decided := strings.Replace(string(data), "\n+++\n", "\ntopics = [\"water\", \"say \\\"sport\\\"\"]\nevent = \"bath\"\nnot_event = [\"pier\"]\nlicence = \"CC0-1.0\"\n+++\n", 1)
	root.WriteFile(first.File, []byte(decided), 0o644)
	held, problems := loadSite(root)
	if problems.Failed() {
		t.Fatal(problems.Sorted())
	}
	doc := report()
	doc.Title, doc.Author, doc.Date = "Bath closed", "", corpus.Date{}
	rules.Replace = true
	if _, err := NewDesk(root, held, rules).Take(doc, ""); err != nil {
		t.Fatal(err)
	}
	held, problems = loadSite(root)
	if problems.Failed() {
		t.Fatal(problems.Sorted())
	}
	a := held.Articles[0]
	if a.Title != "Bath closed" || a.Event != "bath" || !slices.Equal(a.NotEvent, []string{"pier"}) || len(a.Topics) != 2 || a.Topics[1] != `say "sport"` ||
		a.Licence != "CC0-1.0" || a.Author != "Ida Moor" || !a.Date.Known() {
		t.Errorf("%+v", a)
	}
}

// TestDownloaded leaves alone what people wrote or saved.
func TestDownloaded(t *testing.T) {
	at := corpus.Moment(time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))
	held := &corpus.Corpus{}
	for _, a := range []corpus.Article{
		{File: "a", URL: "https://lantern.example/a", Retrieved: at},
		{File: "b", URL: "https://lantern.example/b"},
		{File: "c", URL: "https://lantern.example/c", Retrieved: at, Paraphrase: true},
	} {
		a.Blocks = []corpus.Block{{}}
		held.Articles = append(held.Articles, a)
	}
	d := NewDesk(newSite(t), held, rulesFor(false))
	for address, want := range map[string]bool{"a": true, "b": false, "c": false, "d": false} {
		if got := d.Downloaded("https://lantern.example/" + address); got.IsZero() == want {
			t.Errorf("%s: %s", address, got)
		}
	}
}

// TestReadyRemembers leaves a line out of a page that comes alone, since it was
// left out of pages that came together.
func TestReadyRemembers(t *testing.T) {
	root := newSite(t)
	page := func(n int) Document {
		d := report()
		d.URL, d.Blocks = strings.Replace(d.URL, "bath", string(rune('a'+n)), 1), paragraphs(story(n), story(n+100), box, story(n+200))
		return d
	}
	desk := NewDesk(root, &corpus.Corpus{}, rulesFor(false))
	if left := desk.Ready([]Document{page(1), page(2)}, ""); left[0] != 1 || left[1] != 1 {
		t.Fatal(left)
	}
	if _, err := desk.Take(page(1), ""); err != nil {
		t.Fatal(err)
	}
	if err := desk.Close(); err != nil {
		t.Fatal(err)
	}
	held := &corpus.Corpus{Outlets: []corpus.Outlet{{ID: "lantern", Homepage: "https://lantern.example/"}}}
	if left := NewDesk(root, held, rulesFor(false)).Ready([]Document{page(3)}, ""); left[0] != 1 {
		t.Error(left)
	}
	root.WriteFile(leftFile, []byte("["), 0o644)
	if left := NewDesk(root, held, rulesFor(false)).Ready([]Document{page(3)}, ""); left[0] != 0 {
		t.Error(left)
	}
}
