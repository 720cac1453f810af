package framing

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/generator/corpus"
	"parallax/generator/evaluate/dataset"
	"parallax/generator/event"
	"parallax/generator/heading"
	"parallax/generator/text"
)

// Three invented reports of one flood.
var flood = []string{
	`River Anwell floods the old market in Tarn

The River Anwell burst its banks on Monday and flooded the old market of Tarn, and 12 people were rescued by boat.

The mayor, Ida Moss, said that the town had asked for new flood walls in 2019.

A festival in the park went on as planned.`,
	`Flood reaches old market in Tarn

The old market of Tarn was flooded on Monday when the River Anwell burst its banks, and 15 people were rescued by boat.

Mayor Ida Moss said the town had asked for new flood walls in 2019.

Bakers gave away their bread.`,
	`Tarn cleans up

Ministers promised help after the flood in Tarn. The River Anwell burst its banks and flooded the old market.

The opposition wants an inquiry into the pumps.`,
}

// carriers returns the letters of the articles that carry the first statement
// whose text of some cell holds the words.
func carriers(c *Comparison, articles []string, words string) string {
	for _, s := range c.Coverage.Statements {
		var letters []string
		found := false
		for _, cell := range s.Cells {
			letters = append(letters, c.Articles[cell.Article].Letter)
			found = found || strings.Contains(cell.Evidence[0].Span.Of(articles[cell.Article]), words)
		}
		if found && len(s.Cells) > 1 || found && s.Reach == "one" {
			slices.Sort(letters)
			return s.Reach + " " + strings.Join(letters, "")
		}
	}
	return ""
}

func TestCoverage(t *testing.T) {
	c := compareTexts(Settings{}, flood...)
	tests := []struct{ words, want string }{
		{"burst its banks", "all ABC"},
		{"new flood walls", "some AB"},
		{"festival in the park", ""}, // too short to be sure
		{"inquiry into the pumps", ""},
	}
	for _, test := range tests {
		if got := carriers(c, flood, test.words); got != test.want {
			t.Errorf("%s: got %q, want %q", test.words, got, test.want)
		}
	}
	for i, s := range c.Coverage.Statements {
		if s.Heading == "" || len(strings.Fields(s.Heading)) > heading.Longest {
			t.Errorf("statement %d has the heading %q", i, s.Heading)
		}
	}
}

// TestAlone has one report say what nothing in the other comes near to.
func TestAlone(t *testing.T) {
	texts := []string{
		flood[0] + "\n\nBeekeepers of Moss carried forty hives of angry bees to a quarry above the village before dawn.",
		flood[1],
	}
	if got := carriers(compareTexts(Settings{}, texts...), texts, "Beekeepers"); got != "one A" {
		t.Errorf("got %q, want one A", got)
	}
}

func TestConflicts(t *testing.T) {
	c := compareTexts(Settings{}, flood...)
	if len(c.Coverage.Conflicts) != 1 {
		t.Fatalf("got %+v, want one conflict", c.Coverage.Conflicts)
	}
	k := c.Coverage.Conflicts[0]
	if k.Unit != "people" || len(k.Sides) != 2 || k.Sides[0].Value != "12" || k.Sides[1].Value != "15" {
		t.Errorf("got %+v, want 12 and 15 people", k)
	}
}

func TestNoConflict(t *testing.T) {
	c := compareTexts(Settings{},
		"Drill ends\n\nThe three fleets held the exercise Bright Sail off Cape Tor from 1 to 3 June, and 20 ships took part.",
		"Drill over\n\nThe three fleets held the exercise Bright Sail off Cape Tor for three days, and some 20 ships took part.",
	)
	if len(c.Coverage.Conflicts) != 0 {
		t.Errorf("three days and 1 to 3 June agree, got %+v", c.Coverage.Conflicts)
	}
}

func TestSharedText(t *testing.T) {
	const copied = "The harbour board closed the eastern pier on Friday after divers found cracks in eleven of its forty pillars, and boats must moor upstream until spring."
	c := compareTexts(Settings{},
		"Pier closed\n\n"+copied,
		"Cracks in pier\n\nDivers went down last week. "+copied,
		"Pier shut\n\nBoats must go upstream, since the pier is cracked.",
	)
	if len(c.Coverage.Shared) != 1 {
		t.Fatalf("got %+v, want one shared text", c.Coverage.Shared)
	}
	if s := c.Coverage.Shared[0]; s.First != 0 || s.Second != 1 || s.Words < 20 || len(s.Runs)%2 != 0 {
		t.Errorf("got %+v", s)
	}
}

