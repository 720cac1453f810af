package stages

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"parallax/generator/address"
)

// warnOfTopics warns of topics that meet on one page though they are not the
// same: an address has no + and no #. Topics are the same if they differ only in
// case, in blanks, or in how their accents are written down.
func (w *Work) warnOfTopics() {
	first := map[string]string{} // topic by the name of its page
	told := map[string]bool{}
	look := func(file string, topics []string) {
		for _, topic := range topics {
			slug := address.TopicSlug(topic)
			other, known := first[slug]
			if !known {
				first[slug] = topic
				continue
			}
			if same := sameTopic(topic); same != sameTopic(other) && !told[same] {
				told[same] = true
				w.Problems.Warnf(file, 0, "write one of them in words, so that each has a page of its own",
					"the topics %q and %q would have the same address, %s, and share a page", other, topic, address.Topic(topic)+".html")
			}
		}
	}
	for _, a := range w.Corpus.Articles {
		look(a.File, a.Topics)
	}
	for _, n := range w.Corpus.Notes {
		look(n.File, n.Topics)
	}
}

// sameTopic returns what topics have in common that are the same.
func sameTopic(topic string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(topic))), " ")
}
