// Package ingest turns what people have of an article, a web page or a plain
// text, into a file of content. [Extract], [Plain] and [Desk] are its entry
// points. Where pages come from is a matter of the packages inside it: fetch
// downloads, feed lists what is new, archive opens what browsers and crawlers
// keep.
//
// # What the article is
//
// Two extractors read a page, each with its own idea of where the article is.
// The first, which leaves out more, proposes. What the second found as well is
// the article; what it did not find must stand between such blocks or read as
// prose: several words that end as a sentence does, few of them links. Then
// furniture of web pages goes: the lists and beginnings of lines are in
// page.toml of the language "en", since buttons and credits of pages in other
// languages are often English too; and lines that are nothing but a link to
// another article. No rule names a site.
//
// Pages of one outlet that are added together, or to articles of it that are
// there, tell more ([Desk.Ready]): a line that stands on several of them is
// the outlet's and not the article's. A sentence must stand on more pages than
// a heading, since outlets repeat their own paragraphs from one report to the
// next.
//
// # What the article says of itself
//
// In this order: JSON-LD, the meta tags of Open Graph and others, what HTML
// itself states, and only for the date what an extractor guesses. A thing
// that nobody states stays empty; nothing is invented. A date that lies ahead
// is no date.
//
// # One article, one file
//
// An article is the same by its address, without the marks of campaigns, or by
// its outlet and its words. What is the same is not taken again, unless older
// files are to be replaced ([Rules]) or an article was downloaded and its outlet
// changed it ([Desk.Update]): then what stood there is kept beside, as package
// corpus has it, and what an editor decided in the front matter stays. Two
// outlets that print one agency's report are two articles, and how much of one
// is in the other is told.
//
// # Rights
//
// What no open licence lets others have is kept out of git, or as an excerpt:
// the headline and whole sentences from the beginning, within the limits of
// quotation of the site. What was an excerpt stays one when it is replaced.
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
