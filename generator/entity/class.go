package entity

import (
	"slices"
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A wordClass is what a word does in a mention: its part in the noun phrase, with
// names told from common nouns.
type wordClass uint8

const (
	classOther      wordClass = iota // small words and what is unknown
	className                        // written with a capital within a sentence
	classNoun                        // a common noun
	classAdjective                   // an adjective or a participle before a noun
	classVerb                        // a verb
	classNumber                      // a figure
	classDefinite                    // "the", "his"
	classIndefinite                  // "a", "some"
)

// A mentionFinder finds the mentions of the articles of an event.
type mentionFinder struct {
	language *text.Language
	days     map[string]bool   // weekdays and months
	common   map[string]bool   // words that the event writes in lower case
	acts     map[string]string // stem of the verb of a noun of another stem: "explosion"
}

// newMentionFinder notes which words the articles write in lower case: such a
// word is no name at the beginning of a sentence.
func newMentionFinder(l *text.Language, readings []*reading.Reading) *mentionFinder {
	f := &mentionFinder{language: l, common: map[string]bool{}, days: map[string]bool{}, acts: map[string]string{}}
	for _, line := range l.List("act_nouns") {
		words := strings.Fields(line)
		for _, noun := range words[1:] {
			f.acts[noun] = l.Stem(words[0])
		}
	}
	for _, line := range append(slices.Clone(l.List("months")), l.List("weekdays")...) {
		for day := range strings.FieldsSeq(line) {
			f.days[day] = !l.In("days_or_words", day)
		}
	}
	for _, r := range readings {
		for _, w := range r.Words() {
			if !w.Upper {
				f.common[w.Lower] = true
			}
		}
	}
	return f
}

// classes returns the class of each word of a passage; words in brackets have
// none.
func (f *mentionFinder) classes(r *reading.Reading, passage int) []wordClass {
	source, words, s := r.Text(), r.PassageWords(passage), r.Sentence(passage)
	classes := make([]wordClass, len(words))
	shouted := mostlyUpper(words)
	at := 0
	for i, part := range s.Parts() {
		for at < len(words) && words[at].Start < s.Tokens[i].Start {
			at++
		}
		if at < len(words) && words[at].Start == s.Tokens[i].Start {
			classes[at] = f.classOf(source, words, at, shouted, part)
		}
	}
	return classes
}

// classOf tells the class of word i, given its part in a noun phrase.
func (f *mentionFinder) classOf(source string, words []text.Word, i int, shouted bool, part grammar.Part) wordClass {
	w := words[i]
	switch {
	case f.language.In("definite", w.Lower):
		return classDefinite
	case f.language.In("indefinite", w.Lower):
		return classIndefinite
	case w.Upper && !f.stopWord(source, w) && !f.days[w.Lower] && f.isName(source, words, i, shouted):
		return className
	case f.stopWord(source, w):
		return classOther
	case w.Digit:
		return classNumber
	}
	switch part {
	case grammar.Deed:
		return classVerb
	case grammar.Modifier:
		return classAdjective
	case grammar.Nominal:
		return classNoun
	case grammar.Figure:
		return classNumber
	}
	return classOther
}

// stopWord reports whether a word carries no content; "US" does.
func (f *mentionFinder) stopWord(source string, w text.Word) bool {
	if f.language.In("endings_alone", w.Lower) {
		return true
	}
	return f.language.Stop(w.Lower) && !(f.language.In("capital_names", w.Lower) && w.Of(source) == strings.ToUpper(w.Lower))
}

// isName reports whether a capitalised word is a name: anywhere but at the
// beginning of a sentence, and there or in a headline that capitalises every
// word if the event never writes it otherwise.
func (f *mentionFinder) isName(source string, words []text.Word, i int, shouted bool) bool {
	if !shouted && i > 0 && !startsQuote(source, words[i-1], words[i]) {
		return true
	}
	if word := words[i].Of(source); text.AllCapitals(word) && !text.AllCapitals(words[0].Of(source)) {
		return true
	}
	if f.common[words[i].Lower] {
		return false
	}
	classes := f.language.Classes(words[i].Lower)
	return classes == "" || !shouted && i+1 < len(words) && words[i+1].Upper && classes[0] == 'n'
}

// startsQuote reports whether a quotation begins between two words.
func startsQuote(source string, before, after text.Word) bool {
	return strings.ContainsAny(source[before.End:after.Start], "“\"‘:`")
}

// mostlyUpper reports whether nearly every longer word is capitalised, as in
// many headlines.
func mostlyUpper(words []text.Word) bool {
	long, upper := 0, 0
	for _, w := range words {
		if w.Len() > 3 && !w.Digit {
			long++
			if w.Upper {
				upper++
			}
		}
	}
	return long > 2 && 10*upper >= 7*long
}
