package frontmatter

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/generator/diag"
	"parallax/generator/evaluate/dataset"
)

// A day is a date as packages define it: read from text as written.
type testDay struct{ Text string }

func (d *testDay) UnmarshalText(data []byte) error {
	d.Text = string(data)
	if why := ImpossibleDay(d.Text); why != "" {
		return errors.New(why)
	}
	return nil
}

type testMatter struct {
	Title  string            `toml:"title"`
	Date   testDay           `toml:"date"`
	Draft  bool              `toml:"draft"`
	Share  float64           `toml:"share"`
	Count  int               `toml:"count"`
	Topics []string          `toml:"topics"`
	Names  [][]string        `toml:"names"`
	Fact   testFact          `toml:"fact"`
	By     map[string]string `toml:"by"`
	Items  []testFact        `toml:"items"`
}

type testFact struct {
	Value    string  `toml:"value"`
	Reviewed testDay `toml:"reviewed"`
}

func (f *testFact) UnmarshalText(data []byte) error {
	f.Value = string(data)
	return nil
}

// read reads a file of content and returns the diagnostics as lines.
func read(t *testing.T, source string) (testMatter, Body, []string) {
	t.Helper()
	var m testMatter
	d, body, l := Read("a.md", source)
	if d != nil {
		l.Merge(d.Bind(&m))
	}
	var said []string
	for _, d := range l.Sorted() {
		if d.Source != lineOf(source, d.Line) {
			t.Errorf("%s: source line %q", d, d.Source)
		}
		said = append(said, d.String())
	}
	return m, body, said
}

const goodTOML = `+++
title = "A # [title] = \"x\""
date = 2024-06-30
draft = true
share = 1
count = 3
topics = [
  "a", # first
  'b',
]
names = [["x", "y"], ["z"]]
by = { one = "1", "t.wo" = "2" }
fact = "short"

[[items]]
value = """
long = 1
"""
[[items]]
value = "second"
reviewed = 2026-11-01
+++

The body.
`

const goodYAML = `---
title: 'A # [title] = "x"'
date: 2024-06-30
draft: true
share: 1
count: 3
topics:
  - a # first
  - b
names: [[x, y], [z]]
by: { one: "1", t.wo: "2" }
fact: short
items:
  - value: |
      long = 1
  - value: second
    reviewed: 2026-11-01
---

The body.
`

