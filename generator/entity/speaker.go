package entity

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/grammar"
	"parallax/generator/text"
)

// A Speaker is whom the source of an attribution means.
type Speaker struct {
	Name  string // as the article writes it first in full; empty if it is not known
	Group Group
}

// Speakers returns who the source of each attribution of an article is.
func (c *Entities) Speakers(article int) []Speaker {
	r := c.readings[article]
	if len(r.Attributions()) == 0 {
		return nil
	}
	cast := newCast(r)
	list := make([]Speaker, len(r.Attributions()))
	heard := 0
	for i, a := range r.Attributions() {
		for ; heard <= a.Passage; heard++ {
			cast.hears(r.Text(), r.Folded(heard))
		}
		list[i].Group = Unnamed
		if len(a.Source) == 0 {
			continue
		}
		in := r.Folded(a.Passage)
		if start, end := in.TokensOf(a.Source[0]); start < end { // a source in another sentence is nobody here
			list[i].Name, list[i].Group = cast.speaker(r.Text(), in, start, end)
		}
	}
	return list
}

// speaker resolves a source, given as tokens of its sentence, to a name of the
// article, and says which group it belongs to.
func (c *cast) speaker(s string, in *grammar.Sentence, start, end int) (name string, group Group) {
	if start > 0 && in.Tokens[start].Kind == grammar.Subordinator && in.Tokens[start].Role.Is(text.Relative) {
		before := start
		for before > 0 && in.Tokens[before-1].Kind == grammar.Comma {
			before--
		}
		if from := in.PhraseBefore(before - 1); from < before {
			start, end = from, before
		}
	}
	tokens := in.Tokens[start:end]
	if len(tokens) == 1 && tokens[0].Kind == grammar.Pronoun {
		return c.pronoun(tokens[0].Lower)
	}
	i := c.named(s, in, start, end)
	if i < 0 {
		i = c.definite(tokens)
	}
	if i >= 0 {
		return c.speaks(i, lowers(tokens))
	}
	name, group = c.described(s, in, start, end), orOther(c.groupOf(lowers(tokens)))
	if len(tokens) == 1 && tokens[0].Kind == grammar.Determiner {
		return name, Unnamed
	}
	if len(tokens) == 1 && tokens[0].Kind == grammar.Numeral {
		return "", Unnamed
	}
	c.bodyName, c.bodyKind, c.plural = name, group, c.language.Rules().Plural(name)
	return name, group
}

// speaks notes that the member spoke and returns its name and group. What it
// is called here counts before what it was called elsewhere.
func (c *cast) speaks(i int, called []string) (name string, group Group) {
	m := &c.members[i]
	if m.group == "" || m.group == Other {
		m.group = orOther(cmp.Or(c.groupOf(without(called, m.words)), c.groupOf(m.roles)))
		switch {
		case c.language.In("state_names", strings.Join(m.words, " ")):
			m.group = Official
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
func (c *cast) hears(s string, in *grammar.Sentence) {
	start := 0
	for start < len(in.Tokens) && (in.Tokens[start].Kind == grammar.Coordinator || in.Tokens[start].Kind == grammar.Adverb) {
		start++
	}
	if start == len(in.Tokens) || in.Tokens[start].Kind == grammar.Pronoun {
		return
	}
	end := in.PhraseAfter(start, true)
	if end == start {
		return
	}
	if i := c.named(s, in, start, end); i >= 0 {
		c.speaks(i, lowers(in.Tokens[start:end]))
	}
}

// pronoun resolves a pronoun to the last person, or body, that spoke or was
// spoken of, unless their title says that it cannot be meant.
func (c *cast) pronoun(lower string) (name string, group Group) {
	switch {
	case c.language.In("body_pronouns_spoken", lower) && c.bodyName != "" && c.plural == c.language.In("plural_pronouns_spoken", lower):
		return c.bodyName, c.bodyKind
	case c.language.In("female_pronouns_spoken", lower):
		return c.lastPerson("female")
	case c.language.In("male_pronouns", lower):
		return c.lastPerson("male")
	}
	return "", Unnamed
}

// lastPerson returns the last person of the sex that was spoken of not long
// ago, one of unknown sex included.
func (c *cast) lastPerson(sex string) (name string, group Group) {
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
	return "", Unnamed
}

// described returns a source that is no name, without determiner and without
// what follows a comma: "spokesman for the port".
func (c *cast) described(s string, in *grammar.Sentence, start, end int) string {
	for i := start + 1; i < end; i++ {
		if in.Tokens[i].Kind == grammar.Comma || in.Tokens[i].Kind == grammar.Subordinator {
			end = i
		}
	}
	if in.Tokens[start].Kind == grammar.Determiner && end > start+1 {
		start++
	}
	return in.Bytes(start, end).Of(s)
}
