package label

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parallax/generator/entity"
	"parallax/generator/ratio"
)

// A candidate is a row that the naming table may have.
type candidate struct {
	Participant
	mentions []entity.Mention
	named    bool    // a name refers to it
	listed   bool    // a state, or a body of the language's list
	headline int     // headlines that have it
	telling  float64 // by which candidates are ranked
}

// rows returns those of the candidates that are worth a row: what several articles refer to, persons, acts and things, with
// the whole phrases that each uses, the most telling first. A person in half of
// the headlines always has a row. Anything else needs words of its own on some
// side, numbers apart: a name in full, a first name or "Mr." are no difference,
// nor is a country's other name.
func (l *labeller) rows(candidates []candidate) []Participant {
	var kept []candidate
	for _, c := range candidates {
		if c.listed {
			continue
		}
		c.telling = c.probability(len(l.Readings))
		differs := c.Contrast > 0 && c.telling >= leastTellingRow
		if !differs && !c.central(l) {
			continue
		}
		if !differs {
			c.telling-- // after all that differs
		}
		kept = append(kept, c)
	}
	slices.SortStableFunc(kept, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.telling, a.telling), strings.Compare(a.Name, b.Name))
	})
	rows := make([]Participant, len(kept))
	for i, c := range kept {
		rows[i] = c.Participant
	}
	return withIDs(rows)
}

// candidate makes a row of a chain, if several articles refer to it.
func (l *labeller) candidate(said telling) (candidate, bool) {
	c := candidate{mentions: l.phrases(said), named: len(said.names) > 0}
	var headlines []int
	for _, m := range c.mentions {
		if len(c.Sides) == 0 || c.Sides[len(c.Sides)-1].Article != m.Article {
			c.Sides = append(c.Sides, Side{Article: m.Article})
		}
		l.addPhrase(&c.Sides[len(c.Sides)-1], m)
		if m.Passage == 0 && !slices.Contains(headlines, m.Article) {
			headlines = append(headlines, m.Article)
		}
		c.listed = c.listed || m.Kind == entity.Name && l.isState(m)
	}
	if len(c.Sides) < 2 {
		return c, false
	}
	c.headline = len(headlines)
	markOwn(c.Sides)
	for i := range c.Sides {
		slices.SortStableFunc(c.Sides[i].Labels, func(a, b Label) int { return b.Uses() - a.Uses() })
	}
	c.Kind = l.Entities.KindOfAll(c.mentions)
	c.Name = nameOfParticipant(c.naming())
	c.Contrast = ratio.Rounded(l.difference(c.mentions))
	return c, true
}

// naming returns the sides with the names alone by which the candidate can be
// called: in full before others, and all labels if it has no name.
func (c *candidate) naming() []Side {
	longest := map[string]int{} // words of a name, at most two
	most := 0
	for _, m := range c.mentions {
		if m.Kind == entity.Name {
			longest[m.Head] = min(2, len(m.Words))
			most = max(most, longest[m.Head])
		}
	}
	if most == 0 {
		return c.Sides
	}
	var sides []Side
	for _, s := range c.Sides {
		s.Labels = slices.DeleteFunc(slices.Clone(s.Labels), func(l Label) bool { return longest[l.Head] < most })
		sides = append(sides, s)
	}
	return sides
}

// central reports whether a candidate is a person whom half of the headlines
// name: one whose last name, no word of the event, two articles use alone or
// after a title.
func (c *candidate) central(l *labeller) bool {
	articles := len(l.Readings)
	if !c.named || c.Kind != entity.Person || 2*c.headline < articles || 2*len(c.Sides) <= articles {
		return false
	}
	last := map[string]bool{}
	for _, m := range c.mentions {
		if n := len(m.Words); m.Kind == entity.Name && n > 1 && !l.small[m.Words[n-1].Lower] {
			last[m.Words[n-1].Lower] = true
		}
	}
	alone := map[int]bool{}
	for _, m := range c.mentions {
		if m.Kind == entity.Name && len(m.Words) == 1 && last[m.Words[0].Lower] {
			alone[m.Article] = true
		}
	}
	return len(alone) > 1
}

// leastTellingRow is the probability that the difference is worth telling from
// which a candidate has a row.
const leastTellingRow = 0.37

// probability returns the probability that the difference between the labels is
// worth telling a reader. Weights are of a logistic regression over 444
// candidates of the 25 events of coverage/tune.names: leaving one event out
// each time, the first 100 rows were worth it in 58 cases; with these weights, which
// have seen all of them, in 62. How many labels are one outlet's own, have a capital
// or a figure, or are shared by two outlets, adds nothing to it.
func (c *candidate) probability(in int) float64 {
	words, heads := 0, map[string]bool{}
	for _, m := range c.mentions {
		words += len(m.Words)
		if m.Kind == entity.Noun {
			heads[m.Head] = true
		}
	}
	n, articles := float64(len(c.mentions)), float64(in)
	sum := -4.13
	sum += 2.01 * float64(c.headline) / articles
	sum += 0.88 * float64(len(c.Sides)) / articles
	sum += 0.48 * math.Log(n)
	sum += 0.54 * float64(words) / n
	sum += 0.44 * float64(len(heads))
	switch c.Kind {
	case entity.Act:
		sum += 0.57
	case entity.Place:
		sum -= 1.08
	}
	return 1 / (1 + math.Exp(-sum))
}
