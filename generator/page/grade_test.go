package page

import (
	"regexp"
	"strings"
	"testing"

	"parallax/generator/message"
)

// Interface texts are for readers of fourteen: grade 8 by Flesch and Kincaid.
const (
	mostGrade  = 8.0  // of the sections of the catalogue, each as a whole
	mostSingle = 12.0 // of one text of at least singleWords words
	// Below so many words one long name decides the grade.
	singleWords = 12
)

var (
	gradeWord  = regexp.MustCompile(`[A-Za-z’']+`)
	gradeEnd   = regexp.MustCompile(`[.!?:;]+( |$)`)
	gradeVowel = regexp.MustCompile(`[aeiouy]+`)
	gradeMute  = regexp.MustCompile(`[^aeiouyl]e$`)
)

// grade returns the grade of English text, and its words.
func grade(text string) (grade float64, words int) {
	syllables := 0
	for _, w := range gradeWord.FindAllString(strings.ToLower(text), -1) {
		words++
		syllables += max(1, len(gradeVowel.FindAllString(gradeMute.ReplaceAllString(w, ""), -1)))
	}
	if words == 0 {
		return 0, 0
	}
	sentences := max(1, len(gradeEnd.FindAllString(text, -1)))
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59, words
}

func TestInterfaceIsPlain(t *testing.T) {
	en := catalogue(t, "en")
	sections := map[string]string{}
	for _, key := range en.Keys() {
		said := placeholder.ReplaceAllString(en.Say(message.New(key).Of(2)), "it")
		if strings.HasPrefix(key, "method.ref") {
			continue // names of papers
		}
		g, words := grade(said)
		if words >= singleWords && g > mostSingle {
			t.Errorf("%s: grade %.1f: %s", key, g, said)
		}
		// Labels are no sentences.
		if words >= singleWords {
			section, _, _ := strings.Cut(key, ".")
			sections[section] += said + " "
		}
	}
	for section, said := range sections {
		if g, words := grade(said); g > mostGrade && words > 4*singleWords {
			t.Errorf("[%s]: grade %.1f over %d words", section, g, words)
		}
	}
}

func TestGrade(t *testing.T) {
	if g, words := grade("The cat sat on the mat."); g > 1 || words != 6 {
		t.Errorf("grade %.1f of %d words", g, words)
	}
	if g, _ := grade("Administrative considerations necessitate organisational reconfiguration."); g < 20 {
		t.Errorf("grade %.1f of a hard sentence", g)
	}
}
