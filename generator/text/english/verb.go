package english

import "strings"

// Past reports whether a word looks like the past of a regular verb: "closed".
func (Rules) Past(word string) bool { return ends(word, "ed") }

// Participle reports whether a word looks like a past participle: "closed",
// "taken".
func (Rules) Participle(word string) bool { return ends(word, "ed", "en") }

// Gerund reports whether a word looks like a form in -ing.
func (Rules) Gerund(word string) bool { return ends(word, "ing") }

// Third reports whether a word looks like the third person: "closes", not
// "pass".
func (Rules) Third(word string) bool { return ends(word, "s") && !ends(word, "ss") }

// Conjugate returns the forms of a verb: of a regular one those of its
// spelling. Listed are the base form, past, participle and, where it is not
// regular, the form in -ing; nil of a regular verb.
func (Rules) Conjugate(verb string, listed []string) (third, past, participle, gerund string) {
	if listed == nil {
		return thirdOf(verb), pastOf(verb), pastOf(verb), gerundOf(verb)
	}
	return thirdOf(verb), listed[1], listed[2], irregularGerund(listed)
}

// irregularGerund returns the form in -ing of a verb of the list: its own, or
// one that doubles the last letter as the past does (admit, admitted).
func irregularGerund(listed []string) string {
	verb := listed[0]
	last := verb[len(verb)-1:]
	switch {
	case len(listed) > 3:
		return listed[3]
	case listed[1] == verb+last+"ed":
		return verb + last + "ing"
	}
	return gerundOf(verb)
}

func thirdOf(verb string) string {
	switch {
	case endsConsonantY(verb):
		return verb[:len(verb)-1] + "ies"
	case ends(verb, "s", "x", "z", "ch", "sh", "o"):
		return verb + "es"
	}
	return verb + "s"
}

func pastOf(verb string) string {
	switch {
	case ends(verb, "e"):
		return verb + "d"
	case endsConsonantY(verb):
		return verb[:len(verb)-1] + "ied"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ed"
	}
	return verb + "ed"
}

func gerundOf(verb string) string {
	switch {
	case ends(verb, "ie"):
		return verb[:len(verb)-2] + "ying"
	case ends(verb, "e") && !ends(verb, "ee", "oe") && len(verb) > 2:
		return verb[:len(verb)-1] + "ing"
	case doubles(verb):
		return verb + verb[len(verb)-1:] + "ing"
	}
	return verb + "ing"
}

// Bases returns the base forms that a word can be the past or the form in -ing
// of, the likeliest first.
func (Rules) Bases(word string) []string {
	var list []string
	for _, ending := range []string{"ed", "ing"} {
		stem, found := strings.CutSuffix(word, ending)
		if !found || len(stem) < 2 {
			continue
		}
		bases := []string{stem, stem + "e", stem[:len(stem)-1]}
		if ends(stem, "i") {
			bases = append(bases, stem[:len(stem)-1]+"y")
		}
		for _, base := range bases {
			if pastOf(base) == word || gerundOf(base) == word {
				list = append(list, base)
			}
		}
	}
	return list
}

// VerbOf returns the verb that a word no list has as a form is the past of by
// its ending; "" if it looks like none: "exceed" is a verb itself.
func (Rules) VerbOf(word string) string {
	if ends(word, "ed") && !ends(word, "eed") {
		return strings.TrimSuffix(word, "ed")
	}
	return ""
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
