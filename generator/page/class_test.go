package page

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/ingest/office"
	"parallax/generator/sample"
	"parallax/generator/text"
)

// classSite returns the sample site with enough evidence for a lesson: every
// report may be shown whole.
func classSite(t testing.TB) Site {
	t.Helper()
	s := sampleSite(t)
	for i := range s.Corpus.Articles {
		s.Corpus.Articles[i].Licence, s.Corpus.Articles[i].Paraphrase = "CC0-1.0", false
	}
	c := sample.Comparison(t, s.Corpus)
	at := func(article int, words string) framing.Evidence { return sample.In(t, s.Corpus, article, words) }
	c.Agency.Agentless = []framing.Agentless{{Kind: "passive", Deed: at(3, "dredged"), Agent: at(1, "The Harbour Office"), Verb: at(1, "dredging")}}
	said, insisted := at(0, "said"), at(2, "insisted")
	c.Voices.Attributions = []framing.Attribution{
		{Article: 0, Passage: said.Passage, Cue: []text.Span{said.Span}, Speaker: "Ines Calder", Verb: "say", Stance: "neutral"},
		{Article: 2, Passage: insisted.Passage, Cue: []text.Span{insisted.Span}, Speaker: "Ines Calder", Verb: "insist", Stance: "doubting"},
	}
	spent := sample.Passage(t, s.Corpus, 1, "Passengers said")
	c.Coverage.Statements = append(c.Coverage.Statements, framing.Statement{
		ID: "s8", Heading: "Passengers said they spent nine hours without heating", Reach: "some",
		Cells: []framing.Cell{{Article: 1, Band: "same", Score: 1, Evidence: []framing.Evidence{spent}}},
	})
	s.Compare = sameComparison(c)
	return s
}

func TestClassGolden(t *testing.T) {
	golden(t, "testdata/class.txtar", render(t, classSite(t)), []string{
		"e/alder-queen/class.html", "e/alder-queen/worksheet.html", "e/alder-queen/key.html", "teachers.html",
	})
}

// papers returns the files of the sample lesson that pupils get on paper.
func papers(files map[string]string) []string {
	list := []string{"slides.html", "empty-grid.html", "lesson-words.html"}
	for path := range files {
		if name := strings.TrimPrefix(path, "e/alder-queen/"); strings.HasPrefix(name, "worksheet") && strings.HasSuffix(name, ".html") {
			list = append(list, name)
		}
	}
	return list
}

// What a class gets names no outlet, domain or writer anywhere in its bytes.
func TestLessonHoldsNoNames(t *testing.T) {
	files := render(t, classSite(t))
	names := regexp.MustCompile(`(?i)harbour.office|courier|evening lamp|\blamp\b|deckhand|\.example|tom weller|olu brand`)
	for _, file := range append(papers(files), "class.html") {
		data := strings.ReplaceAll(files["e/alder-queen/"+file], `"mailto:desk@papers.example"`, "") // the site's own
		if data == "" {
			t.Errorf("%s is missing", file)
		}
		for _, at := range names.FindAllStringIndex(data, -1) {
			t.Errorf("%s: ...%s...", file, data[max(0, at[0]-60):min(len(data), at[1]+60)])
		}
	}
	if key := files["e/alder-queen/key.html"]; !strings.Contains(key, "Evening Lamp, paragraph 1") {
		t.Error("the key does not say where an excerpt is from")
	}
}

func TestPaperHoldsNoAnswers(t *testing.T) {
	files := render(t, classSite(t))
	if n := len(papers(files)); n < 6 {
		t.Fatalf("only %d papers", n)
	}
	for _, paper := range papers(files) {
		data := files["e/alder-queen/"+paper]
		for _, answer := range []string{"<details", "<script", "<a ", "<input", "href=\"../../e", "key.html", "class.html", "pack.zip", "offline.html", address.Teachers, "which only reports", "They may count", "Leave out", "Found in", "verb_", "rewrite_", "://", "application/"} {
			if strings.Contains(data, answer) {
				t.Errorf("%s holds %q", paper, answer)
			}
		}
		for _, n := range nodes(t, data) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "data-") || a.Key == "alt" || a.Key == "title" || a.Key == "value" || a.Key == "id" && a.Val != "main" {
					t.Errorf("%s: <%s> has the attribute %s, in which an answer could stand", paper, n.Data, a.Key)
				}
			}
		}
	}
}

