package tone

import (
	"math"
	"slices"
	"strings"

	"parallax/generator/logistic"
	"parallax/generator/ratio"
	"parallax/generator/text"
)

// No list can hold every loaded word: of those that people mark two thirds are in
// none, and three of four of them occur once. So a sentence is judged by counts
// over it as well (plain reports have figures, "said" and common words; loaded ones
// speak of "we" and "you", in rare words and adverbs), and a word that no list has
// by its valence, its rarity and its sentence. Loaded is what people called so in
// BABE (Spinde et al. 2021, "Neural Media Bias Detection Using Distant Supervision
// With BABE").

// The measures of a sentence and of a word, in the order of [Sentence.Measures] and
// of [Candidate].
const (
	loadedSentence = "sentence "
	loadedWord     = "word "
	loadedBase     = "base"
)

// SentenceMeasures returns the names of the measures of a sentence.
func SentenceMeasures() []string {
	return []string{
		"sure", "sometimes", "any", "hedges", "boosters", "rare", "figures", "saying", "addresses", "length", "capitals", "adverbs", "negative", "positive",
		"rarity", "quotes", "asks",
	}
}

// WordMeasures returns the names of the measures of a word.
func WordMeasures() []string {
	return []string{
		"negative", "positive", "very negative", "very positive", "rarity", "rare", "adjective", "noun", "verb", "unknown", "adverb", "length",
		"negative rare", "negative adjective", "sentence",
	}
}

// Probabilities from which a sentence, and a word that no list has, is loaded. At
// that of the word most of the words that people marked are found, with those of
// the lists and weighed against false ones.
const (
	LeastLoaded = 0.5
	LeastVivid  = 0.3
)

// Numbers by which words are measured.
const (
	rareWord   = 7.0  // rarity of what one text in a thousand has
	veryValent = 1.5  // valence
	perTen     = 10   // rarities and lengths are told in tens
	fromEnds   = 0.01 // keeps log odds away from the ends
)

// A Candidate is a word that may be loaded though no list has it.
type Candidate struct {
	text.Word
	Measures []float64 // in the order of WordMeasures
}

// Loaded returns the probability that a reader finds the sentence loaded, outside of
// what it quotes, and the words of no list that are probably loaded, in order. Too
// many of those are not for a page to mark them. It returns nothing if the language
// has no weights for it.
func (s *Sentence) Loaded() (probability float64, vivid []text.Word) {
	weights := s.language.Table("loaded")
	if weights == nil {
		return 0, nil
	}
	return s.Judge(weightsOf(weights, loadedSentence, SentenceMeasures()), weightsOf(weights, loadedWord, WordMeasures()))
}

// weightsOf returns the weights of a table for the measures of a kind.
func weightsOf(table text.Table, kind string, names []string) logistic.Regression {
	weights := make([]float64, len(names))
	for i, name := range names {
		weights[i] = table[kind+name][0]
	}
	return logistic.New(names, table[kind+loadedBase][0], weights)
}

// Judge is Loaded by other weights, of the measures of a sentence and of a word.
func (s *Sentence) Judge(sentence, word logistic.Regression) (probability float64, vivid []text.Word) {
	if len(s.tokens) == 0 {
		return 0, nil
	}
	listed := s.listed()
	probability = sentence.Probability(s.measures(listed))
	for _, c := range s.Candidates(probability) {
		known := slices.ContainsFunc(listed, func(m listedMark) bool { return m.Overlaps(c.Span) })
		if !known && word.Probability(c.Measures) >= LeastVivid {
			vivid = append(vivid, c.Word)
		}
	}
	return probability, vivid
}

// Measures returns the counts over the sentence by which it is judged, in the order
// of SentenceMeasures. What stands between quotation marks is not counted.
func (s *Sentence) Measures() []float64 { return s.measures(s.listed()) }

func (s *Sentence) measures(listed []listedMark) []float64 {
	var m struct{ sure, sometimes, hedges, boosters, rare, figures, saying, addresses, capitals, adverbs, negative, positive, rarity, quotes float64 }
	for _, mark := range listed {
		switch {
		case s.tokens[mark.first].quoted:
		case mark.Kind == "hedge":
			m.hedges++
		case mark.Kind == "booster":
			m.boosters++
		case mark.Sure:
			m.sure++
		default:
			m.sometimes++
		}
	}
	saying, address := s.language.Lexicon("tone_saying"), s.language.Lexicon("loaded_address")
	words, content, common := 0.0, 0.0, 0.0
	for _, t := range s.tokens {
		if t.quoted {
			m.quotes = 1
			continue
		}
		words++
		m.saying = max(m.saying, ratio.Truth(saying.Has(t.Lower)))
		m.addresses += ratio.Truth(address.Has(t.Lower))
		m.figures += ratio.Truth(t.Digit)
		if t.Digit || s.language.Stop(t.Lower) {
			continue
		}
		content++
		m.capitals += ratio.Truth(t.Upper)
		if t.Upper {
			continue
		}
		common++
		rarity := s.language.Background().Rarity(t.Stem)
		m.rarity += rarity / perTen
		m.rare += ratio.Truth(rarity > rareWord)
		m.adverbs += ratio.Truth(strings.HasPrefix(s.language.Classes(t.Lower), "r"))
		valence := s.language.Valence(t.Lower, t.Stem)
		m.negative += max(0, -valence)
		m.positive += max(0, valence)
	}
	content, common = max(1, content), max(1, common)
	return []float64{
		m.sure, m.sometimes, ratio.Truth(m.sure+m.sometimes > 0), m.hedges, m.boosters, m.rare / content, m.figures, m.saying, m.addresses,
		math.Log(max(1, words)), m.capitals / content, m.adverbs / common, m.negative / math.Sqrt(content), m.positive / math.Sqrt(content),
		m.rarity / common, m.quotes, ratio.Truth(s.asks()),
	}
}

// asks reports whether the sentence has a question or exclamation mark.
func (s *Sentence) asks() bool {
	if len(s.tokens) == 0 {
		return false
	}
	last := s.tokens[len(s.tokens)-1].End
	return strings.ContainsAny(s.text[s.tokens[0].Start:min(len(s.text), last+1)], "?!")
}

// Candidates returns the words that no list has and that may be loaded in a sentence
// which is so with a probability: those of content, no names, outside of what it
// quotes.
func (s *Sentence) Candidates(loaded float64) []Candidate {
	var list []Candidate
	for _, t := range s.tokens {
		if t.quoted || t.form == "" || s.language.Stop(t.Lower) {
			continue
		}
		valence, class := s.language.Valence(t.Lower, t.Stem), s.language.Classes(t.Lower)
		negative, rarity := max(0, -valence), s.language.Background().Rarity(t.Stem)/perTen
		adjective := ratio.Truth(strings.HasPrefix(class, "a"))
		list = append(list, Candidate{t.Word, []float64{
			negative, max(0, valence), ratio.Truth(valence <= -veryValent), ratio.Truth(valence >= veryValent), rarity, ratio.Truth(rarity > rareWord/perTen),
			adjective, ratio.Truth(strings.HasPrefix(class, "n")), ratio.Truth(strings.HasPrefix(class, "v")), ratio.Truth(class == ""), ratio.Truth(strings.HasPrefix(class, "r")),
			float64(len(t.Lower)) / perTen, negative * rarity, negative * adjective, logistic.LogOdds(loaded, fromEnds),
		}})
	}
	return list
}
