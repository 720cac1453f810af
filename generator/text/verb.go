package text

import "strings"

// A VerbForm says which form of a verb a word is.
type VerbForm uint8

// The forms of a verb, with English ones. Past and participle often look alike.
const (
	Base       VerbForm = 1 << iota // "say"
	Third                           // "says"
	Past                            // "said"
	Participle                      // "said"
	Gerund                          // "saying"
)

// An Inflection is a word as a form of a verb.
type Inflection struct {
	Verb  string   // base form
	Forms VerbForm // all that the word can be
}

// Inflections returns the forms of the verbs, given by their base forms, by
// lower-case word: the list "irregular" of the language ("write wrote
// written") before its rules of spelling. A word that is a form of two verbs
// belongs to the first.
func (l *Language) Inflections(verbs []string) map[string]Inflection {
	irregular := map[string][]string{}
	for _, line := range l.List("irregular") {
		forms := strings.Fields(line)
		irregular[forms[0]] = forms
	}
	all := make(map[string]Inflection, 5*len(verbs))
	for _, verb := range verbs {
		third, past, participle, gerund := l.Rules().Conjugate(verb, irregular[verb])
		addForm(all, verb, verb, Base)
		addForm(all, third, verb, Third)
		addForm(all, past, verb, Past)
		addForm(all, participle, verb, Participle)
		addForm(all, gerund, verb, Gerund)
	}
	return all
}

func addForm(all map[string]Inflection, word, verb string, form VerbForm) {
	known, taken := all[word]
	if word == "" || taken && known.Verb != verb {
		return
	}
	all[word] = Inflection{verb, known.Forms | form}
}
