package framing

import (
	"math"
	"strings"

	"parallax/generator/reading"
)

// Contrasts of two words that stand for each other.
const (
	contrastPlace  = 0.5 // a word merely stands in another's place
	contrastKin    = 0.4 // two of one stance: "condemned" and "denounced"
	contrastTone   = 0.6 // listed as of different tone, and of one kind all the same
	contrastKind   = 0.8 // of two kinds: "said" and "claimed", "killed" and "died"
	contrastJudged = 0.2 // more where a signal marks one of the two, and not the other
)

// leastValence is how far the valences of two words must lie apart to make them
// two kinds.
const leastValence = 1.0

// telling says how much an exchange tells: most of words that differ in kind,
// in the stance of whoever chose them or in how good or bad they sound; little
// of two that go for somebody alike.
func (c *comparing) telling(p, q Evidence, t, u term) float64 {
	v := c.alignment().profiler
	contrast := contrastPlace
	if v.shaded(t.key, u.key) {
		contrast = v.apart(t.key, u.key, c.valence(p, t)-c.valence(q, u))
	}
	if c.judges(p, t) != c.judges(q, u) {
		contrast += contrastJudged
	}
	return contrast
}

// apart says how far two keys of one list lie apart, given the difference of
// their valences.
func (v *vocabulary) apart(a, b string, valence float64) float64 {
	switch {
	case v.stances[a] != v.stances[b]:
		return contrastKind
	case v.stances[a] != "":
		return contrastKin
	case math.Abs(valence) >= leastValence:
		return contrastKind
	}
	return contrastTone
}

// addStances notes the stances of verbs by key; a verb of two has the first.
func (v *vocabulary) addStances() {
	for _, stance := range reading.Stances() {
		for _, verb := range v.language.List("stance_" + string(stance)) {
			if key := v.language.Stem(verb); v.stances[key] == "" {
				v.stances[key] = stance
			}
		}
	}
}

// valence returns how good or bad a term sounds.
func (c *comparing) valence(e Evidence, t term) float64 {
	lower := strings.ToLower(t.Of(c.readings[e.Article].Text()))
	return c.language.Valence(lower, c.language.Stem(lower))
}

// meansPerson reports whether a term is a noun for somebody, who is no deed:
// "murderer" stands for no "slaying".
func (c *comparing) meansPerson(e Evidence, t term) bool {
	return c.language.In("people", c.language.Rules().Singular(c.wordOf(e, t)))
}
