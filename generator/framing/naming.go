package framing

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// Naming lists what each article calls the same participant.
type Naming struct {
	Participants []Participant `json:"participants"` // whose labels can stand for each other, largest difference first
	Rows         []Participant `json:"rows"`         // what the naming table may have, with whole phrases, the most telling first
}

// A Participant is a person, body, place or act that several articles refer to.
type Participant struct {
	ID       string       `json:"id"`   // slug of Name, unique in the comparison
	Name     string       `json:"name"` // the name most articles share
	Kind     entity.Kind  `json:"kind"`
	Contrast float64      `json:"contrast"` // 0 all use the same labels, 1 no label in common
	Sides    []NamingSide `json:"sides"`    // articles that refer to it
}

// A NamingSide is how one article refers to a participant.
type NamingSide struct {
	Article int     `json:"article"`
	Labels  []Label `json:"labels"` // most used first
}

// A Label is one way of referring to a participant.
type Label struct {
	Text      string     `json:"text"`      // without a determiner
	Head      string     `json:"key"`       // by which labels count as one, in small letters: a name whole, a noun with those before it
	Modifiers []string   `json:"modifiers"` // words before the head that carry judgement or detail
	Count     int        `json:"count"`     // in the author's voice
	Quoted    int        `json:"quoted"`    // inside quotation marks
	First     bool       `json:"first"`     // the article's first mention
	Own       bool       `json:"own"`       // no other article uses it
	Evidence  []Evidence `json:"evidence"`
}

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
func compareNaming(c *comparing) []Finding {
	labels := newLabeller(c)
	var list []Participant
	for _, chain := range c.entities.Chains() {
		if p, ok := labels.participant(chain); ok {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(p, q Participant) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), strings.Compare(p.Name, q.Name))
	})
	c.comparison.Naming.Participants = withIDs(list[:min(len(list), mostParticipants)])
	c.comparison.Naming.Rows = labels.rows()
	return c.namingFindings()
}

// withIDs gives participants the slugs of their names, each its own.
func withIDs(list []Participant) []Participant {
	ids := map[string]int{}
	for i := range list {
		id := text.Slug(list[i].Name, text.LongestSlug)
		if ids[id]++; ids[id] > 1 {
			id += "-" + strconv.Itoa(ids[id])
		}
		list[i].ID = id
	}
	return list
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
	peoples  map[string]bool    // adjectives of states: "North Korean" alone is no label
	numerals map[string]bool    // numbers in words
	small    map[string]bool    // words that the event writes without a capital
	support  map[[2]string]bool // heads that stand for each other in a statement
}

