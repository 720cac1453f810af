package evaluate

import (
	"fmt"
	"slices"
	"strings"

	"parallax/generator/logistic"
	"parallax/generator/text"
	"parallax/generator/text/tone"
)

// loadedRidge holds the weights of loaded sentences and words back.
const loadedRidge = 10

// A loadedModel judges sentences, and words that no list has.
type loadedModel struct{ sentence, word logistic.Regression }

// A loadedExample is a sentence whose loaded words people marked.
type loadedExample struct {
	outlet   string
	sentence *tone.Sentence
	loaded   bool
	words    map[string]bool // in small letters
}

// loadedExamples reads sentences with their truths.
func loadedExamples(l *text.Language, items []loadedItem, truth []loadedTruth) []loadedExample {
	list := make([]loadedExample, len(items))
	for i, item := range items {
		list[i] = loadedExample{
			outlet: item.Outlet, sentence: tone.Read(l, item.Text, l.Words(item.Text)),
			loaded: truth[i].Loaded == 1, words: map[string]bool{},
		}
		for _, w := range truth[i].Words {
			list[i].words[strings.ToLower(w)] = true
		}
	}
	return list
}

// LoadedModel learns what makes a sentence loaded, and a word that no list has, and
// returns the table loaded.tsv. The words are learned with what sentences of other
// outlets say of theirs, as it will be when they are read.
func LoadedModel(path, truthPath string, languages *text.Languages) (string, error) {
	items, err := readLines[loadedItem](path)
	if err != nil {
		return "", err
	}
	truth, err := readLines[loadedTruth](truthPath)
	if err != nil {
		return "", err
	}
	if len(items) != len(truth) {
		return "", fmt.Errorf("%d sentences but %d lines in %s", len(items), len(truth), truthPath)
	}
	m := learnLoaded(loadedExamples(languages.For("en"), items, truth))
	var b strings.Builder
	write := func(kind string, names []string, r logistic.Regression) {
		fmt.Fprintf(&b, "%s base\t%.3g\n", kind, r.Base)
		for _, name := range names {
			fmt.Fprintf(&b, "%s %s\t%.3g\n", kind, name, r.Weights[name])
		}
	}
	write("sentence", tone.SentenceMeasures(), m.sentence)
	write("word", tone.WordMeasures(), m.word)
	return b.String(), nil
}

// learnLoaded learns both models of examples.
func learnLoaded(examples []loadedExample) loadedModel {
	m := loadedModel{sentence: learnSentences(examples)}
	var samples []logistic.Sample
	for _, outlet := range outletsOf(examples) {
		others := learnSentences(slices.DeleteFunc(slices.Clone(examples), func(e loadedExample) bool { return e.outlet == outlet }))
		for _, e := range examples {
			if e.outlet != outlet {
				continue
			}
			for _, c := range e.sentence.Candidates(others.Probability(e.sentence.Measures())) {
				samples = append(samples, logistic.Sample{Measures: c.Measures, True: e.words[c.Lower], Weight: 1})
			}
		}
	}
	m.word = logistic.Learn(tone.WordMeasures(), samples, loadedRidge)
	return m
}

// learnSentences learns what makes a sentence loaded.
func learnSentences(examples []loadedExample) logistic.Regression {
	var samples []logistic.Sample
	for _, e := range examples {
		samples = append(samples, logistic.Sample{Measures: e.sentence.Measures(), True: e.loaded, Weight: 1})
	}
	return logistic.Learn(tone.SentenceMeasures(), samples, loadedRidge)
}

// outletsOf returns the outlets of examples, each once, in order of their names.
func outletsOf(examples []loadedExample) []string {
	var list []string
	for _, e := range examples {
		list = append(list, e.outlet)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
