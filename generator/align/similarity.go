package align

import (
	"parallax/generator/text"
	"parallax/generator/text/vocabulary"
)

// A Similarity scores how nearly two sentences of a language say the same. It
// is safe for use by several goroutines at once.
//
// The measure is a sum of twelve plain features in the tradition of the STS
// evaluations (Cer et al. 2017): words in common weighted by rarity, with
// synonyms and like spellings, runs of letters, order, numbers, names,
// opposites, and what has no counterpart.
type Similarity struct {
	vocabulary *vocabulary.Vocabulary
	scoring    scoring
}

// NewSimilarity returns the measure for a language. Rarity comes from the
// language's background table; without one all words weigh the same.
func NewSimilarity(l *text.Language) *Similarity {
	return &Similarity{vocabulary.New(l), shippedScoring()}
}

// Between returns the similarity of two sentences, from 0 (nothing in common)
// to 1 (the same), and whether they may stand for each other.
func (s *Similarity) Between(a, b string) (score float64, paraphrase bool) {
	x, f := s.between(a, b)
	return x.of(f), x.Paraphrase.Probability(f.list()) >= 0.5
}

// Measures returns what similarity is learned from, in the order of
// [SimilarityMeasures].
func (s *Similarity) Measures(a, b string) []float64 {
	_, f := s.between(a, b)
	return f.list()
}

func (s *Similarity) between(a, b string) (*scorer, features) {
	units := make([]unit, 2)
	for i, sentence := range []string{a, b} {
		units[i].terms = s.vocabulary.Terms(sentence, s.vocabulary.Language().Words(sentence))
	}
	x := newScorer(newLexicon(s.vocabulary, units, false), s.vocabulary, s.scoring)
	return x, x.measure(x.sentence(units[0].terms, x.profile(units[0].terms)), x.sentence(units[1].terms, x.profile(units[1].terms)))
}

// Score returns the similarity of two passages of the event, 0 to 1; 0 where
// one has too little content.
func (a *Alignment) Score(text, passage, other, otherPassage int) float64 {
	u, v := a.unitAt(text, passage), a.unitAt(other, otherPassage)
	if u == nil || v == nil {
		return 0
	}
	if a.scorer == nil {
		a.scorer = newScorer(a.lexicon, a.vocabulary, shippedScoring())
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
