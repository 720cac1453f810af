package tone

import (
	"math"
	"slices"
	"strings"

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
	rareWord   = 7.0 // rarity of what one text in a thousand has
	veryValent = 1.5 // valence
	perTen     = 10  // rarities and lengths are told in tens
)

// A Candidate is a word that may be loaded though no list has it.
type Candidate struct {
	text.Word
	Measures []float64 // in the order of WordMeasures
}

// Loaded returns the probability that a reader finds the sentence loaded, outside of
// what it quotes; 0 if the language has no weights for it.
func (s *Sentence) Loaded() float64 {
	if len(s.tokens) == 0 {
		return 0
	}
	return probability(s.language.Table("loaded"), loadedSentence, SentenceMeasures(), s.Measures())
}

// probability applies the weights of a table to measures.
func probability(weights text.Table, kind string, names []string, measures []float64) float64 {
	base, ok := weights[kind+loadedBase]
	if !ok {
		return 0
	}
	sum := base[0]
	for i, name := range names {
		sum += weights[kind+name][0] * measures[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// Measures returns the counts over the sentence by which it is judged, in the order
// of SentenceMeasures. What stands between quotation marks is not counted.
func (s *Sentence) Measures() []float64 {
	var m struct{ sure, sometimes, hedges, boosters, rare, figures, saying, addresses, capitals, adverbs, negative, positive, rarity, quotes float64 }
	for _, mark := range s.listed() {
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
		m.saying = max(m.saying, one(saying.Has(t.Lower)))
		m.addresses += one(address.Has(t.Lower))
		m.figures += one(t.Digit)
		if t.Digit || s.language.Stop(t.Lower) {
			continue
		}
		content++
		m.capitals += one(t.Upper)
		if t.Upper {
			continue
		}
		common++
		m.rarity += s.rarity(t) / perTen
		m.rare += one(s.rarity(t) > rareWord)
		m.adverbs += one(strings.HasPrefix(s.language.Classes(t.Lower), "r"))
		valence := s.language.Valence(t.Lower, t.Stem)
		m.negative += max(0, -valence)
		m.positive += max(0, valence)
	}
	content, common = max(1, content), max(1, common)
	return []float64{
		m.sure, m.sometimes, one(m.sure+m.sometimes > 0), m.hedges, m.boosters, m.rare / content, m.figures, m.saying, m.addresses,
		math.Log(max(1, words)), m.capitals / content, m.adverbs / common, m.negative / math.Sqrt(content), m.positive / math.Sqrt(content),
		m.rarity / common, m.quotes, one(s.asks()),
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
		negative, rarity := max(0, -valence), s.rarity(t)/perTen
		adjective := one(strings.HasPrefix(class, "a"))
		list = append(list, Candidate{t.Word, []float64{
			negative, max(0, valence), one(valence <= -veryValent), one(valence >= veryValent), rarity, one(rarity > rareWord/perTen),
			adjective, one(strings.HasPrefix(class, "n")), one(strings.HasPrefix(class, "v")), one(class == ""), one(strings.HasPrefix(class, "r")),
			float64(len(t.Lower)) / perTen, negative * rarity, negative * adjective, logOdds(loaded),
		}})
	}
	return list
}

// Vivid returns the words of no list that are probably loaded, in order. Too many
// are not for a page to mark them; a sentence with some is worth a look.
func (s *Sentence) Vivid() []text.Word {
	weights := s.language.Table("loaded")
	if weights == nil {
		return nil
	}
	listed := s.listed()
	var words []text.Word
	for _, c := range s.Candidates(s.Loaded()) {
		known := slices.ContainsFunc(listed, func(m listedMark) bool { return m.Overlaps(c.Span) })
		if !known && probability(weights, loadedWord, WordMeasures(), c.Measures) >= LeastVivid {
			words = append(words, c.Word)
		}
	}
	return words
}

// rarity returns the logarithm of the number of texts of the background over those
// that have a word.
func (s *Sentence) rarity(t token) float64 {
	b := s.language.Background()
	return math.Log(float64(b.Documents+1) / float64(b.Stem(t.Stem)+1))
}

// logOdds returns the log odds of a probability, kept away from the ends.
func logOdds(p float64) float64 {
	const least = 0.01
	return math.Log((p + least) / (1 - p + least))
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
