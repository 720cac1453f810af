package rights

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/file"
	"parallax/generator/framing"
	"parallax/generator/sample"
	"parallax/generator/site"
	"parallax/generator/text"
)

// rightsArticle returns an article of invented sentences, no two alike, each
// of the given number of words.
func rightsArticle(id string, licence corpus.Licence, lengths ...int) *corpus.Article {
	a := &corpus.Article{ID: id, File: "content/articles/" + id + ".md", Title: "Headline of " + id + " in six words", Licence: licence, Language: "en"}
	var body []string
	for i, n := range lengths {
		var words []string
		for w := range n {
			words = append(words, fmt.Sprintf("%s%dx%d", id, i, w))
		}
		body = append(body, strings.Join(words, " ")+".")
	}
	sample.LayOut(a, strings.Join(body, "\n"))
	return a
}

// rightsEvent returns the event, corpus and comparison of articles, with a
// finding for each list of passages.
func rightsEvent(articles []*corpus.Article, findings ...[]framing.Evidence) (event.Event, *corpus.Corpus, *framing.Comparison) {
	e := event.Event{Slug: "ev"}
	c := &corpus.Corpus{}
	cmp := &framing.Comparison{Event: "ev"}
	for _, a := range articles {
		e.Members = append(e.Members, event.Member{Article: a.ID})
		c.Articles = append(c.Articles, *a)
		cmp.Articles = append(cmp.Articles, framing.Article{ID: a.ID})
	}
	for i, evidence := range findings {
		cmp.Findings = append(cmp.Findings, framing.Finding{ID: fmt.Sprint(i), Evidence: evidence})
	}
	return e, c, cmp
}

// whole returns evidence for a whole passage.
func whole(articles []*corpus.Article, article, passage int) framing.Evidence {
	return framing.Evidence{Article: article, Passage: passage, Span: articles[article].Passages[passage].Span}
}

var tenth = site.Quotation{Share: 0.10, Page: 150, Passage: 50}

func TestAllowance(t *testing.T) {
	articles := []*corpus.Article{
		rightsArticle("shut", "", 20, 30, 20, 200, 4, 120), // 400 words with the headline: 40 of them
		rightsArticle("open", "CC-BY-4.0", 20, 20),
	}
	_, all, c := rightsEvent(articles,
		[]framing.Evidence{whole(articles, 0, 3), whole(articles, 1, 1)}, // 20 words, fits beside the headline
		[]framing.Evidence{whole(articles, 0, 2)},                        // 30 words, has to be cut
	)
	c.Coverage.Statements = []framing.Statement{
		{Heading: "shut0x0 shut0x1 shut0x2 shut0x3 shut0x4 shut0x5 shut0x6"},
		{Heading: "shut3x0 shut3x1 shut3x2 shut3x3 shut3x4 shut3x5 shut3x6"},
		{Heading: "open0x0 open0x1 open0x2 open0x3 open0x4 open0x5 open0x6"},
	}
	a := Allow(c, articles, ReadHeadlines(all.Articles), tenth)
	shut, open := articles[0], articles[1]
	for _, test := range []struct {
		article *corpus.Article
		span    text.Span
		want    string
	}{
		{shut, shut.Passages[0].Span, "Headline of shut in six words"},
		{shut, shut.Passages[3].Span, shut.Passages[3].Of(shut.Text)},
		{shut, shut.Passages[2].Span, ""}, // seven words of a heading came before it
		{shut, shut.Passages[1].Span, ""},
		{shut, shut.Passages[5].Span, ""}, // four words, but a whole passage
		{shut, text.Span{Start: shut.Passages[1].Start, End: shut.Passages[1].Start + 15}, "shut0x0 shut0x1"},
		{open, open.Passages[1].Span, open.Passages[1].Of(open.Text)},
	} {
		var got []string
		for _, part := range a.Show(test.article, test.span) {
			got = append(got, part.Of(test.article.Text))
		}
		if strings.Join(got, " … ") != test.want {
			t.Errorf("%q: got %q, want %q", test.span.Of(test.article.Text), got, test.want)
		}
	}
	for i, want := range []string{"shut0x0 shut0x1 shut0x2 shut0x3 shut0x4 shut0x5 shut0x6", "shut3x0 shut3x1 shut3x2 shut3x3 shut3x4 …"} {
		if got := a.Comparison().Coverage.Statements[i].Heading; got != want {
			t.Errorf("heading %q, want %q", got, want)
		}
	}
	if got := a.Comparison().Coverage.Statements[2].Heading; got != c.Coverage.Statements[2].Heading {
		t.Errorf("heading of an open article %q", got)
	}
	if a.Whole(shut) || !a.Whole(open) {
		t.Error("the wrong article is bound")
	}
	class := tenth
	class.Class = true
	if a := Allow(c, articles, ReadHeadlines(all.Articles), class); !a.Whole(shut) || a.Comparison() != c {
		t.Error("classroom mode does not lift the limits")
	}
}

