package entity

import (
	"slices"
	"strings"
	"unicode"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// A wordClass is what a word does in its sentence, as far as lists and
// neighbours tell.
type wordClass byte

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

// A tagger tells the classes of the words of a language.
type tagger struct {
	language *text.Language
	days     map[string]bool // weekdays and months
	common   map[string]bool // words that the event writes in lower case
}

// newTagger prepares the lists, and notes which words the articles write in
// lower case: such a word is no name at the beginning of a sentence.
func newTagger(l *text.Language, readings []*reading.Reading) *tagger {
	t := &tagger{language: l, common: map[string]bool{}, days: map[string]bool{}}
	for _, line := range append(slices.Clone(l.List("months")), l.List("weekdays")...) {
		for day := range strings.FieldsSeq(line) {
			t.days[day] = !l.In("days_or_words", day)
		}
	}
	for _, r := range readings {
		for _, w := range r.Words() {
			if !w.Upper {
				t.common[w.Lower] = true
			}
		}
	}
	return t
}

// tag returns the class of each word of a passage.
func (t *tagger) tag(source string, words []text.Word) []wordClass {
	classes := make([]wordClass, len(words))
	shouted := mostlyUpper(words)
	for i, w := range words {
		classes[i] = t.classOf(source, words, classes, i, shouted)
		if classes[i] == classNoun || classes[i] == className {
			t.adjust(source, words, classes, i, w)
		}
	}
	nominal(classes)
	return classes
}

// classOf tells the class of a word from itself and the words before it.
func (t *tagger) classOf(source string, words []text.Word, classes []wordClass, i int, shouted bool) wordClass {
	w := words[i]
	switch {
	case t.language.In("definite", w.Lower):
		return classDefinite
	case t.language.In("indefinite", w.Lower):
		return classIndefinite
	case w.Upper && !t.stopWord(source, w) && !t.days[w.Lower] && t.isName(source, words, i, shouted):
		return className
	case t.stopWord(source, w):
		return classOther
	case w.Digit:
		return classNumber
	}
	return t.ofContent(words, classes, i)
}

// stopWord reports whether a word carries no content; "US" does.
func (t *tagger) stopWord(source string, w text.Word) bool {
	if t.language.In("endings_alone", w.Lower) {
		return true
	}
	return t.language.Stop(w.Lower) && !(t.language.In("capital_names", w.Lower) && w.Of(source) == strings.ToUpper(w.Lower))
}

// isName reports whether a capitalised word is a name: anywhere but at the
// beginning of a sentence, and there or in a headline that capitalises every
// word if the event never writes it otherwise.
func (t *tagger) isName(source string, words []text.Word, i int, shouted bool) bool {
	if !shouted && i > 0 && !startsQuote(source, words[i-1], words[i]) {
		return true
	}
	if word := words[i].Of(source); text.AllCapitals(word) && !text.AllCapitals(words[0].Of(source)) {
		return true
	}
	if t.common[words[i].Lower] {
		return false
	}
	classes := t.language.Classes(words[i].Lower)
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

// ofContent tells noun, adjective and verb apart by what the word can be and by
// what stands before it.
func (t *tagger) ofContent(words []text.Word, classes []wordClass, i int) wordClass {
	can := t.language.Classes(words[i].Lower)
	if can == "" {
		can = guess(t.language, words[i].Lower)
	}
	before := classOther
	lower := ""
	if i > 0 {
		before, lower = classes[i-1], words[i-1].Lower
	}
	inPhrase := before == classDefinite || before == classIndefinite || before == classAdjective || before == classNumber
	switch {
	case t.language.In("before_verbs", lower) && strings.Contains(can, "v"):
		return classVerb
	case inPhrase && strings.Contains(can, "n") && can[0] != 'a':
		return classNoun
	case inPhrase && strings.Contains(can, "a"):
		return classAdjective
	case inPhrase && can[0] == 'v' && (t.language.Rules().Participle(words[i].Lower) || t.language.Rules().Gerund(words[i].Lower)):
		return classAdjective
	case inPhrase && can[0] == 'v' && before == classAdjective:
		return classVerb
	case inPhrase:
		return classNoun
	}
	switch can[0] {
	case 'v':
		return classVerb
	case 'a':
		return classAdjective
	case 'n':
		return classNoun
	}
	return classOther
}

// adjust mends the class of the word before a noun or name: an adjective that
// can be nothing else is no noun, and a participle before a noun describes it.
func (t *tagger) adjust(source string, words []text.Word, classes []wordClass, i int, w text.Word) {
	if i == 0 || classes[i-1] != classVerb || classes[i] != classNoun {
		return
	}
	before := words[i-1]
	afterCopula := i > 1 && t.language.In("copulas", words[i-2].Lower)
	if !afterCopula && t.language.Rules().Gerund(before.Lower) && i > 1 && classes[i-2] != className && classes[i-2] != classNoun && source[before.End:w.Start] == " " {
		classes[i-1] = classAdjective
	}
}

// nominal makes a noun of an adjective that ends a noun phrase: "the South
// Korean military says".
func nominal(classes []wordClass) {
	for i := 1; i < len(classes); i++ {
		ends := i+1 == len(classes) || classes[i+1] == classVerb || classes[i+1] == classOther
		if classes[i] == classAdjective && ends && (classes[i-1] == classDefinite || classes[i-1] == className) {
			classes[i] = classNoun
		}
	}
}

// guess tells the class of a word that the table does not have by its ending. A
// language without a table has at least the verbs of its lists.
func guess(l *text.Language, lower string) string {
	rules := l.Rules()
	_, verb := l.Inflection(lower)
	switch {
	case verb && !l.Classed():
		return "v"
	case rules.Adverb(lower), strings.IndexFunc(lower, unicode.IsLetter) < 0:
		return "r"
	case rules.Past(lower):
		return "va"
	case rules.Gerund(lower):
		return "vn"
	case rules.Adjective(lower):
		return "an"
	}
	return "n"
}
