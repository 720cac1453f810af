package event

import (
	"math"
	"slices"
	"time"

	"parallax/generator/corpus"
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

const (
	titleCount = 3  // how often the terms of the headline count in the text
	pairShare  = .5 // weight of a pair of neighbouring terms, as a share of the sum of both
	leadTerms  = 40 // words that carry content from the beginning of the body on: its first two or three sentences, which say what happened
)

// The fields that two articles are compared in. The first two are one vector
// in two parts: stems, which candidates are found by, and pairs of
// neighbouring stems.
const (
	inStems   = iota // of the headline and the body
	inPhrases        // of the headline and the body
	inTitle
	fieldCount
)

// A profile is what grouping keeps of an article: a vector of terms for each
// field, and where it has its stems.
type profile struct {
	fields     [fieldCount]vector
	marks      []mark   // of the stems, in their order
	room       room     // what its parts weigh, with stems that no other article has
	days       []uint16 // of the year that the text names, each once
	shingles   []term   // see copy.go
	sampled    bool     // not all shingles were kept
	terms      int      // words that carry content, in title and body
	titleTerms int32    // those of the headline
	date       corpus.Date
}

// A mark says how rare a stem is and where in an article it stands.
type mark struct {
	rarity float32
	in     where
}

// A where is the place where in an article a stem stands, or several such places.
type where uint8

const (
	inHeadline where = 1 << iota
	inLead           // in the headline or the beginning of the body
	inName           // in a name
	inLeadName       // in a name of the lead
)

// both reports whether a stem stands in all of some places.
func (p where) both(places where) bool { return p&places == places }

// A room is what the stems of some parts weigh: the sums of the rarities in the
// lead, in the names of the lead, and of the names in the headline.
type room struct{ lead, names, headNames float32 }

// A reader makes profiles of articles in one language.
type reader struct {
	language *text.Language
	rarity   rarity
	calendar vocabulary.Calendar
	seed     term // where hashes begin, so that languages share no term
}

func newReader(l *text.Language) *reader {
	return &reader{language: l, rarity: newRarity(l), calendar: vocabulary.NewCalendar(l), seed: term(text.Hash(text.HashStart, l.Tag+" "))}
}

// A desk is what a worker reads articles with, one after the other.
type desk struct {
	terms                 []text.Word
	stems, phrases, title bag
	order                 []uint64
	days                  []vocabulary.Term
}

// read returns the profile of an article, given its words.
func (r *reader) read(a *corpus.Article, words []text.Word, d *desk) profile {
	ofHeadline := wordsBefore(words, a.Body().Start)
	body := words[ofHeadline:]
	d.terms = r.language.AppendTerms(d.terms[:0], a.Text, body)
	ofBody := len(d.terms)
	d.terms = r.language.AppendTerms(d.terms, a.Text, words[:ofHeadline])
	terms, title := d.terms[:ofBody], d.terms[ofBody:]
	p := profile{date: a.Date, terms: len(terms) + len(title)}
	if p.terms < leastTerms {
		return p
	}
	d.stems, d.phrases, d.title = d.stems[:0], d.phrases[:0], d.title[:0]
	r.addTerms(&d.stems, &d.phrases, terms, 1)
	r.addTerms(&d.stems, &d.phrases, title, titleCount)
	r.addTerms(&d.title, &d.title, title, 1)
	d.markLead(ofBody)
	if ofBody > 0 {
		r.markNames(a.Text, body, terms, d.stems)
	} else {
		r.markNames(a.Text, words, title, d.stems) // a headline that is the whole text
	}
	p.fields[inStems], p.marks = d.vector(d.stems)
	p.fields[inPhrases], _ = d.vector(d.phrases)
	p.fields[inTitle], _ = d.vector(d.title)
	normalise(p.fields[inStems], p.fields[inPhrases])
	normalise(p.fields[inTitle])
	p.titleTerms, p.room = int32(len(title)), roomOf(p.marks)
	p.days = r.daysOf(a, words, d)
	p.shingles, p.sampled = shingles(body), len(body) > allShingles
	return p
}

// markLead marks the terms in the bag of stems, first those of the body, that
// stand in the headline and in the lead.
func (d *desk) markLead(ofBody int) {
	for i := range d.stems[:min(ofBody, leadTerms)] {
		d.stems[i].in = inLead
	}
	for i := ofBody; i < len(d.stems); i++ {
		d.stems[i].in = inHeadline | inLead
	}
}

// markNames marks the terms that stand in names of a text, given the words to
// look for names in and the first terms of a bag.
func (r *reader) markNames(s string, words, terms []text.Word, b bag) {
	at := 0
	for _, name := range r.language.Names(s, words) {
		for at < len(terms) && terms[at].Start < name.Start {
			at++
		}
		for ; at < len(terms) && terms[at].End <= name.End; at++ {
			b[at].in |= inName
			if b[at].in&inLead != 0 {
				b[at].in |= inLeadName
			}
		}
	}
}

// roomOf sums up the rarities of the stems of some parts.
func roomOf(marks []mark) room {
	var r room
	for _, m := range marks {
		if m.in&inLead != 0 {
			r.lead += m.rarity
		}
		if m.in&inLeadName != 0 {
			r.names += m.rarity
		}
		if m.in.both(inHeadline | inName) {
			r.headNames += m.rarity
		}
	}
	return r
}

// daysOf returns the days of the year that a text names, each once, in order.
func (r *reader) daysOf(a *corpus.Article, words []text.Word, d *desk) []uint16 {
	d.days = d.days[:0]
	for _, w := range words {
		d.days = append(d.days, vocabulary.Term{Span: w.Span, Stop: w.Stop, Digit: w.Digit, Upper: w.Upper})
	}
	var published time.Time
	if a.Date.Known() {
		published = a.Date.Time()
	}
	r.calendar.Mark(a.Text, d.days, published)
	const month = 32 // more than the days of any
	var days []uint16
	for _, t := range d.days {
		if t.Day.Known() {
			days = append(days, uint16(t.Day.Month)*month+uint16(t.Day.Day))
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// addTerms adds terms to one bag and the pairs of neighbouring ones to
// another, which may be the same.
func (r *reader) addTerms(stems, pairs *bag, terms []text.Word, times float32) {
	var last count
	for i, w := range terms {
		this := count{term: single(r.seed, w.StemHash), times: times, rarity: r.rarity.of(w)}
		*stems = append(*stems, this)
		if i > 0 {
			*pairs = append(*pairs, count{term: bigram(last.term, this.term), times: times, rarity: pairShare * (this.rarity + last.rarity)})
		}
		last = this
	}
}

// A bag holds the terms of a text, each as often as the text has it.
type bag []count

type count struct {
	term          term
	times, rarity float32
	in            where
}

// vector returns a bag as a vector with weights (1 + log times) · rarity, in
// order of terms and not yet of length 1, and the marks of its terms.
func (d *desk) vector(b bag) (vector, []mark) {
	d.order = d.order[:0] // terms with their places in the bag, which sort faster than the counts
	for i, c := range b {
		d.order = append(d.order, uint64(c.term)<<32|uint64(i))
	}
	slices.Sort(d.order)
	different := 0
	for i, o := range d.order {
		if i == 0 || o>>32 != d.order[i-1]>>32 {
			different++
		}
	}
	v, marks := make(vector, 0, different), make([]mark, 0, different)
	for i := 0; i < len(d.order); {
		c := b[uint32(d.order[i])]
		for i++; i < len(d.order) && term(d.order[i]>>32) == c.term; i++ {
			other := b[uint32(d.order[i])]
			c.times += other.times
			c.rarity = max(c.rarity, other.rarity) // they differ where two hashes collide
			c.in |= other.in
		}
		if c.rarity > 0 {
			v = append(v, weighted{c.term, frequency(c.times) * c.rarity})
			if c.in.both(inHeadline | inName) {
				c.in |= inLeadName // headlines write all words with capitals; the body says which are names
			}
			marks = append(marks, mark{c.rarity, c.in})
		}
	}
	return v, marks
}

// frequency returns the weight of a term that stands in a text so many times.
func frequency(times float32) float32 {
	if times == 1 {
		return 1
	}
	return 1 + float32(math.Log(float64(times)))
}
