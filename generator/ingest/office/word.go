package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Word reads a file of Word, .docx (ECMA-376): its paragraphs as they stand in
// the document, without what was deleted, notes, headers and footers.
func Word(data []byte) (Text, error) {
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Text{}, fmt.Errorf("it is no file of Word: %w", err)
	}
	document, err := part(packed, "word/document.xml")
	if err != nil {
		return Text{}, fmt.Errorf("read the file of Word: %w", err)
	}
	styles, _ := part(packed, "word/styles.xml") // absent where a program other than Word wrote the file
	w := wordReader{styles: styleNames(styles)}
	if err := w.read(document); err != nil {
		return Text{}, fmt.Errorf("read the file of Word: %w", err)
	}
	if properties, err := part(packed, "docProps/core.xml"); err == nil {
		w.found.Title, w.found.Author = coreProperties(properties)
	}
	return w.found, nil
}

// part returns a part of the file.
func part(packed *zip.Reader, name string) ([]byte, error) {
	f, err := packed.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readMost(f, mostXML)
}

// eachToken calls a function with every token of a part.
func eachToken(data []byte, each func(xml.Token)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		each(token)
	}
}

// styleNames returns the name of each style by its id: ids are words of the
// language of whoever made the file, names are not.
func styleNames(styles []byte) map[string]string {
	names, id := map[string]string{}, ""
	_ = eachToken(styles, func(token xml.Token) { // what was read before a mistake is of use
		start, is := token.(xml.StartElement)
		switch {
		case !is:
		case start.Name.Local == "style":
			id = value(start, "styleId")
		case start.Name.Local == "name" && id != "" && names[id] == "":
			names[id] = strings.ToLower(value(start, "val"))
		}
	})
	return names
}

// value returns an attribute of an element, "" if it has none of that name.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// coreProperties returns the title and the author that the file states.
func coreProperties(data []byte) (title, author string) {
	name := ""
	_ = eachToken(data, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
		case xml.EndElement:
			name = ""
		case xml.CharData:
			switch name {
			case "title":
				title += string(t)
			case "creator":
				author += string(t)
			}
		}
	})
	return oneLine(title), oneLine(author)
}

// A wordReader collects the paragraphs of a document.
type wordReader struct {
	styles map[string]string
	found  Text
	words  strings.Builder
	kind   Kind
	text   bool // inside <w:t>
	unread int  // how many elements are open whose words are not the document's
	size   int
	full   bool
}

func (w *wordReader) read(document []byte) error {
	err := eachToken(document, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.text && w.unread == 0 {
				w.write(string(t))
			}
		}
	})
	if w.full {
		return fmt.Errorf("it has more than %d MB of text", mostWords>>20)
	}
	return err
}

// isUnread reports whether the words in an element are those of another one too,
// or were deleted or moved away.
func isUnread(name string) bool { return name == "Fallback" || name == "del" || name == "moveFrom" }

func (w *wordReader) start(e xml.StartElement) {
	switch name := e.Name.Local; {
	case isUnread(name):
		w.unread++
	case name == "p":
		w.flush()
	case name == "pStyle":
		w.kind = kindOf(w.styles[value(e, "val")], value(e, "val"), w.kind)
	case name == "numPr" && w.kind == Paragraph:
		w.kind = Item
	case name == "t":
		w.text = true
	case name == "tab", name == "br", name == "cr":
		w.write(" ")
	case name == "noBreakHyphen":
		w.write("-")
	}
}

func (w *wordReader) end(name string) {
	switch {
	case isUnread(name):
		w.unread = max(0, w.unread-1)
	case name == "p":
		w.flush()
	case name == "t":
		w.text = false
	}
}

func (w *wordReader) write(s string) {
	if w.size += len(s); w.size > mostWords {
		w.full = true
		return
	}
	w.words.WriteString(s)
}

// flush ends a paragraph.
func (w *wordReader) flush() {
	if line := oneLine(w.words.String()); line != "" {
		w.found.Lines = append(w.found.Lines, Line{w.kind, line})
	}
	w.words.Reset()
	w.kind = Paragraph
}

// kindOf returns the kind of paragraphs of a style by its name, or by its id
// where it has none.
func kindOf(name, id string, otherwise Kind) Kind {
	if name == "" {
		name = strings.ToLower(id)
	}
	switch {
	case name == "title":
		return Headline
	case strings.HasPrefix(name, "heading"), name == "subtitle":
		return Heading
	case strings.HasPrefix(name, "list"):
		return Item
	}
	return otherwise
}

// oneLine returns words on one line.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}
