package lesson

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
)

// Size of the openings that are read whole, in words.
const (
	shortestOpening = 70
	longestOpening  = 150
)

// Thresholds of what is told.
const (
	sureCarried = 0.55 // score that a cell has at least
	mostPairs   = 2    // pairs of openings in a lesson
	leastWeight = 3    // of a pair
	wordsThere  = 0.9  // share of a heading's key words that a text telling it has
	wordsAbsent = 0.34 // share of them that a text not telling it may have
	leastKeys   = 2    // key words of a heading that can be looked for
	mostHeading = 10   // words of a heading that can be an option
)

// A textPair is the openings of two reports, and what they tell.
type textPair struct {
	texts [2]Excerpt
	both  []told    // told by both
	only  [2][]told // told by one of them
}

// A told is a statement with the passage of each text that carries it; -1 if
// none does.
type told struct {
	*framing.Statement
	saying
	at [2]int
}

// excerpts returns the pair's openings as an exercise shows them.
func (p *textPair) excerpts() []Excerpt { return []Excerpt{p.texts[0], p.texts[1]} }

// pairs returns the pairs of openings worth comparing. The one with most to compare comes first;
// no report stands in two.
func (m *maker) pairs() []textPair {
	if m.pairsMade != nil {
		return m.pairsMade
	}
	asked := m.asked()
	openings := m.openings(asked)
	var all []textPair
	for i := range openings {
		for j := i + 1; j < len(openings); j++ {
			if p := compared(asked, &openings[i], &openings[j]); p.weight(false) >= leastWeight {
				all = append(all, p)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y textPair) int {
		return cmp.Or(cmp.Compare(y.weight(true), x.weight(true)), cmp.Compare(y.weight(false), x.weight(false)))
	})
	used := map[int]bool{}
	m.pairsMade = []textPair{}
	for _, p := range all {
		i, j := p.texts[0].Article, p.texts[1].Article
		if !used[i] && !used[j] && len(m.pairsMade) < mostPairs {
			used[i], used[j] = true, true
			m.pairsMade = append(m.pairsMade, p)
		}
	}
	return m.pairsMade
}

// weight returns how much there is to compare in a pair, of all that its texts
// tell or of clauses alone.
func (p *textPair) weight(clauses bool) int {
	few := func(list []told) int {
		n := 0
		for i := range list {
			if list[i].clause || !clauses {
				n++
			}
		}
		return min(3, n)
	}
	return 3*few(p.both) + few(p.only[0]) + few(p.only[1])
}

// clauses returns the pair with only those statements that are clauses.
func (p textPair) clauses() textPair {
	keep := func(list []told) []told {
		return slices.DeleteFunc(slices.Clone(list), func(t told) bool { return !t.clause })
	}
	p.both, p.only = keep(p.both), [2][]told{keep(p.only[0]), keep(p.only[1])}
	return p
}

// askable reports whether a statement's heading can be asked for: it is not
// cut, not long, has words to look for and begins where a clause does.
func (m *maker) askable(s *framing.Statement) bool {
	return len(s.Cells) > 0 && !strings.Contains(s.Heading, "…") && len(strings.Fields(s.Heading)) <= mostHeading && len(keys(s.Heading)) >= leastKeys && m.say(s).words != ""
}

// plainlyTold reports whether a statement can be looked for in each report: a
// passage that carries it has it in the writer's voice and no marked word, or
// several reports quote it.
func (m *maker) plainlyTold(s *framing.Statement) bool {
	quoted, marked := true, true
	for _, c := range s.Cells {
		if c.Told() && len(c.Evidence) > 0 {
			quoted = quoted && c.Quoted
			marked = marked && m.marked(c.Evidence[0]) > 0
		}
	}
	return !marked && (!quoted || s.Told() > 1)
}

// keyLength is how many letters a word has at least to be looked for.
const keyLength = 4

// keys returns the words of a text that can be looked for, cut to their first
// letters so that inflected forms meet; figures are taken whole.
func keys(s string) map[string]bool {
	found := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' }) {
		w = strings.Trim(w, ".,")
		runes := []rune(w)
		switch {
		case strings.ContainsAny(w, "0123456789"):
			found[w] = true
		case len(runes) >= keyLength:
			found[string(runes[:min(len(runes), contentLength)])] = true
		}
	}
	return found
}
