package rights

import (
	"cmp"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/framing"
	"parallax/generator/text"
)

// Kept is what an [Allowance] decided, for whoever has not the words that it was
// decided on.
type Kept struct {
	Run     int                    `json:"run"`               // fewer words than these in a row are no quotation
	Leading string                 `json:"leading,omitempty"` // id of the finding that leads
	Shown   map[string][]text.Span `json:"shown"`             // by id of a restricted article; sorted, apart
}

// Keep returns what was decided, the zero Kept where everything may be shown.
func (a *Allowance) Keep() Kept {
	return Kept{Run: a.run, Leading: a.leading, Shown: a.shown}
}

// Allowance returns the allowance that was kept, of a comparison that it cut and
// its articles, in its order. Of an article whose words are withheld no other
// words are shown than those that are there.
func (k Kept) Allowance(c *framing.Comparison, articles []*corpus.Article) *Allowance {
	return &Allowance{run: k.Run, leading: k.Leading, shown: k.Shown, comparison: c, articles: articles}
}

// Pieces returns the words of a restricted article that files of its event show:
// what was chosen, and what is asked for besides and is too short to be a quotation.
// They are sorted and apart, and no run of them that is a quotation has a word that
// was not counted.
func (a *Allowance) Pieces(article *corpus.Article, asked []framing.Evidence) []text.Span {
	s := a.source(article)
	if s == nil {
		return []text.Span{{End: len(article.Text)}}
	}
	pieces := slices.Clone(a.shown[article.ID])
	visible := make([]bool, len(s.words))
	for _, piece := range pieces {
		mark(visible, s.wordsIn(piece))
	}
	for _, span := range a.of(article, asked) {
		words := s.wordsIn(span)
		if !a.isName(article, span) || words.len() == 0 {
			continue
		}
		before := slices.Clone(visible[words.first:words.end])
		mark(visible, words)
		if a.quotes(s, visible, words) {
			copy(visible[words.first:words.end], before)
			continue
		}
		pieces = append(pieces, span)
	}
	return text.Union(pieces)
}

func mark(visible []bool, words wordRange) {
	for word := words.first; word < words.end; word++ {
		visible[word] = true
	}
}

// quotes reports whether the run of visible words around others is a quotation
// that was not counted.
func (a *Allowance) quotes(s *source, visible []bool, words wordRange) bool {
	for words.first > 0 && visible[words.first-1] {
		words.first--
	}
	for words.end < len(visible) && visible[words.end] {
		words.end++
	}
	return words.len() >= a.run && s.usedIn(words) < words.len()
}

// of returns the spans of evidence that stand in an article, in order.
func (a *Allowance) of(article *corpus.Article, evidence []framing.Evidence) []text.Span {
	var spans []text.Span
	for _, e := range evidence {
		if a.articles[e.Article] == article && e.Span.Len() > 0 {
			spans = append(spans, e.Span)
		}
	}
	slices.SortFunc(spans, func(x, y text.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	return slices.Compact(spans)
}
