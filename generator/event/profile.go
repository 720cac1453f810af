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

// The fields that two articles are compared in. The first two are one vector
// in two parts: stems, which candidates are found by, and pairs of
// neighbouring stems.
const (
	inStems   = iota // of the headline and the body
	inPhrases        // of the headline and the body
	inTitle
	inNames
	inNumbers
	fieldCount
)

// A profile is what grouping keeps of an article: a vector of terms for each
// field.
type profile struct {
	fields   [fieldCount]vector
	shingles []term // see copy.go
	sampled  bool   // not all shingles were kept
	nameless bool   // the body has no names
	terms    int    // words that carry content, in title and body
	date     corpus.Date
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
	p := profile{date: a.Date, terms: len(terms) + len(title)}
	if p.terms < leastTerms {
		return p
	}
	stems, phrases, headline := make(bag, 0, p.terms), make(bag, 0, p.terms), make(bag, 0, 2*len(title))
	r.addTerms(&stems, &phrases, terms, 1)
	r.addTerms(&stems, &phrases, title, titleCount)
	r.addTerms(&headline, &headline, title, 1)
	names := r.names(body, words)
	var numbers bag
	for _, w := range terms {
		if w.Digit {
			numbers = append(numbers, count{single(r.seed, uint32(hash(hashStart, w.Lower))), 1, 1})
		}
	}
	p.fields = [fieldCount]vector{stems.vector(), phrases.vector(), headline.vector(), names.vector(), numbers.vector()}
	normalise(p.fields[inStems], p.fields[inPhrases])
	for _, v := range p.fields[inTitle:] {
		normalise(v)
	}
	p.shingles, p.sampled, p.nameless = shingles(words), len(words) > allShingles, len(names) == 0
	return p
}

// addTerms adds terms to one bag and the pairs of neighbouring ones to
// another, which may be the same.
func (r *reader) addTerms(stems, pairs *bag, terms []text.Word, times float32) {
	var last count
	for i, w := range terms {
		this := count{single(r.seed, w.Hash), times, r.rarity.of(w)}
		*stems = append(*stems, this)
		if i > 0 {
			*pairs = append(*pairs, count{bigram(last.term, this.term), times, pairShare * (this.rarity + last.rarity)})
		}
		last = this
	}
}

// names returns the names of a text, each as a whole and by its words, so
// that a surname alone still meets the full name.
func (r *reader) names(s string, words []text.Word) bag {
	var b bag
	at := 0
	for _, name := range r.language.Names(s, words) {
		for words[at].Start < name.Start {
			at++
		}
		whole, rarest, n := r.seed, float32(0), 0
		for ; at < len(words) && words[at].End <= name.End; at++ {
			this := count{single(r.seed, words[at].Hash), 1, r.rarity.of(words[at])}
			b = append(b, this)
			whole, rarest, n = bigram(whole, this.term), max(rarest, this.rarity), n+1
		}
		if n > 1 {
			b = append(b, count{whole, 1, rarest})
		}
	}
	return b
}

// A bag holds the terms of a text, each as often as the text has it.
type bag []count

type count struct {
	term          term
	times, rarity float32
}

// vector returns the bag as a vector with weights (1 + log times) · rarity,
// not yet of length 1. It puts the bag in order.
func (b bag) vector() vector {
	slices.SortFunc(b, func(x, y count) int { return cmp.Compare(x.term, y.term) })
	n := 0 // terms, which fill the beginning of the bag
	for i, c := range b {
		if i > 0 && b[n-1].term == c.term {
			b[n-1].times += c.times
			b[n-1].rarity = max(b[n-1].rarity, c.rarity) // they differ where two hashes collide
			continue
		}
		b[n] = c
		n++
	}
	v := make(vector, 0, n)
	for _, c := range b[:n] {
		if c.rarity > 0 {
			v = append(v, weighted{c.term, frequency(c.times) * c.rarity})
		}
	}
	return v
}

// frequency returns the weight of a term that stands in a text so many times.
func frequency(times float32) float32 {
	if times == 1 {
		return 1
	}
	return 1 + float32(math.Log(float64(times)))
}
