package entity

import (
	"parallax/generator/text"
)

// root returns the mention that stands for the cluster of a mention.
func (c *Entities) root(i int) int {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// join makes one cluster of two; the earlier mention stands for it.
func (c *Entities) join(i, j int) {
	i, j = c.root(i), c.root(j)
	c.parent[max(i, j)] = min(i, j)
}

// joinAt joins a mention with all those of the same key.
func (c *Entities) joinAt(key string, i int) {
	if first, known := c.keys[key]; known {
		c.join(first, i)
		return
	}
	c.keys[key] = i
}

// joinNames joins names.
func (c *Entities) joinNames(aliases [][]string) {
	canon := c.canon(aliases)
	c.listedNames = canon
	c.table = c.nameTableOf(c.counts(canon))
	for i, m := range c.mentions {
		if m.Kind != Name {
			continue
		}
		c.joinAt("name "+c.keyOf(m), i)
	}
}

// joinNouns joins common nouns, and verbs of the same stem, by their head.
func (c *Entities) joinNouns() {
	for i, m := range c.mentions {
		if m.Kind == Noun || m.Kind == Verb {
			c.joinAt("stem "+m.Stem, i)
		}
		if m.Kind == Noun {
			c.joinAt("head "+m.Head, i)
		}
	}
}

// joinDescriptions joins a noun with the name that it describes, unless it
// describes several of the event.
func (c *Entities) joinDescriptions() {
	described := map[string]map[int]bool{}
	for _, m := range c.mentions {
		if m.Of >= 0 {
			if described[m.Head] == nil {
				described[m.Head] = map[int]bool{}
			}
			described[m.Head][c.root(m.Of)] = true
		}
	}
	c.addTitles(described)
	for i, m := range c.mentions {
		if m.Of >= 0 && len(described[m.Head]) == 1 && c.IsPerson(m.Head) {
			c.join(i, m.Of)
		}
	}
}

// joinPronouns joins pronouns with the last mention of a fitting kind.
func (c *Entities) joinPronouns() {
	person := -1
	for i, m := range c.mentions {
		if i > 0 && c.mentions[i-1].Article != m.Article {
			person = -1
		}
		switch {
		case m.Kind == Pronoun && c.language.In("person_pronouns", m.Head) && person >= 0:
			c.join(person, i)
		case m.Kind == Noun && c.IsPerson(m.Head), m.Kind == Name && c.Personal(m):
			person = i
		}
	}
}

// Personal reports whether a name looks like a person's: two or three words
// that no table knows, or one with a title.
func (c *Entities) Personal(m Mention) bool {
	last := m.Words[len(m.Words)-1]
	switch {
	case c.listedNames[c.Core(m)] != "", text.AllCapitals(last.Of(c.readings[m.Article].Text())):
		return false
	case c.language.In("titles", m.Words[0].Lower):
		return true
	}
	return len(m.Words) < 4 && c.language.Classes(last.Lower) == "" || len(m.Words) == 2 && !(c.language.In("places", last.Lower) || c.language.In("groups", last.Lower))
}
