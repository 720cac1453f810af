package page

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/generator/corpus"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/lesson"
	"parallax/generator/mask"
	"parallax/generator/rights"
	"parallax/generator/text"
)

// A builder makes the data of one event's pages, either with the outlets'
// names or, as the blind twin, without them.
type builder struct {
	*renderer
	event      *event.Event
	note       *corpus.EventNote // or nil
	comparison *framing.Comparison
	articles   []*corpus.Article // in the comparison's order
	who        []Who             // in the comparison's order
	blind      bool
	hider      *mask.Hider        // of the blind twin
	swaps      [][]mask.Swap      // of the blind twin: the names in each article
	writers    []*markWriter      // of texts without marks, one per article
	findings   map[string]*Saying // by id
	allowance  *rights.Allowance
	class      *lesson.Lesson  // or nil
	rows       map[string]bool // statements that have a row in the grid, by id
}

// builder returns the builder of an event's pages.
func (r *renderer) builder(e *event.Event, c *framing.Comparison) (*builder, error) {
	b := &builder{renderer: r, event: e}
	for _, a := range c.Articles {
		article := r.articles[a.ID]
		if article == nil {
			return nil, fmt.Errorf("render event %s: its comparison names article %q, which is not in the corpus", e.Slug, a.ID)
		}
		b.articles = append(b.articles, article)
	}
	b.allowance = rights.Allow(c, b.articles, r.headlines, r.site.Config.Quotation)
	b.comparison = b.allowance.Comparison()
	for i := range r.site.Corpus.Notes {
		if r.site.Corpus.Notes[i].Slug == e.Slug {
			b.note = &r.site.Corpus.Notes[i]
		}
	}
	b.prepare()
	return b, nil
}

// hidden returns the builder of the blind twin.
func (b *builder) hidden() *builder {
	h := &builder{renderer: b.renderer, event: b.event, note: b.note, comparison: b.comparison, articles: b.articles, allowance: b.allowance, blind: true}
	by := map[string]string{}
	for i, a := range b.articles {
		if by[a.Outlet] == "" {
			by[a.Outlet] = b.text("who.outlet", "letter", strings.TrimRight(b.comparison.Articles[i].Letter, "0123456789"))
		}
	}
	words := mask.Words{Other: b.text("who.another"), Unknown: b.text("who.hidden"), Writer: b.text("who.writer")}
	h.hider = mask.New(b.names, by, words, b.articles, b.site.Languages)
	h.prepare()
	return h
}

// prepare fills in what the other fields follow from.
func (b *builder) prepare() {
	b.who = b.tellApart()
	b.writers = make([]*markWriter, len(b.articles))
	b.swaps = make([][]mask.Swap, len(b.articles))
	for i := range b.articles {
		if b.blind {
			b.swaps[i] = b.hider.Swaps(b.articles[i].Text)
		}
		b.writers[i] = b.writer(i, nil)
	}
	b.rows = b.chooseRows()
	b.findings = map[string]*Saying{}
	for i := range b.comparison.Findings {
		f := &b.comparison.Findings[i]
		b.findings[f.ID] = b.saying(f)
	}
}

// writer returns a writer of an article's text with the marks given.
func (b *builder) writer(article int, marks []mark) *markWriter {
	w := &markWriter{text: b.articles[article].Text, prefix: b.prefixes}
	if b.blind {
		w.swaps = b.swaps[article]
	}
	for i := range marks {
		marks[i].Start = w.unswapped(marks[i].Start)
	}
	w.marks = flatten(marks)
	return w
}

// clean returns a string of the comparison as this twin may show it.
func (b *builder) clean(s string) string {
	if b.blind {
		return b.hider.Hide(s)
	}
	return s
}

// row returns the link to a statement's row in the grid, or "" if it has none.
func (b *builder) row(statement string) string {
	if b.rows[statement] {
		return "#" + statement
	}
	return ""
}

// words returns the words of a span of an article, as far as the site may
// carry them, without marks.
func (b *builder) words(article int, s text.Span) template.HTML {
	return b.written(b.writers[article], article, s)
}

// written returns a span of an article as a writer writes it. Every word of an
// article that a page shows comes through here, and so past the allowance;
// where words may not be shown, an ellipsis stands.
func (b *builder) written(w *markWriter, article int, s text.Span) template.HTML {
	var parts template.HTML
	at := s.Start
	for _, shown := range b.allowance.Show(b.articles[article], s) {
		if shown.Start > at {
			parts += ellipsis
		}
		parts += w.span(shown)
		at = shown.End
	}
	if at < s.End {
		parts += ellipsis
	}
	return parts
}

// ellipsis stands for words that are left out.
const ellipsis template.HTML = ` <span class="gap">[…]</span> `

// A Quote is a passage of an article with where it is from.
type Quote struct {
	Who      Who
	Words    template.HTML // with marks
	Language string        // BCP 47; empty if it is the interface's
	Dir      string        // of the text; empty if it is the interface's
	Place    string
	Href     string // to the passage on the site
	Original string // to the passage in the original; may be empty
	Retold   bool   // the words are the editor's, not the outlet's
	Marked   bool   // the words begin or end with quotation marks of their own
}

// quote returns a passage as a quotation.
func (b *builder) quote(article, passage int, s text.Span, w *markWriter) Quote {
	a := b.articles[article]
	q := Quote{
		Who: b.who[article], Words: b.written(w, article, s),
		Language: b.language(a.Language), Dir: b.direction(a.Language),
		Place: b.place(article, passage), Href: b.passageHref(article, passage),
		Retold: b.retold(article, s), Marked: quoted(s.Of(a.Text)),
	}
	if shown := b.allowance.Show(a, s); !b.blind && len(shown) > 0 {
		q.Original = textFragment(a, shown[0].Of(a.Text))
	}
	return q
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
