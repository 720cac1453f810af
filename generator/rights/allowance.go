package rights

import (
	"reflect"
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
// feeds and lessons together keep them, the passages are chosen once an event,
// and every file shows of an article what was chosen and nothing else:
//
//  1. headlines, which are always shown and counted;
//  2. the two passages that show a finding, strongest finding first;
//  3. words of the comparison itself, such as headings of statements;
//  4. the rest of each finding's evidence;
//  5. the passages of the statements, in the order of the coverage grid.
//
// Fewer words in a row than a quotation has (six) may always be shown, as long
// as they are not a whole passage: names, labels and single words are nobody's.
//
// The words of a paraphrase are its editor's, under the licence that the
// article states. Classroom mode lifts the limits.
type Allowance struct {
	ledger     *ledger // nil if everything may be shown
	quotation  site.Quotation
	articles   []*corpus.Article
	shown      map[string][]text.Span // by id of a restricted article; sorted, apart
	comparison *framing.Comparison
}

// leastShown is the fewest words that a cut passage is worth showing with.
const leastShown = 8

// Allow returns the allowance of an event. The articles are those of the
// comparison, in its order; the headlines are those of the whole site.
func Allow(c *framing.Comparison, articles []*corpus.Article, headlines Headlines, q site.Quotation) *Allowance {
	a := &Allowance{ledger: newLedger(articles, headlines, q), quotation: q, articles: articles, shown: map[string][]text.Span{}, comparison: c}
	if a.ledger == nil {
		return a
	}
	for _, s := range a.ledger.sources {
		a.shown[s.article.ID] = []text.Span{s.article.Blocks[0].Span}
		for i, shown := range s.headline {
			if shown {
				s.use(i)
			}
		}
	}
	a.findings(func(f *framing.Finding) []framing.Evidence { return f.Evidence[:min(2, len(f.Evidence))] })
	a.comparison = a.trimmed(reflect.ValueOf(c).Elem()).Addr().Interface().(*framing.Comparison)
	a.findings(func(f *framing.Finding) []framing.Evidence { return f.Evidence[min(2, len(f.Evidence)):] })
	for _, s := range c.Coverage.Statements {
		for _, cell := range s.Cells {
			a.choose(cell.Evidence)
		}
	}
	for id, spans := range a.shown {
		slices.SortFunc(spans, func(x, y text.Span) int { return x.Start - y.Start })
		a.shown[id] = spans
	}
	return a
}

// findings chooses evidence of every finding.
func (a *Allowance) findings(of func(f *framing.Finding) []framing.Evidence) {
	for i := range a.comparison.Findings {
		a.choose(of(&a.comparison.Findings[i]))
	}
}

// choose adds the passages of evidence as far as the limits allow.
func (a *Allowance) choose(evidence []framing.Evidence) {
	for _, e := range evidence {
		article := a.articles[e.Article]
		spans, bound := a.shown[article.ID]
		if !bound || e.Passage < 0 || e.Passage >= len(article.Passages) {
			continue
		}
		passage := article.Passages[e.Passage].Span
		if slices.ContainsFunc(spans, passage.Overlaps) {
			continue // chosen, or cut as it had to be
		}
		if span, ok := a.fit(article, passage, e.Span.Start); ok {
			a.shown[article.ID] = append(spans, span)
		}
	}
}

// fit returns as much of a passage as the limits allow, from its beginning or,
// if the evidence stands too late in it, from there; and counts it.
func (a *Allowance) fit(article *corpus.Article, passage text.Span, evidence int) (text.Span, bool) {
	s := a.source(article)
	first, _ := slices.BinarySearchFunc(s.words, passage.Start, wordAt)
	end, _ := slices.BinarySearchFunc(s.words, passage.End, wordAt)
	most := min(a.limit(s)-s.spent, a.quotation.Passage)
	if end-first > most {
		if most < leastShown {
			return text.Span{}, false
		}
		from, _ := slices.BinarySearchFunc(s.words, evidence, wordAt)
		if from-first < most/2 {
			from = first
		}
		first = min(from, end-most)
		end = first + most
		passage = text.Span{Start: s.words[first].Start, End: s.words[end-1].End}
	}
	return passage, a.spend(hashes(passage.Of(article.Text)), s, first, end)
}

func wordAt(w countedWord, at int) int { return w.Start - at }

// limit returns how many words of a source may be carried: one page may carry
// all that the site does. A run is kept back for phrases that stand in the
// files by chance.
func (a *Allowance) limit(s *source) int {
	return max(min(s.budget, a.quotation.Page)-a.ledger.run, s.shown)
}

// source returns what the ledger knows of a restricted article.
func (a *Allowance) source(article *corpus.Article) *source {
	i := slices.IndexFunc(a.ledger.sources, func(s *source) bool { return s.article == article })
	return a.ledger.sources[i]
}

// spend counts a text against every article that shares its words, and the
// words from first to end of its own source, if it has one. It counts nothing
// and returns false if one of them has no room left.
func (a *Allowance) spend(words []uint64, own *source, first, end int) bool {
	type use struct {
		source *source
		word   int
	}
	var uses []use
	add := func(s *source, word int) {
		if s.use(word) {
			uses = append(uses, use{s, word})
		}
	}
	a.ledger.match(words, add)
	for word := first; word < end; word++ {
		add(own, word)
	}
	for _, u := range uses {
		s := u.source
		if s.spent <= a.limit(s) && s.quoted[s.passage[u.word]] <= a.quotation.Passage {
			continue
		}
		for _, u := range uses {
			u.source.undo(u.word)
		}
		return false
	}
	return true
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

// isName reports whether a span is too short to be a quotation and no passage
// of its own.
func (a *Allowance) isName(article *corpus.Article, s text.Span) bool {
	const longest = 200 // bytes; spares counting the words of long spans
	if s.Len() > longest || len(countedWords(s.Of(article.Text))) >= a.ledger.run {
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
	if a.spend(hashes(s), nil, 0, 0) {
		return s
	}
	return firstWords(s, a.ledger.run-1)
}
