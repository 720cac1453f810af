package stages

import (
	"strings"
	"testing"

	"parallax/generator/corpus"
)

// TestWarnOfTopics warns of topics that would share a page and are not the same.
func TestWarnOfTopics(t *testing.T) {
	for topics, want := range map[string]int{
		"C|C++|C#|C++": 2, ".NET|Net": 1, "Sport|sport|SPORT ": 0, "Caf\u00e9|Cafe\u0301": 0, "Café|Cafe": 1, "Lakes|Rivers": 0,
	} {
		w := &Work{Corpus: &corpus.Corpus{Articles: []corpus.Article{{File: "a.md", Topics: strings.Split(topics, "|")}}}}
		w.warnOfTopics()
		said := w.Problems.Sorted()
		if len(said) != want || want > 0 && !strings.Contains(said[0].What, "would have the same address, t/") {
			t.Errorf("%s: %v", topics, said)
		}
	}
}
