// Package corpus turns the files of content/ into outlets, articles and the
// passages they are made of. [Load] is its entry point.
//
// # Articles as text
//
// An article's Text is what a reader reads: the title, a blank line, and the
// body's blocks with a blank line between them, all markup gone. Every span
// in Parallax is a run of bytes of that one string, so a headline is a
// passage like any other, and slicing Text by a span always gives the words
// that a page shows. Text is valid UTF-8 in NFC.
//
// A [Passage] is the headline (number 0) or one sentence; passages are
// numbered in reading order, and their ids ("h", "p3s2": paragraph 3,
// sentence 2) are the fragments that pages link to.
//
// # Earlier versions
//
// An outlet may change its article. What it was before stands beside it: the
// earlier versions of content/articles/a/b.md are content/articles/a/b.earlier/1.md,
// 2.md and so on, oldest first, each a whole file of an article. They are
// never articles of their own: nothing is counted in them, and the reader of
// the article says what changed since.
//
// # What is not the article
//
// Furniture of the page that an article was copied from (a comment form, a
// list of other articles) is set aside with a note, never silently. A
// paraphrase is not the outlet's words: of such an article only Title and the
// spans in Quotations are.
package corpus

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A Corpus is everything in content/, each list in a fixed order: outlets in
// the order of the settings and then by id, the rest by id.
type Corpus struct {
	Outlets   []Outlet
	Articles  []Article
	Notes     []EventNote
	Pages     []Page
	Glossary  []Term
	Lessons   []LessonNote
	Standards []StandardSet
}

// Outlet returns the outlet with the id, or nil.
func (c *Corpus) Outlet(id string) *Outlet {
	for i := range c.Outlets {
		if c.Outlets[i].ID == id {
			return &c.Outlets[i]
		}
	}
	return nil
}

// Note returns the editor's note on the event with the slug, or nil.
func (c *Corpus) Note(slug string) *EventNote {
	for i := range c.Notes {
		if c.Notes[i].Slug == slug {
			return &c.Notes[i]
		}
	}
	return nil
}

// An Outlet is who published: a file content/outlets/<id>.md. A fact that the
// file does not state is unknown and stays so.
type Outlet struct {
	ID       string // the file's name without .md
	File     string // slash-separated path from the site's folder
	Name     string
	Short    string // for badges and column heads; Name if the file has none
	Letter   string // stands for it on all pages; unlike that of any other
	Shape    string // one of [Shapes], with its colour beside the letter; empty where the site chooses
	Homepage string
	Language string // BCP 47
	Country  Fact
	Kind     Fact // "state agency", "public broadcaster", "military", "commercial", ...
	Owner    Fact
	Feeds    []string // addresses that watch reads
	Body     string   // Markdown
}

// A Fact is something said of an outlet, with where it can be checked.
type Fact struct {
	Value    string // empty if unknown
	Evidence string // URL; may be empty
	Reviewed Date   // when somebody last checked
}

// An Article is one text by one outlet: a file below content/articles.
type Article struct {
	ID         string // the path below content/articles without .md, such as "freedom-edge/nhk"
	File       string // slash-separated path from the site's folder
	Outlet     string // id of an Outlet
	Title      string
	Date       Date // of publication
	Retrieved  Date
	URL        string // of the original; empty if none is stated
	Language   string // BCP 47 primary subtag or more; never empty once loaded
	Author     string
	Licence    Licence
	Topics     []string
	Event      string   // slug of the event it was pinned to, or empty
	NotEvent   []string // slugs of events it must not join
	PinLines   PinLines // where File says so
	Paraphrase bool     // the body is the editor's retelling, not the outlet's words
	Excerpt    bool     // the body breaks off or holds only parts of the original
	Draft      bool
	Original   int       // words of the original, if only parts of it are here; 0 if unknown
	Earlier    []Version // what it was before it was replaced, oldest first

	Text       string // see the package comment
	Blocks     []Block
	Passages   []Passage
	Quotations []text.Span // runs between quotation marks, marks left out
	SetAside   []string    // furniture found in the body and left out, a line each
	Withheld   *Withheld   // nil if all words are here
}

