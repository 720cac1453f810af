package event

import (
	"html/template"
	"slices"
	"strconv"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/page/frame"
	"parallax/generator/site"
	"parallax/generator/text"
)

// A Reader is the data of reader.html: one article with marks in its text and
// notes beside it on what the others say.
type Reader struct {
	frame.Frame
	Event      frame.Link // the event's page
	Who        frame.Who
	Outlet     frame.Link
	Headline   template.HTML
	Language   string
	TextDir    string
	Date       frame.Dated
	Author     string
	Words      string
	Licence    string
	Original   string // address; may be empty
	Paraphrase bool
	Excerpt    bool
	Parts      bool   // only parts of the text may be shown
	Stored     string // how much of the original an excerpt holds; empty if all of it, or unknown
	Changes    *Changes
	Heat       []HeatBar
	HeatDesc   string
	Legend     []frame.LegendItem
	Blocks     []ReaderBlock
	Others     []Member // the event's articles, this one among them
}

// A HeatBar is one paragraph in the strip above the text: its share of the
// length, and how much of it others do not carry.
type HeatBar struct {
	X, W string
	Href string
	Heat int // 0 all others carry it, to 3 none does
}

// A ReaderBlock is one paragraph with its notes.
type ReaderBlock struct {
	Kind     corpus.BlockKind
	Heat     int
	Passages []ReaderPassage
	Notes    []ReaderNote
	Left     string // says that nothing of it may be shown; empty if something is
	Original string // address of the original; may be empty

	first, last int // numbers of the paragraphs, more than one if they are left out together

	statements, missing int // statements of the paragraph; others that lack them, together
}

// left reports whether nothing of the paragraph may be shown.
func (r *ReaderBlock) left() bool {
	return !slices.ContainsFunc(r.Passages, func(p ReaderPassage) bool { return p.Words != "" })
}

// A ReaderPassage is one sentence. Its ID is the fragment that every figure
// and mark of the event links to.
type ReaderPassage struct {
	ID    string
	Words template.HTML // empty if they may not be shown
}

// A ReaderNote says one thing about what the others have in this place.
type ReaderNote struct {
	At   string // numbers of the sentences that it is about, "2, 3"; empty if the paragraph has only one
	Text string
	Refs []Ref
	More string // "and 4 more"; empty if all are named

	sentences []int
}

const (
	notesShown    = 3 // notes of a paragraph at most
	missingNamed  = 1 // articles without a statement that a note names; more are counted
	carriersNamed = 3 // articles with it, so that a note is one line
)

// WriteReaders renders the reader of every article.
func (b *Builder) WriteReaders() error {
	for i := range b.Articles {
		path := address.Event(b.Event.Slug, address.ReaderFile(b.Comparison.Articles[i].Letter))
		if err := b.Print("reader", path, b.reader(i, path)); err != nil {
			return err
		}
	}
	return nil
}

// reader returns what the reader of an article is made from.
func (b *Builder) reader(article int, path string) Reader {
	a := b.Articles[article]
	marks, kinds := b.readerMarks(article)
	w := b.writer(article, marks)
	u := b.usedOf(article)
	r := Reader{
		Frame: b.Frame("reader", path, b.Who[article].Name+": "+a.Title), Event: frame.Link{Text: b.Event.Title, Href: "index.html"},
		Who: b.Who[article], Outlet: frame.Link{Text: u.Outlet, Href: u.OutletHref}, Language: a.Language, TextDir: frame.Direction(a.Language),
		Headline: b.written(w, article, a.Passages[0].Span), Date: u.Date, Author: a.Author, Words: u.Words, Licence: u.Licence, Original: u.Original,
		Paraphrase: a.Paraphrase, Excerpt: a.Excerpt, Legend: b.Legend(kinds...), Blocks: b.blocks(article, w, ""), Others: b.members(),
	}
	r.Description = b.Text("reader.description", "outlet", u.Outlet, "event", b.Event.Title)
	b.annotate(article, r.Blocks)
	for i := range r.Blocks {
		b.weigh(&r.Blocks[i])
	}
	r.Parts = !b.Allowance.Whole(a)
	if a.Original > 0 {
		r.Stored = b.Text("reader.stored", "of", strconv.Itoa(a.Original))
	}
	r.Changes = b.changes(a)
	r.heat(a)
	r.HeatDesc = b.Text("reader.heatdesc", "n", strconv.Itoa(len(r.Heat)))
	r.Blocks = b.leftOut(article, r.Blocks)
	return r
}

// blocks returns the paragraphs of an article as far as they may be shown,
// without notes. The passages' fragments get the prefix. An ellipsis stands once
// for several passages that may not be shown, and for no paragraph as a whole.
func (b *Builder) blocks(article int, w *markWriter, prefix string) []ReaderBlock {
	a := b.Articles[article]
	blocks := make([]ReaderBlock, 0, len(a.Blocks))
	for i := 1; i < len(a.Blocks); i++ {
		block, gap := ReaderBlock{Kind: a.Blocks[i].Kind, first: i, last: i}, false
		for _, p := range a.Passages {
			if p.Block != i {
				continue
			}
			words := b.written(w, article, p.Span)
			if words == ellipsis && gap {
				words = ""
			}
			gap = words == ellipsis || gap && words == ""
			block.Passages = append(block.Passages, ReaderPassage{ID: prefix + p.ID, Words: words})
		}
		if !slices.ContainsFunc(block.Passages, func(p ReaderPassage) bool { return p.Words != "" && p.Words != ellipsis }) {
			for n := range block.Passages {
				block.Passages[n].Words = ""
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// leftOut says of paragraphs of which nothing may be shown where they are: in
// the original. Those that follow each other are one, unless there is something
// to note of them.
func (b *Builder) leftOut(article int, blocks []ReaderBlock) []ReaderBlock {
	var list []ReaderBlock
	for _, block := range blocks {
		if n := len(list); n > 0 && block.left() && list[n-1].left() && len(block.Notes)+len(list[n-1].Notes) == 0 {
			list[n-1].Passages = append(list[n-1].Passages, block.Passages...)
			list[n-1].last, list[n-1].Heat, list[n-1].Kind = block.last, 0, corpus.Paragraph
			continue
		}
		list = append(list, block)
	}
	for i := range list {
		if block := &list[i]; block.left() {
			block.Left = b.Count("reader.left", block.last-block.first+1, "from", strconv.Itoa(block.first), "to", strconv.Itoa(block.last))
			if !b.blind {
				block.Original = site.Link(b.Articles[article].URL)
			}
		}
	}
	return list
}

// heat fills in the strip above the text.
func (r *Reader) heat(a *corpus.Article) {
	body := a.Body()
	if body.Len() == 0 {
		return
	}
	for i := range r.Blocks {
		span := a.Blocks[i+1].Span
		bar := HeatBar{
			X: frame.Width(float64(span.Start-body.Start) / float64(body.Len()) * 100), W: frame.Width(float64(span.Len()) / float64(body.Len()) * 100),
			Heat: r.Blocks[i].Heat,
		}
		if len(r.Blocks[i].Passages) > 0 {
			bar.Href = "#" + r.Blocks[i].Passages[0].ID
		}
		r.Heat = append(r.Heat, bar)
	}
}

// retold reports whether a span of an article is in its editor's words.
func (b *Builder) retold(article int, s text.Span) bool {
	a := b.Articles[article]
	return a.Paraphrase && s.Start >= a.Blocks[0].End && !within(a.Quotations, s)
}