func newLabeller(c *comparing) *labeller {
	l := &labeller{comparing: c, peoples: map[string]bool{}, numerals: map[string]bool{}, small: map[string]bool{}}
	for _, r := range c.readings {
		for _, w := range r.Words() {
			if !w.Upper {
				l.small[w.Lower] = true
			}
		}
	}
	for _, line := range c.language.List("numerals") {
		word, _, _ := strings.Cut(line, " ")
		l.numerals[word] = true
	}
	for _, line := range c.language.List("states") {
		for people := range strings.SplitSeq(strings.Split(line, "|")[2], ",") {
			l.peoples[c.entities.NameKey(people)] = !c.language.Rules().Plural(people)
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
	families, aliased := l.entities.Families()
	for _, heads := range families[aliased:] {
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
	for _, m := range l.entities.Mentions() {
		if m.Kind == entity.Noun {
			key := [2]int{m.Article, m.Passage}
			at[key] = append(at[key], m.Head)
		}
	}
	return at
}

// pairUp notes the heads of one family that only one of two passages has each.
func (l *labeller) pairUp(pairs map[[2]string]bool, p, q []string) {
	families, _ := l.entities.Families()
	for _, heads := range families {
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
	p.Kind = l.entities.KindOfAll(mentions)
	p.Contrast = rounded(contrastOf(p.Sides, l.sameNames(mentions)))
	return p, p.Contrast >= leastContrast && differs(p.Sides)
}

// tellingMentions returns the names and the common nouns of a chain that say
// something, in the outlets' own words or a source's, and how often each head of
// a noun is among them.
func (l *labeller) tellingMentions(chain []int) (names, nouns []entity.Mention, heads map[string]int) {
	heads = map[string]int{}
	for _, i := range chain {
		m := l.entities.Mentions()[i]
		switch {
		case l.readings[m.Article].VoiceAt(m.Span.Start) == reading.Retold:
		case m.Kind == entity.Name && (l.peoples[m.Head] || l.isDateline(m)):
		case m.Kind == entity.Name:
			names = append(names, m)
		case m.Kind == entity.Noun && !l.language.In("vague", m.Head):
			nouns = append(nouns, m)
			heads[m.Head]++
		}
	}
	return names, nouns, heads
}

// labelled returns the mentions of a chain that are labels: names and common
// nouns that say something, the heads among them connected by support.
func (l *labeller) labelled(chain []int) []entity.Mention {
	names, nouns, count := l.tellingMentions(chain)
	keep := map[string]bool{}
	for _, m := range nouns { // a noun beside the name that it describes
		keep[m.Head] = keep[m.Head] || m.Of >= 0 && l.entities.IsPerson(m.Head)
	}
	if len(names) == 0 {
		keep = l.connected(count)
	}
	compounds := l.compounds(nouns)
	kept := names
	named := map[int]bool{}
	for _, m := range names {
		named[m.Article] = true
	}
	for _, m := range nouns {
		other := len(names) > 0 && (m.Words[len(m.Words)-1].Lower != m.Head || !named[m.Article])
		direct := len(names) == 0 || m.Of >= 0 || m.Definite
		if keep[m.Head] && !other && direct && compounds[l.labelKey(m)] {
			kept = append(kept, m)
		}
	}
	slices.SortStableFunc(kept, func(a, b entity.Mention) int { return cmp.Or(a.Article-b.Article, a.Span.Start-b.Span.Start) })
	return kept
}

func (l *labeller) isState(m entity.Mention) bool {
	_, listed := l.entities.Listed(m)
	return listed
}

// isDateline reports whether a name is the place in capitals that a report
// begins with.
func (l *labeller) isDateline(m entity.Mention) bool {
	source := l.readings[m.Article].Text()
	return len(m.Words) == 1 && m.Span.Len() > 4 && text.AllCapitals(m.Span.Of(source))
}

// labelKey is the key of the label of a mention.
func (l *labeller) labelKey(m entity.Mention) string {
	_, key := labelOf(l.readings[m.Article], m)
	return key
}

// compounds returns the labels that stand for the participant and not for a
// kind of it: single words, listed compounds, and those that are used at least
// as often as their last word alone.
func (l *labeller) compounds(nouns []entity.Mention) map[string]bool {
	uses := map[string]int{}
	for _, m := range nouns {
		uses[l.labelKey(m)]++
	}
	keep := map[string]bool{}
	for key, n := range uses {
		head := key[strings.LastIndexByte(key, ' ')+1:]
		keep[key] = head == key || n >= 2 && n >= uses[head] || l.entities.Compound(key)
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
		keep[h] = h == heads[0] || l.support[[2]string{h, heads[0]}] || l.entities.Compound(h)
	}
	return keep
}

// sameNames maps the labels that are forms of one name, such as "Hale" and
// "Ida Hale" or "US", to that name: choosing among them makes no contrast.
func (l *labeller) sameNames(mentions []entity.Mention) map[string]string {
	same := map[string]string{}
	for _, m := range mentions {
		if m.Kind != entity.Name {
			continue
		}
		key, listed := l.entities.Listed(m)
		switch {
		case !listed:
			same[l.labelKey(m)] = l.entities.FullName(m)
		case strings.HasPrefix(strings.ReplaceAll(l.entities.Core(m), ".", ""), text.Initials(strings.Fields(key))):
			same[l.labelKey(m)] = key
		}
	}
	return same
}
