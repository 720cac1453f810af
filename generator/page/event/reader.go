package event

import (
	"html/template"
	"slices"
	"strconv"

	"parallax/generator/address"
	"parallax/generator/corpus"
	"parallax/generator/page/frame"
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

	statements, missing int // statements of the paragraph; others that lack them, together
}

// A ReaderPassage is one sentence. Its ID is the fragment that every figure
// and mark of the event links to.
type ReaderPassage struct {
	ID    string
	Words template.HTML
}

// A ReaderNote says one thing about what the others have in this place.
type ReaderNote struct {
	At   string // numbers of the sentences that it is about, "2, 3"; empty if the paragraph has only one
	Text string
	Refs []Ref

	sentences []int
}

const (
	notesShown   = 3 // notes of a paragraph at most
	missingNamed = 3 // articles that a note names; more are counted
)

// WriteReaders renders the reader of every article.
func (b *Builder) WriteReaders() error {
	for i := range b.Articles {
		path := address.Event(b.Event.Slug, address.ReaderFile(b.Who[i].Letter))
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
	return r
}

// blocks returns the paragraphs of an article as far as they may be shown,
// without notes. The passages' fragments get the prefix. An ellipsis stands once
// for several passages that may not be shown.
func (b *Builder) blocks(article int, w *markWriter, prefix string) []ReaderBlock {
	a := b.Articles[article]
	blocks := make([]ReaderBlock, 0, len(a.Blocks))
	for i := 1; i < len(a.Blocks); i++ {
		block, gap := ReaderBlock{Kind: a.Blocks[i].Kind}, false
		for _, p := range a.Passages {
			if p.Block != i {
				continue
			}
			words := b.written(w, article, p.Span)
			if words == Ellipsis && gap {
				words = ""
			}
			gap = words == Ellipsis || gap && words == ""
			block.Passages = append(block.Passages, ReaderPassage{ID: prefix + p.ID, Words: words})
		}
		blocks = append(blocks, block)
	}
	return blocks
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

// readerKinds are the kinds of mark that a reader may show; the first three
// that the article has are shown.
var readerKinds = []string{"quote", "loaded", "label", "verb", "scare", "hedge", "booster", "passive"}

// readerMarks returns the marks of an article, at most three kinds of them.
func (b *Builder) readerMarks(article int) (marks []mark, kinds []string) {
	found := map[string][]text.Span{}
	if a := b.Articles[article]; a.Paraphrase {
		found["quote"] = inBody(a)
	}
	for _, side := range b.Comparison.Tone.Sides {
		for _, m := range side.Marks {
			if m.Article == article {
				found[m.Kind] = append(found[m.Kind], m.Span)
			}
		}
	}
	for _, p := range b.Comparison.Naming.Participants {
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				for _, e := range l.Evidence {
					if l.Own && e.Article == article {
						found["label"] = append(found["label"], e.Span)
					}
				}
			}
		}
	}
	for _, v := range b.Comparison.Voices.Attributions {
		if v.Article == article && v.Stance != "neutral" {
			found["verb"] = append(found["verb"], v.Cue...)
		}
	}
	for _, d := range b.Comparison.Agency.Agentless {
		if d.Deed.Article == article {
			found["passive"] = append(found["passive"], d.Deed.Span)
		}
	}
	for _, kind := range readerKinds {
		found[kind] = slices.DeleteFunc(found[kind], func(s text.Span) bool { return b.retold(article, s) })
		if len(found[kind]) > 0 && len(kinds) < 3 {
			kinds = append(kinds, kind)
			for _, s := range found[kind] {
				marks = append(marks, mark{Span: s, kind: kind})
			}
		}
	}
	return inner(marks), kinds
}

// retold reports whether a span of an article is in its editor's words.
func (b *Builder) retold(article int, s text.Span) bool {
	a := b.Articles[article]
	return a.Paraphrase && s.Start >= a.Blocks[0].End && !within(a.Quotations, s)
}

// inner cuts the quotations among marks around the marks inside them.
func inner(marks []mark) []mark {
	quotes := slices.DeleteFunc(slices.Clone(marks), func(m mark) bool { return m.kind != "quote" })
	marks = flatten(slices.DeleteFunc(marks, func(m mark) bool { return m.kind == "quote" }))
	for _, q := range quotes {
		for _, m := range marks {
			if m.kind != "quote" && m.Overlaps(q.Span) {
				if m.Start > q.Start {
					marks = append(marks, mark{Span: text.Span{Start: q.Start, End: m.Start}, kind: "quote"})
				}
				q.Start = min(m.End, q.End)
			}
		}
		if q.Len() > 0 {
			marks = append(marks, q)
		}
	}
	return marks
}

// inBody returns an article's quotations after the headline.
func inBody(a *corpus.Article) []text.Span {
	return slices.DeleteFunc(slices.Clone(a.Quotations), func(s text.Span) bool { return s.Start < a.Body().Start })
}
