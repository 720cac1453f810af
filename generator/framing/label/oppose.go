package label

import (
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/text"
)

// Opposes reports whether two labels of a participant are different words for
// it, not forms of one or of a name, nor names of two.
func (p Participant) Opposes(a, b Label) bool {
	switch {
	case a.IsName() != b.IsName(), a.IsName() && (p.Kind == entity.Person || p.Kind == entity.Thing):
		return false
	case sharesWord(a.Head, b.Head), spelled(a.Head, b.Head), sameInitials(a.Text, b.Text):
		return false
	case sharesWord(strings.Join(a.Modifiers, " "), b.Head), sharesWord(a.Head, strings.Join(b.Modifiers, " ")):
		return false // "draft" and "draft inspection report"
	}
	return !oneName(p, a, b)
}

// spelled reports whether two labels differ in one letter: "protester" and
// "protestor".
func spelled(a, b string) bool {
	if len(a) != len(b) || len(a) < 6 {
		return false
	}
	differ := 0
	for i := range len(a) {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ < 2
}

// oneName reports whether two labels are parts of one that the participant has
// as well: "Merrow" and "Athletic" of "Merrow Athletic".
func oneName(p Participant, a, b Label) bool {
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			if sharesWord(l.Head, a.Head) && sharesWord(l.Head, b.Head) {
				return true
			}
		}
	}
	return false
}

// IsName reports whether a label is a name. That one article gives a name
// and another a description says little of either.
func (l Label) IsName() bool { return l.Text != strings.ToLower(l.Text) }

// sameInitials reports whether one label is made of the other's initials, or
// both of the same letters: "US" and "United States".
func sameInitials(a, b string) bool {
	short := func(s string) string {
		s = strings.ToLower(strings.ReplaceAll(s, ".", ""))
		if words := strings.Fields(s); len(words) > 1 {
			return text.Initials(words)
		}
		return s
	}
	p, q := short(a), short(b)
	return strings.HasPrefix(p, q) && len(q) > 1 || strings.HasPrefix(q, p) && len(p) > 1
}

// sharesWord reports whether two labels have a word in common: "exercise" and
// "military exercise" are no two names.
func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.ContainsFunc(strings.Fields(b), func(v string) bool { return SameWord(v, w) }) {
			return true
		}
	}
	return false
}
