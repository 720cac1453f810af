package framing

import (
	"parallax/generator/corpus"
	"parallax/generator/grammar"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// A Passive is a verb in the passive voice.
type Passive struct {
	Passage    int       // index into the article's passages
	Participle text.Span // "killed" in "was killed by soldiers"
	Agent      text.Span // "soldiers"; empty if nobody is named
	Verb       string    // base form, as far as the language's lists know it
	Adjective  bool      // more a quality than a deed ("concerned", "supposed"): never shown to readers
}

// Passives returns the passives of one article in order.
func Passives(a *corpus.Article, l *text.Language) []Passive {
	return passivesIn(reading.Read(a, l).Sentences())
}

// passivesIn returns the passives of an article's sentences.
func passivesIn(sentences []grammar.Sentence) []Passive {
	var list []Passive
	for n := range sentences {
		s := &sentences[n]
		for _, p := range s.Passives() {
			told := Passive{Passage: n, Participle: s.Tokens[p.Participle].Span, Verb: p.Verb, Adjective: p.Adjective}
			if p.Agent.Len() > 0 {
				told.Agent = s.Bytes(p.Agent.Start, p.Agent.End)
			}
			list = append(list, told)
		}
	}
	return list
}
