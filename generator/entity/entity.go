// Package entity says who is who: which words of the articles of an event refer
// to one person, body, place, act or thing. [Resolve] is its entry point.
//
// # Mentions
//
// A [Mention] is a name, a common noun, a verb or a pronoun of an article. A
// noun that describes a name ("the actress Tara Reid") is a mention beside it.
//
// # Chains
//
// Mentions that mean one entity are one chain over all articles. Names are
// joined by the tables of states and bodies, by the last name of a full one and
// by initials; common nouns by their head, since the reports of one event seldom
// speak of two drills, by the families of words that may mean one thing, and
// with a name by apposition; pronouns go to the last fitting mention before
// them. The field calls this cross-document coreference.
//
// # Speakers
//
// The source of an attribution is a phrase; [Entities.Speakers] says whom it
// means, and to which [Group] of speakers they belong by what the article says
// they are.
package entity

import (
	"slices"
	"strings"

	"parallax/generator/reading"
	"parallax/generator/text"
)

// A Mention is a place where an article refers to something.
type Mention struct {
	Article  int         // index into the readings
	Passage  int         // index into the article's passages
	Span     text.Span   // the words that refer, without a determiner; bytes of the article's text
	Words    []text.Word // of the span
	Kind     MentionKind
	Head     string // of a noun its singular, of a verb its stem, of a name the whole in lower case
	Stem     string // of the last word
	Definite bool   // "the" or "his" stands before it
	Of       int    // index of the mention that this one describes, or -1
}

// Anchor returns the words of a mention that refer by themselves: a name whole,
// of a noun the last word.
func (m Mention) Anchor() text.Span {
	if m.Kind == Noun {
		return m.Words[len(m.Words)-1].Span
	}
	return m.Span
}

// A MentionKind says what a mention is made of.
type MentionKind uint8

// The kinds of mentions.
const (
	Name MentionKind = iota
	Noun
	Pronoun
	Verb
)

// String returns the name of the kind: "name", "noun", "pronoun" or "verb".
func (k MentionKind) String() string { return [...]string{"name", "noun", "pronoun", "verb"}[k] }

// A Kind says what an entity is.
type Kind string

// The kinds of entities.
const (
	Person Kind = "person"
	People Kind = "group"
	Place  Kind = "place"
	Act    Kind = "act"
	Thing  Kind = "thing"
)

// Kinds returns the kinds in order; of those with equally many mentions an
// entity has the first.
func Kinds() []Kind { return []Kind{Person, People, Place, Act, Thing} }

// Entities are the mentions of the articles of an event, gathered into chains.
// They are made by [Resolve] and not changed later.
type Entities struct {
	readings []*reading.Reading
	language *text.Language
	mentions []Mention
	parent   []int // of each mention; its own index for a root
	keys     map[string]int

	families    [][]string        // heads that may mean one thing
	listed      int               // how many of them are the language's; the rest are the editor's
	compounds   map[string]bool   // heads of families that are several words
	listedNames map[string]string // names of states, bodies and the editor's, to their keys
	table       nameTable         // the event's other names
}

// Resolve gathers the mentions of articles. Aliases are lists of names that an
// editor says mean one entity; language is that of the event.
func Resolve(language *text.Language, readings []*reading.Reading, aliases [][]string) *Entities {
	c := &Entities{readings: readings, language: language, keys: map[string]int{}, compounds: map[string]bool{}}
	c.readFamilies(aliases)
	c.find()
	c.parent = make([]int, len(c.mentions))
	for i := range c.parent {
		c.parent[i] = i
	}
	c.joinNames(aliases)
	c.joinNouns()
	c.joinDescriptions()
	c.joinFamilies()
	c.joinCommon()
	c.joinPronouns()
	return c
}

// find fills the mentions of all articles.
func (c *Entities) find() {
	f := newMentionFinder(c.language, c.readings)
	for i, r := range c.readings {
		base := len(c.mentions)
		for _, m := range f.find(i, r) {
			if m.Of >= 0 {
				m.Of += base
			}
			if head := c.compoundHead(m); head != m.Head {
				m.Head, m.Stem = head, head // "agency workers" are no workers
			}
			c.mentions = append(c.mentions, m)
		}
	}
}

// Mentions returns the mentions of all articles, in order of articles and text.
func (c *Entities) Mentions() []Mention { return c.mentions }

// Chains returns the mentions of each entity as indexes into Mentions, each
// chain and the list in order.
func (c *Entities) Chains() [][]int {
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

// Same reports whether the phrases of two articles, as spans of their texts, end in
// mentions of one entity.
func (c *Entities) Same(first int, phrase text.Span, second int, other text.Span) bool {
	i, j := c.endingAt(first, phrase), c.endingAt(second, other)
	return i >= 0 && j >= 0 && c.root(i) == c.root(j)
}

// Known reports whether a phrase of an article, as a span of its text, has a mention.
func (c *Entities) Known(article int, phrase text.Span) bool { return c.endingAt(article, phrase) >= 0 }

// endingAt returns the last mention within a phrase of an article, -1 if there is none.
func (c *Entities) endingAt(article int, phrase text.Span) int {
	found := -1
	first, _ := slices.BinarySearchFunc(c.mentions, article, func(m Mention, article int) int { return m.Article - article })
	for i := first; i < len(c.mentions) && c.mentions[i].Article == article; i++ {
		if phrase.Contains(c.mentions[i].Span) {
			found = i
		}
	}
	return found
}

// Families returns the lists of heads of common nouns that may mean one thing.
// Those of the editor's aliases come last, from index aliased on.
func (c *Entities) Families() (families [][]string, aliased int) { return c.families, c.listed }

// Compound reports whether a head of several words is listed as one label:
// "war games".
func (c *Entities) Compound(head string) bool { return c.compounds[head] }

// IsPerson reports whether a head means a person.
func (c *Entities) IsPerson(head string) bool { return c.language.In("people", head) }

// Listed returns the key of a name that a list of states or bodies has, or an
// editor's; ok is false for any other mention.
func (c *Entities) Listed(m Mention) (key string, ok bool) {
	if m.Kind != Name {
		return "", false
	}
	key, ok = c.listedNames[c.Core(m)]
	return key, ok
}

// FullName returns the key of the name that stands for a name of the event that
// no list has: that of "Ida Hale" for "Hale".
func (c *Entities) FullName(m Mention) string { return c.table[c.Core(m)] }

// KindOf returns what a mention alone says that it is.
func (c *Entities) KindOf(m Mention) Kind {
	head := m.Words[len(m.Words)-1]
	if m.Kind == Name {
		switch _, listed := c.Listed(m); {
		case listed, c.language.In("groups", head.Lower):
			return People
		case c.language.In("places", head.Lower):
			return Place
		case c.Personal(m):
			return Person
		}
		return Thing
	}
	switch {
	case c.IsPerson(m.Head[strings.LastIndexByte(m.Head, ' ')+1:]):
		if c.language.Rules().Singular(head.Lower) != head.Lower {
			return People
		}
		return Person
	case c.language.In("groups", head.Lower), c.language.In("groups", m.Head):
		return People
	case c.language.In("places", m.Head):
		return Place
	case c.language.CanBe(head.Lower, 'v'), c.language.Rules().Deed(head.Lower):
		return Act
	}
	return Thing
}

// KindOfAll returns what most of the mentions say that they are.
func (c *Entities) KindOfAll(mentions []Mention) Kind {
	votes := map[Kind]int{}
	for _, m := range mentions {
		votes[c.KindOf(m)]++
	}
	return slices.MaxFunc(Kinds(), func(a, b Kind) int { return votes[a] - votes[b] })
}
