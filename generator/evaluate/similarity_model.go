package evaluate

import (
	"fmt"
	"strings"

	"parallax/generator/align"
	"parallax/generator/logistic"
	"parallax/generator/text"
)

const (
	similarityRidge = 10 // of 1, 10 and 100 the best on tenths of the pairs left out
	bestScore       = 5  // people gave 0 to 5
)

const similarityHead = `# How much each thing that two sentences share counts for their similarity;
# SimilarityMeasures in score.go says what each is. Made by the command
# generator/evaluate/similaritymodel.
`

// SimilarityModel learns the weights of align's similarity.toml from pairs that
// people scored and from pairs that they called paraphrases or not.
func SimilarityModel(scored, scores, paraphrases, decisions string, languages *text.Languages) (string, error) {
	names := align.SimilarityMeasures()
	var points []logistic.Point
	err := eachPair(scored, scores, languages, func(measures []float64, t pairTruth) {
		if t.Score != nil {
			points = append(points, logistic.Point{Measures: measures, Value: *t.Score / bestScore})
		}
	})
	if err != nil {
		return "", err
	}
	var samples []logistic.Sample
	err = eachPair(paraphrases, decisions, languages, func(measures []float64, t pairTruth) {
		if t.Paraphrase != nil {
			samples = append(samples, logistic.Sample{Measures: measures, True: *t.Paraphrase == 1, Weight: 1})
		}
	})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(similarityHead)
	fmt.Fprintln(&b, "\n# The score that people gave to pairs of headlines and of sentences of news, 0 to 1: a straight line")
	fmt.Fprintln(&b, "# (STS benchmark, Cer et al. 2017, scores CC BY-SA 4.0).")
	writeRegression(&b, "near", names, logistic.LearnLine(names, points, similarityRidge))
	fmt.Fprintln(&b, "\n# That one sentence may stand for the other (Microsoft Research Paraphrase Corpus,")
	fmt.Fprintln(&b, "# Dolan and Brockett 2005): the logarithm of the odds.")
	writeRegression(&b, "paraphrase", names, logistic.Learn(names, samples, similarityRidge))
	return b.String(), nil
}

// eachPair calls a function with what similarity is learned from and what people
// said of each pair.
func eachPair(file, truth string, languages *text.Languages, do func([]float64, pairTruth)) error {
	pairs, err := readLines[sentencePair](file)
	if err != nil {
		return err
	}
	labels, err := readLines[pairTruth](truth)
	if err != nil {
		return err
	}
	if len(pairs) != len(labels) {
		return fmt.Errorf("%s has %d pairs, %s labels %d", file, len(pairs), truth, len(labels))
	}
	measure := align.NewSimilarity(languages.For("en"))
	for i, p := range pairs {
		do(measure.Measures(plainQuotes.Replace(p.A), plainQuotes.Replace(p.B)), labels[i])
	}
	return nil
}
