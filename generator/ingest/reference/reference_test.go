package reference_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"parallax/generator/ingest/dating"
	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/reference"
	"parallax/generator/text"
)

// told returns what was read: a reference a line, then what could not be read.
func told(c *entry.Collection) string {
	var lines []string
	for _, e := range c.Entries {
		lines = append(lines, e.Place+": "+norm.NFC.String(strings.TrimRight(strings.Join([]string{e.Title, e.Outlet, e.Date.String(), e.URL, e.Author, e.Language}, "/"), "/")))
	}
	for _, u := range c.Unread {
		lines = append(lines, "! "+u.Place+": "+u.Why.Error())
	}
	return strings.Join(lines, "\n")
}

// read reads a list by what is in it.
func read(t *testing.T, s string, months []string) *entry.Collection {
	t.Helper()
	is := [...]bool{reference.IsRIS(s), reference.IsBibTeX(s), reference.IsCSL(s)}
	switch is {
	case [...]bool{true, false, false}:
		return reference.RIS(s, months)
	case [...]bool{false, true, false}:
		return reference.BibTeX(s, months)
	case [...]bool{false, false, true}:
		c, err := reference.CSL(s, months)
		if err != nil {
			t.Error(err)
		}
		return c
	}
	t.Fatalf("%q is %v", s, is)
	return nil
}

// TestRead reads lists of each form, also such as break its rules.
func TestRead(t *testing.T) {
	months := dating.Names(text.Builtin())
	for _, test := range []struct{ name, list, want string }{
		{"RIS", "TY  - NEWS\nTI  - Bath closed\nT2  - The Courier\nDA  - 2024/05/31/\nPY  - 2024\nAU  - Moor, Ida\nAU  - Lind, Bo\nUR  - https://a.example/1\nLA  - en-GB\nER  - \n", "line 1: Bath closed/The Courier/2024-05-31/https://a.example/1/Ida Moor, Bo Lind/en-GB"},
		{"RIS with one blank and blank lines", "\ufeff\n\nTY - JOUR\nT1 - Bath\n\nclosed\nJF - Courier\nY1 - 2024///\nUR - https://a.example/1\n", "line 3: Bath closed/Courier//https://a.example/1"},
		{"RIS without an end", "TY  - NEWS\nTI  - a\nUR  - https://a.example/1\nTY  - NEWS\nTI  - b\nUR  - https://a.example/2\n", "line 1: a///https://a.example/1\nline 4: b///https://a.example/2"},
		{"RIS without an address", "TY  - NEWS\nTI  - a\nER  - \nTY  - NEWS\nER  -\n", "! line 1: \"a\" has no address that it could be downloaded from\n! line 4: it has no title"},
		{"BibTeX", "% a remark\n@string{c = \"The Courier\"}\n@article{key:ü1,\n  title = {{Bath} closed: caf{\\'e} and \\\"{o}l},\n  journal = c # { of Merrow},\n  date = {2024-05-31}, author = {Moor, Ida and Bo Lind},\n  url = {https://a.example/1\\_x}\n}\n", "line 3: Bath closed: café and öl/The Courier of Merrow/2024-05-31/https://a.example/1_x/Ida Moor, Bo Lind"},
		{"BibTeX with a month", "@misc{k, title=\"Bath \"\n # \"closed\", year=2024, month=may, day = 3, howpublished = {\\url{https://a.example/1}}}", "line 1: Bath closed//2024-05-03/https://a.example/1"},
		{"BibTeX with mistakes", "@article{a, title = {never closed,\n url = {https://a.example/1}\n}\n@comment{x}\n@article{b, title}\n@online{c, title={c}, url={https://a.example/3}}\n", "line 6: c///https://a.example/3\n! line 1: a field has no name, no = or no value\n! line 5: a field has no name, no = or no value"},
		{"BibTeX that is never closed", "@article{a, title = {b,\n url = 1\n@online{c, title={c}, url={https://a.example/3}}\n@misc{d, title = {d", "line 3: c///https://a.example/3\n! line 1: a brace or a quotation mark is never closed\n! line 4: a brace or a quotation mark is never closed"},
		{"CSL-JSON", `[{"id":"k","type":"article-newspaper","title":"Bath closed","container-title":"Courier","issued":{"date-parts":[[2024,"5",31]]},"URL":"https://a.example/1","author":[{"family":"Moor","given":"Ida"},{"literal":"Reuters"}],"language":"en_GB"},{"type":"webpage","title":"b","issued":{"raw":"31 May 2024"},"URL":"https://a.example/2"},{"title":1}]`,
			"row 1: Bath closed/Courier/2024-05-31/https://a.example/1/Ida Moor, Reuters/en-GB\nrow 2: b//2024-05-31/https://a.example/2\n! row 3: read the reference: json: cannot unmarshal number into Go struct field cslItem.title of type string"},
		{"CSL-JSON, a year alone", `[{"type":"webpage","title":"a","issued":{"date-parts":[[2024]]},"URL":"https://a.example/1"}]`, "row 1: a///https://a.example/1"},
	} {
		if got := told(read(t, test.list, months)); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// TestIs takes nothing else for a list of references.
func TestIs(t *testing.T) {
	for _, s := range []string{"", "title,text\na,b\n", `[{"title":"a","text":"b"}]`, `{"type":"a"}`, "[1]", "[", "%0 Journal Article\n", "mail@example.org {\n", "A report.\n\nTY is a word."} {
		if reference.IsRIS(s) || reference.IsBibTeX(s) || reference.IsCSL(s) {
			t.Errorf("%q is taken for references", s)
		}
	}
}
