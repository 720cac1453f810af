// Package label finds what the articles of an event call the same person, body,
// place, thing or act: one writes of the drill, another of war games. [Find] is
// its entry point. It is given readings and who is who in them, and returns
// spans; what is to be said of the difference is for the signal to decide.
//
// A chain of mentions (package entity) is looked at twice. As one of labels that
// can stand for each other: names, and common nouns whose heads two passages that
// tell one thing use for each other; that is strict, and findings rest on it. And
// as a row of a table: the whole phrases by which each article refers to it, with
// modifiers and appositions, ranked by how probably the difference is worth
// telling.
//
// Word choice and labelling is what Hamborg, Zhukova and Gipp (2019) call it.
package label

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/ratio"
	"parallax/generator/reading"
	"parallax/generator/text"
)

// An Event is what labels are looked for in.
type Event struct {
	Language *text.Language
	Readings []*reading.Reading
	Entities *entity.Entities     // of the readings
	Told     [][]reading.Evidence // passages that tell the same, a list for each thing told
}

// Find returns the participants of an event twice: those whose labels can stand
// for each other, the largest difference first, and the rows that a table of
// names may have, with whole phrases, the most telling first.
func Find(e Event) (opposed, rows []Participant) {
	l := newLabeller(e)
	var candidates []candidate
	for _, chain := range e.Entities.Chains() {
		said := l.telling(chain)
		if p, ok := l.participant(said); ok {
			opposed = append(opposed, p)
		}
		if c, ok := l.candidate(said); ok {
			candidates = append(candidates, c)
		}
	}
	slices.SortStableFunc(opposed, func(p, q Participant) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), strings.Compare(p.Name, q.Name))
	})
	return withIDs(opposed[:min(len(opposed), mostParticipants)]), l.rows(candidates)
}

// A Participant is a person, body, place or act that several articles refer to.
type Participant struct {
	ID       string      `json:"id"`   // slug of Name, unique in the comparison
	Name     string      `json:"name"` // the name most articles share
	Kind     entity.Kind `json:"kind"`
	Contrast float64     `json:"contrast"` // 0 all use the same labels, 1 no label in common
	Sides    []Side      `json:"sides"`    // articles that refer to it
}

// A Side is how one article refers to a participant.
type Side struct {
	Article int     `json:"article"`
	Labels  []Label `json:"labels"` // most used first
}

// A Label is one way of referring to a participant.
type Label struct {
	Text      string             `json:"text"`      // without a determiner
	Head      string             `json:"key"`       // by which labels count as one, in small letters: a name whole, a noun with those before it
	Modifiers []string           `json:"modifiers"` // words before the head that carry judgement or detail
	Count     int                `json:"count"`     // in the author's voice
	Quoted    int                `json:"quoted"`    // inside quotation marks
	First     bool               `json:"first"`     // the article's first mention
	Own       bool               `json:"own"`       // no other article uses it
	Evidence  []reading.Evidence `json:"evidence"`
}

// Limits of the naming table.
const (
	mostParticipants = 12
	leastMentions    = 3
	leastContrast    = 0.15
	leastState       = 6 // mentions of a state, which has many names
	mostIDWords      = 5 // of a name; from six on, words in a row are a quotation (package rights), and ids are never cut
)

// withIDs gives participants the slugs of their names, each its own.
func withIDs(list []Participant) []Participant {
	ids := map[string]int{}
	for i := range list {
		words := strings.Split(text.Slug(list[i].Name, text.LongestSlug), "-")
		id := strings.Join(words[:min(len(words), mostIDWords)], "-")
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
	Event
	peoples  map[string]bool    // adjectives of states: "North Korean" alone is no label
	capitals map[string]bool    // of states, which may stand for them: "Washington"
	numerals map[string]bool    // numbers in words
	small    map[string]bool    // words that the event writes without a capital
	support  map[[2]string]bool // heads that stand for each other in a statement
}

func newLabeller(e Event) *labeller {
	l := &labeller{Event: e, peoples: map[string]bool{}, capitals: map[string]bool{}, numerals: map[string]bool{}, small: map[string]bool{}}
	for _, r := range e.Readings {
		for _, w := range r.Words() {
			if !w.Upper {
				l.small[w.Lower], l.small[e.Language.Rules().Singular(w.Lower)] = true, true
			}
		}
	}
	for _, line := range e.Language.List("numerals") {
		word, _, _ := strings.Cut(line, " ")
		l.numerals[word] = true
	}
	for _, line := range e.Language.List("states") {
		fields := strings.Split(line, "|")
		for people := range strings.SplitSeq(fields[2], ",") {
			l.peoples[e.Entities.NameKey(people)] = !e.Language.Rules().Plural(people)
		}
		l.capitals[e.Entities.NameKey(fields[len(fields)-1])] = true
	}
	l.support = l.supported()
	return l
}

// supported returns the pairs of heads of one family that passages of one
// statement use where the other passage has not the same head; the editor's
// aliases need no passage.
func (l *labeller) supported() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	families, aliased := l.Entities.Families()
	for _, heads := range families[aliased:] {
		for _, p := range heads {
			for _, q := range heads {
				pairs[[2]string{p, q}] = true
			}
		}
	}
	at := l.headsByPassage()
	for _, told := range l.Told {
		for i, one := range told {
			for _, other := range told[i+1:] {
				l.pairUp(pairs, at[[2]int{one.Article, one.Passage}], at[[2]int{other.Article, other.Passage}])
			}
		}
	}
	return pairs
}

// headsByPassage returns the heads of the common nouns of each passage.
func (l *labeller) headsByPassage() map[[2]int][]string {
	at := map[[2]int][]string{}
	for _, m := range l.Entities.Mentions() {
		if m.Kind == entity.Noun {
			key := [2]int{m.Article, m.Passage}
			at[key] = append(at[key], m.Head)
		}
	}
	return at
}

// pairUp notes the heads of one family that only one of two passages has each.
func (l *labeller) pairUp(pairs map[[2]string]bool, p, q []string) {
	families, _ := l.Entities.Families()
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
func (l *labeller) participant(said telling) (Participant, bool) {
	mentions := l.labelled(said)
	if len(mentions) < leastMentions || l.isState(mentions[0]) && len(mentions) < leastState {
		return Participant{}, false
	}
	p := Participant{Sides: l.sides(mentions)}
	if len(p.Sides) < 2 {
		return p, false
	}
	markOwn(p.Sides)
	p.Name = nameOfParticipant(p.Sides)
	p.Kind = l.Entities.KindOfAll(mentions)
	p.Contrast = ratio.Rounded(contrastOf(p.Sides, l.sameNames(mentions)))
	return p, p.Contrast >= leastContrast && differs(p.Sides)
}
