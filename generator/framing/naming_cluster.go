package framing

import (
	"slices"
	"strings"

	"parallax/generator/text"
)

// A clustering gathers the mentions of an event that mean one participant.
//
// Names are joined by the tables of states and bodies, by the last name of a
// full one and by initials. Common nouns are joined by their head, since the
// reports of one event seldom speak of two drills, and with a name by
// apposition. Pronouns go to the last fitting mention before them.
type clustering struct {
	readings []*reading
	language *text.Language
	mentions []mention
	parent   []int // of each mention; its own index for a root
	keys     map[string]int
	persons  map[string]bool // heads that mean a person
	titles   map[string]bool
	common   map[string]bool // words that end names of places and bodies
	states   *vocabulary

	families    [][]string        // heads that may mean one thing
	listedNames map[string]string // names of states, bodies and the editor's, to their keys
	table       nameTable         // the event's other names
	listed      int               // how many of them are the language's; the rest are the editor's
	compounds   map[string]bool
}

// cluster gathers the mentions of articles. Aliases are lists of names that an
// editor says mean one participant.
func cluster(v *vocabulary, readings []*reading, aliases [][]string) *clustering {
	l := v.language
	c := &clustering{
		readings: readings, language: l, keys: map[string]int{}, states: v,
		titles: setOf(l.List("titles")), persons: map[string]bool{}, compounds: map[string]bool{},
		common: setOf(append(slices.Clone(l.List("places")), l.List("groups")...)),
	}
	for _, word := range l.List("people") {
		c.persons[word] = true
	}
	c.readFamilies(aliases)
	f := newMentionFinder(l, readings)
	for _, r := range readings {
		base := len(c.mentions)
		for _, m := range f.find(r) {
			if m.of >= 0 {
				m.of += base
			}
			if head := c.compoundHead(m); head != m.head {
				m.head, m.stem = head, head // "agency workers" are no workers
			}
			c.mentions = append(c.mentions, m)
		}
	}
	c.parent = make([]int, len(c.mentions))
	for i := range c.parent {
		c.parent[i] = i
	}
	c.joinNames(aliases)
	c.joinNouns()
	c.joinDescriptions()
	c.joinFamilies()
	c.joinCommon()
	c.joinPronouns(f)
	return c
}

// root returns the mention that stands for the cluster of a mention.
func (c *clustering) root(i int) int {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// join makes one cluster of two; the earlier mention stands for it.
func (c *clustering) join(i, j int) {
	i, j = c.root(i), c.root(j)
	c.parent[max(i, j)] = min(i, j)
}

// joinAt joins a mention with all those of the same key.
func (c *clustering) joinAt(key string, i int) {
	if first, known := c.keys[key]; known {
		c.join(first, i)
		return
	}
	c.keys[key] = i
}

// joinNames joins names.
func (c *clustering) joinNames(aliases [][]string) {
	canon := c.canon(aliases)
	c.listedNames = canon
	c.table = nameTableOf(c.counts(canon))
	for i, m := range c.mentions {
		if m.kind != mentionName {
			continue
		}
		c.joinAt("name "+c.keyOf(m), i)
	}
}

// joinNouns joins common nouns, and verbs of the same stem, by their head.
func (c *clustering) joinNouns() {
	for i, m := range c.mentions {
		if m.kind == mentionNoun || m.kind == mentionVerb {
			c.joinAt("stem "+m.stem, i)
		}
		if m.kind == mentionNoun {
			c.joinAt("head "+m.head, i)
		}
	}
}

// joinDescriptions joins a noun with the name that it describes, unless it
// describes several of the event.
func (c *clustering) joinDescriptions() {
	described := map[string]map[int]bool{}
	for _, m := range c.mentions {
		if m.of >= 0 {
			if described[m.head] == nil {
				described[m.head] = map[int]bool{}
			}
			described[m.head][c.root(m.of)] = true
		}
	}
	c.addTitles(described)
	for i, m := range c.mentions {
		if m.of >= 0 && len(described[m.head]) == 1 && c.persons[m.head] {
			c.join(i, m.of)
		}
	}
}

// joinPronouns joins pronouns with the last mention of a fitting kind.
func (c *clustering) joinPronouns(f *mentionFinder) {
	person := -1
	for i, m := range c.mentions {
		if i > 0 && c.mentions[i-1].article != m.article {
			person = -1
		}
		switch {
		case m.kind == mentionPronoun && f.persons[m.head] && person >= 0:
			c.join(person, i)
		case m.kind == mentionNoun && c.persons[m.head], m.kind == mentionName && c.personal(m):
			person = i
		}
	}
}

// personal reports whether a name looks like a person's: two or three words
// that no table knows, or one with a title.
func (c *clustering) personal(m mention) bool {
	last := m.words[len(m.words)-1]
	switch {
	case c.listedNames[c.core(m)] != "", allCapitals(last.Of(c.readings[m.article].article.Text)):
		return false
	case c.titles[m.words[0].Lower]:
		return true
	}
	return len(m.words) < 4 && c.language.Classes(last.Lower) == "" || len(m.words) == 2 && !c.common[last.Lower]
}

// chains returns the mentions of each cluster, in order.
func (c *clustering) chains() [][]int {
	of := map[int]int{}
	var list [][]int
	for i := range c.mentions {
		r := c.root(i)
		at, known := of[r]
		if !known {
			at = len(list)
			of[r] = at
			list = append(list, nil)
		}
		list[at] = append(list[at], i)
	}
	return list
}

// allCapitals reports whether a word is written in capitals only.
func allCapitals(word string) bool {
	return len(word) > 1 && word == strings.ToUpper(word)
}
