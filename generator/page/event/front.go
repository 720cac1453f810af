package event

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/entity"
	"parallax/generator/event"
	"parallax/generator/framing"
	"parallax/generator/page/frame"
	"parallax/generator/text"
)

// Fronts are the reports as a newsstand shows them, side by side, each in
// nothing but its own words.
type Fronts struct {
	Shown  []Front
	Folded []Front // beyond what one screen holds
	Brief  bool    // more than can be told apart by shape: no text below the headline
}

// A Front is one report: its headline, how its text begins, words that it alone
// has, and whom it lets speak most.
type Front struct {
	Who      frame.Who
	Date     string // "18 May"
	Href     string
	Headline template.HTML // what no other headline has is marked
	Only     []string      // the same marks, for those who listen; none where most of it is marked
	Language string
	Dir      string
	Lead     template.HTML // of the text, or of a retelling what it quotes; empty where nothing may be shown
	Rest     template.HTML // what follows it; a narrow page leaves it out
	Quotes   bool          // the lead is a quotation that stands in a retelling
	Own      []FrontWord
	Genre    string      // what its outlet calls it, if that is no report; may be empty
	Copy     string      // whose text it has nearly word for word; may be empty
	Voice    *FrontVoice // nil where nobody is quoted or the report is retold
}

// A FrontWord is words that no other report of the event has.
type FrontWord struct {
	Text  string
	Count int // uses
}

// A FrontVoice is the source that has most words in a report.
type FrontVoice struct {
	Name  string
	Group string // "officials"; empty if not known
	Share string // "33 of 65 words"
}

// Limits of a front.
const (
	frontsShown  = 7  // reports beside each other; more fold
	frontWords   = 25 // words of the text
	frontNarrow  = 15 // of them on a narrow page
	frontMarks   = 3  // marks in a headline
	frontOwn     = 3  // words of its own
	frontRepeats = 3  // uses that make a word without judgement one worth showing
)

// fronts returns the reports side by side, nil for a single one.
func (b *Builder) fronts() *Fronts {
	if len(b.Articles) < 2 {
		return nil
	}
	f := &Fronts{Brief: len(b.Articles) > Shapes}
	for i := range b.Articles {
		f.Shown = append(f.Shown, b.front(i, f.Brief))
	}
	if len(f.Shown) > frontsShown {
		f.Shown, f.Folded = f.Shown[:frontsShown], f.Shown[frontsShown:]
	}
	return f
}

// front returns one report.
func (b *Builder) front(i int, brief bool) Front {
	a := b.Articles[i]
	own := b.headlineOwn(i)
	var marks []mark
	f := Front{
		Who: b.Who[i], Date: b.Day(a.Date), Href: b.passageHref(i, 0),
		Language: b.Language(a.Language), Dir: b.Direction(a.Language),
		Own: b.ownOf(i), Genre: b.genre(i), Copy: b.copyOf(i), Voice: b.loudest(i),
	}
	marked := 0
	for _, s := range own {
		marks = append(marks, mark{Span: s, kind: "point"})
		f.Only = append(f.Only, b.Plain(i, s))
		marked += a.Words(s)
	}
	if 2*marked > a.Words(a.Passages[0].Span) {
		f.Only = nil // it would be read twice
	}
	f.Headline = b.written(b.writer(i, marks), i, a.Passages[0].Span)
	if a.Paraphrase {
		f.Lead, f.Quotes = b.quotedIn(i), true
	} else if !brief {
		f.Lead, f.Rest = b.opening(i)
	}
	return f
}

// member returns what grouping says of a report.
func (b *Builder) member(i int) event.Member {
	m := slices.IndexFunc(b.Event.Members, func(m event.Member) bool { return m.Article == b.Articles[i].ID })
	if m < 0 {
		return event.Member{}
	}
	return b.Event.Members[m]
}

// genre says what its outlet calls an article that is no report.
func (b *Builder) genre(i int) string {
	if genre := b.member(i).Genre; genre != event.Report {
		return b.Text("front." + string(genre))
	}
	return ""
}

