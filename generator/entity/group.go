package entity

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A Group is a kind of speaker.
type Group string

// The groups of speakers; all but Unknown have the list group_<name> of a
// language.
const (
	Official  Group = "official"
	Military  Group = "military"
	Police    Group = "police"
	Expert    Group = "expert"
	Company   Group = "company"
	Affected  Group = "affected"
	Advocacy  Group = "advocacy" // campaigns, unions, churches
	Media     Group = "media"
	Celebrity Group = "celebrity" // artists and athletes
	Unnamed   Group = "unnamed"   // nobody is named: "sources", "some"
	Unknown   Group = "unknown"   // nothing tells; it counts as nothing
)

// Groups returns the groups that are lists, in the order in which a word is
// looked for in them.
func Groups() []Group {
	return []Group{Official, Military, Police, Expert, Company, Affected, Advocacy, Media, Celebrity, Unnamed}
}

// groupOf returns the group that a description tells, "" if it tells none. Its
// head decides: "a military analyst" is an expert. Of a post ("president",
// "spokesman") the body decides in which it is held, if that is clear. What
// follows the first preposition comes last: "an officer of the port company" is
// police.
func (e *Entities) groupOf(words []string) Group {
	parts := e.parted(words)
	if len(parts) == 0 {
		return ""
	}
	if e.unnamed(parts) {
		return Unnamed
	}
	own := Group("")
	for _, part := range parts {
		for i := len(part) - 1; i >= 0; i-- {
			group := e.groupOfPair(part, i)
			paired := group != ""
			if !paired && (i == len(part)-1 || !e.language.In("titles", part[i])) { // "general counsel" is no general
				group = e.groupOfWord(part[i])
			}
			switch {
			case e.inForm("spokesmen", part[i]):
				own = cmp.Or(own, group)
			case group != "":
				return group
			}
			if paired {
				i--
			}
		}
	}
	return own
}

// parted cuts a description into the words before its first preposition and
// those between the others.
func (e *Entities) parted(words []string) [][]string {
	var parts [][]string
	part := []string{}
	for _, w := range words {
		if e.language.Role(w).Is(text.Preposition | text.Relative) {
			parts, part = append(parts, part), []string{}
			continue
		}
		part = append(part, w)
	}
	return append(parts, part)
}

// unnamed reports whether a description means somebody who is not to be named:
// a word for such, or people of whom only is said how near
// they are to something ("people briefed on the talks").
func (e *Entities) unnamed(parts [][]string) bool {
	if slices.ContainsFunc(parts[0], func(w string) bool { return e.inForm("group_unnamed", w) }) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(parts[:min(2, len(parts))]...), func(w string) bool { return e.language.In("informed", w) })
}

// single reports whether a description without a name means one official, of
// whom no more is said: "a senior official".
func (e *Entities) single(words []string) bool {
	head := e.parted(words)[0]
	return len(head) > 0 && e.language.In("unnamed_singly", head[len(head)-1])
}

// groupOfPair returns the group of word i together with the one before it, for
// entries such as "attorney general".
func (e *Entities) groupOfPair(words []string, i int) Group {
	if i == 0 {
		return ""
	}
	for _, first := range e.forms(words[i-1]) {
		for _, second := range e.forms(words[i]) {
			if group := e.listedGroup(first + " " + second); group != "" {
				return group
			}
		}
	}
	return ""
}

// groupOfWord returns the group of a word in any number.
func (e *Entities) groupOfWord(w string) Group {
	for _, form := range e.forms(w) {
		if group := e.listedGroup(form); group != "" {
			return group
		}
	}
	return ""
}

// listedGroup returns the group whose list has an entry, "" if none has.
func (e *Entities) listedGroup(entry string) Group {
	for _, group := range Groups() {
		if e.language.In("group_"+string(group), entry) {
			return group
		}
	}
	return ""
}

// forms returns a word without the ending of a genitive, and all that it can be
// a plural of.
func (e *Entities) forms(w string) []string {
	rules := e.language.Rules()
	return rules.Singulars(rules.Bare(w))
}

// inForm reports whether a list has a word in any number.
func (e *Entities) inForm(list, w string) bool {
	return slices.ContainsFunc(e.forms(w), func(form string) bool { return e.language.In(list, form) })
}

// groupOfName returns the group that a name tells by itself: one that a list
// has, a state, or a body by its last words. A person's name tells none.
func (e *Entities) groupOfName(words []string, body bool) Group {
	name := strings.Join(words, " ")
	if group := e.listedGroup(name); group != "" {
		return group
	}
	switch {
	case e.language.In("state_names", name):
		return Official
	case !body:
		return ""
	}
	for _, article := range e.language.List("articles") { // "the Hill"
		if group := e.listedGroup(article + " " + name); group != "" {
			return group
		}
	}
	return e.groupOf(words)
}

// many reports whether a name means several of a group rather than a person:
// "House Republicans".
func (c *cast) many(words []string) bool {
	last := words[len(words)-1]
	singular := c.language.Rules().Singular(last)
	return singular != last && (c.language.In("group_official", singular) || len(words) == 1 && c.language.In("people", singular))
}
