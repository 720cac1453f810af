package tone

import (
	"parallax/generator/text"
)

// A view is a sentence as seen from a target.
type view struct {
	*Sentence
	first, last int // the target's tokens
	home        int // its clause
	role        string
	nearest     []bool // for each token: no rival is as near as the target
	add         func(Feature)
}

// view returns the sentence as seen from the target, nil if it is not in it.
func (s *Sentence) view(target text.Span) *view {
	v := &view{Sentence: s, first: -1}
	for i, t := range s.tokens {
		if t.Overlaps(target) {
			if v.first < 0 {
				v.first = i
			}
			v.last = i
		}
	}
	if v.first < 0 {
		return nil
	}
	v.home = s.tokens[v.first].clause
	v.role = v.roleOf()
	v.nearest = v.nearestOf()
	return v
}

// outside reports whether a token is not the target's.
func (v *view) outside(i int) bool { return i < v.first || i > v.last }

// distance returns how many words a token is away from the target.
func (v *view) distance(i int) int {
	if i < v.first {
		return v.first - i
	}
	return i - v.last
}

// nearestOf says which tokens are nearer to the target than to a rival.
func (v *view) nearestOf() []bool {
	n := len(v.tokens)
	rival := make([]int, n) // distance to the nearest one
	far := n + 1
	d := far
	for i := range n {
		d = v.stride(i, d)
		rival[i] = d
	}
	d = far
	nearest := make([]bool, n)
	for i := n - 1; i >= 0; i-- {
		d = v.stride(i, d)
		nearest[i] = v.distance(i) <= min(rival[i], d)
	}
	return nearest
}

// stride returns the distance of token i to the last rival passed, given that
// of the token passed before it.
func (v *view) stride(i, before int) int {
	if v.outside(i) && v.tokens[i].rival {
		return 0
	}
	return before + 1
}

// possessive reports whether the target is a possessive: "Hale's" or "his".
func (v *view) possessive() bool {
	if v.language.Rules().Genitive(v.text[:v.tokens[v.last].End]) {
		return true
	}
	return v.language.Lexicon("tone_possessive").Has(v.tokens[v.last].Lower)
}

// roleOf says what the target does in the sentence.
func (v *view) roleOf() string {
	saying := v.language.Lexicon("tone_saying")
	if v.possessive() {
		return "possessive"
	}
	if v.first > 0 && saying.Has(v.tokens[v.first-1].Lower) {
		return "speaker"
	}
	be := v.language.Lexicon("tone_be")
	for i := v.last + 1; i < min(len(v.tokens), v.last+7); i++ {
		t := v.tokens[i]
		switch {
		case saying.Has(t.Lower):
			return "speaker"
		case t.form == "":
			continue
		case be.Has(t.Lower):
			return "be"
		case !v.auxiliary(t):
			return v.roleBefore()
		}
	}
	return v.roleBefore()
}

// roleBefore tells the role by the word before the target.
func (v *view) roleBefore() string {
	if v.first == 0 || v.tokens[v.first-1].clause != v.home {
		return "subject"
	}
	before := v.tokens[v.first-1]
	switch {
	case v.language.Stop(before.Lower):
		return "after " + before.Lower
	case v.language.Rules().Past(before.Lower), v.language.Rules().Gerund(before.Lower):
		return "object"
	}
	return "inside"
}

// auxiliary reports whether a word may stand between a subject and its verb.
func (v *view) auxiliary(t token) bool {
	return v.language.Lexicon("tone_auxiliaries").Has(t.Lower) || v.language.Rules().Adverb(t.Lower)
}