// TestAllowanceKeepsWhatTheAuditDemands chooses passages for random evidence,
// writes all of them on one page, and asks the audit.
func TestAllowanceKeepsWhatTheAuditDemands(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shown := 0
	for round := range 200 {
		articles := randomArticles(random)
		e, c, comparison := rightsEvent(articles, randomFindings(random, articles)...)
		q := site.Quotation{Share: random.Float64() / 3, Page: random.IntN(200), Passage: random.IntN(60)}
		text, restricted := allShown(Allow(comparison, articles, ReadHeadlines(c.Articles), q), articles)
		shown += restricted
		audit := NewAudit(q, c, []event.Event{e})
		audit.Add(file.File{Path: "e/ev/index.html", Data: []byte("<p>" + text)})
		audit.Add(file.File{Path: "data/ev.json", Data: []byte(text)})
		report := audit.Report()
		for _, d := range report.Sorted() {
			t.Errorf("round %d, %+v: %s", round, q, d)
		}
	}
	if shown < 100 {
		t.Errorf("the allowance shows %d parts, so that there is nothing to demand", shown)
	}
}

// randomArticles returns four articles, some of them restricted, and a copy of
// the first by another outlet.
func randomArticles(random *rand.Rand) []*corpus.Article {
	var articles []*corpus.Article
	for i := range 4 {
		var lengths []int
		for range 1 + random.IntN(30) {
			lengths = append(lengths, 1+random.IntN(80))
		}
		articles = append(articles, rightsArticle(fmt.Sprintf("a%d", i), corpus.Licence([]string{"", "CC0-1.0"}[random.IntN(2)]), lengths...))
	}
	copied := *articles[0]
	copied.ID, copied.File = "copy", "content/articles/copy.md"
	return append(articles, &copied)
}

// randomFindings returns the evidence of findings, a passage each.
func randomFindings(random *rand.Rand, articles []*corpus.Article) [][]framing.Evidence {
	var findings [][]framing.Evidence
	for range random.IntN(40) {
		i := random.IntN(len(articles))
		findings = append(findings, []framing.Evidence{whole(articles, i, random.IntN(len(articles[i].Passages)))})
	}
	return findings
}

// allShown returns all that may be shown of articles, and in how many parts the
// restricted ones are.
func allShown(allowance *Allowance, articles []*corpus.Article) (words string, restricted int) {
	var b strings.Builder
	for _, a := range articles {
		for _, p := range a.Passages {
			parts := allowance.Show(a, p.Span)
			for _, part := range parts {
				b.WriteString(part.Of(a.Text) + " … ")
			}
			if a.Licence == "" {
				restricted += len(parts)
			}
		}
	}
	return b.String(), restricted
}

