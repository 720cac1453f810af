package event

import (
	"cmp"
	"math"
	"slices"

	"parallax/generator/corpus"
	"parallax/generator/text"
)

const (
	titleCount = 3  // how often the terms of the headline count in the text
	pairShare  = .5 // weight of a pair of neighbouring terms, as a share of the sum of both
)

// A profile is what grouping keeps of an article: vectors of terms for the
// whole text with its headline, for the headline, the names and the numbers.
type profile struct {
	whole, title, names, numbers vector
	shingles                     []term // see copy.go
	sampled                      bool   // not all shingles were kept
	terms                        int    // words that carry content, in title and body
	date                         corpus.Date
}

// A reader makes profiles of articles in one language.
type reader struct {
	language *text.Language
	rarity   rarity
	seed     term // where hashes begin, so that languages share no term
}

func newReader(l *text.Language) *reader {
	return &reader{language: l, rarity: newRarity(l), seed: hash(hashStart, l.Tag+" ")}
}

// read returns the profile of an article.
func (r *reader) read(a *corpus.Article) profile {
	body := a.Body().Of(a.Text)
	words := r.language.Words(body)
	terms := r.language.Terms(body, words)
	title := r.language.Terms(a.Title, r.language.Words(a.Title))
	if len(terms)+len(title) < leastTerms {
		return profile{date: a.Date, terms: len(terms) + len(title)}
	}
	whole, headline, names, numbers := bag{}, bag{}, bag{}, bag{}
	r.addTerms(whole, terms, 1)
	r.addTerms(whole, title, titleCount)
	r.addTerms(headline, title, 1)
	r.addNames(names, body, words)
	for _, w := range terms {
		if w.Digit {
			numbers.add(single(r.seed, w.Lower), 1, 1)
		}
	}
	return profile{
		whole:    whole.vector(),
		title:    headline.vector(),
		names:    names.vector(),
		numbers:  numbers.vector(),
		shingles: shingles(words),
		sampled:  len(words) > allShingles,
		terms:    len(terms) + len(title),
		date:     a.Date,
	}
}

// addTerms adds terms and pairs of neighbouring terms to a bag.
func (r *reader) addTerms(b bag, terms []text.Word, times float64) {
	var last term
	var lastRarity float64
	for i, w := range terms {
		this, rare := single(r.seed, w.Stem), r.rarity.of(w.Stem)
		b.add(this, times, rare)
		if i > 0 {
			b.add(bigram(last, this), times, pairShare*(rare+lastRarity))
		}
		last, lastRarity = this, rare
	}
}

// addNames adds the names of a text to a bag, each as a whole and by its
// words, so that a surname alone still meets the full name.
func (r *reader) addNames(b bag, s string, words []text.Word) {
	at := 0
	for _, name := range r.language.Names(s, words) {
		for words[at].Start < name.Start {
			at++
		}
		whole, rarest, n := r.seed, 0.0, 0
		for ; at < len(words) && words[at].End <= name.End; at++ {
			stem := words[at].Stem
			rare := r.rarity.of(stem)
			b.add(single(r.seed, stem), 1, rare)
			whole, rarest, n = hash(whole, stem+"_"), max(rarest, rare), n+1
		}
		if n > 1 {
			b.add(whole|1, 1, rarest)
		}
	}
}

// A bag counts terms.
type bag map[term]*count

type count struct{ times, rarity float64 }

func (b bag) add(t term, times, rarity float64) {
	if c := b[t]; c != nil {
		c.times += times
		return
	}
	b[t] = &count{times, rarity}
}

// vector returns the bag as a vector with weights (1 + log times) · rarity.
func (b bag) vector() vector {
	v := make(vector, 0, len(b))
	for t, c := range b {
		if c.rarity > 0 {
			v = append(v, weighted{t, float32(frequency(c.times) * c.rarity)})
		}
	}
	slices.SortFunc(v, func(x, y weighted) int { return cmp.Compare(x.term, y.term) })
	return v.normal()
}

// frequency returns the weight of a term that stands in a text so many times.
func frequency(times float64) float64 { return 1 + math.Log(times) }
