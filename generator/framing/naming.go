package framing

import (
	"cmp"
	"math"
	"parallax/generator/text"
	"slices"
	"strconv"
	"strings"
)

// Limits of the naming table.
const (
	mostParticipants = 12
	leastMentions    = 3
	leastContrast    = 0.15
	leastState       = 6 // mentions of a state, which has many names
)

// compareNaming lists the participants for which articles choose different
// labels. A label is what stands in the article, without a determiner; words
// for one thing are gathered by [cluster], and common nouns of different heads
// only where passages of one statement use them for each other.
//
// Word choice and labelling is what Hamborg, Zhukova and Gipp (2019) call it.
func compareNaming(c *comparing) {
	clusters := cluster(c.vocabulary(), c.readings, c.settings.Aliases)
	labels := newLabeller(c, clusters)
	var list []Participant
	for _, chain := range clusters.chains() {
		if p, ok := labels.participant(chain); ok {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(p, q Participant) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), strings.Compare(p.Name, q.Name))
	})
	list = list[:min(len(list), mostParticipants)]
	ids := map[string]int{}
	for i := range list {
		id := text.Slug(list[i].Name, text.LongestSlug)
		if ids[id]++; ids[id] > 1 {
			id += "-" + strconv.Itoa(ids[id])
		}
		list[i].ID = id
	}
	c.comparison.Naming.Participants = list
}

// weight orders participants: contrast, and how many mentions it rests on.
func (p Participant) weight() float64 {
	n := 0
	for _, s := range p.Sides {
		for _, l := range s.Labels {
			n += l.Count + l.Quoted
		}
	}
	return p.Contrast * math.Log(float64(1+n))
}

// A labeller makes participants of chains of mentions.
type labeller struct {
	*comparing
	clusters *clustering
	vague    map[string]bool
	groups   map[string]bool
	places   map[string]bool
	peoples  map[string]bool    // adjectives of states: "North Korean" alone is no label
	support  map[[2]string]bool // heads that stand for each other in a statement
}

func newLabeller(c *comparing, clusters *clustering) *labeller {
	list := func(name string) map[string]bool { return setOf(c.language.List(name)) }
	l := &labeller{comparing: c, clusters: clusters, vague: list("vague"), groups: list("groups"), places: list("places"), peoples: map[string]bool{}}
	for _, line := range c.language.List("states") {
		for people := range strings.SplitSeq(strings.Split(line, "|")[2], ",") {
			l.peoples[clusters.nameOf(people)] = !c.language.Rules().Plural(people)
		}
	}
	l.support = l.supported()
	return l
}

// supported returns the pairs of heads of one family that passages of one
// statement use where the other passage has not the same head; the editor's
// aliases need no passage.
func (l *labeller) supported() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, heads := range l.clusters.families[l.clusters.listed:] {
		for _, p := range heads {
			for _, q := range heads {
				pairs[[2]string{p, q}] = true
			}
		}
	}
	at := l.headsByPassage()
	for _, s := range l.comparison.Coverage.Statements {
		for i, cell := range s.Cells {
			for _, other := range s.Cells[i+1:] {
				p, q := at[[2]int{cell.Article, cell.Evidence[0].Passage}], at[[2]int{other.Article, other.Evidence[0].Passage}]
				l.pairUp(pairs, p, q)
			}
		}
	}
	return pairs
}

// headsByPassage returns the heads of the common nouns of each passage.
func (l *labeller) headsByPassage() map[[2]int][]string {
	at := map[[2]int][]string{}
	for _, m := range l.clusters.mentions {
		if m.kind == mentionNoun {
			key := [2]int{m.article, m.passage}
			at[key] = append(at[key], m.head)
		}
	}
	return at
}

// pairUp notes the heads of one family that only one of two passages has each.
func (l *labeller) pairUp(pairs map[[2]string]bool, p, q []string) {
	for _, heads := range l.clusters.families {
		for _, a := range heads {
			if !slices.Contains(p, a) || slices.Contains(q, a) {
				continue
			}
			for _, b := range heads {
				if slices.Contains(q, b) && !slices.Contains(p, b) {
					pairs[[2]string{a, b}], pairs[[2]string{b, a}] = true, true
				}
			}
		}
	}
}

// participant makes a participant of a chain, if articles label it differently.
func (l *labeller) participant(chain []int) (Participant, bool) {
	mentions := l.labelled(chain)
	if len(mentions) < leastMentions || l.isState(mentions[0]) && len(mentions) < leastState {
		return Participant{}, false
	}
	p := Participant{Sides: l.sides(mentions)}
	if len(p.Sides) < 2 {
		return p, false
	}
	markOwn(p.Sides)
	p.Name = nameOfParticipant(p.Sides)
	p.Kind = l.kind(mentions)
	p.Contrast = rounded(contrastOf(p.Sides, l.sameNames(mentions)))
	return p, p.Contrast >= leastContrast && differs(p.Sides)
}