// copyOf says whose text a report has nearly word for word.
func (b *Builder) copyOf(i int) string {
	original := b.member(i).CopyOf
	if original == "" {
		return ""
	}
	first := slices.IndexFunc(b.Articles, func(a *corpus.Article) bool { return a.ID == original })
	if first < 0 {
		return ""
	}
	return b.Text("front.copy", "outlet", b.Who[first].Name)
}

// headlineOwn returns the phrases of a headline that no other headline has: the
// longest, in their order.
func (b *Builder) headlineOwn(i int) []text.Span {
	for _, rung := range b.Comparison.Headline.Rungs {
		if rung.Article == i {
			return longest(b.Articles[i].Text, joined(b.Articles[i].Text, rung.Own, b.terms(i, 0)), frontMarks)
		}
	}
	return nil
}

// longest returns the n spans with most words, in the order of the text.
func longest(s string, spans []text.Span, n int) []text.Span {
	kept := slices.SortedStableFunc(slices.Values(spans), func(x, y text.Span) int {
		return len(strings.Fields(y.Of(s))) - len(strings.Fields(x.Of(s)))
	})
	kept = kept[:min(n, len(kept))]
	slices.SortFunc(kept, func(x, y text.Span) int { return x.Start - y.Start })
	return kept
}

// opening returns the first words of a report's text, as far as they may be
// shown, in two parts: a narrow page shows the first.
func (b *Builder) opening(i int) (lead, rest template.HTML) {
	a := b.Articles[i]
	first := a.Opening()
	if first == 0 {
		return "", ""
	}
	block := a.Blocks[a.Passages[first].Block].Span
	shown := b.Allowance.Show(a, block)
	if len(shown) == 0 || shown[0].Start > block.Start {
		return "", ""
	}
	s := shown[0]
	words := wordSpans(a.Text, s)
	if len(words) > frontWords {
		s.End = words[frontWords-1].End
	}
	if s.End < block.End && !endsSentence(a, s.End) { // "Michael D." ends none
		rest = " …"
	}
	if len(words) <= frontNarrow+frontNarrow/2 {
		return b.writers[i].span(s) + rest, ""
	}
	cut := words[frontNarrow-1].End
	return b.writers[i].span(text.Span{Start: s.Start, End: cut}), b.writers[i].span(text.Span{Start: words[frontNarrow].Start, End: s.End}) + rest
}

// endsSentence reports whether a sentence of an article ends before a byte offset.
func endsSentence(a *corpus.Article, offset int) bool {
	return slices.ContainsFunc(a.Passages, func(p corpus.Passage) bool { return p.End == offset })
}

// quotedIn returns the longest quotation of a retold report that may be shown.
func (b *Builder) quotedIn(i int) template.HTML {
	a := b.Articles[i]
	var best text.Span
	for _, q := range inBody(a) {
		if shown := b.Allowance.Show(a, q); len(shown) == 1 && shown[0] == q && q.Len() > best.Len() {
			best = q
		}
	}
	if best.Len() == 0 {
		return ""
	}
	words := wordSpans(a.Text, best)
	if len(words) > frontWords {
		best.End = words[frontWords-1].End
		return b.writers[i].span(best) + " …"
	}
	return b.writers[i].span(best)
}

// ownOf returns the strongest words that one report has and no other of its
// language: words that judge, then names that it alone uses, then what
// marks it off. What its headline has stands above them already.
func (b *Builder) ownOf(i int) []FrontWord {
	compared := false
	for k, other := range b.Articles {
		compared = compared || k != i && other.Language == b.Articles[i].Language
	}
	if !compared {
		return nil
	}
	said := map[string]bool{}
	for _, w := range b.terms(i, 0) {
		said[w.Stem] = true
	}
	uses := b.uses(i)
	var own []FrontWord
	for _, s := range slices.Concat(b.judging(i), b.ownNames(i), b.distinctive(i)) {
		stem, ok := b.aloneStem(i, s, said)
		if !ok || b.retold(i, s) || len(own) == frontOwn {
			continue
		}
		said[stem] = true
		w := FrontWord{Text: b.Plain(i, s)}
		if len(b.Allowance.Show(b.Articles[i], s)) == 0 {
			continue // an ellipsis alone says nothing
		}
		if n := len(uses[stem]); n >= frontRepeats && b.Articles[i].Words(s) == 1 {
			w.Count = n
		}
		own = append(own, w)
	}
	return own
}