func TestAudit(t *testing.T) {
	articles := []*corpus.Article{
		rightsArticle("shut", "", 20, 30, 20, 200, 4, 120),
		rightsArticle("open", "CC0-1.0", 20),
	}
	shut := articles[0]
	e, c, _ := rightsEvent(articles)
	sentence := shut.Passages[4].Of(shut.Text) // 200 words
	words := strings.Fields(sentence)
	sixty := strings.Join(words[:60], " ")
	marked := "<p>" + strings.Join(words[:30], ` <span class="d"><span class="vh">loaded word: </span><b>`) + "</b></span>" + strings.Join(words[30:60], "<a href='x'> ")
	underlined := "<p>" + strings.Join(words[:60], ` <u class="d-only"><i>only here: </i>`)
	escaped, err := json.Marshal("é\n" + strings.Join(words[:60], "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	w, err := z.Create("page.html")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, "<p>%s</p>", sixty)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		files []file.File
		want  int
	}{
		"nothing":              {nil, 0},
		"within":               {[]file.File{{Path: "e/ev/index.html", Data: []byte("<p>" + strings.Join(words[:40], " "))}}, 0},
		"marked":               {[]file.File{{Path: "e/ev/index.html", Data: []byte(marked)}}, 2},
		"underlined":           {[]file.File{{Path: "e/ev/index.html", Data: []byte(underlined)}}, 2},
		"JSON":                 {[]file.File{{Path: "data/ev.json", Data: escaped}}, 2},
		"archive":              {[]file.File{{Path: "e/ev/lesson.zip", Data: archive.Bytes()}}, 2},
		"attribute":            {[]file.File{{Path: "e/ev/index.html", Data: []byte(`<p title="` + sixty + `">x`)}}, 2},
		"script":               {[]file.File{{Path: "e/ev/index.html", Data: append(append([]byte("<script>x="), escaped...), "</script>"...)}}, 2},
		"feed":                 {[]file.File{{Path: "feed.xml", Data: []byte("<entry>" + sixty + "</entry>")}}, 2},
		"over two files":       {[]file.File{{Path: "e/ev/index.html", Data: []byte(strings.Join(words[:30], " "))}, {Path: "feed.xml", Data: []byte(strings.Join(words[30:60], " "))}}, 2},
		"the same twice":       {[]file.File{{Path: "e/ev/index.html", Data: []byte(strings.Join(words[:30], " "))}, {Path: "feed.xml", Data: []byte(strings.Join(words[:30], " "))}}, 0},
		"five words at a time": {[]file.File{{Path: "e/ev/index.html", Data: []byte(strings.Join(fives(words), "</p><p>and "))}}, 0},
		"an open article":      {[]file.File{{Path: "e/ev/index.html", Data: []byte(articles[1].Text)}}, 0},
		"a page of its own":    {[]file.File{{Path: "e/ev/index.html", Data: []byte(shut.Text)}}, 4}, // total, page, and two long passages
		"another event's file": {[]file.File{{Path: "e/other/index.html", Data: []byte("nothing")}}, 0},
	} {
		audit := NewAudit(tenth, c, []event.Event{e})
		for _, f := range test.files {
			audit.Add(f)
		}
		l := audit.Report()
		if got := l.Sorted(); len(got) != test.want {
			t.Errorf("%s: got %d, want %d: %v", name, len(got), test.want, got)
		}
	}
}

// fives returns the words five at a time.
func fives(words []string) []string {
	var parts []string
	for i := 0; i+5 <= len(words); i += 5 {
		parts = append(parts, strings.Join(words[i:i+5], " "))
	}
	return parts
}

// TestOpenEventsChargeNobody demands that what an article of another event carries
// too is charged to no restricted one: adding an open event never makes a site fail.
func TestOpenEventsChargeNobody(t *testing.T) {
	shut := rightsArticle("shut", "", 60, 60)
	stock := shut.Passages[1].Of(shut.Text)
	e, c, _ := rightsEvent([]*corpus.Article{shut})
	open := rightsArticle("open", "CC0-1.0", 40)
	open.Text += "\n\n" + stock
	everywhere := file.File{Path: "search/all.json", Data: []byte(stock + " " + shut.Passages[1].Of(shut.Text))}
	for _, with := range []bool{false, true} {
		site := *c
		events := []event.Event{e}
		if with {
			site.Articles = append(site.Articles, *open)
			events = append(events, event.Event{Slug: "other", Members: []event.Member{{Article: open.ID}}})
		}
		audit := NewAudit(tenth, &site, events)
		audit.Add(everywhere)
		if l := audit.Report(); l.Failed() == with {
			t.Errorf("with the open event %v: %v", with, l.Sorted())
		}
	}
}

// TestAuditLetsSharedTextGo demands that words which an open article carries
// as well are not counted against the restricted one, also where they stand in an
// address there: files are read with such escapes resolved.
func TestAuditLetsSharedTextGo(t *testing.T) {
	for _, blank := range []string{" ", "%20"} {
		shut, open := rightsArticle("shut", "", 60, 60), rightsArticle("open", "CC0-1.0", 60)
		open.Text += "\n\n" + strings.ReplaceAll(shut.Passages[1].Of(shut.Text), " ", blank)
		e, c, _ := rightsEvent([]*corpus.Article{shut, open})
		audit := NewAudit(tenth, c, []event.Event{e})
		audit.Add(file.File{Path: "e/ev/index.html", Data: []byte(open.Text)})
		if l := audit.Report(); l.Failed() {
			t.Errorf("%q: got %v", blank, l.Sorted())
		}
	}
}

func TestAuditMessage(t *testing.T) {
	articles := []*corpus.Article{rightsArticle("shut", "", 40, 40)}
	e, c, _ := rightsEvent(articles)
	audit := NewAudit(tenth, c, []event.Event{e})
	audit.Add(file.File{Path: "e/ev/index.html", Data: []byte(articles[0].Text)})
	l := audit.Report()
	const want = "content/articles/shut.md:1: the site carries too much of this article: 86 words over all files; its 86 words allow 8; "
	if got := l.Sorted()[0].String(); !strings.HasPrefix(got, want) {
		t.Errorf("got %s", got)
	}
}

func TestCharactersCountWhereWordsHaveNoBlanks(t *testing.T) {
	a := &corpus.Article{ID: "ja", File: "content/articles/ja.md", Title: "首相が歓迎", Language: "ja"}
	var body strings.Builder
	for i := range 400 {
		body.WriteRune(rune('一' + i*7))
	}
	sample.LayOut(a, body.String())
	e, c, _ := rightsEvent([]*corpus.Article{a})
	for n, failed := range map[int]bool{14: false, 39: false, 80: true} {
		audit := NewAudit(tenth, c, []event.Event{e})
		audit.Add(file.File{Path: "e/ev/index.html", Data: []byte("<p>" + string([]rune(body.String())[:n]) + "</p>")})
		if l := audit.Report(); l.Failed() != failed {
			t.Errorf("%d characters: %v", n, l.Sorted())
		}
	}
}

// TestRepeatsCountOnce demands that a caption which an article repeats, and a
// page shows once, is counted once.
func TestRepeatsCountOnce(t *testing.T) {
	a := rightsArticle("shut", "", 10)
	caption := "the same caption under every picture"
	sample.LayOut(a, a.Passages[1].Of(a.Text)+strings.Repeat("\n"+caption+".", 30))
	e, c, _ := rightsEvent([]*corpus.Article{a})
	audit := NewAudit(tenth, c, []event.Event{e})
	audit.Add(file.File{Path: "e/ev/index.html", Data: []byte("<p>" + caption)})
	if l := audit.Report(); l.Failed() {
		t.Errorf("got %v", l.Sorted())
	}
}

// TestHeadlinesOfTheSiteAreFree demands that words which stand in a headline,
// of whatever article, are shown and do not fail the site.
func TestHeadlinesOfTheSiteAreFree(t *testing.T) {
	a := rightsArticle("shut", "", 20, 20)
	e, c, comparison := rightsEvent([]*corpus.Article{a}, []framing.Evidence{whole([]*corpus.Article{a}, 0, 2)})
	c.Articles = append(c.Articles, corpus.Article{ID: "other", Title: strings.Trim(a.Passages[1].Of(a.Text), ".")})
	allowance := Allow(comparison, []*corpus.Article{a}, ReadHeadlines(c.Articles), tenth)
	if got := allowance.Show(a, a.Passages[2].Span); len(got) > 0 {
		t.Errorf("room beside a headline of 20 words in %v", got)
	}
	audit := NewAudit(tenth, c, []event.Event{e})
	audit.Add(file.File{Path: "index.html", Data: []byte("<p>" + c.Articles[1].Title)})
	if l := audit.Report(); l.Failed() {
		t.Errorf("got %v", l.Sorted())
	}
}
