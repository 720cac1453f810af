package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// speaker resolves a source, given as tokens of its sentence, to a name of the
// article, and says which group it belongs to.
func (c *cast) speaker(s string, in *sentence, start, end int) (name, group string) {
	if start > 0 && in.tokens[start].kind == subordinator && in.tokens[start].role.Is(text.Relative) {
		before := start
		for before > 0 && in.tokens[before-1].kind == comma {
			before--
		}
		if from := in.phraseBefore(before - 1); from < before {
			start, end = from, before
		}
	}
	tokens := in.tokens[start:end]
	if len(tokens) == 1 && tokens[0].kind == pronoun {
		return c.pronoun(tokens[0].lower)
	}
	i := c.named(s, in, start, end)
	if i < 0 {
		i = c.definite(tokens)
	}
	if i >= 0 {
		return c.speaks(i, lowers(tokens))
	}
	name, group = c.described(s, in, start, end), orOther(c.groupOf(lowers(tokens)))
	if len(tokens) == 1 && tokens[0].kind == determiner {
		return name, "unnamed"
	}
	if len(tokens) == 1 && tokens[0].kind == numeral {
		return "", "unnamed"
	}
	c.bodyName, c.bodyKind, c.plural = name, group, c.language.Rules().Plural(name)
	return name, group
}

// speaks notes that the member spoke and returns its name and group. What it
// is called here counts before what it was called elsewhere.
func (c *cast) speaks(i int, called []string) (name, group string) {
	m := &c.members[i]
	if m.group == "" || m.group == "other" {
		m.group = orOther(cmp.Or(c.groupOf(without(called, m.words)), c.groupOf(m.roles)))
		switch {
		case c.language.In("state_names", strings.Join(m.words, " ")):
			m.group = "official"
		case m.body:
			m.group = orOther(cmp.Or(c.groupOf(m.words), m.group))
		}
	}
	if m.body {
		c.bodyName, c.bodyKind, c.plural = m.name, m.group, false
	} else {
		c.people = append(c.people, i)
	}
	return m.name, m.group
}

// hears notes who a sentence is about before anybody speaks in it: its first
// noun phrase, if that is a name.
func (c *cast) hears(s string, in *sentence) {
	start := 0
	for start < len(in.tokens) && (in.tokens[start].kind == coordinator || in.tokens[start].kind == adverb) {
		start++
	}
	if start == len(in.tokens) || in.tokens[start].kind == pronoun {
		return
	}
	end := in.phraseAfter(start, true)
	if end == start {
		return
	}
	if i := c.named(s, in, start, end); i >= 0 {
		c.speaks(i, lowers(in.tokens[start:end]))
	}
}

// pronoun resolves a pronoun to the last person, or body, that spoke or was
// spoken of, unless their title says that it cannot be meant.
func (c *cast) pronoun(lower string) (name, group string) {
	switch {
	case c.language.In("body_pronouns_spoken", lower) && c.bodyName != "" && c.plural == c.language.In("plural_pronouns_spoken", lower):
		return c.bodyName, c.bodyKind
	case c.language.In("female_pronouns_spoken", lower):
		return c.lastPerson("female")
	case c.language.In("male_pronouns", lower):
		return c.lastPerson("male")
	}
	return "", "unnamed"
}

// lastPerson returns the last person of the sex that was spoken of not long
// ago, one of unknown sex included.
func (c *cast) lastPerson(sex string) (name, group string) {
	const longest = 3 // mentions of others in between
	for n, i := range slices.Backward(c.people) {
		m := &c.members[i]
		if n < len(c.people)-longest {
			break
		}
		if m.sex == "" || m.sex == sex {
			m.sex = sex
			c.people = append(c.people, i)
			return m.name, orOther(m.group)
		}
	}
	return "", "unnamed"
}

// described returns a source that is no name, without determiner and without
// what follows a comma: "spokesman for the port".
func (c *cast) described(s string, in *sentence, start, end int) string {
	for i := start + 1; i < end; i++ {
		if in.tokens[i].kind == comma || in.tokens[i].kind == subordinator {
			end = i
		}
	}
	if in.tokens[start].kind == determiner && end > start+1 {
		start++
	}
	return in.span(start, end).Of(s)
}
