// Package office reads what people have of an article besides pages of the web:
// a PDF with a text layer, a file of Word and an e-mail. [Word] and [PDF] return
// lines and what each is, [Mail] the parts of a letter; what a line means to an
// article is not known here.
//
// # Hostile files
//
// A file is at most as large as its caller read. What is packed in it is counted
// before it is read, and refused beyond the limits below. A parser that gives up
// on a file is a mistake in the file.
package office

import (
	"fmt"
	"io"
)

// A Text is what a file holds.
type Text struct {
	Title  string // what the file calls itself, which is often a name of its template
	Author string // whom the file names as its author
	Lines  []Line
}

// A Line is a paragraph, a heading or an item of a list: words on one line.
type Line struct {
	Kind Kind
	Text string
}

// A Kind says what a line is by its style.
type Kind int

// The kinds of lines.
const (
	Paragraph Kind = iota
	Headline       // the title of the text, by its style or its size
	Heading
	Item
)

// Limits of what a file may hold. No article comes near: a page of print has
// 5 kB of text, and an archive's export of 500 articles 3 MB.
const (
	mostUnpacked = 64 << 20 // bytes of all packed parts of a PDF
	mostXML      = 64 << 20 // bytes of a part of a file of Word: archives put 500 articles into one
	mostWords    = 16 << 20 // bytes of text
	mostBody     = 16 << 20 // bytes of a part of an e-mail
	mostPages    = 200
	mostParts    = 50 // parts of an e-mail
	mostLetters  = 5  // e-mails and parts in each other
)

// readMost reads at most n bytes, and says so if there are more.
func readMost(r io.Reader, n int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, n+1))
	if err == nil && int64(len(data)) > n {
		err = fmt.Errorf("it has more than %d MB", n>>20)
	}
	return data, err
}