// TestSharedTextWithoutWords has a passage of marks alone between two copies.
func TestSharedTextWithoutWords(t *testing.T) {
	const copied = "The harbour board closed the eastern pier on Friday after divers found cracks.\n\n***\n\n***\n\nBoats must moor upstream of the old pier until the spring of next year."
	c := compareTexts(Settings{}, "Pier closed\n\n"+copied, "Pier shut\n\n"+copied)
	if len(c.Coverage.Shared) != 1 || c.Coverage.Shared[0].Words != 27 {
		t.Errorf("got %+v, want 27 words", c.Coverage.Shared)
	}
}

// readFreedomEdge reads the reports of June 2024, furniture of pages cut.
func readFreedomEdge(t *testing.T) (ids []string, articles []*corpus.Article) {
	files, err := filepath.Glob(filepath.Join(dataset.Path(t, "freedom-edge"), "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".md")
		if id == "LAYOUT" || strings.HasSuffix(id, "november") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.SplitN(string(data), "+++", 3)
		field := func(name string) string {
			_, rest, _ := strings.Cut(parts[1], "\n"+name+" = ")
			line, _, _ := strings.Cut(rest, "\n")
			return strings.Trim(line, `'"`)
		}
		body, _, _ := strings.Cut(strings.TrimSpace(parts[2]), "\n\n›")
		articles = append(articles, newArticle(id, id, field("date"), field("title"), body))
		ids = append(ids, id)
	}
	return ids, articles
}

// TestFreedomEdge looks for the statements that a reader finds in the reports
// of June 2024, with the outlets that carry them.
func TestFreedomEdge(t *testing.T) {
	_, articles := readFreedomEdge(t)
	c := Compare(&event.Event{Slug: "freedom-edge", Language: "en"}, articles, Settings{Languages: text.Builtin()})
	byID := map[string]*corpus.Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	tests := []struct {
		words string
		want  []string // must carry it; no others may
	}{
		{"Theodore Roosevelt", []string{"nhk", "pluralia", "rt", "spotlight-nepal", "stratnews", "us-trilateral-statement", "usni"}},
		{"condemned denounced criticized criticizes forging", []string{"kbs", "nhk", "pluralia", "rt", "stratnews"}},
		{"red-line", []string{"rt", "voice-of-korea-kcna"}},
		{"Ukraine", []string{"pluralia", "stratnews"}},
	}
	for _, test := range tests {
		if best := carriersOf(c, byID, test.words); !slices.Equal(best, test.want) {
			t.Errorf("%s: carried by %v, want %v", test.words, best, test.want)
		}
	}
}

// carriersOf returns the articles of the statement that most articles tell with
// one of the words in a passage, and only such.
func carriersOf(c *Comparison, byID map[string]*corpus.Article, words string) []string {
	best := []string{}
	for _, s := range c.Coverage.Statements {
		var ids []string
		for _, cell := range s.Cells {
			a := byID[c.Articles[cell.Article].ID]
			has := func(e Evidence) bool {
				return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return strings.Contains(e.Span.Of(a.Text), word) })
			}
			if cell.Told() && slices.ContainsFunc(cell.Evidence, has) {
				ids = append(ids, a.ID)
			}
		}
		if len(ids) == s.Told() && len(ids) > len(best) {
			best = ids
		}
	}
	slices.Sort(best)
	return best
}

// TestContradictions has two reports of one deed say yes and no, and name two
// who did it.
func TestContradictions(t *testing.T) {
	for _, test := range []struct{ unit, a, b, first, second string }{
		{
			unitAnswer,
			"Bridge vote\n\nThe council of Anwell approved the plan for a second bridge over the Tarn on Monday evening.",
			"Bridge vote\n\nThe council of Anwell has not approved the plan for a second bridge over the Tarn on Monday evening.",
			"approved", "has not approved",
		},
		{
			unitDoer,
			"Mayor shot\n\nPablo Ruiz shot the mayor of Anwell outside the town hall on Monday evening, police said.",
			"Mayor shot\n\nThe mayor of Anwell was shot by Tom Kade outside the town hall on Monday evening, police said.",
			"Pablo Ruiz", "Tom Kade",
		},
	} {
		c := compareTexts(Settings{}, test.a, test.b)
		if len(c.Coverage.Conflicts) != 1 || c.Coverage.Conflicts[0].Unit != test.unit {
			t.Errorf("got %+v, want a conflict of %s", c.Coverage.Conflicts, test.unit)
			continue
		}
		if sides := c.Coverage.Conflicts[0].Sides; sides[0].Value != test.first || sides[1].Value != test.second {
			t.Errorf("got %+v, want %q and %q", sides, test.first, test.second)
		}
	}
}

