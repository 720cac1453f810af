package event

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/address"
	"parallax/generator/card"
	"parallax/generator/corpus"
	"parallax/generator/dataset"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/keep"
	"parallax/generator/lesson"
	"parallax/generator/mask"
	"parallax/generator/page/frame"
	"parallax/generator/rights"
	"parallax/generator/text"
)

// A Site is what the pages of all events know of their site. It is made once,
// and nobody changes it afterwards.
type Site struct {
	Corpus    *corpus.Corpus // outlets, glossary and standards
	Languages *text.Languages
	names     *mask.Names
	prefixes  map[string]string // what is said, unseen, before a mark, by kind
	cards     card.Fonts
}

// NewSite returns what events share of a site.
func NewSite(s *frame.Style, all *corpus.Corpus, languages *text.Languages) (*Site, error) {
	cards, err := card.ReadFonts()
	if err != nil {
		return nil, err
	}
	return &Site{
		Corpus: &corpus.Corpus{Outlets: all.Outlets, Glossary: all.Glossary, Standards: all.Standards}, Languages: languages,
		names: mask.FindOutlets(all.Outlets, languages), prefixes: markPrefixes(s), cards: cards,
	}, nil
}

// A Source is what the pages of one event are made from.
type Source struct {
	Event      *event.Event
	Note       *corpus.EventNote // or nil
	Articles   []*corpus.Article // of the event, in any order
	Headlines  rights.Headlines  // of the whole site
	Shapes     map[string]int    // 1 to 6 by outlet, the same on the whole site; 0 where there is none left
	Comparison *framing.Comparison
	Story      []Episode  // other events of the same running story
	Kept       *keep.Kept // what the pages are made of instead, if an article's text may not be given away; or nil
}

// A Builder makes the pages of one event, either with the outlets' names or, as
// the blind twin, without them.
type Builder struct {
	*frame.Press
	*Site
	Event      *event.Event
	Note       *corpus.EventNote // or nil
	Comparison *framing.Comparison
	Articles   []*corpus.Article // in the comparison's order
	Who        []frame.Who       // in the comparison's order
	shapes     map[string]int    // by outlet
	episodes   []Episode         // other events of the same story
	blind      bool
	hider      *mask.Hider        // of the blind twin
	Swaps      [][]mask.Swap      // of the blind twin: the names in each article
	writers    []*markWriter      // of texts without marks, one per article
	Findings   map[string]*Saying // by id
	Allowance  *rights.Allowance
	Tables     dataset.Tables  // of the data
	Lesson     *lesson.Lesson  // or nil
	Kept       *keep.Kept      // or nil
	rows       map[string]bool // statements that have a row in the grid, by id
	lexis      *lexis
}

// New returns the builder of an event's pages.
func New(p *frame.Press, s *Site, from Source) (*Builder, error) {
	b := &Builder{Press: p, Site: s, Event: from.Event, Note: from.Note, shapes: from.Shapes, episodes: from.Story, Kept: from.Kept, lexis: &lexis{}}
	if b.Kept != nil {
		b.Event, from.Comparison, from.Articles = &b.Kept.Event, b.Kept.Comparison, b.Kept.Members(from.Articles)
	}
	for _, known := range from.Comparison.Articles {
		i := slices.IndexFunc(from.Articles, func(a *corpus.Article) bool { return a.ID == known.ID })
		if i < 0 {
			return nil, fmt.Errorf("render event %s: its comparison names article %q, which is not in the corpus", b.Event.Slug, known.ID)
		}
		b.Articles = append(b.Articles, from.Articles[i])
	}
	if b.Kept != nil {
		b.Allowance = b.Kept.Rights.Allowance(from.Comparison, b.Articles)
	} else {
		b.Allowance = rights.Allow(from.Comparison, b.Articles, from.Headlines, p.Config.Quotation)
	}
	b.Comparison = b.Allowance.Comparison()
	b.Tables = dataset.Tabulate(b.Comparison, s.Corpus)
	b.prepare()
	return b, nil
}

// Hidden returns the builder of the blind twin.
func (b *Builder) Hidden() *Builder {
	h := &Builder{Press: b.Press, Site: b.Site, Event: b.Event, Note: b.Note, Comparison: b.Comparison, Articles: b.Articles, Allowance: b.Allowance, Tables: b.Tables, Kept: b.Kept, blind: true, lexis: b.lexis}
	by := map[string]string{}
	for i, a := range b.Articles {
		if by[a.Outlet] == "" {
			by[a.Outlet] = b.Text("who.outlet", "letter", strings.TrimRight(b.Comparison.Articles[i].Letter, "0123456789"))
		}
	}
	words := mask.Words{Other: b.Text("who.another"), Unknown: b.Text("who.hidden"), Writer: b.Text("who.writer")}
	h.hider = mask.New(b.names, by, words, b.Articles, b.Languages)
	if b.Kept != nil {
		h.hider.Recall(b.Kept.Names)
	}
	h.prepare()
	return h
}

// Learned returns which names the blind twin found in the texts.
func (b *Builder) Learned() mask.Learned { return b.hider.Learned() }

