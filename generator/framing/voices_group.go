package framing

import (
	"slices"

	"parallax/generator/text"
)

// groups returns the kinds of speaker, each the list group_<kind> of a language.
func groups() []string {
	return []string{"official", "military", "police", "expert", "company", "affected", "media", "unnamed"}
}

// groupOf returns the group that the last telling word decides, "" if none
// does. Words before the first preposition come first: "an officer of the
// port company" is police.
func (c *cast) groupOf(words []string) string {
	if slices.ContainsFunc(words, func(w string) bool { return c.language.In("group_other", c.language.Rules().Bare(w)) }) {
		return "other"
	}
	head := slices.IndexFunc(words, func(w string) bool { return c.language.Role(w).Is(text.Preposition) })
	if head < 0 {
		head = len(words)
	}
	if slices.ContainsFunc(words[:head], c.unnamed) {
		return "unnamed"
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
func (c *cast) groupOfPair(words []string, i int) string {
	if i == 0 {
		return ""
	}
	for _, group := range groups() {
		if c.language.In("group_"+group, words[i-1]+" "+words[i]) {
			return group
		}
	}
	return ""
}

// unnamed reports whether a word means somebody who is not to be named.
func (c *cast) unnamed(w string) bool {
	return c.language.In("group_unnamed", c.language.Rules().Unmarked(w))
}

func (c *cast) groupOfWord(w string) string {
	for _, form := range c.language.Rules().Singulars(c.language.Rules().Bare(w)) {
		for _, group := range groups() {
			if c.language.In("group_"+group, form) {
				return group
			}
		}
	}
	return ""
}

func orOther(group string) string {
	if group == "" {
		return "other"
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
