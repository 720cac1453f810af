package table

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language/display"

	textlanguage "golang.org/x/text/language"

	"parallax/generator/diag"
	"parallax/generator/ingest/entry"
	"parallax/generator/site"
)

// listed matches the texts of a list of Python, which programs write into cells.
var listed = regexp.MustCompile(`'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"`)

// authors returns names with commas between, also of a list of JSON or of Python.
func authors(cell string) string {
	cell = line(cell)
	if !strings.HasPrefix(cell, "[") || !strings.HasSuffix(cell, "]") {
		return strings.TrimSuffix(strings.TrimPrefix(cell, "By "), ",")
	}
	var names []string
	if json.Unmarshal([]byte(cell), &names) != nil {
		names = nil
		for _, m := range listed.FindAllStringSubmatch(cell, -1) {
			names = append(names, m[1]+m[2])
		}
	}
	return strings.Join(names, ", ")
}

// address returns the address in a cell, "" if it holds none.
func address(cell string) string {
	cell = strings.TrimSpace(cell)
	if !site.IsWeb(cell) {
		return ""
	}
	return cell
}

// language returns the tag of a language in a cell, by its tag or by its name in
// English, as GDELT has it; "" if it is none.
func language(cell string) string {
	cell = strings.TrimSpace(cell)
	if tag, err := textlanguage.Parse(cell); err == nil && cell != "" {
		return tag.String()
	}
	names := display.English.Languages()
	for _, tag := range display.Supported.Tags() {
		if strings.EqualFold(names.Name(tag), cell) {
			return tag.String()
		}
	}
	return ""
}

// titled is the title of a page in the extras of GDELT's Global Knowledge Graph.
var titled = regexp.MustCompile(`(?s)<PAGE_TITLE>(.*?)</PAGE_TITLE>`)

func pageTitle(extras string) string {
	m := titled.FindStringSubmatch(extras)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1])
}

// mostInCell is where Excel cuts a cell.
const mostInCell = 32767

// stub is how NewsAPI ends a text that it cut.
var stub = regexp.MustCompile(`\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$`)

// A counter counts what is wrong with texts.
type counter struct{ cut, stubs int }

// look counts a text, and takes the mark off one that was cut.
func (n *counter) look(e *entry.Entry) {
	if at := stub.FindStringIndex(e.Text); at != nil {
		e.Text, e.Part = e.Text[:at[0]], true
		n.stubs++
	}
	if utf8.RuneCountInString(e.Text) == mostInCell {
		n.cut++
	}
}

// tell says what was counted.
func (n *counter) tell(c *entry.Collection) {
	if n.stubs > 0 {
		c.Remark(diag.Count(n.stubs, "text") + " are beginnings alone (NewsAPI)")
	}
	if n.cut > 0 {
		c.Remark(fmt.Sprintf("%s of %d characters: a spreadsheet cut what was longer", diag.Count(n.cut, "text"), mostInCell))
	}
}
