package english

import "strings"

// Plural reports whether a noun looks like a plural: it ends in s.
func (Rules) Plural(noun string) bool { return ends(noun, "s") }

// Agrees reports whether a noun can be the subject of a verb in the present:
// one that looks like a plural of the bare form, any other of the third person.
func (r Rules) Agrees(noun string, third bool) bool { return r.Plural(noun) != third }

// Singular returns the singular of a regular plural, and any other word as it
// is. Unlike a stem it keeps "executive" and "execution" apart.
func (Rules) Singular(noun string) string {
	switch {
	case len(noun) < len("cars") || ends(noun, "ss", "us", "is"):
		return noun
	case ends(noun, "men"):
		return strings.TrimSuffix(noun, "men") + "man"
	case ends(noun, "ies"):
		return strings.TrimSuffix(noun, "ies") + "y"
	case ends(noun, "ches", "shes", "xes", "sses"):
		return strings.TrimSuffix(noun, "es")
	}
	return strings.TrimSuffix(noun, "s")
}

// Unmarked returns a noun without the s of most plurals: "bus" becomes "bu".
func (Rules) Unmarked(noun string) string { return strings.TrimSuffix(noun, "s") }

// Singulars returns the word itself and all that it can be a plural of.
func (Rules) Singulars(noun string) []string {
	list := []string{noun}
	for _, plural := range [][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"men", "man"}} {
		if stem, found := strings.CutSuffix(noun, plural[0]); found {
			list = append(list, stem+plural[1])
		}
	}
	return list
}
