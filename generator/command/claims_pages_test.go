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
	letters  []string          // by column, of the files of the articles
	names    []string          // by column, as the pages have them: "M Mail"
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
	for _, column := range elements(elements(index, "thead", "")[0], "span", "class") {
		c.names = append(c.names, words(column))
	}
	rows, lead := c.grid(index), -1
	for _, r := range rows {
		if !c.has(r) {
			c.Errorf("no prediction is %q with the cells %v", r.heading, r.cells)
		}
		if c.Lead != nil && r.heading == c.Rows[*c.Lead].Heading {
			lead = *c.Lead
		}
	}
	left := 0
	for _, p := range elements(index, "p", "class") {
		left += counted(`(\d+) more statement`, words(p))
	}
	if len(rows)+left != len(c.Rows) || len(rows) < 4 {
		c.Errorf("%d statements have a row and %d are counted, %d are predicted", len(rows), left, len(c.Rows))
	}
	for _, r := range c.grid(c.page("blind.html")) {
		r.heading = "" // names are hidden in it
		if !c.has(r) && !c.alone(r) {
			c.Errorf("no prediction has the cells %v of the blind twin", r.cells)
		}
	}
	c.checkTop(index, lead)
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
		for _, td := range elements(tr, "td", "data-l") { // the last says how many tell it
			cell := claimedCell{}
			if links := elements(td, "a", "href"); len(links) > 0 {
				cell = claimedCell{coverage.Same, linked(attribute(links[0], "href"))}
				if slices.Contains(strings.Fields(attribute(links[0], "class")), "part") {
					cell.says = coverage.Related
				}
			} else if words(td) == "not found" {
				cell.says = "absent"
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
	top := ""
	for _, p := range elements(index, "p", "class") {
		if attribute(p, "class") == "standfirst" {
			for _, b := range elements(p, "b", "") {
				top = words(b)
			}
		}
	}
	if (top == "") != (c.Lead == nil) {
		c.Fatalf("a sentence on top: %q; a lead: %v", top, c.Lead)
	}
	if c.Lead == nil {
		return
	}
	told := 0
	for _, cell := range c.Rows[lead].Cells {
		if cell.Band == coverage.Same {
			told++
		}
	}
	if !strings.Contains(top, "“"+c.Rows[lead].Heading+"”") || told < len(c.docs) && counted(`^(?:In )?(\d+) of the`, top) != told || told == len(c.docs) && !strings.HasPrefix(top, "All ") && !strings.HasPrefix(top, "In all ") {
		c.Errorf("the page says %q on top; %d articles are predicted to tell %q", top, told, c.Rows[lead].Heading)
	}
}

// checkLists reads the section on what only one article has.
func (c *claims) checkLists(index *html.Node) {
	listed := 0
	for _, section := range elements(index, "div", "id") {
		if attribute(section, "id") != "only" {
			continue
		}
		listed += counted(`and (\d+) more`, words(section))
		for _, list := range elements(section, "ul", "") {
			if attribute(list, "class") != "" {
				continue // of what is missing
			}
			for _, a := range elements(list, "a", "href") {
				if listed++; !c.only(linked(attribute(a, "href"))) {
					c.Errorf("not predicted to stand alone: %s", words(a))
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
	lists := 0
	for _, div := range elements(section, "div", "") {
		names := elements(div, "h3", "")
		if len(names) != 1 {
			continue
		}
		doc := c.docs[slices.IndexFunc(c.names, func(name string) bool { return strings.HasPrefix(words(names[0]), name+" ") })]
		for _, ul := range elements(div, "ul", "class") {
			for _, a := range elements(ul, "a", "href") {
				lists++
				if !slices.ContainsFunc(c.Rows, func(p coverage.Row) bool { return words(a) == p.Heading && slices.Contains(p.Absent, doc) }) {
					c.Errorf("%s is not predicted to lack %q", doc, words(a))
				}
			}
		}
	}
	if lists == 0 {
		c.Error("no list says what is missing")
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
		case strings.Contains(said, "” stands in every article but that of "):
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
	for i, doc := range c.docs {
		_, name, _ := strings.Cut(c.names[i], " ") // after its letter
		if slices.Contains(p.Absent, doc) != strings.Contains(note, name) {
			return false
		}
	}
	return true
}
