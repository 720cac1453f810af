package heading

import (
	"iter"
	"math"
	"slices"
	"strings"

	"parallax/generator/text/vocabulary"
)

// usual is how many words a heading has unless more say much more.
const usual = 11

// A candidate is a title that one cell offers.
type candidate struct {
	Title
	gain float64 // weight of the words that it has and others share
	held bool    // all its content words stand in every cell
}

// sharesOf returns for each content word how large a share of the cells has it,
// 0 for a word of one cell alone and 1 for a word of all.
func (x *titler) sharesOf() map[string]float64 {
	in := map[string]int{}
	for _, cell := range x.Cells {
		seen := map[string]bool{}
		for t := range cell.terms() {
			if !t.Stop && !seen[t.Key] {
				seen[t.Key] = true
				in[t.Key]++
			}
		}
	}
	shares := make(map[string]float64, len(in))
	for key, n := range in {
		shares[key] = 1
		if len(x.Cells) > 1 {
			shares[key] = float64(n-1) / float64(len(x.Cells)-1)
		}
	}
	return shares
}

// terms returns the terms of all passages of a cell.
func (c *Cell) terms() iter.Seq[vocabulary.Term] {
	return func(yield func(vocabulary.Term) bool) {
		for _, p := range c.Passages {
			for _, t := range p.Terms {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// speakersOf returns the content words of the sources of what the cells tell
// as said.
func (x *titler) speakersOf() map[string]bool {
	keys := map[string]bool{}
	for _, cell := range x.Cells {
		for t := range cell.terms() {
			if slices.ContainsFunc(cell.Speakers, t.Span.Overlaps) {
				keys[t.Key] = true
			}
		}
	}
	return keys
}

// ofCentral is the share of its worth that a title keeps though it stands in a
// passage that is far from the centre.
const ofCentral = 0.6

// of returns the candidates of a passage with its score to the centre: what its
// sentence offers or, in a language of which the small words are not known, any
// run between marks.
func (x *titler) of(p Passage, score float64) []candidate {
	if len(p.Terms) == 0 {
		return nil
	}
	spans := p.spans(x.Vocabulary)
	switch {
	case !known(x.Vocabulary):
		spans = plainSpans(p.Source, p.Terms)
	case len(spans) == 0 && len(p.Terms) <= Longest:
		spans = []titleSpan{{Span: p.run(len(p.Terms) - 1), form: formUnsure}}
	}
	list := make([]candidate, 0, len(spans))
	for _, span := range spans {
		c := candidate{held: len(x.Cells) > 1}
		c.Words, c.Clause = span.words(p.Source), span.clause && span.form > formPointed
		x.weigh(&c, p, span)
		if p.Headline {
			c.worth -= 0.2 * math.Abs(c.worth) // headlines drop the small words
		}
		if c.worth > 0 {
			c.worth *= ofCentral + (1-ofCentral)*score
		}
		if !math.IsInf(c.worth, -1) {
			list = append(list, c)
		}
	}
	return list
}

// notShared is how much a word of content that only one passage has counts
// against a title, over its weight.
const notShared = 0.3

// What a word of a heading costs, one of more than the usual number of words, and
// how much of its weight a word has that says who speaks.
const (
	costOfWord   = 0.3
	costOfLonger = 1.0
	ofSpeaker    = 0.2
)

// counted is how many words of content a heading has that only says how many there
// are of something: "Ten metres".
const counted = 2

// weigh sets what a run of words says of what the cells share, less for words
// that only one has and for length, by the form of the run. Who says it counts
// little. It clears held if a content word is not in all cells, or is the only
// one.
func (x *titler) weigh(c *candidate, p Passage, span titleSpan) {
	sum, words, names, capitals, slight, digits := 0.0, 0, 0, 0, 0, 0
	for i, t := range p.Terms {
		if !span.Contains(t.Span) || span.skip.Contains(t.Span) {
			continue
		}
		if words++; words > usual {
			sum -= costOfLonger
		}
		sum -= costOfWord
		if t.Stop {
			continue
		}
		c.terms = append(c.terms, t)
		if span.subject.Contains(t.Span) {
			c.actor = len(c.terms)
		}
		names, capitals = names+truth(t.Name), capitals+truth(t.Upper)
		digits += truth(t.Digit)
		slight += truth(t.Upper || t.Digit || x.isVague(t.Of(p.Source)))
		sum += x.worthOf(c, t, float64(i)/float64(2*len(p.Terms)))
	}
	content := len(c.terms)
	c.Named = content == capitals && names > 0 && !span.clause // the first word of a sentence may be part of a name
	c.Slight = !span.clause && (content == slight || content <= counted && digits > 0)
	c.held = c.held && content > 1
	switch {
	case content < 2 && names == 0:
		c.worth = math.Inf(-1) // a word alone says nothing of it
	case sum < 0:
		c.worth = sum / span.form
	case c.Named:
		c.worth = 0.5 * sum * span.form // nor does a name
	default:
		c.worth = sum * span.form
	}
}

// isVague reports whether a word names nothing by itself: "years", "people".
func (x *titler) isVague(word string) bool {
	l := x.Vocabulary.Language()
	return l.In("vague", l.Rules().Singular(strings.ToLower(word)))
}

// worthOf returns what a content word adds to a candidate, and notes whether all
// cells have it. The beginning says what a sentence is about: a word loses the
// share of what it adds that is given.
func (x *titler) worthOf(c *candidate, t vocabulary.Term, late float64) float64 {
	share, weight := x.shares[t.Key], x.Weight(t.Key)
	if x.speakers[t.Key] {
		weight *= ofSpeaker
	}
	c.held = c.held && share >= 1
	if share <= 0 {
		return -notShared * weight
	}
	c.gain += weight * share
	return weight * share * (1 - late)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
