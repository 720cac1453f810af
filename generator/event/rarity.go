package event

import (
	"math"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A rarity tells how much a shared term says: the logarithm of how rarely
// texts have it. It comes from the background table of the language, so that
// it is a property of the word and not of the collection: a new article
// changes the similarity of no other two. A language without a table counts
// the collection itself.
type rarity struct {
	background *text.Background
	weights    []float32      // by number of texts in the background, so that no logarithm is taken twice
	counted    map[string]int // texts by stem, where there is no background
	documents  int
}

// newRarity returns the rarity of a language with a background table, or an
// empty one that counts what it is shown.
func newRarity(l *text.Language) rarity {
	b := l.Background()
	r := rarity{background: b, documents: b.Documents, counted: map[string]int{}}
	if b.Documents > 0 {
		r.weights = make([]float32, b.Documents+1)
		for n := range r.weights {
			r.weights[n] = float32(math.Log(float64(b.Documents+1) / float64(n+1)))
		}
	}
	return r
}

// count counts the terms of an article, if there is no background.
func (r *rarity) count(l *text.Language, a *corpus.Article) {
	if r.background.Documents > 0 {
		return
	}
	r.documents++
	here := map[string]bool{}
	for _, w := range l.Terms(a.Text, l.Words(a.Text)) {
		if !here[w.Stem] {
			here[w.Stem] = true
			r.counted[w.Stem]++
		}
	}
}

// unseen is how many texts without a word are added to a collection that is
// counted for want of a background, so that in a small one a word that three
// reports of one event share is still rare.
const unseen = 200

// of returns the weight of the stem of a word, at least 0.
func (r *rarity) of(w text.Word) float32 {
	if r.background.Documents > 0 {
		return r.weights[w.Documents]
	}
	return float32(math.Log(float64(r.documents+unseen) / float64(r.counted[w.Stem]+1)))
}
