package align

import (
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// A Similarity scores how nearly two sentences of a language say the same. It
// is safe for use by several goroutines at once.
//
// The measure is a sum of ten plain features in the tradition of the STS
// evaluations (Cer et al. 2017): words in common weighted by rarity, with
// synonyms and like spellings, runs of letters, numbers, names, negation.
type Similarity struct {
	vocabulary *vocabulary.Vocabulary
}

// NewSimilarity returns the measure for a language. Rarity comes from the
// language's background table; without one all words weigh the same.
func NewSimilarity(l *text.Language) *Similarity { return &Similarity{vocabulary.New(l)} }

// Between returns the similarity of two sentences, from 0 (nothing in common)
// to 1 (the same), and whether they may stand for each other.
func (s *Similarity) Between(a, b string) (score float64, paraphrase bool) {
	units := make([]unit, 2)
	for i, sentence := range []string{a, b} {
		units[i].terms = s.vocabulary.Terms(sentence, s.vocabulary.Language().Words(sentence))
	}
	x := newScorer(newLexicon(s.vocabulary, units, false), s.vocabulary)
	f := x.measure(x.sentence(units[0].terms, x.profile(units[0].terms)), x.sentence(units[1].terms, x.profile(units[1].terms)))
	return x.of(f), f.paraphrase()
}

// paraphrase reports whether two sentences may stand for each other: most of
// their words agree and their numbers do not clash. The figures are round and
// set by hand.
func (f features) paraphrase() bool {
	return f.Words+0.2*f.Inside+0.1*f.Numbers-0.05*f.Clash >= 0.5
}

// Score returns the similarity of two passages of the event, 0 to 1; 0 where
// one has too little content.
func (a *Alignment) Score(text, passage, other, otherPassage int) float64 {
	u, v := a.unitAt(text, passage), a.unitAt(other, otherPassage)
	if u == nil || v == nil {
		return 0
	}
	if a.scorer == nil {
		a.scorer = newScorer(a.lexicon, a.vocabulary)
	}
	return a.scorer.of(a.scorer.measure(a.sentenceOf(u), a.sentenceOf(v)))
}

// sentenceOf prepares a unit for scoring, once.
func (a *Alignment) sentenceOf(u *unit) *sentence {
	if u.sentence == nil {
		u.sentence = a.scorer.sentence(u.terms, u.profile)
	}
	return u.sentence
}
