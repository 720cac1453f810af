package framing

import "parallax/generator/text"

// A Similarity scores how nearly two sentences of a language say the same,
// with the measure that aligns the passages of an event. It is not safe for
// use by several goroutines at once.
//
// The measure is a sum of ten plain features in the tradition of the STS
// evaluations (Cer et al. 2017): words in common weighted by rarity, with
// synonyms and like spellings, runs of letters, numbers, names, negation.
type Similarity struct {
	language *text.Language
	profiler *profiler
	weights  weights
}

// NewSimilarity returns the measure for a language. Rarity comes from the
// language's background table; without one all words weigh the same.
func NewSimilarity(l *text.Language) *Similarity {
	return &Similarity{language: l, profiler: newProfiler(newVocabulary(l, background(l))), weights: similarityWeights()}
}

// Between returns the similarity of two sentences, from 0 (nothing in common)
// to 1 (the same), and whether they may stand for each other.
func (s *Similarity) Between(a, b string) (score float64, paraphrase bool) {
	f := s.profiler.measure(s.profile(a), s.profile(b))
	return s.weights.score(f), f.paraphrase()
}

func (s *Similarity) profile(sentence string) *profile {
	return s.profiler.profile(s.profiler.terms(sentence, s.language.Words(sentence)))
}

// paraphrase reports whether two sentences may stand for each other: most of
// their words agree and their numbers do not clash. The figures are round and
// set by hand.
func (f features) paraphrase() bool {
	return f.Words+0.2*f.Inside+0.1*f.Numbers-0.05*f.Clash >= 0.5
}
