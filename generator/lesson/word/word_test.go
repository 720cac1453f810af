package word_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/generator/ingest/office"
	"parallax/generator/lesson/word"
)

// sheet is a document with everything that a worksheet has, and words that mean
// something to XML.
func sheet() *word.Document {
	return &word.Document{Title: `Worksheet: “A & B” <1>`, Language: "en-GB", Paragraphs: []word.Paragraph{
		{Style: word.Title, Words: `Worksheet: “A & B” <1>`},
		{Style: word.Heading, Words: "1 · Who acts?"},
		{Style: word.Label, Words: "Excerpt 1"},
		{Style: word.Excerpt, Words: "الجسر مغلق", Language: "ar", Leftward: true},
		{Style: word.Question, Words: "Which\x01 one?\n\tThis?"},
		{Style: word.Answer, Words: "first", List: word.Letters},
		{Style: word.Answer, Words: "second", List: word.Letters},
		{Style: word.Answer, Words: "☐ a box"},
		{Style: word.Line},
		{Style: word.Answer, Words: "again", List: word.Numbers},
	}}
}

// TestReadBack reads a file with the reader of articles.
func TestReadBack(t *testing.T) {
	data, err := sheet().Write()
	if err != nil {
		t.Fatal(err)
	}
	got, err := office.Word(data)
	want := []office.Line{
		{Kind: office.Headline, Text: `Worksheet: “A & B” <1>`}, {Kind: office.Heading, Text: "1 · Who acts?"}, {Text: "Excerpt 1"}, {Text: "الجسر مغلق"},
		{Text: "Which\uFFFD one? This?"}, {Kind: office.Item, Text: "first"}, {Kind: office.Item, Text: "second"}, {Text: "☐ a box"}, {Kind: office.Item, Text: "again"},
	}
	if err != nil || got.Title != want[0].Text || !slices.Equal(got.Lines, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	again, err := sheet().Write()
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same document gives other bytes")
	}
}

// TestParts demands that every part is whole XML, and that nothing is named that
// is not there.
func TestParts(t *testing.T) {
	parts := unpacked(t, sheet())
	for name, data := range parts {
		d := xml.NewDecoder(strings.NewReader(data))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, is := token.(xml.StartElement)
			if !is {
				continue
			}
			for _, a := range e.Attr {
				switch {
				case e.Name.Local == "Override" && a.Name.Local == "PartName" && parts[strings.TrimPrefix(a.Value, "/")] == "":
					t.Errorf("there is no part %s", a.Value)
				case e.Name.Local == "pStyle" && !strings.Contains(parts["word/styles.xml"], `w:styleId="`+a.Value+`"`):
					t.Errorf("there is no style %s", a.Value)
				case e.Name.Local == "numId" && !strings.Contains(parts["word/numbering.xml"], `<w:num w:numId="`+a.Value+`"`):
					t.Errorf("there is no list %s", a.Value)
				}
			}
		}
	}
	if n := strings.Count(parts["word/numbering.xml"], "<w:num "); n != 2 {
		t.Errorf("%d lists, not 2: each begins anew", n)
	}
	if text := parts["word/document.xml"]; !strings.Contains(text, `<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:val="ar"`) {
		t.Errorf("Arabic is not written from right to left: %s", text)
	}
}

func unpacked(t *testing.T, d *word.Document) map[string]string {
	t.Helper()
	data, err := d.Write()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		words, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(words)
	}
	return parts
}

// TestLibreOffice lets another program open the file, where there is one.
func TestLibreOffice(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Log("LibreOffice is not there to open the file")
		return
	}
	folder := t.TempDir()
	data, err := sheet().Write()
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "sheet.docx"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, filepath.Join(folder, "sheet.docx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	words, err := os.ReadFile(filepath.Join(folder, "sheet.txt"))
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, want := range []string{"A & B", "A. first", "B. second", "1. again", "☐ a box", "الجسر مغلق"} {
		if !strings.Contains(string(words), want) {
			t.Errorf("LibreOffice does not show %q:\n%s", want, words)
		}
	}
}
