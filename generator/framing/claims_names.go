package framing

import (
	"cmp"
	"slices"
	"strings"

	"parallax/generator/entity"
)

// Limits of the naming table of a page; the data file has the rest.
const (
	mostNamed  = 8  // rows
	leastNamed = 3  // rows, however many articles there are
	allNamed   = 48 // cells of all rows together
	mostLabels = 5  // of one article
)

// Shown returns the participants that the naming table of a page has for a
// number of articles, with the labels that it shows.
func (n *Naming) Shown(articles int) []Participant {
	rows := max(leastNamed, min(mostNamed, allNamed/max(1, articles)))
	var list []Participant
	for _, p := range n.Rows[:min(rows, len(n.Rows))] {
		p.Sides = slices.Clone(p.Sides)
		for i, s := range p.Sides {
			p.Sides[i].Labels = s.Labels[:min(mostLabels, len(s.Labels))]
		}
		list = append(list, p)
	}
	return list
}

// Speakers returns who speaks in the event, each once, most words first: what
// articles lay to one name is of one speaker, in the group that most of the
// words are laid to. What an article lays to nobody by name is of a speaker of
// its own.
func (v *Voices) Speakers() []Speaker {
	var list []Speaker
	words := []map[entity.Group]int{} // by speaker and group
	for _, side := range v.Sides {
		for _, s := range side.Speakers {
			i := slices.IndexFunc(list, func(t Speaker) bool { return s.Name != "" && strings.EqualFold(s.Name, t.Name) })
			if i < 0 {
				i = len(list)
				list = append(list, Speaker{Name: s.Name, Group: s.Group})
				words = append(words, map[entity.Group]int{})
			}
			words[i][s.Group] += s.Words
			if words[i][s.Group] > words[i][list[i].Group] {
				list[i].Group = s.Group
			}
			list[i].add(s)
		}
	}
	slices.SortStableFunc(list, func(a, b Speaker) int { return cmp.Compare(b.Words, a.Words) })
	return list
}

// mostUnknown is the share of all words above which groups of speakers are not
// compared: the words of those whom nothing describes could be anybody's.
const mostUnknown = 0.25

// Grouped reports whether it is known of enough words to which group their
// speakers belong.
func (v *Voices) Grouped() bool {
	all, unknown := 0, 0
	for _, side := range v.Sides {
		for _, s := range side.Speakers {
			all += s.Words
			if s.Group == entity.Unknown {
				unknown += s.Words
			}
		}
	}
	return float64(unknown) <= mostUnknown*float64(all)
}

// add adds what another article lays to a speaker.
func (s *Speaker) add(t Speaker) {
	s.Words += t.Words
	s.Direct += t.Direct
	for _, verb := range t.Verbs {
		if !slices.Contains(s.Verbs, verb) {
			s.Verbs = append(s.Verbs, verb)
		}
	}
	s.Evidence = append(s.Evidence, t.Evidence...)
}
