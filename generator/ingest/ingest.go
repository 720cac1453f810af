// Package ingest turns what people have of an article, a web page or a plain
// text, into a file of content. [Extract], [Plain], [Word], [PDF], [Mail] and [Desk] are
// its entry points. Where pages come from is a matter of the packages inside it: fetch
// downloads, feed lists what is new, archive opens what browsers and crawlers
// keep.
//
// # What the article is
//
// A page is first made what its reader sees: what is hidden goes, what only
// marks words leaves them ([Extract] begins with that, since extractors cut a
// paragraph at an element that they do not know). Then two extractors read it,
// each with its own idea of where the article is. The first, which leaves out more, proposes. What the second found as well is
// the article; what it did not find must stand between such blocks or read as
// prose: several words that end as a sentence does, few of them links. Then
// furniture of web pages goes: the lists and beginnings of lines are in
// page.toml of the language "en", since buttons and credits of pages in other
// languages are often English too; and lines that are nothing but a link to
// another article. What is left is written as the page has it, block by block, and
// a sentence between two blocks that both lost comes back. No rule names a site.
//
// Pages of one outlet that are added together, or to articles of it that are
// there, tell more ([Desk.Ready]): a line that stands on several of them is
// the outlet's and not the article's. A sentence must stand on more pages than
// a heading, since outlets repeat their own paragraphs from one report to the
// next.
//
// # Texts without markup
//
// A text that was pasted, a file of Word, a PDF and an e-mail that was forwarded
// have lines ([Plain], [Word], [PDF], [Mail]). The headline is the line that is
// set as one, else the first; a line above or below the text that is only an
// address, a byline, a day or the name of an outlet of the site states that fact.
// What cannot be told is asked for. A newsletter is a page.
//
// # What the article says of itself
//
// In this order: JSON-LD of the page's own article, the meta tags of Open Graph
// and others, and what the article's markup states inside or above it, never
// beside it. A headline is the first that another statement bears out; an
// outlet's name must not be the headline; a date says that it is one of
// publication, or stands in the address. A thing that nobody states stays empty;
// nothing is guessed. A date that lies ahead is no date. Where each comes from
// is written down beside it ([Origins]).
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
// A page is at most 10 MB once unpacked, has at most 30,000 elements and 600 kB
// of text, beyond which extractors take minutes, and its elements nest at most 512
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
	Sender    string      // host of whoever sent it, of an e-mail
	Licence   corpus.Licence
	Excerpt   bool // Blocks hold only parts of the original
	Words     int  // of the original, if it is an excerpt; 0 if unknown
	Listed    bool // a collection says what it is, and Site may found an outlet
	Private   bool // its owner's terms let nobody have it, whatever licence the site has by default
	Blocks    []Block
	From      Origins
}

// Origins are where the facts of a document come from, as a reader is told;
// empty for those that are unknown, or that whoever added it stated.
type Origins struct {
	Title, Author, Date, Site, URL string
	Entry                          string // of a collection
}

// String names each fact and where it comes from.
func (o Origins) String() string {
	var parts []string
	for _, fact := range [...][2]string{{"title", o.Title}, {"date", o.Date}, {"author", o.Author}, {"outlet", o.Site}, {"address", o.URL}, {"the article", o.Entry}} {
		if fact[1] != "" {
			parts = append(parts, fact[0]+" from "+fact[1])
		}
	}
	return strings.Join(parts, ", ")
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
