package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parallax/generator/evaluate/dataset"
	"parallax/generator/lesson"
	"parallax/generator/lesson/export"
)

var (
	update = flag.Bool("update", false, "record the golden files anew")
	write  = flag.String("write", "", "a folder to write exports of nasty texts to, for the parsers of others")
)

// format returns a format by its name.
func format(t testing.TB, name string) export.Format {
	t.Helper()
	formats := export.Formats()
	i := slices.IndexFunc(formats, func(f export.Format) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no format %s", name)
	}
	return formats[i]
}

// unpack returns the files of an export: those in an archive, or itself.
func unpack(t testing.TB, name string, data []byte) []txtar.File {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("PK")) {
		return []txtar.File{{Name: name, Data: data}}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var files []txtar.File
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		inner, err := io.ReadAll(r)
		if err != nil || f.Modified.Year() > 1980 {
			t.Fatalf("%s in %s, of %s: %v", f.Name, name, f.Modified, err)
		}
		files = append(files, txtar.File{Name: name + "/" + f.Name, Data: inner})
	}
	return files
}

// TestGolden holds every format of the sample against what was read and found
// right.
func TestGolden(t *testing.T) {
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			data, out, err := f.Export(sample())
			if err != nil {
				t.Fatal(err)
			}
			a := &txtar.Archive{Files: unpack(t, f.File, data)}
			for _, o := range out {
				a.Comment = fmt.Appendf(a.Comment, "left out: %d %s (%s): %s %v\n", o.Number, o.ID, o.Name, o.Reason.Key, o.Reason.Args)
			}
			got := bytes.ReplaceAll(txtar.Format(a), []byte("\r\n"), []byte("\n"))
			file := "testdata/" + f.Name + ".txtar"
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("differs from %s (%v):\n%s", file, err, got)
			}
			again, _, _ := f.Export(sample())
			if !bytes.Equal(data, again) {
				t.Error("other bytes the second time")
			}
		})
	}
}

// TestCSVLines holds what a spreadsheet asks of a table in UTF-8.
func TestCSVLines(t *testing.T) {
	data, _, err := format(t, "csv").Export(nasty("=a\nb"))
	if err != nil || !bytes.HasPrefix(data, []byte("\uFEFFid,")) || !bytes.HasSuffix(data, []byte("\r\n")) {
		t.Errorf("%q, %v", data, err)
	}
	for _, cell := range []string{"=1", "+1", "-1", "@x"} {
		m := sample()
		m.Items[0].Key = cell
		if data, _, _ := format(t, "csv").Export(m); !strings.Contains(string(data), ",'"+cell+",") {
			t.Errorf("%s stands as a formula", cell)
		}
	}
}

// TestEscapes holds how a text with everything that GIFT gives a meaning to is
// written, and that signs which no format can hold are dropped.
func TestEscapes(t *testing.T) {
	m := sample()
	m.Items = m.Items[:1]
	x := &m.Items[0]
	x.Prompt, x.Excerpts, x.Why = "What? {a} = 5:4 ~ #1 \\\n[html]\x00\x1b\u2028x\ty\r\n", nil, "so"
	x.Options = []lesson.Answer{{Words: "=1", Right: true}, {Words: "[html]~2"}}
	const want = "$CATEGORY: parallax/north-bridge\n\n" +
		"::loaded_1 Name of loaded_1::[plain]What? \\{a\\} \\= 5\\:4 \\~ \\#1 \\\\\\n[html]\\nx y\\n{\n" +
		"=[plain]\\=1\n~[plain][html]\\~2\n####[plain]so\n}\n\n"
	data, _, err := format(t, "gift").Export(m)
	if err != nil || string(data) != want {
		t.Errorf("got  %q\nwant %q\n%v", data, want, err)
	}
}

// naughty returns all strings that have made trouble somewhere.
func naughty(t *testing.T) []string {
	var list []string
	data, err := os.ReadFile(dataset.Path(t, "suites/naughty-strings/blns.json"))
	if err == nil {
		err = json.Unmarshal(data, &list)
	}
	if err != nil || len(list) < 400 {
		t.Fatalf("%d strings: %v", len(list), err)
	}
	return list
}

func TestNastyTexts(t *testing.T) {
	for _, s := range append(traps(), naughty(t)...) {
		for _, f := range export.Formats() {
			data, _, err := f.Export(nasty(s))
			if err != nil {
				t.Fatalf("%s of %q: %v", f.Name, s, err)
			}
			for _, file := range unpack(t, f.File, data) {
				if problem := malformed(file); problem != nil {
					t.Errorf("%s of %q: %v", file.Name, s, problem)
				}
			}
		}
	}
}

