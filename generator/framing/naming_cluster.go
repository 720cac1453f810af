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
			m.head = c.compoundHead(m)
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

// keyOf returns the key that all names of a participant share.
func (c *clustering) keyOf(m mention) string {
	name := c.core(m)
	if key, known := c.listedNames[name]; known {
		return key
	}
	return c.table[name]
}

// core returns the key of a name without the titles before it.
func (c *clustering) core(m mention) string {
	words := strings.Fields(m.head)
	for len(words) > 1 && c.titles[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// canon maps names of states and bodies, and the editor's aliases, to keys.
func (c *clustering) canon(aliases [][]string) map[string]string {
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
func (c *clustering) addStates(canon map[string]string) {
	named := map[string]bool{}
	for _, m := range c.mentions {
		named[m.head] = true
	}
	var capitals [][]string
	for _, line := range c.language.List("states") {
		parts := strings.Split(line, "|")
		names := append(strings.Split(parts[1], ","), parts[0])
		names = append(names, strings.Split(parts[2], ",")...)
		c.addAliases(canon, names, parts[0])
		if slices.ContainsFunc(names, func(name string) bool { return named[c.nameOf(name)] }) {
			capitals = append(capitals, append(strings.Split(parts[3], ","), parts[0]))
		}
	}
	if len(capitals) > 1 {
		for _, names := range capitals {
			c.addAliases(canon, names, names[len(names)-1])
		}
	}
}

func (c *clustering) addAliases(canon map[string]string, names []string, key string) {
	key = c.nameOf(key)
	for _, name := range names {
		if name = c.nameOf(name); name != "" {
			canon[name] = key
		}
	}
}

// nameOf is the key of a name of a list.
func (c *clustering) nameOf(name string) string {
	name = strings.TrimPrefix(strings.TrimSpace(name), "the ")
	return nameKey(c.language.Words(name))
}

// counts returns how often the event uses each name that no list knows.
func (c *clustering) counts(canon map[string]string) map[string]int {
	counts := map[string]int{}
	for _, m := range c.mentions {
		if name := c.core(m); m.kind == mentionName && canon[name] == "" {
			counts[name]++
		}
	}
	return counts
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

// addTitles counts a title before a name as a description: "Gov. Hale" is
// another governor than Pence.
func (c *clustering) addTitles(described map[string]map[int]bool) {
	for _, m := range c.mentions {
		if m.kind != mentionName || !c.titles[m.words[0].Lower] {
			continue
		}
		for head, of := range described {
			if strings.HasPrefix(head, m.words[0].Lower) {
				of[c.root(c.keys["name "+c.keyOf(m)])] = true
			}
		}
	}
}

// readFamilies reads which heads may mean one thing: the list "labels" of the
// language, and the common nouns among the editor's aliases.
func (c *clustering) readFamilies(aliases [][]string) {
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
func (c *clustering) headOf(label string) string {
	var words []string
	for _, w := range c.language.Words(label) {
		if w.Lower != "the" && w.Lower != "a" && w.Lower != "an" {
			words = append(words, singular(w.Lower))
		}
	}
	return strings.Join(words, " ")
}

// compoundHead returns the head of a mention, the word before it included
// where both together are listed as one label ("war games").
func (c *clustering) compoundHead(m mention) string {
	if m.kind != mentionNoun || len(m.words) < 2 {
		return m.head
	}
	if two := m.words[len(m.words)-2].Lower + " " + m.head; c.compounds[two] {
		return two
	}
	return m.head
}

// joinFamilies joins the heads of one family: a drill and an exercise.
func (c *clustering) joinFamilies() {
	for _, heads := range c.families {
		first := -1
		for _, head := range heads {
			i, known := c.keys["head "+head]
			switch {
			case !known:
			case first < 0:
				first = i
			default:
				c.join(first, i)
			}
		}
	}
}

// joinCommon joins a common noun with the only name of the event that ends in
// it: "the church" and "Wasilla Bible Church".
func (c *clustering) joinCommon() {
	names := map[string][]int{}
	for i, m := range c.mentions {
		if m.kind != mentionName || c.listedNames[c.core(m)] != "" {
			continue
		}
		stem, r := m.words[len(m.words)-1].Stem, c.root(i)
		if !slices.Contains(names[stem], r) {
			names[stem] = append(names[stem], r)
		}
	}
	for _, m := range c.mentions {
		if m.kind == mentionNoun && len(names[m.stem]) == 1 {
			c.join(c.keys["head "+m.head], names[m.stem][0])
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
