// Package ingest turns what people have of an article, a saved page or a
// plain text, into a file of content. [Extract], [Plain] and [Desk] are its
// entry points.
//
// # What the article is
//
// Two extractors read a page, each with its own idea of where the article is.
// The first, which leaves out more, proposes. What the second found as well is
// the article; what it did not find must stand between such blocks or read as
// prose: several words that end as a sentence does, few of them links. Then
// furniture of web pages goes: the lists and beginnings of lines are in
// page.toml of the language "en", since buttons and credits of pages in other
// languages are often English too. No rule names a site.
//
// # What the article says of itself
//
// In this order: JSON-LD, the meta tags of Open Graph and others, what HTML
// itself states, and only for the date what an extractor guesses. A thing
// that nobody states stays empty; nothing is invented.
//
// # Hostile pages
//
// A page is at most 10 MB once unpacked and its elements nest at most 512
// deep. Text is text: Markdown marks in it are escaped, control characters
// are gone, and names of files are made of a to z, 0 to 9 and hyphens alone.
package ingest

import (
	"strings"

	"parallax/generator/corpus"
)

// A Document is an article as it was found, before it is in content/.
type Document struct {
	Title     string
	Author    string
	Date      corpus.Date
	Retrieved corpus.Date // when it was retrieved; unknown if nobody says
	Language  string      // BCP 47; empty if not stated
	URL       string      // canonical, http or https; empty if unknown
	Site      string      // what the page calls its outlet
	Licence   corpus.Licence
	Excerpt   bool // Blocks hold only parts of the original
	Words     int  // of the original, if it is an excerpt
	Blocks    []Block
}

// A Block is a piece of the body: one line of text and what it was.
type Block struct {
	Kind corpus.BlockKind
	Text string
}

// Text returns the words of the body, a block a line.
func (d *Document) Text() string {
	lines := make([]string, len(d.Blocks))
	for i, b := range d.Blocks {
		lines[i] = b.Text
	}
	return strings.Join(lines, "\n")
}