func TestLessonNeedsEvidence(t *testing.T) {
	weak, unwanted := classSite(t), classSite(t)
	c, err := weak.Compare(nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Voices, c.Coverage.Conflicts, c.Tone, c.Naming = framing.Voices{}, nil, framing.Tone{}, framing.Naming{}
	for i := range weak.Corpus.Articles {
		weak.Corpus.Articles[i].Passages[0].End = 3 // headlines of one word
	}
	unwanted.Config.Pages.Lessons = false
	for name, s := range map[string]Site{"two exercises": weak, "switched off": unwanted} {
		files := render(t, s)
		if files["e/alder-queen/class.html"] != "" || strings.Contains(files["e/alder-queen/index.html"], "class.html") {
			t.Errorf("%s: there is a lesson", name)
		}
	}
}

// A site without lessons has no page that lists them, and nothing leads there.
func TestNoLessonsNoLink(t *testing.T) {
	for _, lessons := range []bool{true, false} {
		s := classSite(t)
		s.Config.Pages.Lessons = lessons
		s.Corpus.Pages = append(s.Corpus.Pages, corpus.Page{Slug: "for-teachers", Title: "For teachers", Body: "Look at the [list of lessons](teachers.html)."})
		files := render(t, s)
		page := files["for-teachers.html"]
		if linked := strings.Contains(page, `href="teachers.html"`); linked != lessons || !strings.Contains(page, "list of lessons") {
			t.Errorf("lessons %v: linked %v", lessons, linked)
		}
		if listed := files[address.Teachers] != ""; listed != lessons {
			t.Errorf("lessons %v: listed %v", lessons, listed)
		}
	}
}

// A restricted report is not printed whole for the sake of a lesson.
func TestLessonKeepsRights(t *testing.T) {
	s := classSite(t)
	s.Corpus.Articles[1].Licence = ""
	if files := render(t, s); strings.Contains(files["e/alder-queen/class.html"], "nine hours without heating") {
		t.Error("a class is to read a report that the site does not carry whole")
	}
}

func TestLessonLinksLeadSomewhere(t *testing.T) {
	files := render(t, classSite(t))
	for _, file := range []string{"class.html", "key.html", "teacher.html", "worksheet.html"} {
		if files["e/alder-queen/"+file] == "" {
			t.Errorf("%s is missing", file)
		}
		for _, n := range nodes(t, files["e/alder-queen/"+file]) {
			to, _, _ := strings.Cut(attribute(n, "href"), "#")
			if to != "" && !strings.Contains(to, ":") && files["e/alder-queen/"+to] == "" && files[strings.TrimPrefix(to, "../../")] == "" {
				t.Errorf("%s: the link %s leads nowhere", file, to)
			}
		}
	}
}

// What a teacher changes in Word is what the printed sheet has, no less and no
// more.
func TestWordSheetIsTheSheet(t *testing.T) {
	files := render(t, classSite(t))
	read, err := office.Word([]byte(files["e/alder-queen/worksheet.docx"]))
	if err != nil {
		t.Fatal(err)
	}
	words := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "_", "")), " ") }
	var paper strings.Builder
	page, err := html.Parse(strings.NewReader(content(files["e/alder-queen/worksheet.html"])))
	if err != nil {
		t.Fatal(err)
	}
	for n := range page.Descendants() {
		if n.Type == html.TextNode {
			paper.WriteString(n.Data + " ")
		}
	}
	rest := words(paper.String())
	for _, line := range read.Lines {
		before, after, found := strings.Cut(rest, words(line.Text))
		if !found || words(before) != "" {
			t.Fatalf("on paper %q stands before %q", before, line.Text)
		}
		rest = after
	}
	if words(rest) != "" || len(read.Lines) < 20 {
		t.Errorf("%d lines; on paper there is also %q", len(read.Lines), rest)
	}
}

// A site's own standards stand first, in place of those of the same id.
func TestOwnStandards(t *testing.T) {
	s := classSite(t)
	s.Corpus.Standards = []corpus.StandardSet{{ID: "ours", Name: "Lehrplan", Language: "de", Says: []string{"MI.1", "MI.2"}}, {ID: "c3", LeaveOut: true}}
	plan := render(t, s)["e/alder-queen/teacher.html"]
	if !strings.Contains(plan, `<li lang="de"><b>Lehrplan</b>: MI.1; MI.2</li><li><b>Common Core`) || strings.Contains(plan, "C3 Framework") {
		t.Error(plan)
	}
}

// What a teacher takes along beside the sheets: the background with the outlets'
// names, answers beside their excerpts without them, and the picture without either.
func TestTeachersPapers(t *testing.T) {
	files := render(t, classSite(t))
	for file, want := range map[string]string{"background.html": "Evening Lamp", "slides-key.html": "which only reports", "sheet.svg": "Which"} {
		data := files["e/alder-queen/"+file]
		if !strings.Contains(data, want) {
			t.Errorf("%s has no %q", file, want)
		}
		if file != "background.html" && strings.Contains(data, "Evening Lamp") {
			t.Errorf("%s names an outlet", file)
		}
	}
	if picture := files["e/alder-queen/sheet.svg"]; strings.Contains(picture, "which only reports") || !strings.Contains(files["teachers.html"], "sheet.svg") {
		t.Error("the picture has an answer, or the list does not show it")
	}
}
