package lesson

import (
	"regexp"
	"strings"
	"testing"

	"parallax/generator/message"
	"parallax/generator/text"
	"parallax/templates"
)

// sayings returns the texts of the interface of a language, by section.
func sayings(t *testing.T, tag string) map[string]string {
	t.Helper()
	c, err := message.Load(templates.Files, tag)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	if len(c.Keys()) < 100 {
		t.Fatalf("%s has %d texts", tag, len(c.Keys()))
	}
	for _, key := range c.Keys() {
		section, _, _ := strings.Cut(key, ".")
		words := placeholders.ReplaceAllString(c.Say(message.New(key).Of(2)), "it")
		if len(strings.Fields(words)) < shortestSaying {
			continue // a label, which would pass for an easy sentence
		}
		sections[section] += words
		if !strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "?") {
			sections[section] += "."
		}
		sections[section] += "\n"
	}
	return sections
}

// shortestSaying is how many words a text has at least that is a sentence.
const shortestSaying = 6

// placeholders are what a text leaves open.
var placeholders = regexp.MustCompile(`\{\w+\}`)

// Pupils of grade 8 can read what a lesson says itself.
func TestInterfaceIsPlainEnglish(t *testing.T) {
	const highest = 8
	english := builtin().For("en")
	for section, words := range sayings(t, "en") {
		if grade, n := english.Grade(words, text.Span{End: len(words)}, nil); n >= longEnough && grade > highest {
			t.Errorf("[%s]: %d words at grade %.1f", section, n, grade)
		}
	}
	if grade, _ := english.Grade(hard, text.Span{End: len(hard)}, nil); grade <= highest {
		t.Errorf("a hard text is at grade %.1f", grade)
	}
}

// hard is a text that no pupil of grade 8 should have to read.
const hard = "Notwithstanding considerable methodological heterogeneity, the aforementioned investigations consistently demonstrate statistically significant differences."

// Spanish is measured by the ease of Fernández Huerta (1959), where 60 to 70
// is for grades 7 and 8.
func TestInterfaceIsPlainSpanish(t *testing.T) {
	for section, words := range sayings(t, "es") {
		sentences, n, syllables := strings.Count(words, ".")+strings.Count(words, "?"), 0, 0
		for _, w := range strings.Fields(words) {
			n++
			syllables += len(vowelRuns.FindAllString(strings.ToLower(w), -1))
		}
		if ease := 206.84 - 60*float64(syllables)/float64(n) - 1.02*float64(n)/float64(sentences); n >= longEnough && ease < 60 {
			t.Errorf("[%s]: %d words with an ease of %.1f", section, n, ease)
		}
	}
}

// vowelRuns are the syllables of a Spanish word, about.
var vowelRuns = regexp.MustCompile(`[aeiouáéíóúü]+`)
