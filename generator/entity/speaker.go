package entity

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/text"
)

// A Speaker is whom the source of an attribution means.
type Speaker struct {
	Name  string // the same in all articles of the event; empty if it is not known
	Group Group  // the same for all that is laid to a name
}

// Speakers returns, for each article, who the source of each of its
// attributions is. A name means one person or body in all of them, of the
// group that most of what the articles call it tells.
func (c *Entities) Speakers() [][]Speaker {
	casts, voices := make([]*cast, len(c.readings)), make([][]voice, len(c.readings))
	for i, r := range c.readings {
		casts[i], voices[i] = c.voices(r)
	}
	who := c.ensemble(casts, voices)
	list := make([][]Speaker, len(c.readings))
	for i := range voices {
		list[i] = make([]Speaker, len(voices[i]))
		for j, v := range voices[i] {
			list[i][j] = who.speaker(i, v)
		}
	}
	return list
}

// An ensemble is those who speak in an event.
type ensemble struct {
	entities *Entities
	casts    []*cast
	keys     map[string]string // names to those that stand for them
	parts    map[string]*part  // by the names that stand for others
	order    []string          // of these, as they are met
}

// A part is one who speaks in an event, by whatever name.
type part struct {
	name  string
	group Group
	roles [][]string
}

// ensemble joins the members of the casts by name and tells the group of each.
func (c *Entities) ensemble(casts []*cast, voices [][]voice) *ensemble {
	w := &ensemble{entities: c, casts: casts, keys: c.nameKeys(casts), parts: map[string]*part{}}
	for i, cast := range casts {
		for j := range cast.members {
			w.add(&cast.members[j])
		}
		for _, v := range voices[i] {
			if v.member >= 0 {
				m := &cast.members[v.member]
				p := w.parts[w.key(m)]
				p.roles = append(p.roles, without(c.nearest(v.words), m.words))
			}
		}
	}
	for _, p := range w.parts {
		p.group = cmp.Or(p.group, c.majority(p.roles))
	}
	return w
}

// nearest returns the words of a source before its first preposition, "of" apart:
// who speaks "on Twitter" is no company.
func (c *Entities) nearest(words []string) []string {
	for i, w := range words {
		if role := c.language.Role(w); role.Is(text.Preposition) && !role.Is(text.Genitive) {
			return words[:i]
		}
	}
	return words
}

// nameKeys maps each name of the casts to the one that stands for it: that of a
// list, or the longer one that it is a part of. Bodies and persons stay apart.
func (c *Entities) nameKeys(casts []*cast) map[string]string {
	persons, bodies, keys := map[string]int{}, map[string]int{}, map[string]string{}
	for _, cast := range casts {
		for _, m := range cast.members {
			name := strings.Join(m.words, " ")
			key, listed := c.listedNames[name]
			switch {
			case listed:
				keys[name] = key
			case m.body:
				bodies[name] += m.met
			default:
				persons[name] += m.met
			}
		}
	}
	for _, names := range []map[string]int{persons, bodies} {
		for name, key := range c.nameTableOf(names) {
			keys[name] = key
		}
	}
	return keys
}

// key returns the name that stands for a member.
func (w *ensemble) key(m *member) string { return w.keys[strings.Join(m.words, " ")] }

// add notes what a member of a cast is called.
func (w *ensemble) add(m *member) {
	key := w.key(m)
	p := w.parts[key]
	if p == nil {
		p = &part{name: m.name}
		w.parts[key] = p
		w.order = append(w.order, key)
	}
	if strings.Join(m.words, " ") == key && len(m.words) > len(strings.Fields(p.name)) {
		p.name = m.name
	}
	p.group = cmp.Or(p.group, w.entities.groupOfName(m.words, m.body))
	p.roles = append(p.roles, m.roles...)
}

// majority returns the group that most of the descriptions tell, "" if none is
// told or two equally often. A title before the name counts twice: it says what
// somebody is, and not only what they are there for.
func (c *Entities) majority(roles [][]string) Group {
	votes := map[Group]int{}
	for _, role := range roles {
		if group := c.groupOf(role); group != "" && group != Unnamed {
			votes[group]++
			if c.language.In("titles", role[len(role)-1]) {
				votes[group]++
			}
		}
	}
	var best Group
	tie := false
	for _, group := range Groups() {
		switch {
		case votes[group] == 0:
		case votes[group] > votes[best]:
			best, tie = group, false
		case votes[group] == votes[best]:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// speaker returns whom a voice of an article means.
func (w *ensemble) speaker(article int, v voice) Speaker {
	if v.member >= 0 {
		p := w.parts[w.key(&w.casts[article].members[v.member])]
		return Speaker{Name: p.name, Group: cmp.Or(p.group, w.spokenFor(p.roles), Unknown)}
	}
	switch {
	case v.unsaid:
		return Speaker{Group: Unnamed}
	case v.name == "":
		return Speaker{Group: Unknown}
	}
	group := cmp.Or(w.shared(article, v.joint), w.entities.groupOf(v.words))
	if w.entities.single(v.words) {
		group = Unnamed
	}
	return Speaker{Name: v.name, Group: cmp.Or(group, w.spokenFor([][]string{v.words}), Unknown)}
}

// shared returns the group of all who say something together, "" if they are of
// several groups or one is of none.
func (w *ensemble) shared(article int, joint []int) Group {
	var all Group
	for i, member := range joint {
		if member < 0 {
			return ""
		}
		group := w.parts[w.key(&w.casts[article].members[member])].group
		if i > 0 && group != all {
			return ""
		}
		all = group
	}
	return all
}

// spokenFor returns the group of the name for which somebody speaks, given what
// they are called: "Clinton's spokesman".
func (w *ensemble) spokenFor(roles [][]string) Group {
	for _, role := range roles {
		if !slices.ContainsFunc(role, func(word string) bool { return w.entities.inForm("spokesmen", word) }) {
			continue
		}
		for _, word := range role {
			bare := w.entities.language.Rules().Bare(word)
			for _, key := range w.order {
				if group := w.parts[key].group; group != "" && (key == bare || strings.HasSuffix(key, " "+bare)) {
					return group
				}
			}
		}
	}
	return ""
}

// without returns the words that are not among the others.
func without(words, others []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(others, w) })
}
