package command

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parallax/generator/evaluate/coverage"
	"parallax/generator/text"
)

// claims is the pages of an event beside what was predicted of it.
type claims struct {
	*testing.T
	coverage.Event
	pages    string            // folder
	docs     []string          // by column
	letters  []string          // by column
	texts    map[string]string // as given, by article
	passages map[string]string // by letter and id: "a-p1s2"
}

func readClaims(t *testing.T, folder string, e coverage.Event) *claims {
	t.Helper()
	c := &claims{T: t, Event: e, pages: filepath.Join(folder, "public", "e", e.ID), texts: map[string]string{}, passages: map[string]string{}}
	for line := range strings.Lines(readFile(t, filepath.Join(folder, "input.jsonl"))) {
		var given struct {
			ID       string
			Articles []struct{ ID, Text string }
		}
		if err := json.Unmarshal([]byte(line), &given); err != nil {
			t.Fatal(err)
		}
		for _, a := range given.Articles {
			if given.ID == e.ID {
				c.texts[a.ID] = a.Text
			}
		}
	}
	var data struct {
		Texts []struct {
			Passages []struct{ ID, Text string }
		}
		Comparison struct {
			Articles []struct{ ID, Letter string }
		}
	}
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(folder, "public", "data", e.ID+".json"))), &data); err != nil {
		t.Fatal(err)
	}
	for i, a := range data.Comparison.Articles {
		c.docs = append(c.docs, strings.TrimPrefix(a.ID, e.ID+"/"))
		c.letters = append(c.letters, a.Letter)
		for _, p := range data.Texts[i].Passages {
			c.passages[strings.ToLower(a.Letter)+"-"+p.ID] = p.Text
		}
	}
	return c
}

// page reads a page of the event.
func (c *claims) page(name string) *html.Node {
	c.Helper()
	doc, err := html.Parse(strings.NewReader(readFile(c.T, filepath.Join(c.pages, name))))
	if err != nil {
		c.Fatal(err)
	}
	return doc
}

// check holds all claims of the pages against the predictions, and the other
// way round.
func (c *claims) check() {
	index := c.page("index.html")
	rows, lead := c.grid(index), -1
	for _, r := range rows {
		if !c.has(r) {
			c.Errorf("no prediction is %q with the cells %v", r.heading, r.cells)
		}
		if c.Lead != nil && r.heading == c.Rows[*c.Lead].Heading {
			lead = *c.Lead
		}
	}
	if left := counted(`(\d+) more statement`, words(index)); len(rows)+left != len(c.Rows) || len(rows) < 4 {
		c.Errorf("%d statements have a row and %d are counted, %d are predicted", len(rows), left, len(c.Rows))
	}
	for _, r := range c.grid(c.page("blind.html")) {
		r.heading = "" // names are hidden in it
		if !c.has(r) && !c.alone(r) {
			c.Errorf("no prediction has the cells %v of the blind twin", r.cells)
		}
	}
	c.checkTop(index, lead)
	c.checkPlaces(index)
	c.checkLists(index)
	c.checkFindings(index)
	for i := range c.docs {
		c.checkNotes(i)
	}
}

// A claimedRow is a row of the coverage grid.
type claimedRow struct {
	heading string
	cells   []claimedCell // by column
}

// A claimedCell says "same", "related", "absent" or nothing, and where.
type claimedCell struct{ says, passage string }

// grid reads the rows of a coverage grid.
func (c *claims) grid(page *html.Node) []claimedRow {
	var rows []claimedRow
	statement := regexp.MustCompile(`^s[0-9]+$`)
	for _, tr := range elements(page, "tr", "id") {
		row := claimedRow{heading: strings.TrimSpace(words(elements(tr, "th", "")[0].FirstChild))}
		for _, td := range elements(tr, "td", "") {
			cell := claimedCell{}
			if links := elements(td, "a", "href"); len(links) > 0 {
				cell = claimedCell{coverage.Same, linked(attribute(links[0], "href"))}
			}
			switch said := words(td); {
			case said == "not found":
				cell.says = "absent"
			case strings.Contains(said, "related"):
				cell.says = coverage.Related
			}
			row.cells = append(row.cells, cell)
		}
		if statement.MatchString(attribute(tr, "id")) {
			rows = append(rows, row)
		}
	}
	return rows
}

