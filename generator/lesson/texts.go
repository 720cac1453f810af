package lesson

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"parallax/generator/framing"
	"parallax/generator/text"
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
	var all []textPair
	for i := range m.Articles {
		for j := i + 1; j < len(m.Articles); j++ {
			if p, ok := m.textPair(i, j); ok {
				all = append(all, p)
			}
		}
	}
	judged := func(p textPair) int { p = p.clauses(); return p.weight() }
	slices.SortStableFunc(all, func(x, y textPair) int {
		return cmp.Or(cmp.Compare(judged(y), judged(x)), cmp.Compare(y.weight(), x.weight()))
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

// weight returns how much there is to compare in a pair.
func (p *textPair) weight() int {
	return 3*min(3, len(p.both)) + min(3, len(p.only[0])) + min(3, len(p.only[1]))
}

// clauses returns the pair with only those statements that are clauses.
func (p textPair) clauses() textPair {
	keep := func(list []told) []told {
		return slices.DeleteFunc(slices.Clone(list), func(t told) bool { return !t.clause })
	}
	p.both, p.only = keep(p.both), [2][]told{keep(p.only[0]), keep(p.only[1])}
	return p
}

// textPair returns the pair of two articles' openings.
func (m *maker) textPair(i, j int) (textPair, bool) {
	x, ok := m.opening(i)
	y, found := m.opening(j)
	p := textPair{texts: [2]Excerpt{x, y}}
	if !ok || !found {
		return p, false
	}
	for n := range m.Coverage.Statements {
		s := &m.Coverage.Statements[n]
		if !m.askable(s) {
			continue
		}
		t := told{Statement: s, saying: m.say(s)}
		t.at = [2]int{m.toldAt(&t, x), m.toldAt(&t, y)}
		switch {
		case t.at[0] >= 0 && t.at[1] >= 0:
			p.both = append(p.both, t)
		case t.at[0] >= 0 && m.absent(&t, y):
			p.only[0] = append(p.only[0], t)
		case t.at[1] >= 0 && m.absent(&t, x):
			p.only[1] = append(p.only[1], t)
		}
	}
	return p, p.weight() >= leastWeight
}

// opening returns the beginning of an article's body: whole passages, to the
// end of a paragraph where it is near.
func (m *maker) opening(article int) (Excerpt, bool) {
	a := m.Articles[article]
	words, last := 0, 0
	for i := 1; i < len(a.Passages); i++ {
		words += a.Words(a.Passages[i].Span)
		if words > longestOpening || words >= shortestOpening && last > 0 && a.Passages[i].Block != a.Passages[last].Block && words > 120 {
			break
		}
		last = i
	}
	if last == 0 {
		return Excerpt{}, false
	}
	span := text.Span{Start: a.Passages[1].Start, End: a.Passages[last].End}
	return Excerpt{Evidence: framing.Evidence{Article: article, Passage: 1, Span: span}}, a.Words(span) >= shortestOpening && m.Shows(article, span)
}

// askable reports whether a statement's heading can be asked for: it is not
// cut, not long, has words to look for and begins where a clause does.
func (m *maker) askable(s *framing.Statement) bool {
	return len(s.Cells) > 0 && !strings.Contains(s.Heading, "…") && !m.grammar(s.Cells[0].Article).vague(s.Heading) && len(strings.Fields(s.Heading)) <= mostHeading && len(keys(s.Heading)) >= leastKeys && m.say(s).words != ""
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

// toldAt returns the passage of an excerpt that surely carries a statement, or
// -1.
func (m *maker) toldAt(s *told, x Excerpt) int {
	for _, c := range s.Cells {
		if c.Article != x.Article || !c.Told() || c.Score < sureCarried {
			continue
		}
		for _, e := range c.Evidence {
			if x.Span.Contains(e.Span) && overlap(keys(s.words), keys(m.words(x.Evidence))) >= wordsThere {
				return e.Passage
			}
		}
	}
	return -1
}

// absent reports whether nothing in an excerpt is near to a statement.
func (m *maker) absent(s *told, x Excerpt) bool {
	for _, c := range s.Cells {
		for _, e := range c.Evidence {
			if e.Article == x.Article && x.Span.Overlaps(e.Span) {
				return false
			}
		}
	}
	return overlap(keys(s.words), keys(m.words(x.Evidence))) <= wordsAbsent
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
