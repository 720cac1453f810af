package entity

import (
	"slices"

	"parallax/generator/text"
)

// A Group is a kind of speaker.
type Group string

// The groups of speakers; all but Other have the list group_<name> of a
// language.
const (
	Official Group = "official"
	Military Group = "military"
	Police   Group = "police"
	Expert   Group = "expert"
	Company  Group = "company"
	Affected Group = "affected"
	Media    Group = "media"
	Unnamed  Group = "unnamed" // nobody is named: "sources", "some"
	Other    Group = "other"   // somebody of whom no list knows
)

// Groups returns the groups that are lists, in the order in which a word is
// looked for in them.
func Groups() []Group {
	return []Group{Official, Military, Police, Expert, Company, Affected, Media, Unnamed}
}

// groupOf returns the group that the last telling word decides, "" if none
// does. Words before the first preposition come first: "an officer of the
// port company" is police.
func (c *cast) groupOf(words []string) Group {
	if slices.ContainsFunc(words, func(w string) bool { return c.language.In("group_other", c.language.Rules().Bare(w)) }) {
		return Other
	}
	head := slices.IndexFunc(words, func(w string) bool { return c.language.Role(w).Is(text.Preposition) })
	if head < 0 {
		head = len(words)
	}
	if slices.ContainsFunc(words[:head], c.unnamed) {
		return Unnamed
	}
	for _, part := range [][]string{words[:head], words[head:]} {
		for i, w := range slices.Backward(part) {
			if group := c.groupOfPair(part, i); group != "" {
				return group
			}
			if c.language.In("spokesmen", w) {
				continue
			}
			if group := c.groupOfWord(w); group != "" {
				return group
			}
		}
	}
	return ""
}

// groupOfPair returns the group of word i together with the one before it, for
// entries such as "attorney general".
func (c *cast) groupOfPair(words []string, i int) Group {
	if i == 0 {
		return ""
	}
	for _, group := range Groups() {
		if c.language.In("group_"+string(group), words[i-1]+" "+words[i]) {
			return group
		}
	}
	return ""
}

// unnamed reports whether a word means somebody who is not to be named.
func (c *cast) unnamed(w string) bool {
	return c.language.In("group_unnamed", c.language.Rules().Unmarked(w))
}

func (c *cast) groupOfWord(w string) Group {
	for _, form := range c.language.Rules().Singulars(c.language.Rules().Bare(w)) {
		for _, group := range Groups() {
			if c.language.In("group_"+string(group), form) {
				return group
			}
		}
	}
	return ""
}

func orOther(group Group) Group {
	if group == "" {
		return Other
	}
	return group
}

// without returns the words that are not among the others.
func without(words, others []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(others, w) })
}

// sexOf returns what a title among the words tells, "" if none does.
func (c *cast) sexOf(words []string) string {
	for _, sex := range []string{"male", "female"} {
		if slices.ContainsFunc(words, func(w string) bool { return c.language.In(sex+"_titles", w) }) {
			return sex
		}
	}
	return ""
}