// ownNames returns names that one report alone uses, in its writer's voice.
func (b *Builder) ownNames(i int) []text.Span {
	var spans []text.Span
	for _, p := range b.Comparison.Naming.Rows {
		for _, side := range p.Sides {
			for _, l := range side.Labels {
				if side.Article == i && l.Own && l.Count > 0 && len(l.Evidence) > 0 {
					spans = append(spans, l.Evidence[0].Span)
				}
			}
		}
	}
	return spans
}

// judging returns the loaded words of a report.
func (b *Builder) judging(i int) []text.Span { return b.toneSpans(i)["loaded"] }

// aloneStem returns the stem of the first word of a span that no other report
// has and that was not said before, and whether there is one. A whole passage is no
// word of its own, and a title is how a house writes.
func (b *Builder) aloneStem(i int, s text.Span, said map[string]bool) (string, bool) {
	at := b.Articles[i].PassageAt(s.Start)
	if at < 1 || b.Articles[i].Passages[at].Span == s {
		return "", false
	}
	l := b.Languages.For(b.Articles[i].Language)
	for _, w := range b.terms(i, at) {
		if s.Contains(w.Span) && !l.In("titles", w.Lower) && !said[w.Stem] && !b.elsewhere(i, w.Stem) {
			return w.Stem, true
		}
	}
	return "", false
}

// uses returns where the text of a report has each stem, outside quotations.
func (b *Builder) uses(i int) map[string][]text.Span {
	a := b.Articles[i]
	uses := map[string][]text.Span{}
	for p := 1; p < len(a.Passages); p++ {
		for _, w := range b.terms(i, p) {
			if !within(a.Quotations, w.Span) {
				uses[w.Stem] = append(uses[w.Stem], w.Span)
			}
		}
	}
	return uses
}

// distinctive returns words that mark a report off by how often it uses them and that no
// other has, the most telling first.
func (b *Builder) distinctive(i int) []text.Span {
	var words []text.Span
	for _, t := range b.Comparison.Wording.Terms {
		if t.Article == i && t.Others == 0 && t.Count >= frontRepeats && len(t.Evidence) > 0 {
			words = append(words, t.Evidence[0].Span)
		}
	}
	return words
}

// loudest returns who has most words in a report, nil where nobody does by name.
// An outlet is not its own source: “told the Courier” says who heard it.
func (b *Builder) loudest(i int) *FrontVoice {
	if b.Articles[i].Paraphrase {
		return nil
	}
	at := slices.IndexFunc(b.Comparison.Voices.Sides, func(s framing.VoiceSide) bool { return s.Article == i })
	if at < 0 {
		return nil
	}
	side := b.Comparison.Voices.Sides[at]
	speakers := slices.DeleteFunc(slices.Clone(side.Speakers), func(s framing.Speaker) bool { return b.isOutlet(i, s.Name) })
	if len(speakers) == 0 || speakers[0].Name == "" {
		return nil
	}
	first := speakers[0]
	v := &FrontVoice{Name: b.Clean(first.Name), Share: b.Count("front.share", side.Words, "n", strconv.Itoa(first.Words))}
	if first.Group != entity.Unknown && first.Group != entity.Unnamed {
		v.Group = b.group(first.Group)
	}
	return v
}

// isOutlet reports whether a name is that of the outlet of a report.
func (b *Builder) isOutlet(i int, name string) bool {
	language := b.Languages.For(b.Articles[i].Language)
	bare := func(s string) string {
		s = strings.ToLower(strings.TrimSpace(s))
		if first, rest, ok := strings.Cut(s, " "); ok && language.In("articles", first) {
			return rest
		}
		return s
	}
	o := b.Corpus.Outlet(b.Articles[i].Outlet)
	return o != nil && name != "" && (bare(name) == bare(o.Name) || bare(name) == bare(o.Short))
}
