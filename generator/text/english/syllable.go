package english

import (
	"strings"
	"unicode"
)

// Syllables returns about how many syllables a word as written has: its runs of
// vowels, without a silent e at the end. A figure is one.
func (Rules) Syllables(word string) int {
	word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	if strings.ContainsAny(word, "0123456789") {
		return 1
	}
	const vowels = "aeiouyáéíóúüäöè"
	n, vowel := 0, false
	for i, r := range word {
		v := strings.ContainsRune(vowels, r)
		if r == 'y' && vowel && i+1 < len(word) && strings.ContainsRune(vowels, rune(word[i+1])) {
			v = false // as in "mayor"
		}
		if v && !vowel {
			n++
		}
		vowel = v
	}
	if n > 1 && silentEnd(word) {
		n--
	}
	return max(1, n)
}

// silentEnd reports whether the e at the end of a word, or before its last
// letter, is not spoken.
func silentEnd(word string) bool {
	switch {
	case ends(word, "e"):
		return !ends(word, "le", "ee")
	case ends(word, "ed"):
		return !ends(word, "ted", "ded")
	case ends(word, "es"):
		return !ends(word, "ses", "ces", "les", "ges", "xes", "zes", "shes", "ches")
	}
	return false
}
