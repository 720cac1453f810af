package corpus

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"parallax/generator/diag"
	"parallax/generator/text"
)

// articleMatter is the front matter of an article.
type articleMatter struct {
	Title      string   `toml:"title"`
	Outlet     string   `toml:"outlet"` // id or exact name
	Date       Date     `toml:"date"`
	Retrieved  Date     `toml:"retrieved"`
	URL        string   `toml:"url"`
	Language   string   `toml:"language"`
	Author     string   `toml:"author"`
	Licence    string   `toml:"licence"`
	Topics     []string `toml:"topics"`
	Event      string   `toml:"event"`
	NotEvent   []string `toml:"not_event"`
	Paraphrase bool     `toml:"paraphrase"`
	Excerpt    bool     `toml:"excerpt"`
	Draft      bool     `toml:"draft"`
	Original   int      `toml:"original_words"`
}

// A hand is what one worker needs to read articles.
type hand struct {
	*reader
	flattener *flattener
	furniture map[*text.Language]*furniture
}

func newHand(r *reader) *hand {
	return &hand{reader: r, flattener: newFlattener(), furniture: map[*text.Language]*furniture{}}
}

// article reads one article. It is nil if it cannot be read or is a draft.
func (h *hand) article(f file) (*Article, diag.List) {
	var m articleMatter
	d, body, l := readMatter(h.fsys, f.path, &m)
	if d == nil || m.Draft && !h.drafts {
		return nil, l
	}
	c := checker{document: d, list: &l, now: h.now}
	a := &Article{
		ID: f.id, File: f.path, Title: tidy(m.Title), Date: m.Date, Retrieved: m.Retrieved, URL: m.URL,
		Language: m.Language, Author: tidy(m.Author), Topics: m.Topics, Event: m.Event, NotEvent: m.NotEvent,
		Paraphrase: m.Paraphrase, Excerpt: m.Excerpt, Draft: m.Draft, Original: m.Original,
		PinLines: PinLines{Event: d.Line("event"), NotEvent: d.Line("not_event")},
	}
	if a.Title == "" {
		c.missing("title")
	}
	h.checkArticle(c, a)
	a.Outlet = h.outletOf(c, m.Outlet)
	a.Licence = h.licenceOf(c, Licence(m.Licence), f, a.Outlet)
	if tangled(body.Text) {
		l.Warnf(f.path, body.Line, "take brackets, stars and > out of the text", "too many marks of Markdown; the text is read without them")
	}
	blocks := h.flattener.flatten(body.Text)
	h.fill(a, blocks, func(at int, lines []string) {
		line := body.Line + strings.Count(body.Text[:min(at, len(body.Text))], "\n")
		l.Notef(f.path, line, "delete it from the file to be rid of this note",
			"left out as furniture of a web page: %s", sample(lines))
	})
	if len(a.Blocks) < 2 && !a.Excerpt {
		l.Errorf(f.path, body.Line-1, `paste the text, or write "`+d.Example("excerpt", "true")+`" if the headline is all there is`, "the article has no text")
	}
	return a, l
}

// sample shows how many lines a list has, and the first few.
func sample(lines []string) string {
	const most, longest = 4, 80 // lines, and characters of each
	shown := make([]string, 0, most)
	for _, line := range lines[:min(most, len(lines))] {
		if runes := []rune(line); len(runes) > longest {
			line = string(runes[:longest]) + "…"
		}
		shown = append(shown, fmt.Sprintf("%q", line))
	}
	if len(lines) > most {
		shown = append(shown, "…")
	}
	unit := "lines"
	if len(lines) == 1 {
		unit = "line"
	}
	return fmt.Sprintf("%d %s, %s", len(lines), unit, strings.Join(shown, ", "))
}

// checkArticle judges what an article says of itself.
func (h *hand) checkArticle(c checker, a *Article) {
	c.past("date", a.Date)
	c.past("retrieved", a.Retrieved)
	c.address("url", a.URL)
	c.language("language", a.Language)
	if a.Original < 0 || a.Original > 0 && !a.Excerpt {
		c.mistake("original_words", "write how many words the original has, and "+c.document.Example("excerpt", "true"), "original_words is for an excerpt")
	}
	if a.Event != "" && !IsSlug(a.Event) {
		c.mistake("event", slugMend("write", a.Event), "the event %q %s", a.Event, whyNoSlug(a.Event))
	}
	for i, slug := range a.NotEvent {
		key := fmt.Sprintf("not_event.%d", i)
		if slug == a.Event {
			c.mistake(key, "keep one of the two", "the article is in the event %q and not in it", slug)
		} else if !IsSlug(slug) {
			c.mistake(key, slugMend("write", slug), "the event %q %s", slug, whyNoSlug(slug))
		}
	}
	for i, topic := range a.Topics {
		a.Topics[i] = tidy(topic)
	}
	a.Topics = slices.DeleteFunc(a.Topics, func(topic string) bool { return topic == "" })
}

