package lesson

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"parallax/generator/message"
	"parallax/generator/text"
	"parallax/templates"
)

func TestFleschKincaid(t *testing.T) {
	for _, c := range []struct {
		text  string
		words int
		grade float64
	}{
		{"The cat sat on the mat.", 6, 0.39*6 + 11.8*1 - 15.59},
		{"The mayor closed the fair. Nobody was hurt.", 8, 0.39*4 + 11.8*11/8 - 15.59},
		{"It cost 2,400,000 pounds.", 4, 0.39*4 + 11.8*4/4 - 15.59},
		{"", 0, 0},
	} {
		grade, words := fleschKincaid(c.text, text.Span{End: len(c.text)}, nil)
		if words != c.words || math.Abs(grade-c.grade) > 0.01 {
			t.Errorf("%q: %d words, grade %.2f, want %d and %.2f", c.text, words, grade, c.words, c.grade)
		}
	}
}

func TestQuotationsDoNotCount(t *testing.T) {
	const said = `"An extraordinarily incomprehensible administration," he said.`
	if _, words := fleschKincaid(said, text.Span{End: len(said)}, []text.Span{{Start: 0, End: 51}}); words != 2 {
		t.Errorf("%d words, want 2", words)
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"cat": 1, "closed": 1, "wanted": 2, "table": 2, "mayor": 2, "council": 2, "bridge": 1, "engineers": 3, "the": 1, "14,000": 1, "houses": 2,
	} {
		if got := syllablesOf(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

// sayings returns the texts of the interface of a language, by section.
func sayings(t *testing.T, tag string) map[string]string {
	t.Helper()
	c, err := message.Load(templates.Files, tag)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
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
	for section, words := range sayings(t, "en") {
		if grade, n := fleschKincaid(words, text.Span{End: len(words)}, nil); n >= longEnough && grade > highest {
			t.Errorf("[%s]: %d words at grade %.1f", section, n, grade)
		}
	}
	if grade, _ := fleschKincaid(hard, text.Span{End: len(hard)}, nil); grade <= highest {
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
