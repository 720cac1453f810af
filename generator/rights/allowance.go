package rights

import (
	"maps"
	"slices"
	"strings"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/site"
	"parallax/generator/text"
)

// An Allowance decides which words of an event's articles the site may carry.
//
// An article under an open licence may be shown whole. Of any other, three
// limits of [site.Quotation] bind: a share of its words over all files
// together, words on one page, and words in one passage. So that pages, data,
// feeds and lessons together keep them, the words are chosen once an event,
// and every file shows of an article what was chosen and nothing else.
//
// # In the order in which a page is read
//
//  1. headlines, which are always shown and counted, like ids made of words and
//     addresses;
//  2. the sentence on top, and both sides of the leading contrast with what is
//     said of it: of the findings the first of which all that can be shown;
//  3. of each article how its text begins or, where there is no room for that, a
//     line of its own, from a contrast if it is in one;
//  4. what rows of the coverage grid are called;
//  5. the other contrasts, deeds and loaded words, each with both of its sides or
//     not at all;
//  6. all other words of the comparison itself, and what else findings and
//     statements rest on.
//
// # Pieces
//
// Of a passage a piece is shown: the words that matter and those around them, as
// far as a clause goes. Where there is no room for one, and the words that
// matter are few, these alone stand for it: fewer words in a row than a
// quotation has (six) may be shown once in any case, as long as they are not a
// whole passage, and up to three times where all words together stay within the
// share. Names, labels and single words are nobody's.
//
// The words of a paraphrase are its editor's, under the licence that the
// article states. Classroom mode lifts the limits.
type Allowance struct {
	ledger     *ledger // nil if everything may be shown
	quotation  site.Quotation
	articles   []*corpus.Article
	shown      map[string][]text.Span // by id of a restricted article; sorted, apart
	free       map[string]few         // by the same: pieces that are too short to be counted
	spending   []use                  // all that was counted, in order
	leading    string                 // id of the finding that leads
	counted    bool                   // pieces that are too short to be counted will not do
	run        int                    // fewer words than these in a row are no quotation
	comparison *framing.Comparison
}

// A few is what pieces of an article that are too short to be a quotation come to.
type few struct{ pieces, words int }

// A use is a word of a source that was counted.
type use struct {
	source *source
	word   int
}

// Allow returns the allowance of an event. The articles are those of the
// comparison, in its order; the headlines are those of the whole site.
func Allow(c *framing.Comparison, articles []*corpus.Article, headlines Headlines, q site.Quotation) *Allowance {
	a := &Allowance{
		ledger: newLedger(articles, headlines, q), quotation: q, articles: articles,
		shown: map[string][]text.Span{}, free: map[string]few{}, comparison: c,
	}
	if a.ledger == nil {
		return a
	}
	a.run = a.ledger.run
	for _, s := range a.ledger.sources {
		a.shown[s.article.ID] = []text.Span{s.article.Blocks[0].Span}
		for i, shown := range s.headline {
			if shown {
				s.use(i)
			}
		}
	}
	a.spendInOrder()
	return a
}

// limit returns how many words of a source may be carried: one page may carry
// all that the site does. A run is kept back for phrases that stand in the
// files by chance.
func (a *Allowance) limit(s *source) int {
	return max(min(s.budget, a.quotation.Page)-a.ledger.run, s.shown)
}

// source returns what the ledger knows of an article, nil if it is not
// restricted.
func (a *Allowance) source(article *corpus.Article) *source {
	if a.ledger == nil {
		return nil
	}
	i := slices.IndexFunc(a.ledger.sources, func(s *source) bool { return s.article == article })
	if i < 0 {
		return nil
	}
	return a.ledger.sources[i]
}

// spend counts a text against every article that shares its words, and the
// words from first to end of its own source, if it has one. It counts nothing
// and returns false if one of them has no room left.
func (a *Allowance) spend(words []uint64, own *source, first, end int) bool {
	from := len(a.spending)
	add := func(s *source, word int) {
		if s.use(word) {
			a.spending = append(a.spending, use{s, word})
		}
	}
	a.ledger.match(words, add)
	for word := first; word < end; word++ {
		add(own, word)
	}
	for _, u := range a.spending[from:] {
		s := u.source
		if s.spent+max(0, a.free[s.article.ID].words-a.ledger.run) > a.limit(s) || s.quoted[s.passage[u.word]] > a.quotation.Passage {
			a.takeBack(from)
			return false
		}
	}
	return true
}

