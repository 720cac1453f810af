package framing

import (
	"math"

	"parallax/generator/text"
)

// Thresholds of the score that says how nearly two passages report the same,
// read off pairs of news passages: above same they can stand for each other,
// above related they are on one thing.
const (
	sameScore    = 0.55
	relatedScore = 0.42
	cohesion     = 0.36 // least mean score of the pairs of a statement
	leastContent = 3    // words with content that a passage must have
)

// An alignment is which passages of an event report the same, the ground that
// coverage, passages, naming and agency stand on.
//
// Every sentence and headline is a unit, cut into clauses since outlets put
// one thing into sentences of different length. Units of different articles
// are linked by the best score of them and their clauses, and gathered into
// groups by average link, which does not drift along chains. What articles
// share in passing, a name, a date or a few rare words, is found by anchors.
// Of articles with the same text only the first is aligned.
type alignment struct {
	readings []*member
	same     []int // for each article the first with the same text, mostly itself
	profiler *profiler
	weights  weights
	units    []unit
	links    map[[2]int]link
	pairs    []*profile // by unit: with the next sentence of its paragraph; made when asked for
}

// A unit is a sentence or headline.
type unit struct {
	article, passage int
	clause                    // the whole
	clauses          []clause // its parts; none if it has only one
}

// A clause is a run of words of a passage.
type clause struct {
	text.Span
	terms   []term
	profile *profile
}

// termsIn returns the terms of a clause that stand in a span.
func (c *clause) termsIn(within text.Span) []term {
	var terms []term
	for _, t := range c.terms {
		if within.Contains(t.Span) {
			terms = append(terms, t)
		}
	}
	return terms
}

// A link is how nearly two units report the same, and in which words.
type link struct {
	score float64
	spans [2]text.Span
	wide  [2]bool // the next sentence belongs to it as well
}

// align prepares the alignment of articles. It sets how much the words of the
// vocabulary tell in this event.
func align(v *vocabulary, readings []*member) *alignment {
	l := v.language
	a := &alignment{readings: readings, same: copies(readings), weights: similarityWeights()}
	cutter, calendar := newCutter(l), newCalendar(l)
	for _, r := range readings {
		if a.same[r.index] != r.index {
			continue
		}
		for passage, p := range r.Article().Passages {
			terms := v.terms(r.Text(), r.PassageWords(passage))
			calendar.mark(r.Text(), terms, r.Article().Date)
			if contentOf(terms) < leastContent || calendar.stamped(r.Text(), terms) {
				continue
			}
			u := unit{article: r.index, passage: passage, clause: clause{Span: p.Span, terms: terms}}
			u.clauses = cutter.cut(r.Text(), u.clause)
			a.units = append(a.units, u)
		}
	}
	v.rarity = a.rarity(l)
	a.profiler = newProfiler(v)
	for i := range a.units {
		u := &a.units[i]
		u.profile = a.profiler.profile(u.terms)
		for j := range u.clauses {
			u.clauses[j].profile = a.profiler.profile(u.clauses[j].terms)
		}
	}
	a.link()
	return a
}

// copies returns for each article the first with the same text. Copies are left
// out of the alignment, so that they change nothing but counts.
func copies(readings []*member) []int {
	first := map[string]int{}
	same := make([]int, len(readings))
	for i, r := range readings {
		if _, known := first[r.Text()]; !known {
			first[r.Text()] = i
		}
		same[i] = first[r.Text()]
	}
	return same
}

// rarity says how much a key tells: its rarity in the news of the language,
// less where many passages of the event have it.
func (a *alignment) rarity(l *text.Language) func(key string) float64 {
	in := map[string]int{}
	for _, u := range a.units {
		seen := map[string]bool{}
		for _, t := range u.terms {
			if !seen[t.key] {
				seen[t.key] = true
				in[t.key]++
			}
		}
	}
	general := background(l)
	most := math.Log(float64(len(a.units) + 2))
	return func(key string) float64 {
		return general(key) * (0.25 + 0.75*(most-math.Log(float64(in[key]+1)))/most)
	}
}

func contentOf(terms []term) int {
	n := 0
	for _, t := range terms {
		if !t.stop {
			n++
		}
	}
	return n
}

// link scores the pairs of units of different articles that share enough.
func (a *alignment) link() {
	a.links = map[[2]int]link{}
	where := make([][]int, len(a.profiler.keys))
	shared := make([]float64, len(a.units))
	for j, u := range a.units {
		clear(shared)
		for _, id := range u.profile.content {
			w := a.profiler.weight(a.profiler.keys[id])
			for _, i := range where[id] {
				shared[i] += w
			}
			where[id] = append(where[id], j)
		}
		for i, s := range shared[:j] {
			if v := a.units[i]; v.article != u.article && s > 0.12*min(v.profile.mass, u.profile.mass) {
				if l := a.compare(v, u); l.score >= cohesion/2 {
					a.links[[2]int{i, j}] = a.widened(i, j, l)
				}
			}
		}
	}
}

// compare returns the link of two units: the best of the whole and its parts.
func (a *alignment) compare(u, v unit) link {
	best := link{score: a.score(u.profile, v.profile), spans: [2]text.Span{u.Span, v.Span}}
	if best.score >= sameScore || best.score < cohesion/2 {
		return best
	}
	for _, c := range u.parts() {
		for _, d := range v.parts() {
			if c.Span == u.Span && d.Span == v.Span {
				continue
			}
			if len(c.profile.content) > 1 && common(c.profile.content, d.profile.content) < 2 {
				continue // one word in common makes no clause alike
			}
			if s := 0.95 * a.score(c.profile, d.profile); s > best.score {
				best = link{score: s, spans: [2]text.Span{c.Span, d.Span}}
			}
		}
	}
	return best
}

// parts returns the unit and its clauses.
func (u unit) parts() []clause { return append([]clause{u.clause}, u.clauses...) }

func (a *alignment) score(p, q *profile) float64 {
	return a.weights.score(a.profiler.measure(p, q))
}

// between returns the link of two units, seen from the first.
func (a *alignment) between(i, j int) link {
	if i > j {
		l := a.links[[2]int{j, i}]
		l.spans[0], l.spans[1] = l.spans[1], l.spans[0]
		l.wide[0], l.wide[1] = l.wide[1], l.wide[0]
		return l
	}
	return a.links[[2]int{i, j}]
}
