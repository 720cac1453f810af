package entity

import (
	"slices"
	"strings"
)

// keyOf returns the key that all names of a participant share.
func (c *Entities) keyOf(m Mention) string {
	name := c.Core(m)
	if key, known := c.listedNames[name]; known {
		return key
	}
	return c.table[name]
}

// Core returns the key of a name without the titles in it and what stands before
// them: "Ida Hale" of "Florida Gov. Ida Hale".
func (c *Entities) Core(m Mention) string {
	words := strings.Fields(m.Head)
	for i := len(words) - 2; i >= 0; i-- {
		if c.language.In("titles", words[i]) {
			return strings.Join(words[i+1:], " ")
		}
	}
	return strings.Join(words, " ")
}

// canon maps names of states and bodies, and the editor's aliases, to keys.
func (c *Entities) canon(aliases [][]string) map[string]string {
	canon := map[string]string{}
	for _, line := range c.language.List("bodies") {
		name, others, _ := strings.Cut(line, "|")
		c.addAliases(canon, append(strings.Split(others, ","), name), name)
	}
	c.addStates(canon)
	for _, names := range aliases {
		c.addAliases(canon, names, names[0])
	}
	return canon
}

// addStates adds the names of states. A capital stands for its state where the
// event names that state and another one.
func (c *Entities) addStates(canon map[string]string) {
	named := map[string]bool{}
	for _, m := range c.mentions {
		named[m.Head] = true
	}
	var capitals [][]string
	for _, line := range c.language.List("states") {
		parts := strings.Split(line, "|")
		names := append(strings.Split(parts[1], ","), parts[0])
		names = append(names, strings.Split(parts[2], ",")...)
		c.addAliases(canon, names, parts[0])
		if slices.ContainsFunc(names, func(name string) bool { return named[c.NameKey(name)] }) {
			capitals = append(capitals, append(strings.Split(parts[3], ","), parts[0]))
		}
	}
	if len(capitals) > 1 {
		for _, names := range capitals {
			c.addAliases(canon, names, names[len(names)-1])
		}
	}
}

func (c *Entities) addAliases(canon map[string]string, names []string, key string) {
	key = c.NameKey(key)
	for _, name := range names {
		if name = c.NameKey(name); name != "" {
			canon[name] = key
		}
	}
}

// NameKey is the key of a name of a list.
func (c *Entities) NameKey(name string) string {
	words := c.language.Words(name)
	if len(words) > 1 && c.language.In("articles", words[0].Of(name)) {
		words = words[1:]
	}
	return nameKey(words)
}

// counts returns how often the event uses each name that no list knows.
func (c *Entities) counts(canon map[string]string) map[string]int {
	counts := map[string]int{}
	for _, m := range c.mentions {
		if name := c.Core(m); m.Kind == Name && canon[name] == "" {
			counts[name]++
		}
	}
	return counts
}

// addTitles counts a title before a name as a description: "Gov. Hale" is
// another governor than Pence.
func (c *Entities) addTitles(described map[string]map[int]bool) {
	for _, m := range c.mentions {
		if m.Kind != Name || !c.language.In("titles", m.Words[0].Lower) {
			continue
		}
		for head, of := range described {
			if strings.HasPrefix(head, m.Words[0].Lower) {
				of[c.root(c.keys["name "+c.keyOf(m)])] = true
			}
		}
	}
}