// prepare fills in what the other fields follow from.
func (b *Builder) prepare() {
	b.Who = b.tellApart()
	b.writers = make([]*markWriter, len(b.Articles))
	b.Swaps = make([][]mask.Swap, len(b.Articles))
	for i := range b.Articles {
		if b.blind {
			b.Swaps[i] = b.hider.Swaps(b.Articles[i].Text)
		}
		b.writers[i] = b.writer(i, nil)
	}
	b.rows = b.chooseRows()
	b.Findings = map[string]*Saying{}
	for i := range b.Comparison.Findings {
		f := &b.Comparison.Findings[i]
		b.Findings[f.ID] = b.saying(f)
	}
}

// writer returns a writer of an article's text with the marks given.
func (b *Builder) writer(article int, marks []mark) *markWriter {
	w := &markWriter{text: b.Articles[article].Text, prefix: b.prefixes}
	if b.blind {
		w.swaps = b.Swaps[article]
	}
	for i := range marks {
		marks[i].Start = w.unswapped(marks[i].Start)
	}
	w.marks = flatten(marks)
	return w
}

// Clean returns a string of the comparison as this twin may show it.
func (b *Builder) Clean(s string) string {
	if b.blind {
		return b.hider.Hide(s)
	}
	return s
}

// row returns the link to a statement's row in the grid, or "" if it has none.
func (b *Builder) row(statement string) string {
	if b.rows[statement] {
		return "#" + statement
	}
	return ""
}

// words returns the words of a span of an article, as far as the site may
// carry them, without marks.
func (b *Builder) words(article int, s text.Span) template.HTML {
	return b.written(b.writers[article], article, s)
}

// written returns a span of an article as a writer writes it. Every word of an
// article that a page shows comes through here, and so past the allowance;
// where words may not be shown, an ellipsis stands.
func (b *Builder) written(w *markWriter, article int, s text.Span) template.HTML {
	var parts template.HTML
	b.shown(article, s, func(part text.Span) { parts += w.span(part) }, func() { parts += ellipsis })
	return parts
}

// Plain returns the words of a span of an article as text, as far as the site
// may carry them.
func (b *Builder) Plain(article int, s text.Span) string {
	var parts strings.Builder
	b.shown(article, s, func(part text.Span) { parts.WriteString(b.writers[article].words(part)) }, func() { parts.WriteString(" […] ") })
	return parts.String()
}

// shown calls words for each part of a span that the site may carry, and gap
// where words between them, before or after are left out.
func (b *Builder) shown(article int, s text.Span, words func(part text.Span), gap func()) {
	at := s.Start
	for _, part := range b.Allowance.Show(b.Articles[article], s) {
		if part.Start > at {
			gap()
		}
		words(part)
		at = part.End
	}
	if at < s.End {
		gap()
	}
}

// ellipsis stands for words that are left out.
const ellipsis template.HTML = ` <span class="gap">[…]</span> `

// A Quote is a passage of an article with where it is from.
type Quote struct {
	Who      frame.Who
	Words    template.HTML // with marks
	Language string        // BCP 47; empty if it is the interface's
	Dir      string        // of the text; empty if it is the interface's
	Place    string
	Href     string // to the passage on the site
	Original string // to the passage in the original; may be empty
	Retold   bool   // the words are the editor's, not the outlet's
	Marked   bool   // the words begin or end with quotation marks of their own
}

// quote returns what evidence points at as a quotation from within a passage, of
// about n words at most. It returns false if the site may carry nothing of it.
func (b *Builder) quote(e framing.Evidence, within text.Span, n int, w *markWriter) (Quote, bool) {
	article, passage := e.Article, e.Passage
	a := b.Articles[article]
	parts := b.Allowance.Quotes(a, within, e.Span)
	if len(parts) == 0 {
		return Quote{}, false
	}
	s := within
	if long(a.Text, parts, n) {
		if s = clip(a.Text, within, e.Span, n); len(b.Allowance.Show(a, s)) == 0 {
			s = within
		}
	}
	shown := b.Allowance.Show(a, s)
	q := Quote{
		Who: b.Who[article], Words: template.HTML(strings.TrimSpace(string(b.written(w, article, s)))),
		Language: b.Language(a.Language), Dir: b.Direction(a.Language),
		Place: b.place(article, passage), Href: b.passageHref(article, passage),
		Retold: b.retold(article, s), Marked: quoted(text.Span{Start: shown[0].Start, End: shown[len(shown)-1].End}.Of(a.Text)),
	}
	if !b.blind {
		q.Original = address.Passage(a, shown[0].Of(a.Text))
	}
	return q, true
}

// showsPassage reports whether the site may carry words of a passage.
func (b *Builder) showsPassage(article, passage int) bool {
	a := b.Articles[article]
	return len(b.Allowance.Show(a, a.Passages[passage].Span)) > 0
}

// long reports whether spans of a text have more than n words together.
func long(s string, spans []text.Span, n int) bool {
	for _, span := range spans {
		n -= len(strings.Fields(span.Of(s)))
	}
	return n < 0
}

// quoted reports whether a text begins or ends with a quotation mark.
func quoted(s string) bool {
	const marks = `"“”„«»‘‹›`
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(marks, first) || strings.ContainsRune(marks, last)
}

// within reports whether one of the spans holds s.
func within(spans []text.Span, s text.Span) bool {
	return slices.ContainsFunc(spans, func(x text.Span) bool { return x.Contains(s) })
}
