// Package word writes files of Word, .docx, for texts that somebody is going to
// change: paragraphs in named styles, lists that number themselves, nothing laid
// out by hand. [Document.Write] is the entry point.
//
// # Why no library
//
// Of the libraries in Go one is under the AGPL (fumiama/go-docx), one is sold
// (unioffice), and one has had no release since 2024 and starts every file from a
// template of its own (gomutex/godocx). A worksheet needs six parts of the format
// and eight styles.
//
// # What is written
//
// Office Open XML (ECMA-376, transitional), as little as programs ask for: the
// document, its styles, its lists and its title. The paper is A4 with margins
// that Letter has room for. No date, no name of a program, no image, no link to
// anything outside: the same document gives the same bytes.
package word

import (
	"encoding/xml"
	"fmt"
	"strings"

	"parallax/generator/file"
)

// A Document is a text in one language, with paragraphs that may be in others.
type Document struct {
	Title      string // as the file's properties have it
	Language   string // BCP 47
	Paragraphs []Paragraph
}

// A Paragraph is words in a style.
type Paragraph struct {
	Style     Style
	Words     string
	Language  string // if it is not the document's
	Leftward  bool   // whether it is written from right to left
	List      List   // paragraphs of one list stand one after another
	KeepsNext bool   // whether it stays on the page of what follows it
}

// A Style is a sort of paragraphs. A teacher who changes it in Word changes all
// paragraphs of the sort.
type Style string

// The styles. Title and Heading are Word's own, so that its list of headings and
// screen readers know them.
const (
	Body     Style = "Normal"
	Title    Style = "Title"
	Heading  Style = "Heading1"
	Note     Style = "Note"
	Label    Style = "ExcerptLabel"
	Excerpt  Style = "Excerpt"
	Question Style = "Question"
	Answer   Style = "Answer"
	Line     Style = "Line" // to write on
)

// A List is how a list is numbered.
type List int

// The lists.
const (
	None List = iota
	Letters
	Numbers
)

const (
	mainNS    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packaged  = "http://schemas.openxmlformats.org/package/2006/"
	kind      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Write returns the document as a file.
func (d *Document) Write() ([]byte, error) {
	lists := d.lists()
	files := []file.File{
		{Path: "[Content_Types].xml", Data: fmt.Appendf(nil, xml.Header+`<Types xmlns="%[1]scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="%[2]sdocument.main+xml"/>`+
			`<Override PartName="/word/styles.xml" ContentType="%[2]sstyles+xml"/><Override PartName="/word/numbering.xml" ContentType="%[2]snumbering+xml"/>`+
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`, packaged, kind)},
		{Path: "_rels/.rels", Data: fmt.Appendf(nil, xml.Header+`<Relationships xmlns="%[1]srelationships"><Relationship Id="rId1" Type="%[2]s/officeDocument" Target="word/document.xml"/>`+
			`<Relationship Id="rId2" Type="%[1]srelationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`, packaged, relations)},
		{Path: "word/document.xml", Data: d.document(lists)},
		{Path: "word/_rels/document.xml.rels", Data: fmt.Appendf(nil, xml.Header+`<Relationships xmlns="%[1]srelationships"><Relationship Id="rId1" Type="%[2]s/styles" Target="styles.xml"/>`+
			`<Relationship Id="rId2" Type="%[2]s/numbering" Target="numbering.xml"/></Relationships>`, packaged, relations)},
		{Path: "word/styles.xml", Data: d.styles()},
		{Path: "word/numbering.xml", Data: numbering(lists)},
		{Path: "docProps/core.xml", Data: fmt.Appendf(nil, xml.Header+`<cp:coreProperties xmlns:cp="%smetadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:language>%s</dc:language></cp:coreProperties>`,
			packaged, escaped(d.Title), escaped(d.Language))},
	}
	data, err := file.Zip(files)
	if err != nil {
		return nil, fmt.Errorf("write the file of Word %q: %w", d.Title, err)
	}
	return data, nil
}

// lists returns for each list of the document how it is numbered, in their order.
func (d *Document) lists() []List {
	var all []List
	last := None
	for _, p := range d.Paragraphs {
		if p.List != None && p.List != last {
			all = append(all, p.List)
		}
		last = p.List
	}
	return all
}

// document returns the main part.
func (d *Document) document(lists []List) []byte {
	var s strings.Builder
	fmt.Fprintf(&s, xml.Header+`<w:document xmlns:w="%s"><w:body>`, mainNS)
	at, last := 0, None
	for _, p := range d.Paragraphs {
		if p.List != None && p.List != last {
			at++
		}
		last = p.List
		p.write(&s, at)
	}
	// A4 in twentieths of a point; lines end where Letter has room for them.
	s.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return []byte(s.String())
}

// write writes a paragraph; list is the number of the list that it may be in.
func (p *Paragraph) write(s *strings.Builder, list int) {
	fmt.Fprintf(s, `<w:p><w:pPr><w:pStyle w:val="%s"/>`, p.Style)
	if p.KeepsNext {
		s.WriteString(`<w:keepNext/>`)
	}
	if p.List != None {
		fmt.Fprintf(s, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, list)
	}
	direction := ""
	if p.Leftward {
		s.WriteString(`<w:bidi/>`)
		direction = `<w:rtl/>`
	}
	s.WriteString(`</w:pPr>`)
	if p.Words != "" {
		language := ""
		if p.Language != "" {
			language = fmt.Sprintf(`<w:lang w:val="%[1]s" w:eastAsia="%[1]s" w:bidi="%[1]s"/>`, escaped(p.Language))
		}
		fmt.Fprintf(s, `<w:r><w:rPr>%s%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, direction, language, escaped(p.Words))
	}
	s.WriteString(`</w:p>`)
}

// escaped returns words as XML has them; letters that it forbids are replaced.
func escaped(words string) string {
	var s strings.Builder
	_ = xml.EscapeText(&s, []byte(strings.Join(strings.Fields(words), " "))) // a builder takes everything
	return s.String()
}

// numbering returns the part of the lists. Each has a definition of its own, so
// that each begins anew.
func numbering(lists []List) []byte {
	var s strings.Builder
	fmt.Fprintf(&s, xml.Header+`<w:numbering xmlns:w="%s">`, mainNS)
	for i, l := range lists {
		format := "upperLetter"
		if l == Numbers {
			format = "decimal"
		}
		fmt.Fprintf(&s, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%%1."/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="454" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>`, i+1, format)
	}
	for i := range lists {
		fmt.Fprintf(&s, `<w:num w:numId="%[1]d"><w:abstractNumId w:val="%[1]d"/></w:num>`, i+1)
	}
	s.WriteString(`</w:numbering>`)
	return []byte(s.String())
}
