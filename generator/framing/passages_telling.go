package framing

import (
	"math"
	"slices"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text/vocabulary"
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
func (c *comparing) telling(p, q Evidence, t, u vocabulary.Term) float64 {
	v := c.words
	contrast := contrastPlace
	if v.Shaded(t.Key, u.Key) {
		contrast = c.apart(t.Key, u.Key, c.valence(p, t)-c.valence(q, u))
	}
	if c.judges(p, t) != c.judges(q, u) {
		contrast += contrastJudged
	}
	return contrast
}

// apart says how far two keys of one list lie apart, given the difference of
// their valences.
func (c *comparing) apart(a, b string, valence float64) float64 {
	stance, other := c.stanceOfKey(a), c.stanceOfKey(b)
	switch {
	case stance != other:
		return contrastKind
	case stance != "":
		return contrastKin
	case math.Abs(valence) >= leastValence:
		return contrastKind
	}
	return contrastTone
}

// stanceOfKey returns the stance of the verbs with a key, the first of several;
// "" for none.
func (c *comparing) stanceOfKey(key string) reading.Stance {
	for _, stance := range reading.Stances() {
		if slices.ContainsFunc(c.language.List("stance_"+string(stance)), func(verb string) bool { return c.language.Stem(verb) == key }) {
			return stance
		}
	}
	return ""
}

// valence returns how good or bad a term sounds.
func (c *comparing) valence(e Evidence, t vocabulary.Term) float64 {
	lower := strings.ToLower(t.Of(c.readings[e.Article].Text()))
	return c.language.Valence(lower, c.language.Stem(lower))
}

// meansPerson reports whether a term is a noun for somebody, who is no deed:
// "murderer" stands for no "slaying".
func (c *comparing) meansPerson(e Evidence, t vocabulary.Term) bool {
	return c.language.In("people", c.language.Rules().Singular(c.wordOf(e, t)))
}
