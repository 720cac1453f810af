// Package tone reads the tone of a sentence toward one of the persons or
// bodies that it names. [Sentence.Toward] is its entry point.
//
// # The task
//
// The same sentence can be good news for one and bad news for the other:
// "Hale accused Ro of fraud" says nothing bad of Hale. So the tone is that
// of a sentence toward a target, a span of it (Hamborg & Donnay 2021,
// "NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment Classification
// in Political News Articles").
//
// # The method
//
// Multinomial logistic regression over words and where they stand: in the
// target's clause, nearer to it than to any other name, directly before or
// after it, the verb it is subject of; and over sums of the words' valence,
// negation applied, in the same places. The weights are a readable table of
// the language (tone.tsv): one line a feature, its weight for negative and for
// positive, neutral being 0. Program train makes it; nothing but the text
// package's table is needed to use it.
//
// # A name has no tone
//
// Names and numbers are no features, neither of the target nor of others:
// what is read must not depend on who a sentence is about.
package tone

import (
	"math"

	"parallax/generator/text"
)

// A Tone is how a sentence presents a target.
type Tone int8

// The tones.
const (
	Negative Tone = -1
	Neutral  Tone = 0
	Positive Tone = 1
)

// Sure is the least probability of a negative or positive tone that pages
// count; what is less sure counts as neutral. On sentences never seen, three of
// four tones above it are right, and one of twelve is the opposite.
const Sure = 0.6

// Known reports whether the language has weights to read tone by.
func Known(l *text.Language) bool { return l.Table("tone") != nil }

// Toward returns the tone of the sentence toward the target, a span of bytes
// of the text that the sentence was read from, and how sure it is: the
// probability of that tone, from 1/3 to 1. A target outside the sentence, or a
// language without weights, gives Neutral and 0.
func (s *Sentence) Toward(target text.Span) (Tone, float64) {
	weights := s.language.Table("tone")
	sum, known := s.weigh(weights, target)
	if !known {
		return Neutral, 0
	}
	p := Softmax(sum)
	best := 0
	for class := range p {
		if p[class] > p[best] {
			best = class
		}
	}
	return Tone(best - 1), p[best]
}

// Bias is the key of the weights that every sentence has.
const Bias = "bias"

// weigh adds up the weights of the sentence's features for the three tones.
func (s *Sentence) weigh(weights text.Table, target text.Span) (sum [3]float64, known bool) {
	if weights == nil {
		return sum, false
	}
	add := func(w []float64, value float64) {
		if len(w) == 2 {
			sum[0] += w[0] * value
			sum[2] += w[1] * value
		}
	}
	var key []byte
	for f := range s.Features(target) {
		key = f.appendKey(key[:0])
		add(weights[string(key)], f.Value)
		known = true
	}
	add(weights[Bias], 1)
	return sum, known
}

// Softmax turns the sums of weights of the three tones into probabilities.
func Softmax(sum [3]float64) [3]float64 {
	top := max(sum[0], sum[1], sum[2])
	var p [3]float64
	var total float64
	for class := range sum {
		p[class] = math.Exp(sum[class] - top)
		total += p[class]
	}
	for class := range p {
		p[class] /= total
	}
	return p
}