func TestReadTOMLAndYAMLAlike(t *testing.T) {
	for name, source := range map[string]string{
		"TOML": goodTOML, "YAML": goodYAML,
		"CRLF": strings.ReplaceAll(goodTOML, "\n", "\r\n"), "BOM": "\ufeff" + goodTOML,
	} {
		m, body, said := read(t, source)
		if len(said) > 0 {
			t.Errorf("%s: %q", name, said)
		}
		if m.Title != `A # [title] = "x"` || m.Date.Text != "2024-06-30" || !m.Draft || m.Share != 1 || m.Count != 3 ||
			strings.Join(m.Topics, "") != "ab" || m.Names[1][0] != "z" || m.By["t.wo"] != "2" || m.Fact.Value != "short" ||
			strings.TrimSpace(m.Items[0].Value) != "long = 1" || m.Items[1].Reviewed.Text != "2026-11-01" {
			t.Errorf("%s: %+v", name, m)
		}
		if strings.TrimSpace(body.Text) != "The body." || body.Line != strings.Count(source[:strings.Index(source, "The body.")], "\n") {
			t.Errorf("%s: body %+v", name, body)
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, test := range []struct{ name, source, want string }{
		{"everything at once", `+++
titel = "x"
date = 2024-13-45
draft = "yes"
topics = "a"
names = [["x"], "y"]
fact = { valeu = "x", reviewed = 2024-02-3 }
count = soon
by = { one = 1 }
+++
`, `a.md:2:1: unknown key "titel"; did you mean "title"?
a.md:3:8: date: no month 13 (want 2024-05-31)
a.md:4:9: draft: want true or false, got text; write draft = true
a.md:5:10: topics: want a list, got text; write topics = ["..."]
a.md:6:17: names, item 2: want a list, got text; write ["..."]
a.md:7:34: fact.reviewed: month and day have two digits (want 2024-02-03)
a.md:8:9: count: soon is no value; text stands between quotation marks
a.md:9:14: by.one: want text, got a whole number; write one = "..."`},
		{"YAML", `---
titel: x
draft: maybe
topics: a
fact: {valeu: x}
---
`, `a.md:2:1: unknown key "titel"; did you mean "title"?
a.md:3:8: draft: want true or false, got text; write draft: true
a.md:4:9: topics: want a list, got text; write topics: ["..."]
a.md:5:8: unknown key "fact.valeu"; did you mean "value"?`},
		{"second item of an array of tables", "+++\n[[items]]\nvalue = 'a'\n[[items]]\nvalue = 'b'\nnote = 'é'\nreviewed = 1\n+++\n",
			`a.md:6:1: unknown key "items, item 2.note"; known are value, reviewed
a.md:7:12: items, item 2.reviewed: want text or a date, got a whole number; write "..."`},
		{"no front matter", "title = 'x'\n", `a.md:1: no front matter at the top of the file; did you forget the line +++ before the first key?`},
		{"empty file", "", `a.md:1: no front matter at the top of the file; did you forget the line +++ before the first key?`},
		{"never closed", "+++\ntitle = 'x'\n\nText.\n", `a.md:1: the front matter that begins here never ends; did you forget the line +++ after the last key?`},
		{"unclosed array", "+++\ntopics = ['a',\n+++\n", `a.md:2:10: what begins here never ends; close it with ]`},
		{"unclosed text", "+++\ntitle = 'x\ndate = 2024-13-01\n+++\n", "a.md:2:9: what begins here never ends; close it with '\na.md:3:8: date: no month 13 (want 2024-05-31)"},
		{"twice", "+++\ntitle = 'x'\ntitle = 'y'\n+++\n", `a.md:3:1: this is no TOML: Key 'title' has already been defined.`},
		{"YAML twice", "---\ntitle: x\ntitle: y\n---\n", `a.md:3:1: this is no YAML: mapping key "title" already defined at [2:1]`},
		{"YAML with a colon", "---\ntitle: Bridge: closed\n---\n", `a.md:2:8: this is no YAML: mapping value is not allowed in this context; write title: "Bridge: closed"`},
		{"YAML with half a quotation", "---\ntitle: 'It's closed' says council\n---\n", `a.md:2:12: this is no YAML: value is not allowed in this context. map key-value is pre-defined; write title: "'It's closed' says council"`},
		{"YAML with an at sign", "---\ntitle: @council says \"no\"\n---\n", `a.md:2:8: this is no YAML: '@' is a reserved character; write title: "@council says \"no\""`},
		{"YAML with a remark", "---\ntitle: Bridge #1\n---\n", `a.md:2: warning: the title ends before # here, since YAML takes the rest for a remark; write title: "Bridge #1"`},
		{"YAML with a tab", "---\nfact:\n\tvalue: x\n---\n", `a.md:3:1: a tab stands where YAML has blanks; write blanks in its place`},
		{"YAML anchors", "---\ntitle: &x y\n---\n", `a.md:2:8: only keys, texts, numbers, lists and tables are read here; write title: "&x y"`},
	} {
		_, _, said := read(t, test.source)
		if got := strings.Join(said, "\n"); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestDatesKeepTheirDayInEveryZone(t *testing.T) {
	for _, offset := range []int{-11, 0, 14} {
		old := time.Local
		time.Local = time.FixedZone("here", offset*3600)
		for text, want := range map[string]string{
			"2024-06-30":                "2024-06-30",
			"2024-06-30T09:00:00+09:00": "2024-06-30T09:00:00+09:00",
			"2024-06-30T09:00:00":       "2024-06-30T09:00:00",
			"2024-06-30 23:30:00-11:00": "2024-06-30T23:30:00-11:00",
		} {
			if m, _, said := read(t, "+++\ndate = "+text+"\n+++\n"); m.Date.Text != want {
				t.Errorf("zone %d: %s: got %s, want %s %q", offset, text, m.Date.Text, want, said)
			}
		}
		time.Local = old
	}
}

func TestMistakePointsAtTheValue(t *testing.T) {
	d, l := TOML("config.toml", "a = 1\n[b]\nc = ['x',\n  'y']\n")
	if l.Failed() {
		t.Fatal(l.Sorted())
	}
	for key, want := range map[string]string{
		"b.c.1": "config.toml:4:3: bad", "b.nope": "config.toml:2:1: bad", "zz": "config.toml:1: bad", "a": "config.toml:1:5: bad",
	} {
		if got := d.Mistake(diag.Error, key, "", "bad").String(); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
}

// takenByDecoder are invalid files that BurntSushi/toml v1.6.0 reads: it lets
// dotted keys add to tables that exist, a byte order mark inside, and minutes
// over 59 in an offset. A release that refuses one fails the test.
var takenByDecoder = []string{
	"invalid/array/extend-defined-aot.toml",
	"invalid/datetime/offset-overflow-minute.toml",
	"invalid/encoding/bom-not-at-start-02.toml",
	"invalid/encoding/bom-not-at-start-03.toml",
	"invalid/inline-table/duplicate-key-03.toml",
	"invalid/inline-table/overwrite-02.toml",
	"invalid/inline-table/overwrite-08.toml",
	"invalid/spec-1.1.0/common-46-1.toml",
	"invalid/spec-1.1.0/common-49-0.toml",
	"invalid/table/append-with-dotted-keys-01.toml",
	"invalid/table/append-with-dotted-keys-02.toml",
	"invalid/table/append-with-dotted-keys-03.toml",
	"invalid/table/append-with-dotted-keys-05.toml",
	"invalid/table/append-with-dotted-keys-08.toml",
	"invalid/table/duplicate-key-04.toml",
	"invalid/table/duplicate-key-05.toml",
	"invalid/table/redefine-02.toml",
	"invalid/table/redefine-03.toml",
}

// TestInvalidSuite gives every invalid file of toml-test: each must be refused
// with a line, none may panic.
func TestInvalidSuite(t *testing.T) {
	folder := dataset.Path(t, "suites/toml-test/tests")
	index, err := os.ReadFile(filepath.Join(folder, "files-toml-1.1.0"))
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, name := range strings.Fields(string(index)) {
		if !strings.HasPrefix(name, "invalid/") || !strings.HasSuffix(name, ".toml") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		count++
		_, l := TOML("x.toml", string(source))
		if taken := slices.Contains(takenByDecoder, name); l.Failed() == taken {
			t.Errorf("%s: refused %t, listed as taken by the decoder %t", name, l.Failed(), taken)
		}
		for _, d := range l.Sorted() {
			if d.Line < 1 {
				t.Errorf("%s: no line: %s", name, d)
			}
		}
	}
	if count < 400 {
		t.Errorf("only %d files in the suite", count)
	}
}

// TestPlacesOfTheValidSuite demands a place for every value of the valid files.
func TestPlacesOfTheValidSuite(t *testing.T) {
	folder := dataset.Path(t, "suites/toml-test/tests")
	index, err := os.ReadFile(filepath.Join(folder, "files-toml-1.1.0"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields(string(index)) {
		if !strings.HasPrefix(name, "valid/") || !strings.HasSuffix(name, ".toml") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		d, l := TOML("x.toml", string(source))
		if d == nil {
			t.Errorf("%s: %v", name, l.Sorted())
			continue
		}
		var check func(path string, v value)
		check = func(path string, v value) {
			for _, f := range v.fields {
				if f.line == 0 {
					t.Errorf("%s: %s has no place", name, path+"."+f.name)
				}
				check(path+"."+f.name, f.value)
			}
			for _, item := range v.items {
				check(path+"[]", item)
			}
		}
		check("", d.root)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(goodTOML)
	f.Add(goodYAML)
	f.Add("+++\na = [[[\n+++")
	f.Add("---\na: {b: [c\n---")
	f.Fuzz(func(t *testing.T, source string) {
		var m testMatter
		d, body, l := Read("a.md", source)
		if d == nil && !l.Failed() {
			t.Error("no document and no reason")
		}
		if d != nil {
			l.Merge(d.Bind(&m))
		}
		for _, d := range l.Sorted() {
			if d.Line < 1 {
				t.Errorf("no line: %s", d)
			}
		}
		if !strings.HasSuffix(strings.ReplaceAll(source, "\r\n", "\n"), body.Text) && !strings.HasSuffix(strings.TrimPrefix(source, "\ufeff"), body.Text) {
			t.Errorf("body %q is not the end of %q", body.Text, source)
		}
	})
}