// labelled returns the mentions of a chain that are labels: names and common
// nouns that say something, the heads among them connected by support.
func (l *labeller) labelled(chain []int) []mention {
	count := map[string]int{}
	var names, nouns []mention
	for _, i := range chain {
		m := l.clusters.mentions[i]
		switch {
		case l.readings[m.article].voiceAt(m.span.Start) == retold:
		case m.kind == mentionName && (l.peoples[m.head] || l.isDateline(m)):
		case m.kind == mentionName:
			names = append(names, m)
		case m.kind == mentionNoun && !l.vague[m.head]:
			nouns = append(nouns, m)
			count[m.head]++
		}
	}
	keep := map[string]bool{}
	for _, m := range nouns { // a noun beside the name that it describes
		keep[m.head] = keep[m.head] || m.of >= 0 && l.clusters.persons[m.head]
	}
	if len(names) == 0 {
		keep = l.connected(count)
	}
	compounds := l.compounds(nouns)
	kept := names
	named := map[int]bool{}
	for _, m := range names {
		named[m.article] = true
	}
	for _, m := range nouns {
		other := len(names) > 0 && (m.words[len(m.words)-1].Lower != m.head || !named[m.article])
		direct := len(names) == 0 || m.of >= 0 || m.definite
		if keep[m.head] && !other && direct && compounds[l.labelKey(m)] {
			kept = append(kept, m)
		}
	}
	slices.SortStableFunc(kept, func(a, b mention) int { return cmp.Or(a.article-b.article, a.span.Start-b.span.Start) })
	return kept
}

func (l *labeller) isState(m mention) bool {
	return m.kind == mentionName && l.clusters.listedNames[l.clusters.core(m)] != ""
}

// isDateline reports whether a name is the place in capitals that a report
// begins with.
func (l *labeller) isDateline(m mention) bool {
	source := l.readings[m.article].article.Text
	return len(m.words) == 1 && m.span.Len() > 4 && allCapitals(m.span.Of(source))
}

// labelKey is the key of the label of a mention.
func (l *labeller) labelKey(m mention) string {
	_, key := labelOf(l.readings[m.article], m)
	return key
}

// compounds returns the labels that stand for the participant and not for a
// kind of it: single words, listed compounds, and those that are used at least
// as often as their last word alone.
func (l *labeller) compounds(nouns []mention) map[string]bool {
	uses := map[string]int{}
	for _, m := range nouns {
		uses[l.labelKey(m)]++
	}
	keep := map[string]bool{}
	for key, n := range uses {
		head := key[strings.LastIndexByte(key, ' ')+1:]
		keep[key] = head == key || n >= 2 && n >= uses[head] || l.clusters.compounds[key]
	}
	return keep
}

// connected returns the most used head and those that stand for it; a listed
// compound ("war games") says enough by itself.
func (l *labeller) connected(count map[string]int) map[string]bool {
	heads := make([]string, 0, len(count))
	for h := range count {
		heads = append(heads, h)
	}
	slices.SortFunc(heads, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	keep := map[string]bool{}
	for _, h := range heads {
		keep[h] = h == heads[0] || l.support[[2]string{h, heads[0]}] || l.clusters.compounds[h]
	}
	return keep
}

// sameNames maps the labels that are forms of one name, such as "Hale" and
// "Ida Hale" or "US", to that name: choosing among them makes no contrast.
func (l *labeller) sameNames(mentions []mention) map[string]string {
	same := map[string]string{}
	for _, m := range mentions {
		if m.kind != mentionName {
			continue
		}
		core := l.clusters.core(m)
		key, listed := l.clusters.listedNames[core]
		switch {
		case !listed:
			same[l.labelKey(m)] = l.clusters.table[core]
		case strings.HasPrefix(strings.ReplaceAll(core, ".", ""), initials(strings.Fields(key))):
			same[l.labelKey(m)] = key
		}
	}
	return same
}

// kind says what a participant is, by the head of most of its mentions.
func (l *labeller) kind(mentions []mention) string {
	votes := map[string]int{}
	for _, m := range mentions {
		votes[l.kindOf(m)]++
	}
	kinds := []string{"person", "group", "place", "act", "thing"}
	return slices.MaxFunc(kinds, func(a, b string) int { return votes[a] - votes[b] })
}

func (l *labeller) kindOf(m mention) string {
	head := m.words[len(m.words)-1]
	if m.kind == mentionName {
		switch {
		case l.clusters.listedNames[l.clusters.core(m)] != "", l.groups[head.Lower]:
			return "group"
		case l.places[head.Lower]:
			return "place"
		case l.clusters.personal(m):
			return "person"
		}
		return "thing"
	}
	switch {
	case l.clusters.persons[m.head[strings.LastIndexByte(m.head, ' ')+1:]]:
		if l.language.Rules().Singular(head.Lower) != head.Lower {
			return "group"
		}
		return "person"
	case l.groups[head.Lower], l.groups[m.head]:
		return "group"
	case l.places[m.head]:
		return "place"
	case l.language.CanBe(head.Lower, 'v'), l.language.Rules().Deed(head.Lower):
		return "act"
	}
	return "thing"
}