// TestNoAbsence has an article that lacks a statement, and two of which that is
// not said: one with no text of its own, and one with the words of the heading.
func TestNoAbsence(t *testing.T) {
	filler := "\n\nThe council of Moss spoke of the budget for schools and of the fees for parking. Nobody asked about roads. " +
		"A vote on the fees comes in autumn, when the members are back from the country and the books of the year are closed. " +
		"The chair thanked the clerks for their patience and wished the town a dry summer."
	told := "\n\nDivers recovered the bronze bell of the trawler Merle from the floor of the bay off Cape Tor on Friday."
	for _, test := range []struct {
		body string
		want int
	}{
		{filler, 1},
		{"\n\nCelebrating 125 years of the paper! Look back at the history of Moss each day of this year. Click to read today's story.", 0},
		{filler + "\n\nNo divers were asked whether whatever they had recovered was bronze, a bell or a trawler, or whether Merle was its name.", 0},
	} {
		c := compareTexts(Settings{}, "Bell raised"+told+filler, "Bell found"+told+filler, "Council sits"+test.body)
		absent := 0
		for _, s := range c.Coverage.Statements {
			if strings.Contains(s.Heading, "Divers") {
				absent += len(s.Absent)
			}
		}
		if absent != test.want {
			t.Errorf("%q: %d absences, want %d", test.body, absent, test.want)
		}
	}
}

// TestWordsStand says whether one passage of an article has the words of a
// heading, in whatever order and form.
func TestWordsStand(t *testing.T) {
	c := begin(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts([]string{
		"Bill read\n\nMembers read the bill aloud from the floor of the House on Thursday. The size of it was nobody's concern.",
		"Bill read\n\nMembers read it.",
	}), Settings{Languages: builtin})
	for heading, want := range map[string]bool{"House floor": true, "Members reading the bill": true, "Size of the House": false, "Senate floor": false, "the": false} {
		if got := c.wordsStand(0, c.contentOf(heading)); got != want {
			t.Errorf("%q: got %v, want %v", heading, got, want)
		}
	}
}

// TestCapitalsStand finds a state where a heading has its capital, and not the
// other way round.
func TestCapitalsStand(t *testing.T) {
	c := begin(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts([]string{
		"Exercise ends\n\nThe exercise of South Korea and the US ended on Saturday.",
		"Exercise ends\n\nOfficers met in Seoul and left for Washington after the exercise.",
	}), Settings{Languages: builtin})
	for _, test := range []struct {
		article int
		heading string
		want    bool
	}{
		{0, "Exercise of Seoul and Washington", true}, {0, "Exercise of Tokyo and Washington", false},
		{1, "Exercise of Seoul and Washington", true}, {1, "Exercise of South Korea and the US", false},
	} {
		if got := c.wordsStand(test.article, c.contentOf(test.heading)); got != test.want {
			t.Errorf("%q in %d: got %v, want %v", test.heading, test.article, got, test.want)
		}
	}
}

// TestDeedStands looks for a rare verb everywhere, and for no other.
func TestDeedStands(t *testing.T) {
	c := begin(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts([]string{
		"Drill ends\n\nThe drill began on Monday. North Korea denounced the exercise.",
		"Drill ends\n\nThe drill was over.",
	}), Settings{Languages: builtin})
	for _, test := range []struct {
		verb    string
		article int
		want    bool
	}{
		{"denounces", 0, true}, {"denounces", 1, false}, {"condemns", 0, false}, {"began", 0, false},
	} {
		verb := c.words.Terms(test.verb, c.language.Words(test.verb))[0].Key
		if got := c.deedStands(test.article, verb); got != test.want {
			t.Errorf("%q in %d: got %v, want %v", test.verb, test.article, got, test.want)
		}
	}
}

// Statements of one heading are one: no article both tells and lacks it.
func TestOneStatementAHeading(t *testing.T) {
	c := &comparing{readings: make([]*member, 3)}
	got := c.once([]Statement{
		{Heading: "Chip runs RAISR", Reach: "some", Absent: []int{2}, Cells: []Cell{{Article: 0, Band: "same"}, {Article: 1, Band: "related"}}},
		{Heading: "Chip sells", Reach: "some", Cells: []Cell{{Article: 1, Band: "same"}}},
		{Heading: "chip runs RAISR", Reach: "some", Absent: []int{0}, Cells: []Cell{{Article: 1, Band: "same"}, {Article: 2, Band: "same"}}},
	})
	if len(got) != 2 || got[0].Reach != "all" || len(got[0].Absent) != 0 || got[0].Told() != 3 {
		t.Errorf("got %+v", got)
	}
}

