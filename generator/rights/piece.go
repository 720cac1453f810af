package rights

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

const (
	leastPiece = 8 // fewest words that a counted piece is worth showing with
	leastFree  = 4 // fewest words of one that is too short to be counted
	mostFree   = 3 // pieces of an article that are too short
)

// choose chooses a piece of the passage of evidence, of at most so many words,
// around what the evidence points at. It reports whether that is shown now.
func (a *Allowance) choose(e framing.Evidence, most int) bool {
	article := a.articles[e.Article]
	s := a.source(article)
	if s == nil {
		return true
	}
	if e.Passage < 0 || e.Passage >= len(article.Passages) {
		return false
	}
	passage := article.Passages[e.Passage].Span
	if slices.ContainsFunc(a.shown[article.ID], e.Span.Overlaps) {
		return true
	}
	p := pieces{article.Text, s.words, s.wordsIn(passage), s.wordsIn(e.Span)}
	if !p.narrowed() {
		return false
	}
	if piece, ok := p.around(min(most, a.quotation.Passage, a.limit(s)-s.spent+s.usedIn(p.point)), leastPiece); ok && a.add(article, s, piece) {
		return true
	}
	return !a.counted && a.addFree(article, s, p)
}

// add chooses words of a source, together with the pieces that they touch, and
// counts them.
func (a *Allowance) add(article *corpus.Article, s *source, piece wordRange) bool {
	var apart []text.Span
	for _, shown := range a.shown[article.ID] {
		if r := s.wordsIn(shown); r.end >= piece.first && r.first <= piece.end && article.PassageAt(shown.Start) > 0 {
			piece = wordRange{min(r.first, piece.first), max(r.end, piece.end)}
			continue
		}
		apart = append(apart, shown)
	}
	span := piece.span(s.words, article)
	if !a.spend(bothWays(span.Of(article.Text)), s, piece.first, piece.end) {
		return false
	}
	a.shown[article.ID] = inOrder(append(apart, span))
	return true
}

// addFree chooses words around the point that are too few to be a quotation. The first
// are always there, so that a short report has words of its own; more must fit into
// what the article may be quoted with.
func (a *Allowance) addFree(article *corpus.Article, s *source, p pieces) bool {
	few := a.free[article.ID]
	if few.pieces >= mostFree || p.point.len() >= a.ledger.run {
		return false
	}
	piece, ok := p.around(a.ledger.run-1, leastFree)
	touches := func(shown text.Span) bool {
		r := s.wordsIn(shown)
		return r.end >= piece.first && r.first <= piece.end
	}
	if !ok || piece == p.passage || slices.ContainsFunc(a.shown[article.ID], touches) {
		return false
	}
	if few.words += piece.len(); few.pieces > 0 && s.spent+few.words > s.budget {
		return false
	}
	few.pieces++
	a.free[article.ID] = few
	a.shown[article.ID] = inOrder(append(slices.Clone(a.shown[article.ID]), piece.span(s.words, article)))
	return true
}

func inOrder(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(x, y text.Span) int { return x.Start - y.Start })
	return spans
}

// A wordRange is words of a source, from one index to before another.
type wordRange struct{ first, end int }

func (r wordRange) len() int { return r.end - r.first }

// span returns the bytes of words. A range that ends a passage has the mark
// behind the last word.
func (r wordRange) span(words []countedWord, article *corpus.Article) text.Span {
	s := text.Span{Start: words[r.first].Start, End: words[r.end-1].End}
	if first := article.Passages[article.PassageAt(s.Start)].Span; r.first == 0 || words[r.first-1].End <= first.Start {
		s.Start = first.Start
	}
	if last := article.Passages[article.PassageAt(s.End-1)].Span; r.end == len(words) || words[r.end].Start >= last.End {
		s.End = last.End
	}
	return s
}

// wordsIn returns the words of a source that stand in a span.
func (s *source) wordsIn(span text.Span) wordRange {
	first, _ := slices.BinarySearchFunc(s.words, span.Start, func(w countedWord, at int) int { return cmp.Compare(w.End, at+1) })
	end, _ := slices.BinarySearchFunc(s.words, span.End, func(w countedWord, at int) int { return cmp.Compare(w.Start, at) })
	return wordRange{first, max(first, end)}
}

// usedIn counts the words of a range that are counted already.
func (s *source) usedIn(r wordRange) int {
	n := 0
	for word := r.first; word < r.end; word++ {
		if s.used[word] || s.free[word] {
			n++
		}
	}
	return n
}

// pieces are what may be cut from one passage of a text.
type pieces struct {
	text    string
	words   []countedWord
	passage wordRange
	point   wordRange // in the passage
}

// narrowed makes the point part of the passage, and reports whether it has a
// word.
func (p *pieces) narrowed() bool {
	p.point = wordRange{max(p.point.first, p.passage.first), min(p.point.end, p.passage.end)}
	return p.point.len() > 0
}

// around returns the best piece of at most most words, and at least as many as
// least, unless the passage has fewer: it has the point or, if that is too
// long, begins with it; it begins and ends where a clause does, if it can; and
// it is as long as it may be.
func (p *pieces) around(most, least int) (best wordRange, ok bool) {
	if least = min(least, p.passage.len()); most < least {
		return wordRange{}, false
	}
	point := wordRange{p.point.first, min(p.point.end, p.point.first+most)}
	worst := func(r wordRange) int {
		before, spare := point.first-r.first, r.len()-point.len()
		cost := 2*p.cost(r.first) + p.cost(r.end)
		if last := p.words[r.end-1]; p.cost(r.end) > 0 && last.Len() <= smallWord {
			cost++
		}
		return 100*cost - 2*r.len() + max(before-spare/3, spare/3-before)
	}
	for first := max(p.passage.first, point.end-most); first <= point.first; first++ {
		for end := max(point.end, first+least); end <= min(first+most, p.passage.end); end++ {
			if r := (wordRange{first, end}); !ok || worst(r) < worst(best) {
				best, ok = r, true
			}
		}
	}
	return best, ok
}

// smallWord is the bytes of a word that is likely to belong to the next.
const smallWord = 4

// cost returns how badly a piece begins or ends before a word: not at all where
// a clause does, most where no blank stands.
func (p *pieces) cost(word int) int {
	if word == p.passage.first || word == p.passage.end {
		return 0
	}
	between := p.text[p.words[word-1].End:p.words[word].Start]
	blank := strings.ContainsFunc(between, unicode.IsSpace)
	switch {
	case strings.ContainsAny(between, "—、，；：") || blank && strings.ContainsAny(between, ",;:–()\"“”«»…"):
		return 0
	case blank || between == "":
		return 1
	}
	return 3
}
