package page

import (
	"strings"
	"testing"

	"parallax/generator/message"
	"parallax/generator/text"
)

// Interface texts are for readers of fourteen: grade 8 by Flesch and Kincaid.
const (
	mostGrade  = 8.0  // of the sections of the catalogue, each as a whole
	mostSingle = 12.0 // of one text of at least singleWords words
	// Below so many words one long name decides the grade.
	singleWords = 12
)

func TestInterfaceIsPlain(t *testing.T) {
	en, english := catalogue(t, "en"), text.Builtin().For("en")
	sections := map[string]string{}
	for _, key := range en.Keys() {
		said := placeholder.ReplaceAllString(en.Say(message.New(key).Of(2)), "it")
		if strings.HasPrefix(key, "method.ref") {
			continue // names of papers
		}
		g, words := english.Grade(said, text.Span{End: len(said)}, nil)
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
		if g, words := english.Grade(said, text.Span{End: len(said)}, nil); g > mostGrade && words > 4*singleWords {
			t.Errorf("[%s]: grade %.1f over %d words", section, g, words)
		}
	}
}
