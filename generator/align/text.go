package align

import (
	"parallax/generator/corpus"
	"parallax/generator/text"
)

// NewText returns an article as alignment sees it, given the words of its
// text. Words between passages go to the passage before.
func NewText(a *corpus.Article, words []text.Word) Text {
	t := Text{Source: a.Text}
	if a.Date.Known() {
		t.Published = a.Date.Time()
	}
	i := 0
	for n, p := range a.Passages {
		t.Passages = append(t.Passages, p.Span)
		for i < len(words) && words[i].Start < p.Start {
			i++
		}
		end := i
		for end < len(words) && (n+1 == len(a.Passages) || words[end].Start < a.Passages[n+1].Start) {
			end++
		}
		t.Words = append(t.Words, words[i:end])
	}
	return t
}