// malformed reads a file by the rules of its kind.
func malformed(f txtar.File) error {
	switch filepath.Ext(f.Name) {
	case ".xml", ".rels":
		d := xml.NewDecoder(bytes.NewReader(f.Data))
		for {
			if _, err := d.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	case ".csv":
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err == nil && len(rows) != len(sample().Items)+1 {
			err = fmt.Errorf("%d rows", len(rows))
		}
		return err
	}
	switch filepath.Base(f.Name) {
	case "anki.txt":
		return malformedList(f.Data, 2, len(sample().Items)+1)
	case "quizlet.txt":
		return malformedList(f.Data, 1, 3)
	case "quiz.gift.txt":
		return malformedGIFT(f.Data)
	}
	return nil
}

// malformedList reads cards: lines with as many tabs.
func malformedList(data []byte, tabs, cards int) error {
	n := 0
	for l := range strings.Lines(string(data)) {
		if strings.HasPrefix(l, "#") {
			if name, _, _ := strings.Cut(l[1:], ":"); !slices.Contains([]string{"separator", "html", "notetype", "deck", "tags column"}, name) && tabs == 2 {
				return fmt.Errorf("the card %q is a directive", l)
			}
			if tabs == 2 {
				continue
			}
		}
		if n++; strings.Count(l, "\t") != tabs {
			return fmt.Errorf("the card %q has other sides", l)
		}
	}
	if n != cards {
		return fmt.Errorf("%d cards, want %d", n, cards)
	}
	return nil
}

// malformedGIFT looks for what Moodle takes for something else and other
// parsers do not: comments and blank lines inside an item.
func malformedGIFT(data []byte) error {
	items := 0
	for part := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n\n"), "\n\n") {
		if strings.HasPrefix(part, "::") && strings.HasSuffix(part, "}") {
			items++
		}
		for l := range strings.Lines(part) {
			if strings.HasPrefix(strings.TrimSpace(l), "//") {
				return fmt.Errorf("the line %q is a comment", l)
			}
		}
	}
	if want := len(sample().Items) - 1; items < want-1 {
		return fmt.Errorf("%d items, want %d", items, want)
	}
	return nil
}

// TestLeftOut names what a format cannot hold, and why.
func TestLeftOut(t *testing.T) {
	long := strings.Repeat("x", 121)
	for _, c := range []struct {
		name, format, id string
		change           func(x *lesson.Item)
		reason           string
	}{
		{"two pairs", "gift", "lead_1", func(x *lesson.Item) { x.Rows = x.Rows[:2] }, "export.pairs"},
		{"ordering", "gift", "emphasis_1", func(*lesson.Item) {}, "export.form"},
		{"an arrow to write", "gift", "verb_1", func(x *lesson.Item) { x.Options[1].Words = "a -> b" }, "export.arrow"},
		{"an arrow to write in XML", "moodle", "verb_1", func(x *lesson.Item) { x.Options[1].Words = "a -> b" }, ""},
		{"eleven right", "moodle", "coverage_1", func(x *lesson.Item) { x.Options = manyRight(11) }, "export.right"},
		{"ten right", "moodle", "coverage_1", func(x *lesson.Item) { x.Options = manyRight(10) }, ""},
		{"ties", "qti", "emphasis_1", func(x *lesson.Item) { x.Options[0].Place = 1 }, "export.ties"},
		{"the same twice", "cartridge", "loaded_2", func(x *lesson.Item) { x.Options[0].Words = "slammed" }, "export.same"},
		{"a long question", "kahoot", "coverage_1", func(x *lesson.Item) { x.Prompt = long }, "export.question"},
		{"a question that fits", "kahoot", "coverage_1", func(x *lesson.Item) { x.Prompt = long[:116] }, ""},
		{"a question of large signs", "kahoot", "coverage_1", func(x *lesson.Item) { x.Prompt = strings.Repeat("😀", 59) }, "export.question"},
		{"a long answer", "kahoot", "coverage_1", func(x *lesson.Item) { x.Options[1].Words = long[:76] }, "export.answer"},
		{"five answers", "kahoot", "coverage_1", func(x *lesson.Item) { x.Options = manyRight(4) }, "export.options"},
		{"free text", "kahoot", "rewrite_1", func(*lesson.Item) {}, "export.form"},
		{"ordering in a form", "forms", "emphasis_1", func(*lesson.Item) {}, "export.form"},
		{"free text to learn", "quizlet", "rewrite_1", func(*lesson.Item) {}, "export.form"},
		{"everything", "csv", "rewrite_1", func(*lesson.Item) {}, ""},
	} {
		m := sample()
		i := slices.IndexFunc(m.Items, func(x lesson.Item) bool { return x.ID == c.id })
		c.change(&m.Items[i])
		data, out, err := format(t, c.format).Export(m)
		if err != nil || len(data) == 0 {
			t.Fatal(err)
		}
		reason := ""
		for _, o := range out {
			if o.ID == c.id {
				reason = o.Reason.Key
				if o.Number != i+1 {
					t.Errorf("%s: number %d", c.name, o.Number)
				}
			}
		}
		if reason != c.reason {
			t.Errorf("%s: left out for %q, want %q", c.name, reason, c.reason)
		}
	}
}