// has reports whether a row is predicted; one without a heading may have any.
func (c *claims) has(r claimedRow) bool {
	return slices.ContainsFunc(c.Rows, func(p coverage.Row) bool {
		if r.heading != "" && r.heading != p.Heading {
			return false
		}
		for i, cell := range r.cells {
			if !c.agrees(p, c.docs[i], cell) {
				return false
			}
		}
		return true
	})
}

// agrees reports whether a prediction says of an article what a cell says.
func (c *claims) agrees(p coverage.Row, doc string, cell claimedCell) bool {
	at := slices.IndexFunc(p.Cells, func(x coverage.Cell) bool { return x.Doc == doc })
	if at < 0 {
		return slices.Contains(p.Absent, doc) == (cell.says == "absent") && cell.passage == ""
	}
	return p.Cells[at].Band == cell.says && c.within(doc, p.Cells[at].Spans[0], cell.passage)
}

// within reports whether a predicted span stands in a passage of the pages.
func (c *claims) within(doc string, s text.Span, passage string) bool {
	return strings.HasPrefix(passage, strings.ToLower(c.letters[slices.Index(c.docs, doc)])+"-") &&
		strings.Contains(c.passages[passage], strings.Join(strings.Fields(s.Of(c.texts[doc])), " "))
}

// only reports whether a passage is predicted to stand in its article alone.
func (c *claims) only(passage string) bool {
	return slices.ContainsFunc(c.Only, func(o coverage.Only) bool { return c.within(o.Doc, o.Span, passage) })
}

// alone reports whether a row says of one passage that it stands alone.
func (c *claims) alone(r claimedRow) bool {
	absent := 0
	passage := ""
	for _, cell := range r.cells {
		if cell.says == "absent" {
			absent++
		}
		passage += cell.passage
	}
	return absent == len(r.cells)-1 && c.only(passage)
}

// checkTop holds the sentence on top of the page against the lead.
func (c *claims) checkTop(index *html.Node, lead int) {
	var top *html.Node
	for _, p := range elements(index, "p", "class") {
		if attribute(p, "class") == "common" {
			top = p
		}
	}
	if (top == nil) != (c.Lead == nil) {
		c.Fatalf("a sentence on top: %v; a lead: %v", top != nil, c.Lead)
	}
	for _, a := range elements(top, "a", "href") {
		if !slices.ContainsFunc(c.Rows[lead].Cells, func(x coverage.Cell) bool { return c.within(x.Doc, x.Spans[0], linked(attribute(a, "href"))) }) {
			c.Errorf("the lead %q is not told in %s", c.Rows[lead].Heading, attribute(a, "href"))
		}
	}
}

// checkPlaces reads the places of statements: a dash says that a statement was
// not found.
func (c *claims) checkPlaces(index *html.Node) {
	dashes := 0
	for _, details := range elements(index, "details", "id") {
		for _, tr := range elements(details, "tr", "") {
			if attribute(details, "id") != "place" {
				continue
			}
			_, heading, _ := strings.Cut(words(elements(tr, "th", "")[0]), " ") // after its number
			for column, td := range elements(tr, "td", "") {
				if words(td) != "–" {
					continue
				}
				dashes++
				if !slices.ContainsFunc(c.Rows, func(p coverage.Row) bool { return p.Heading == heading && slices.Contains(p.Absent, c.docs[column]) }) {
					c.Errorf("%s is not predicted to lack %q", c.docs[column], heading)
				}
			}
		}
	}
	if dashes == 0 {
		c.Error("no dash among the places")
	}
}

// checkLists reads the section on what only one article has.
func (c *claims) checkLists(index *html.Node) {
	listed := 0
	for _, section := range elements(index, "section", "id") {
		if attribute(section, "id") != "only" {
			continue
		}
		listed += counted(`and (\d+) more`, words(section))
		for _, li := range elements(section, "li", "") {
			for _, a := range elements(li, "a", "class") {
				if listed++; !c.only(linked(attribute(a, "href"))) {
					c.Errorf("not predicted to stand alone: %s", words(li))
				}
			}
		}
		c.checkMissing(section)
	}
	if listed != len(c.Only) || listed == 0 {
		c.Errorf("%d things are said to stand in one report, %d are predicted", listed, len(c.Only))
	}
}

