package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/text"
)

// A Mention is a place where an article refers to a participant.
type Mention struct {
	Article int       // index into the articles
	Span    text.Span // bytes of the article's text
	Kind    string    // "name", "noun", "pronoun" or "verb"
}

// Chains returns the mentions of participants and acts in the articles of an
// event, gathered by what they mean: the ground of the naming signal, for
// measuring it against people's labels.
func Chains(l *text.Language, articles []*corpus.Article) [][]Mention {
	readings := make([]*reading, len(articles))
	for i, a := range articles {
		readings[i] = read(i, a, l)
	}
	c := cluster(newVocabulary(l, nil), readings, nil)
	var list [][]Mention
	for _, chain := range c.chains() {
		var mentions []Mention
		for _, i := range chain {
			m := c.mentions[i]
			span := m.span
			if m.kind == mentionNoun {
				span = m.words[len(m.words)-1].Span
			}
			mentions = append(mentions, Mention{m.article, span, [...]string{"name", "noun", "pronoun", "verb"}[m.kind]})
		}
		list = append(list, mentions)
	}
	return list
}
