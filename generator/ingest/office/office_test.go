package office

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// word returns a file of Word with these parts.
func word(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// paragraph returns a paragraph of Word in a style.
func paragraph(style, words string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`
}

func TestWord(t *testing.T) {
	data := word(t, map[string]string{
		"word/styles.xml":    `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"docProps/core.xml":  `<p xmlns:dc="dc"><dc:title>Document 1</dc:title><dc:creator>Ida  Moor</dc:creator></p>`,
		"word/document.xml":  `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>` + paragraph("Titel", "Bridge closed") + paragraph("", "Two<w:tab/>") + `<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del><w:r><w:br/><w:t>closed.</w:t></w:r></w:p>` + paragraph("berschrift1", "Repairs") + `<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p><mc:Fallback>` + paragraph("", "Twice") + `</mc:Fallback></w:body></w:document>`,
		"word/footnotes.xml": `<w:p><w:r><w:t>A note</w:t></w:r></w:p>`,
	})
	got, err := Word(data)
	want := []Line{{Headline, "Bridge closed"}, {Paragraph, "Two"}, {Paragraph, "It closed."}, {Heading, "Repairs"}, {Item, "One"}}
	if err != nil || !slices.Equal(got.Lines, want) || got.Title != "Document 1" || got.Author != "Ida Moor" {
		t.Errorf("%+v %v", got, err)
	}
}

// printer writes a PDF of pages, each a list of lines "size y words".
func printer(title string, pages ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(at)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 5+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids)
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object("<</Title(%s)>>", title)
	for i, page := range pages {
		stream := ""
		for line := range strings.Lines(strings.TrimSpace(page)) {
			size, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			y, words, _ := strings.Cut(rest, " ")
			stream += fmt.Sprintf("BT /F %s Tf 1 0 0 1 50 %s Tm (%s) Tj ET\n", size, y, words)
		}
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", 6+2*i)
		object("<</Length %d>>\nstream\n%sendstream", len(stream), stream)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

func TestPDF(t *testing.T) {
	data := printer("Bridge closed", `
		10 780 The Courier, page 1
		24 740 Bridge closed after
		24 712 two pillars crack
		10 680 The council closed the bridge on Mon-
		10 668 day, and the ferry went on as before
		10 640 Lorries had used it, said the office, un-
		10 628 til the
		10 30 https://courier.example/bridge 1/2`, `
		10 780 The Courier, page 2
		10 760 spring of the year. On Monday all went until noon.
		14 730 Repairs
		10 700 They take a month.
		10 30 https://courier.example/bridge 2/2`)
	got, err := PDF(data)
	want := []Line{
		{Headline, "Bridge closed after two pillars crack"},
		{Paragraph, "The council closed the bridge on Monday, and the ferry went on as before"},
		{Paragraph, "Lorries had used it, said the office, until the spring of the year. On Monday all went until noon."},
		{Heading, "Repairs"}, {Paragraph, "They take a month."}, {Paragraph, "https://courier.example/bridge"},
	}
	if err != nil || got.Title != "Bridge closed" || !slices.Equal(got.Lines, want) {
		t.Errorf("%+v %v", got, err)
	}
}

func TestMail(t *testing.T) {
	const inner = "From: =?iso-8859-1?Q?M=F6we?= <n@moewe.example>\r\nSubject: =?utf-8?B?QnLDvGNrZQ==?=\r\nDate: Wed, 20 May 2026 10:15:00 +0200\r\nArchived-At: <https://moewe.example/7>\r\n" +
		"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+aGk8L3A+\r\n--b--\r\n"
	const outer = "From: Sam <sam@home.example>\r\nSubject: Fwd: x\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--a--\r\n"
	for name, source := range map[string]string{"letter": inner, "attached": outer} {
		l, err := Mail([]byte(source))
		day := time.Date(2026, 5, 20, 8, 15, 0, 0, time.UTC)
		if err != nil || l.Sender != "Möwe" || l.Host != "moewe.example" || l.Subject != "Brücke" || !l.Date.Equal(day) || l.Archive != "https://moewe.example/7" ||
			string(l.HTML.Data) != "<p>hi</p>" || strings.TrimSpace(string(l.Plain.Data)) != "plain" {
			t.Errorf("%s: %+v %v", name, l, err)
		}
	}
}

// TestHostile reads files that are broken, or far larger inside than outside.
func TestHostile(t *testing.T) {
	bomb := strings.Repeat("<w:p/>", mostXML/6+1)
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	for range mostUnpacked>>20 + 1 {
		_, _ = z.Write(make([]byte, 1<<20))
	}
	_ = z.Close()
	twice := bytes.Buffer{}
	z = zlib.NewWriter(&twice)
	_, _ = z.Write(packed.Bytes())
	_ = z.Close()
	letters := strings.Repeat("Subject: a\r\nContent-Type: message/rfc822\r\n\r\n", 20)
	pages := strings.Replace(string(printer("", "10 700 a")), "/Kids[5 0 R ]", "/Kids[2 0 R ]", 1)
	good := printer("", "10 700 A line of words.")
	cases := []struct {
		name, want string
		read       func() error
	}{
		{"a large part of Word", "more than 64 MB", func() error { _, err := Word(word(t, map[string]string{"word/document.xml": bomb})); return err }},
		{"no file of Word", "no file of Word", func() error { _, err := Word([]byte("PK")); return err }},
		{"no document", "document.xml", func() error { _, err := Word(word(t, map[string]string{"a": "b"})); return err }},
		{"broken XML", "read the file of Word", func() error { _, err := Word(word(t, map[string]string{"word/document.xml": "<w:p><"})); return err }},
		{"a packed PDF", "unpack to more than 64 MB", func() error {
			_, err := PDF([]byte("%PDF-1.4\nstream\n" + packed.String() + "endstream"))
			return err
		}},
		{"a PDF packed twice", "unpack to more than 64 MB", func() error {
			_, err := PDF([]byte("%PDF-1.4\nstream\r\n" + twice.String() + "endstream"))
			return err
		}},
		{"no PDF", "it is none", func() error { _, err := PDF([]byte("hello")); return err }},
		{"a picture", "no text layer", func() error { _, err := PDF(printer("", "")); return err }},
		{"pages in a circle", "stand in a circle", func() error { _, err := PDF([]byte(pages)); return err }},
		{"letters in letters", "parts in each other", func() error { _, err := Mail([]byte(letters)); return err }},
		{"no text", "no text", func() error { _, err := Mail([]byte("Subject: a\r\nContent-Type: image/png\r\n\r\nx")); return err }},
	}
	for _, test := range cases {
		if err := test.read(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for n := range good { // cut off and turned bytes: an answer or a mistake, and no crash
		_, _ = PDF(good[:n])
		_, _ = PDF(slices.Concat(good[:n], []byte{good[n] ^ 0x15}, good[n+1:]))
	}
}
