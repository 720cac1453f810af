package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readFamilies reads which heads may mean one thing: the list "labels" of the
// language, and the common nouns among the editor's aliases.
func (c *Entities) readFamilies(aliases [][]string) {
	var groups [][]string
	for _, line := range c.language.List("labels") {
		groups = append(groups, strings.Split(line, ", "))
	}
	c.listed = len(groups)
	for _, group := range append(groups, aliases...) {
		var heads []string
		for _, words := range group {
			head := c.headOf(words)
			if strings.Contains(head, " ") {
				c.compounds[head] = true
			}
			heads = append(heads, head)
		}
		c.families = append(c.families, heads)
	}
}

// headOf is the head of a label of a list: its words in the singular, articles left out.
func (c *Entities) headOf(label string) string {
	var words []string
	for _, w := range c.language.Words(label) {
		if !c.language.In("articles", w.Lower) {
			words = append(words, c.language.Rules().Singular(w.Lower))
		}
	}
	return strings.Join(words, " ")
}

// compoundHead returns the head of a mention, the word before it included
// where both together are listed as one label ("war games").
func (c *Entities) compoundHead(m Mention) string {
	if m.Kind != Noun || len(m.Words) < 2 {
		return m.Head
	}
	if two := m.Words[len(m.Words)-2].Lower + " " + m.Head; c.compounds[two] {
		return two
	}
	return m.Head
}

// joinFamilies joins the heads of one family: a drill and an exercise. Heads
// that name two persons stay apart: the spokesman and the spokeswoman.
func (c *Entities) joinFamilies() {
	persons := c.personByRoot()
	for _, heads := range c.families {
		first := -1
		for _, head := range heads {
			i, known := c.keys["head "+head]
			switch {
			case !known:
			case first < 0:
				first = i
			default:
				c.joinUnlessTwo(persons, first, i)
			}
		}
	}
}

// personByRoot returns the key of the person that each cluster names.
func (c *Entities) personByRoot() map[int]string {
	persons := map[int]string{}
	for i, m := range c.mentions {
		if m.Kind == Name && c.Personal(m) {
			persons[c.root(i)] = c.keyOf(m)
		}
	}
	return persons
}

// joinUnlessTwo joins two clusters that do not name different persons.
func (c *Entities) joinUnlessTwo(persons map[int]string, i, j int) {
	p, q := persons[c.root(i)], persons[c.root(j)]
	if p != "" && q != "" && p != q {
		return
	}
	c.join(i, j)
	if key := cmp.Or(p, q); key != "" {
		persons[c.root(i)] = key
	}
}

// possesses reports whether a name is the first part of a longer one, as in
// "the Harbour Workers' Union": the workers are not the union.
func (c *Entities) possesses(m Mention) bool {
	rest := c.readings[m.Article].Text()[m.Span.End:]
	mark, after, _ := strings.Cut(rest, " ")
	next, _ := utf8.DecodeRuneInString(after)
	return mark != "" && c.language.Rules().Bare(mark) == "" && unicode.IsUpper(next)
}

// joinCommon joins a common noun with the only name of the event that ends in
// it: "the church" and "Wasilla Bible Church".
func (c *Entities) joinCommon() {
	names := map[string][]int{}
	for i, m := range c.mentions {
		if m.Kind != Name || c.listedNames[c.Core(m)] != "" || c.possesses(m) {
			continue
		}
		stem, r := m.Words[len(m.Words)-1].Stem, c.root(i)
		if !slices.Contains(names[stem], r) {
			names[stem] = append(names[stem], r)
		}
	}
	persons := c.personByRoot()
	for _, m := range c.mentions {
		if m.Kind == Noun && len(names[m.Stem]) == 1 {
			c.joinUnlessTwo(persons, c.keys["head "+m.Head], names[m.Stem][0])
		}
	}
}
