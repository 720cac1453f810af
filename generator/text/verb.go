package text

import "strings"

// A VerbForm says which form of a verb a word is.
type VerbForm uint8

// The forms of a regular English verb. Past and participle often look alike.
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
// written") before the rules of English spelling. A word that is a form of two
// verbs belongs to the first.
func (l *Language) Inflections(verbs []string) map[string]Inflection {
	irregular := map[string][]string{}
	for _, line := range l.List("irregular") {
		forms := strings.Fields(line)
		irregular[forms[0]] = forms
	}
	all := make(map[string]Inflection, 5*len(verbs))
	for _, verb := range verbs {
		past, participle, ing := regularPast(verb), regularPast(verb), gerund(verb)
		if forms := irregular[verb]; forms != nil {
			past, participle = forms[1], forms[2]
			ing = irregularGerund(forms)
		}
		addForm(all, verb, verb, Base)
		addForm(all, third(verb), verb, Third)
		addForm(all, past, verb, Past)
		addForm(all, participle, verb, Participle)
		addForm(all, ing, verb, Gerund)
	}
	return all
}

// irregularGerund returns the form in -ing of a verb of the list: its own, or
// one that doubles the last letter as the past does (admit, admitted).
func irregularGerund(forms []string) string {
	verb := forms[0]
	last := verb[len(verb)-1:]
	switch {
	case len(forms) > 3:
		return forms[3]
	case forms[1] == verb+last+"ed":
		return verb + last + "ing"
	}
	return gerund(verb)
}

func addForm(all map[string]Inflection, word, verb string, form VerbForm) {
	known, taken := all[word]
	if taken && known.Verb != verb {
		return
	}
	all[word] = Inflection{verb, known.Forms | form}
}

func third(verb string) string {
	switch {
	case endsConsonantY(verb):
		return verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "z"),
		strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "o"):
		return verb + "es"
	}
	return verb + "s"
}

func regularPast(verb string) string {
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case endsConsonantY(verb):
		return verb[:len(verb)-1] + "ied"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ed"
	}
	return verb + "ed"
}

func gerund(verb string) string {
	switch {
	case strings.HasSuffix(verb, "ie"):
		return verb[:len(verb)-2] + "ying"
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee") && !strings.HasSuffix(verb, "oe") && len(verb) > 2:
		return verb[:len(verb)-1] + "ing"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ing"
	}
	return verb + "ing"
}

const vowels = "aeiou"

func endsConsonantY(verb string) bool {
	n := len(verb)
	return n > 1 && verb[n-1] == 'y' && !strings.ContainsRune(vowels, rune(verb[n-2]))
}

// doubles reports whether the last consonant is doubled before an ending: in
// words of one syllable (plan, planned). Longer ones that do so are listed as
// irregular.
func doubles(verb string) bool {
	n := len(verb)
	if n < 3 || strings.ContainsRune(vowels+"wxy", rune(verb[n-1])) || !strings.ContainsRune(vowels, rune(verb[n-2])) {
		return false
	}
	groups, vowel := 0, false
	for _, r := range verb {
		v := strings.ContainsRune(vowels, r)
		if v && !vowel {
			groups++
		}
		vowel = v
	}
	return groups == 1 && !strings.ContainsRune(vowels, rune(verb[n-3]))
}