// manyRight returns n right options and a wrong one.
func manyRight(n int) []lesson.Answer {
	list := []lesson.Answer{{Words: "wrong"}}
	for i := range n {
		list = append(list, lesson.Answer{Words: fmt.Sprint("right ", i), Right: true})
	}
	return list
}

// TestMoodleElements holds the elements of a question with options against
// those that Moodle itself writes.
func TestMoodleElements(t *testing.T) {
	data, _, err := format(t, "moodle").Export(sample())
	if err != nil {
		t.Fatal(err)
	}
	fixture, err := os.ReadFile(dataset.Path(t, "exports/moodle-questions/question/format/xml/tests/fixtures/multichoice.xml"))
	if err != nil {
		t.Fatal(err)
	}
	want := elements(t, fixture, "multichoice")
	got := elements(t, data, "multichoice")
	for _, name := range want {
		if name != "shownumcorrect" && name != "hint" && !slices.Contains(got, name) {
			t.Errorf("element %s is missing", name)
		}
	}
	at := -1
	for _, name := range got {
		i := slices.Index(want, name)
		if i < at {
			t.Errorf("element %s stands elsewhere or is unknown", name)
		}
		at = i
	}
}

// elements returns the names of the children of the first question of a type,
// each once.
func elements(t *testing.T, data []byte, kind string) []string {
	t.Helper()
	var quiz struct {
		Questions []struct {
			Type     string                       `xml:"type,attr"`
			Children []struct{ XMLName xml.Name } `xml:",any"`
		} `xml:"question"`
	}
	if err := xml.Unmarshal(data, &quiz); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, q := range quiz.Questions {
		if q.Type != kind || len(names) > 0 {
			continue
		}
		for _, c := range q.Children {
			if !slices.Contains(names, c.XMLName.Local) {
				names = append(names, c.XMLName.Local)
			}
		}
	}
	return names
}

// TestCartridgeProfile holds what the profile asks for and its schema cannot
// say.
func TestCartridgeProfile(t *testing.T) {
	data, _, err := format(t, "cartridge").Export(sample())
	if err != nil {
		t.Fatal(err)
	}
	files := unpack(t, "c", data)
	if files[0].Name != "c/imsmanifest.xml" {
		t.Errorf("the first file is %s", files[0].Name)
	}
	quiz := string(files[1].Data)
	if strings.Count(quiz, `<section ident="root_section">`) != 1 || strings.Count(quiz, "<section") != 1 {
		t.Error("there is more than the root section")
	}
	profiles := []string{"cc.exam.v0p1", "cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.fib.v0p1", "cc.essay.v0p1"}
	for _, part := range strings.Split(quiz, "<fieldentry>cc.")[1:] {
		name, _, _ := strings.Cut("cc."+part, "<")
		if !slices.Contains(profiles, name) {
			t.Errorf("profile %s", name)
		}
	}
	for _, item := range strings.Split(quiz, "<item ")[1:] {
		shown, feedback := strings.Contains(item, `linkrefid="why"`), strings.Contains(item, `<itemfeedback ident="why"`)
		if essay := strings.Contains(item, "cc.essay"); shown != feedback || essay == strings.Contains(item, "<resprocessing>") {
			t.Errorf("feedback or judgement is wrong: %s", item)
		}
	}
}

// TestWrite writes exports for the parsers of others, with what is to be read
// from them, where -write says so.
func TestWrite(t *testing.T) {
	if *write == "" {
		return
	}
	cases := append(traps(), naughty(t)...)
	for i := -1; i < len(cases); i++ {
		m := sample()
		if i >= 0 {
			m = nasty(cases[i])
		}
		dir := filepath.Join(*write, fmt.Sprintf("%04d", i+1))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, f := range export.Formats() {
			data, _, err := f.Export(m)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, f.File), data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}