// outletOf returns the id of the outlet that an article names.
func (h *hand) outletOf(c checker, name string) string {
	if name == "" {
		c.missing("outlet")
		return ""
	}
	id, ok := h.byName[norm.NFC.String(name)]
	if !ok {
		c.mistake("outlet", h.nearestOutlet(name), "there is no outlet %q", name)
	}
	return id
}

// licenceOf returns the licence of an article: its own, that of its outlet in
// config.toml, or the default there. What git ignores was never released.
func (h *hand) licenceOf(c checker, stated Licence, f file, outlet string) Licence {
	if f.private {
		return ""
	}
	if stated != "" && !stated.Known() {
		h.checkLicenceOf(c, stated)
	}
	for _, licence := range []Licence{stated, Licence(h.config.Licence.Outlets[outlet])} {
		if licence != "" {
			return licence
		}
	}
	return Licence(h.config.Licence.Default)
}

// checkLicenceOf warns of an article's licence that is not known.
func (h *hand) checkLicenceOf(c checker, stated Licence) {
	c.list.Add(c.document.Mistake(diag.Warning, "licence", diag.DidYouMean(string(stated), licences),
		"licence %q is not known; the text is quoted as if all rights were reserved", stated))
}

// fill gives an article its text and everything that points into it. Lines
// that were set aside are reported with their offset in the Markdown.
func (h *hand) fill(a *Article, blocks []rawBlock, report func(at int, lines []string)) {
	if a.Language == "" {
		a.Language = h.detect(a.Title, blocks, a.Outlet)
	}
	language := h.languages.For(a.Language)
	f := h.furniture[language]
	if f == nil {
		f = newFurniture(language)
		h.furniture[language] = f
	}
	own, aside, at := f.setAside(blocks)
	if len(aside) > 0 {
		a.SetAside = aside
		report(at, aside)
	}
	a.compose(own, language)
}

// compose gives an article its text of blocks, and returns those it took.
func (a *Article) compose(own []rawBlock, language *text.Language) []rawBlock {
	if len(own) > 0 && strings.EqualFold(strings.Join(own[0].lines, " "), a.Title) {
		own = own[1:] // the headline, pasted with the text
	}
	a.setText(own)
	a.Title = a.Blocks[0].Of(a.Text)
	a.Passages = listPassages(a, language)
	a.Quotations = text.Quotations(a.Text)
	return own
}

// setText joins title and blocks.
func (a *Article) setText(blocks []rawBlock) {
	var b strings.Builder
	b.WriteString(a.Title)
	a.Blocks = append(make([]Block, 0, len(blocks)+1), Block{text.Span{End: b.Len()}, Headline})
	for _, raw := range blocks {
		b.WriteString("\n\n")
		start := b.Len()
		b.WriteString(strings.Join(raw.lines, " "))
		a.Blocks = append(a.Blocks, Block{text.Span{Start: start, End: b.Len()}, raw.kind})
	}
	a.Text = b.String()
}

// listPassages returns the headline and the sentences of an article.
func listPassages(a *Article, language *text.Language) []Passage {
	list := []Passage{{Span: a.Blocks[0].Span, ID: "h"}}
	for n, b := range a.Blocks[1:] {
		for i, s := range language.Sentences(b.Of(a.Text)) {
			list = append(list, Passage{
				Span:  text.Span{Start: b.Start + s.Start, End: b.Start + s.End},
				ID:    fmt.Sprintf("p%ds%d", n+1, i+1),
				Block: n + 1,
			})
		}
	}
	return list
}

// detect returns the language of an article that states none: that of its
// words, of its outlet or of the site.
func (h *hand) detect(title string, blocks []rawBlock, outlet string) string {
	const enough = 600 // bytes; more makes no difference but takes time
	var b strings.Builder
	b.WriteString(title)
	for _, block := range blocks {
		if b.Len() > enough {
			break
		}
		b.WriteString("\n" + strings.Join(block.lines, " "))
	}
	if tag := text.Detect(b.String()); tag != "" {
		return tag
	}
	if o := h.corpus.Outlet(outlet); o != nil && o.Language != "" {
		return o.Language
	}
	return h.config.Language
}