// PinLines are the lines of a file that pin an article, 0 for a key that it
// does not have.
type PinLines struct{ Event, NotEvent int }

// A Block is the headline, a paragraph, a subheading, an item of a list or a
// quoted paragraph of an article.
type Block struct {
	text.Span
	Kind BlockKind
}

// A BlockKind says what a block was in the Markdown.
type BlockKind string

// The kinds of block.
const (
	Headline   BlockKind = "headline"
	Paragraph  BlockKind = "paragraph"
	Subheading BlockKind = "subheading"
	Item       BlockKind = "item"
	BlockQuote BlockKind = "quote"
)

// A Passage is the headline or a sentence of an article.
type Passage struct {
	text.Span
	ID    string // "h", or "p3s2" for the second sentence of block 3
	Block int    // index into the article's Blocks
}

// Withheld is what is known of an article of which Text has only the words that a
// site may show: in place of the others, signs stand that no text has, as many words
// and as many bytes.
type Withheld struct {
	There   []text.Span // the words that are here, sorted and apart
	Changes Changes     // of the latest version against the one before
}

// Changes say how much was changed in an article.
type Changes struct {
	Sentences, Out, In int // sentences that are not as they were; words taken out and put in
	Since              Date
}

// Has reports whether all words of a span are here.
func (a *Article) Has(s text.Span) bool {
	return a.Withheld == nil || slices.ContainsFunc(a.Withheld.There, func(there text.Span) bool { return there.Contains(s) })
}

// Private reports whether an article stands where git ignores it, since its text may
// not be given away.
func (a *Article) Private() bool { return strings.HasPrefix(a.File, private) }

// Words returns the number of words in the span of the article's text, as
// [text.CountWords] counts them.
func (a *Article) Words(span text.Span) int { return text.CountWords(span.Of(a.Text)) }

// leastOpening is how many words the passage has with which a body begins to tell:
// "Photo" and "By Ida Moss" are before it.
const leastOpening = 5

// Opening returns the index of the passage with which the body begins to tell, the first
// one if all are short; 0 of an article without a body.
func (a *Article) Opening() int {
	if len(a.Passages) < 2 {
		return 0
	}
	at := slices.IndexFunc(a.Passages[1:], func(p Passage) bool { return a.Words(p.Span) >= leastOpening })
	return 1 + max(0, at)
}

// Body returns the span of the article's text after the headline.
func (a *Article) Body() text.Span {
	if len(a.Blocks) < 2 {
		return text.Span{Start: len(a.Text), End: len(a.Text)}
	}
	return text.Span{Start: a.Blocks[1].Start, End: len(a.Text)}
}

// PassageAt returns the index of the passage that holds the byte offset, or
// -1 if the offset lies between passages.
func (a *Article) PassageAt(offset int) int {
	for i, p := range a.Passages {
		if p.Start <= offset && offset < p.End {
			return i
		}
	}
	return -1
}

// Sum returns a hash of everything that the article holds: what was made from an
// article holds for every other with the same sum.
func (a *Article) Sum() [sha256.Size]byte {
	h := sha256.New()
	_ = json.NewEncoder(h).Encode(a) // plain data always marshals, to a hash
	return [sha256.Size]byte(h.Sum(nil))
}

// Compare orders articles by time of publication, those without a date last, then by
// id: the order of columns and letters on every page.
func (a *Article) Compare(b *Article) int {
	return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.ID, b.ID))
}

// An EventNote is what an editor says about an event: content/events/<slug>.md.
type EventNote struct {
	Slug    string
	File    string
	Title   string
	Summary string
	Topics  []string
	Aliases [][]string // names of one participant, each list led by the one to show
	Body    string     // Markdown: the editor's note
}

// A Page is a page of the site written by its editor: content/pages/<slug>.md.
type Page struct {
	Slug  string
	File  string
	Title string
	Body  string // Markdown
}

// A Term is an entry of the glossary: content/glossary/<slug>.md.
type Term struct {
	Slug    string
	File    string
	Title   string
	Meaning string // one plain sentence
	Signal  string // the signal it belongs to, or empty
	Body    string // Markdown
}
