package collection

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"parallax/generator/ingest/entry"
	"parallax/generator/ingest/letters"
	"parallax/generator/ingest/office"
	"parallax/generator/ingest/press"
)

// Marks by which files begin.
const (
	packedMark = "PK\x03\x04"
	richMark   = `{\rtf`
)

// exports are the forms of press archives.
func exports() []form {
	page := func(is func(string) bool) func(string) bool {
		return func(begin string) bool { return strings.HasPrefix(strings.TrimSpace(begin), "<") && is(begin) }
	}
	plain := func(is func(string) bool) func(string) bool {
		return func(begin string) bool {
			return !strings.HasPrefix(begin, packedMark) && !strings.HasPrefix(begin, richMark) && is(begin)
		}
	}
	return []form{
		{func(begin string) bool { return strings.HasPrefix(begin, richMark) }, rich},
		{page(press.IsFactivaPage), months(press.FactivaPage)},
		{page(press.IsEuropresse), months(press.Europresse)},
		{plain(press.IsOldNexis), months(press.OldNexis)},
		{plain(press.IsProQuest), months(press.ProQuest)},
		{plain(press.IsFactivaText), months(press.FactivaText)},
	}
}

// months gives the names of months to a reader of texts.
func months(read func(string, []string) (*entry.Collection, error)) func([]byte, Options) (*entry.Collection, error) {
	return lines(func(s string, o Options) (*entry.Collection, error) { return read(s, o.Months) })
}

// declared is the charset that a page declares.
var declared = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([\w.:-]+)`)

// hint returns what a file says of its encoding.
func hint(data []byte, options Options) letters.Hint {
	h := letters.Hint{Named: options.Encoding}
	if m := declared.FindSubmatch(data[:min(len(data), looked)]); m != nil && bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		h.Declared = string(m[1])
	}
	return h
}

// rich reads RTF, which Nexis and Factiva write.
func rich(data []byte, options Options) (*entry.Collection, error) {
	text, err := office.RTF(data)
	if err != nil {
		return nil, err
	}
	return export(text, "RTF", options)
}

// export reads the lines of an export of Nexis or Factiva.
func export(text, kind string, options Options) (c *entry.Collection, err error) {
	switch {
	case press.IsNexis(text):
		c, err = press.Nexis(text, options.Months)
	case press.IsFactivaText(text):
		c, err = press.FactivaText(text, options.Months)
	default:
		return nil, fmt.Errorf("it is %s of no archive that is known; it begins %q", kind, beginning(text))
	}
	if err == nil {
		c.Form += ", " + kind
	}
	return c, err
}

// beginning returns the first words of a text.
func beginning(text string) string {
	const most = 20
	words := strings.Fields(text[:min(len(text), 1000)])
	return strings.ToValidUTF8(strings.Join(words[:min(most, len(words))], " "), "")
}

// wordLines returns the paragraphs of a file of Word, a line each.
func wordLines(data []byte) (string, error) {
	t, err := office.Word(data)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, line := range t.Lines {
		b.WriteString(line.Text + "\n")
	}
	return b.String(), nil
}

// A packedKind says what is in a packed file.
type packedKind int

const (
	packedOther packedKind = iota
	packedWord
	packedSheet
	packedFiles // of collections
)

// inside returns what is in a packed file.
func inside(data []byte) (packedKind, *zip.Reader) {
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return packedOther, nil
	}
	kind := packedOther
	for _, f := range packed.File {
		switch {
		case f.Name == "word/document.xml":
			return packedWord, packed
		case f.Name == "xl/workbook.xml":
			return packedSheet, packed
		case isExport(f.Name):
			kind = packedFiles
		}
	}
	return kind, packed
}

// isExport reports whether a file inside a packed one is read.
func isExport(name string) bool {
	base := path.Base(name)
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".rtf", ".doc", ".txt", ".html", ".htm", ".csv", ".tsv", ".json", ".jsonl":
		return !strings.HasPrefix(base, ".") && !strings.HasPrefix(name, "__MACOSX/")
	}
	return false
}

// isPacked reports whether a packed file holds many articles: it is an export in a
// file of Word, or holds such files. What it says of a spreadsheet is how it is
// saved.
func isPacked(data []byte) bool {
	switch kind, _ := inside(data); kind {
	case packedWord:
		text, err := wordLines(data)
		return err == nil && press.IsNexis(text)
	case packedSheet, packedFiles:
		return true
	}
	return false
}

// readPacked reads a file of Word, or each file in a packed one.
func readPacked(data []byte, options Options) (*entry.Collection, error) {
	kind, packed := inside(data)
	switch kind {
	case packedWord:
		text, err := wordLines(data)
		if err != nil {
			return nil, err
		}
		return export(text, "a file of Word", options)
	case packedSheet:
		return nil, fmt.Errorf("it is a spreadsheet; save it as CSV UTF-8")
	case packedOther:
		return nil, fmt.Errorf("it is packed, and no file in it is read")
	}
	all := &entry.Collection{}
	forms := map[string]bool{}
	left := int64(Largest)
	for _, f := range packed.File {
		if !isExport(f.Name) {
			continue
		}
		c, size, err := readPart(f, left, options)
		if left -= size; err != nil {
			all.Fail(f.Name, err)
			continue
		}
		all.Archive = all.Archive || c.Archive
		form, _, _ := strings.Cut(c.Form, ",")
		forms[form] = true
		all.Add(c, f.Name)
	}
	all.Form = fmt.Sprintf("%d packed files, %d articles", len(packed.File), len(all.Entries)+len(all.Unread))
	if len(forms) == 1 {
		for form := range forms {
			all.Form += ", each " + form
		}
	}
	return all, nil
}

// readPart reads a file inside a packed one, and returns how large it is.
func readPart(f *zip.File, left int64, options Options) (*entry.Collection, int64, error) {
	r, err := f.Open()
	if err != nil {
		return nil, 0, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, left+1))
	switch {
	case err != nil:
		return nil, int64(len(data)), err
	case int64(len(data)) > left:
		return nil, left, fmt.Errorf("the packed files have more than %d MB", Largest>>20)
	case bytes.HasPrefix(data, []byte(packedMark)):
		if kind, _ := inside(data); kind != packedWord {
			return nil, int64(len(data)), fmt.Errorf("it is packed again")
		}
	}
	c, err := Read(data, options)
	return c, int64(len(data)), err
}