// TestLaid tells what articles report from what they report somebody to say, by the
// words of the heading and not by all of the sentence.
func TestLaid(t *testing.T) {
	for _, test := range []struct {
		body    string
		heading string
		quoted  bool
	}{
		{"Mr. Hale directed the lawyer to lie to Congress.", "Hale directed the lawyer to lie", false},
		{"The investigator of the affair disputed on Friday a report that said that Mr. Hale directed the lawyer to lie to Congress.", "Hale directed the lawyer to lie", true},
		{"He praised a statement disputing a report claiming Mr. Hale directed the lawyer to lie.", "Hale directed the lawyer to lie", true},
		{"Mr. Hale directed the lawyer to lie, the union said.", "Hale directed the lawyer to lie", true},
		{"The union accused Mr. Hale of directing the lawyer to lie.", "Hale directed the lawyer to lie", true},
		{"Ida Moss said Mr. Hale directed the lawyer to lie.", "Hale directed the lawyer to lie", true},
		{"The union did not directly dispute that Mr. Hale directed the lawyer to lie.", "Hale directed the lawyer to lie", true},
		{"The union denounced “reckless and provocative moves”.", "Union denounced reckless and provocative moves", false},
		// Where the verb stands, the other words do not count.
		{"Mr. Hale directed the lawyer to lie. The union said the lawyer of Mr. Hale had to lie.", "Hale directed the lawyer to lie", false},
		{"The union said Mr. Hale directed the lawyer to lie. The lawyer of Mr. Hale had to lie.", "Hale directed the lawyer to lie", true},
	} {
		c := begin(&event.Event{Slug: "test", Language: "en"}, articlesOfTexts([]string{"Title\n\n" + test.body, "Title\n\nNothing."}), Settings{Languages: builtin})
		cell := Cell{}
		for p := 1; p < c.readings[0].Passages(); p++ {
			cell.Evidence = append(cell.Evidence, c.readings[0].evidenceOf(p))
		}
		words := c.contentOf(test.heading)
		c.layBy(&cell, words, words[1].Key)
		if want := map[bool]string{true: "Ida Moss"}[strings.Contains(test.body, "Ida Moss")]; cell.by != want {
			t.Errorf("%q: said by %q, want %q", test.body, cell.by, want)
		}
		if cell.Quoted != test.quoted {
			t.Errorf("%q: laid to somebody is %v, want %v", test.body, cell.Quoted, test.quoted)
		}
	}
	by := func(names ...string) string {
		var s Statement
		for _, name := range names {
			s.Cells = append(s.Cells, Cell{Band: "same", Quoted: true, by: name})
		}
		return s.sayer()
	}
	if by("Ida Moss", "Ida Moss") != "Ida Moss" || by("Ida Moss", "") != "" || by("Ida Moss", "Tom Hale") != "" {
		t.Error("who says it is not who says it in every article")
	}
	if s := (Statement{Cells: []Cell{{Band: "same", Quoted: true}, {Band: "related"}}}); !s.Laid() {
		t.Error("a part that is no source's makes a statement told")
	}
	if s := (Statement{Cells: []Cell{{Band: "same", Quoted: true}, {Band: "same"}}}); s.Laid() {
		t.Error("what one article says by itself is called somebody's")
	}
	for _, test := range []struct {
		told, total  int
		clause, laid bool
		disputed     bool
		key          string
	}{
		{2, 2, true, true, false, "say"}, {2, 2, true, true, true, "say"}, {2, 3, true, true, false, "mostsay"}, {2, 2, true, false, false, "tell"},
		{2, 2, true, false, true, "tellfigures"}, {2, 3, true, false, true, "mosttell"}, {2, 2, false, true, false, "all"}, {2, 3, false, true, false, "most"},
	} {
		s := Statement{Clause: test.clause}
		for range test.told {
			s.Cells = append(s.Cells, Cell{Band: "same", Quoted: test.laid})
		}
		if got := s.Telling(test.total, test.disputed); got != "finding.coverage."+test.key {
			t.Errorf("%+v: got %s", test, got)
		}
		if s.By = "Ida Moss"; test.clause && test.laid && s.Telling(test.total, test.disputed) != "finding.coverage."+test.key+"by" {
			t.Errorf("%+v: nobody is named", test)
		}
	}
}