// checkMissing reads what at least half of the others have.
func (c *claims) checkMissing(section *html.Node) {
	for i, details := range elements(section, "details", "") {
		letter := words(elements(details, "b", "")[0])
		doc := c.docs[slices.Index(c.letters, letter)]
		for _, ul := range elements(details, "ul", "class") {
			for _, li := range elements(ul, "li", "") {
				heading := words(li)
				if !slices.ContainsFunc(c.Rows, func(p coverage.Row) bool {
					return strings.HasPrefix(heading, p.Heading) && slices.Contains(p.Absent, doc)
				}) {
					c.Errorf("list %d: %s is not predicted to lack %q", i, doc, heading)
				}
			}
		}
	}
}

// checkFindings reads the sentences that say that one article alone has, or
// lacks, something.
func (c *claims) checkFindings(index *html.Node) {
	for _, n := range append(elements(index, "p", ""), elements(index, "li", "")...) {
		said := words(n)
		links := elements(n, "a", "href")
		switch {
		case len(links) == 0:
		case strings.HasPrefix(said, "Only ") && strings.Contains(said, " reports: “"):
			if !c.only(linked(attribute(links[0], "href"))) {
				c.Errorf("not predicted: %s", said)
			}
		case strings.HasPrefix(said, "Every article but that of "):
			if !slices.ContainsFunc(c.Rows, func(p coverage.Row) bool {
				return len(p.Absent) == 1 && len(p.Cells) == len(c.docs)-1 && slices.ContainsFunc(p.Cells, func(x coverage.Cell) bool { return c.within(x.Doc, x.Spans[0], linked(attribute(links[0], "href"))) })
			}) {
				c.Errorf("not predicted: %s", said)
			}
		}
	}
}

// checkNotes reads the notes beside an article's text.
func (c *claims) checkNotes(article int) {
	letter := strings.ToLower(c.letters[article])
	for _, block := range elements(c.page("read-"+letter+".html"), "div", "class") {
		if !strings.HasPrefix(attribute(block, "class"), "blk") {
			continue
		}
		sentences := elements(block, "span", "id")
		for _, li := range elements(block, "li", "") {
			numbers := []string{"1"}
			if b := elements(li, "b", ""); len(b) > 0 {
				numbers = strings.Split(words(b[0]), ", ")
			}
			for _, number := range numbers {
				n, err := strconv.Atoi(number)
				if err != nil {
					c.Fatal(err)
				}
				c.checkNote(article, letter+"-"+attribute(sentences[n-1], "id"), words(li))
			}
		}
	}
}

// checkNote holds a note on a passage against the predictions.
func (c *claims) checkNote(article int, passage, said string) {
	_, lacking, found := strings.Cut(said, "Not found in ")
	switch {
	case strings.Contains(said, "Only here."):
		if !c.only(passage) {
			c.Errorf("not predicted to stand alone: %s (%s)", passage, said)
		}
	case found:
		lacking, _, _ = strings.Cut(lacking, ".")
		if !slices.ContainsFunc(c.Rows, func(p coverage.Row) bool { return c.carries(p, article, passage) && c.lacks(p, lacking) }) {
			c.Errorf("not predicted: %s (%s)", said, passage)
		}
	}
}

// carries reports whether a prediction has the passage of an article.
func (c *claims) carries(p coverage.Row, article int, passage string) bool {
	return slices.ContainsFunc(p.Cells, func(x coverage.Cell) bool { return x.Doc == c.docs[article] && c.within(x.Doc, x.Spans[0], passage) })
}

// lacks reports whether a prediction names the articles that a note names, or
// as many as it counts.
func (c *claims) lacks(p coverage.Row, note string) bool {
	if n := counted(`(\d+) other`, note); n > 0 {
		return n == len(p.Absent)
	}
	var letters []string
	for _, doc := range p.Absent {
		letters = append(letters, c.letters[slices.Index(c.docs, doc)])
	}
	slices.Sort(letters)
	return slices.Equal(letters, regexp.MustCompile(`\b[A-Z][0-9]*\b`).FindAllString(note, -1))
}