// takeBack takes back what was counted from an entry on.
func (a *Allowance) takeBack(from int) {
	for _, u := range a.spending[from:] {
		u.source.undo(u.word)
	}
	a.spending = a.spending[:from]
}

// all does several things that belong together: if it returns false, none of
// what it chose is chosen.
func (a *Allowance) all(choose func() bool) bool {
	from, shown, free := len(a.spending), maps.Clone(a.shown), maps.Clone(a.free)
	if choose() {
		return true
	}
	a.takeBack(from)
	a.shown, a.free = shown, free
	return false
}

// Show returns the parts of a span of an article that the site may carry, in
// order. Where there is a gap an ellipsis belongs.
func (a *Allowance) Show(article *corpus.Article, s text.Span) []text.Span {
	spans, bound := a.shown[article.ID]
	if !bound {
		return []text.Span{s}
	}
	var parts []text.Span
	for _, shown := range spans {
		if shown.Overlaps(s) {
			parts = append(parts, text.Span{Start: max(s.Start, shown.Start), End: min(s.End, shown.End)})
		}
	}
	if len(parts) == 0 && a.isName(article, s) {
		return []text.Span{s}
	}
	return parts
}

// Text returns the words of a span of an article that the site may carry, with
// ellipses where it may not.
func (a *Allowance) Text(article *corpus.Article, s text.Span) string {
	var b strings.Builder
	at := s.Start
	for _, part := range a.Show(article, s) {
		if part.Start > at {
			b.WriteString("… ")
		}
		b.WriteString(part.Of(article.Text))
		if at = part.End; at < s.End {
			b.WriteString(" ")
		}
	}
	if b.Len() > 0 && at < s.End {
		b.WriteString("…")
	}
	return b.String()
}

// Quotes returns the parts of a passage that the site may carry, in order. There
// are none if the point of the passage, which a quotation is for, is not among
// them: then there is nothing to quote.
func (a *Allowance) Quotes(article *corpus.Article, passage, point text.Span) []text.Span {
	parts := a.Show(article, passage)
	if slices.ContainsFunc(parts, point.Overlaps) {
		return parts
	}
	return nil
}

// Leads reports whether a finding may be the leading contrast: any may, unless
// words had to be chosen for one.
func (a *Allowance) Leads(f *framing.Finding) bool { return a.leading == "" || f.ID == a.leading }

// facing reports whether the first two passages of a finding are of different
// articles.
func facing(f *framing.Finding) bool {
	return !f.Common && len(f.Evidence) > 1 && f.Evidence[0].Article != f.Evidence[1].Article
}

// isName reports whether a span is too short to be a quotation and no passage
// of its own.
func (a *Allowance) isName(article *corpus.Article, s text.Span) bool {
	const longest = 200 // bytes; spares counting the words of long spans
	if s.Len() > longest || !article.Has(s) || len(countedWords(s.Of(article.Text))) >= a.run {
		return false
	}
	at := article.PassageAt(s.Start)
	return at >= 0 && s.Len() < article.Passages[at].Len()
}

// Whole reports whether everything of an article may be shown.
func (a *Allowance) Whole(article *corpus.Article) bool {
	_, bound := a.shown[article.ID]
	return !bound
}

// Comparison returns the comparison with the words in it that were taken from
// articles, such as headings of statements, cut to what may be shown.
func (a *Allowance) Comparison() *framing.Comparison { return a.comparison }

// words returns a text of the comparison, cut to fewer words than a quotation
// has if it was taken from an article that has no room left.
func (a *Allowance) words(s string) string {
	if a.says(s) {
		return s
	}
	return firstWords(s, a.ledger.run-1)
}

// says counts texts of the comparison, and reports whether there is room for
// them.
func (a *Allowance) says(texts ...string) bool {
	return a.all(func() bool {
		for _, s := range texts {
			if !a.spend(bothWays(s), nil, 0, 0) {
				return false
			}
		}
		return true
	})
}
