package event

import (
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
	return &reader{language: l, rarity: newRarity(l), seed: term(text.Hash(text.HashStart, l.Tag+" "))}
}

// A desk is what a worker reads articles with, one after the other.
type desk struct {
	terms                                 []text.Word
	stems, phrases, title, names, numbers bag
	order                                 []uint64
}

// read returns the profile of an article, given its words.
func (r *reader) read(a *corpus.Article, words []text.Word, d *desk) profile {
	headline := wordsBefore(words, a.Body().Start)
	body := words[headline:]
	d.terms = r.language.AppendTerms(d.terms[:0], a.Text, body)
	ofBody := len(d.terms)
	d.terms = r.language.AppendTerms(d.terms, a.Text, words[:headline])
	terms, title := d.terms[:ofBody], d.terms[ofBody:]
	p := profile{date: a.Date, terms: len(terms) + len(title)}
	if p.terms < leastTerms {
		return p
	}
	d.stems, d.phrases, d.title, d.numbers = d.stems[:0], d.phrases[:0], d.title[:0], d.numbers[:0]
	r.addTerms(&d.stems, &d.phrases, terms, 1)
	r.addTerms(&d.stems, &d.phrases, title, titleCount)
	r.addTerms(&d.title, &d.title, title, 1)
	d.names = r.appendNames(d.names[:0], a.Text, body)
	for _, w := range terms {
		if w.Digit {
			d.numbers = append(d.numbers, count{single(r.seed, w.LowerHash), 1, 1})
		}
	}
	for f, b := range [...]bag{d.stems, d.phrases, d.title, d.names, d.numbers} {
		p.fields[f] = d.vector(b)
	}
	normalise(p.fields[inStems], p.fields[inPhrases])
	for _, v := range p.fields[inTitle:] {
		normalise(v)
	}
	p.shingles, p.sampled, p.nameless = shingles(body), len(body) > allShingles, len(d.names) == 0
	return p
}

// addTerms adds terms to one bag and the pairs of neighbouring ones to
// another, which may be the same.
func (r *reader) addTerms(stems, pairs *bag, terms []text.Word, times float32) {
	var last count
	for i, w := range terms {
		this := count{single(r.seed, w.StemHash), times, r.rarity.of(w)}
		*stems = append(*stems, this)
		if i > 0 {
			*pairs = append(*pairs, count{bigram(last.term, this.term), times, pairShare * (this.rarity + last.rarity)})
		}
		last = this
	}
}

// appendNames appends the names of a text, each as a whole and by its words, so
// that a surname alone still meets the full name.
func (r *reader) appendNames(b bag, s string, words []text.Word) bag {
	at := 0
	for _, name := range r.language.Names(s, words) {
		for words[at].Start < name.Start {
			at++
		}
		whole, rarest, n := r.seed, float32(0), 0
		for ; at < len(words) && words[at].End <= name.End; at++ {
			this := count{single(r.seed, words[at].StemHash), 1, r.rarity.of(words[at])}
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

// vector returns a bag as a vector with weights (1 + log times) · rarity, in
// order of terms and not yet of length 1.
func (d *desk) vector(b bag) vector {
	d.order = d.order[:0] // terms with their places in the bag, which sort faster than the counts
	for i, c := range b {
		d.order = append(d.order, uint64(c.term)<<32|uint64(i))
	}
	slices.Sort(d.order)
	v := make(vector, 0, len(d.order))
	for i := 0; i < len(d.order); {
		c := b[uint32(d.order[i])]
		for i++; i < len(d.order) && term(d.order[i]>>32) == c.term; i++ {
			other := b[uint32(d.order[i])]
			c.times += other.times
			c.rarity = max(c.rarity, other.rarity) // they differ where two hashes collide
		}
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
