package align

import (
	"math"
	"slices"

	"parallax/generator/logistic"
)

// A Question is a group of passages that tell one thing, seen from a text that
// is asked whether it tells it too: the measures that its answer is made of.
type Question struct {
	Mean     float64 // greatest mean likeness of a passage of the text to the group, as log odds
	Carriers float64 // the same over the likest passage of each text in the group
	Pair     float64 // greatest likeness of a pair, as log odds
	Known    float64 // share of the group's words, by weight, that stand anywhere in the text
	Length   float64 // logarithm of the text's passages: the likest of many is liker by chance
	Mass     float64 // logarithm of the weight of the group's words

	passage int32 // unit of the text that is nearest to the group
}

// QuestionMeasures returns the names of the measures of a [Question], in order.
func QuestionMeasures() []string {
	return []string{"mean", "carriers", "pair", "known", "length", "mass"}
}

// Values returns the measures in the order of [QuestionMeasures].
func (q *Question) Values() []float64 {
	return []float64{q.Mean, q.Carriers, q.Pair, q.Known, q.Length, q.Mass}
}

// A Solitary is a passage that no group has, seen from a text that is asked
// whether it tells the same: the measures that its answer is made of.
type Solitary struct {
	Pair    float64 // greatest likeness of a passage of the text, as log odds
	Known   float64 // share of the passage's words, by weight, that stand anywhere in the text
	Place   float64 // share of its own text before the passage
	Numbers float64 // share of its numbers that stand anywhere in the text; usualNumbers if it has none
	Length  float64 // logarithm of the text's passages
}

// usualNumbers is the share of numbers of a passage without any, about the
// mean of those that have some.
const usualNumbers = 0.7

// SolitaryMeasures returns the names of the measures of a [Solitary], in order.
func SolitaryMeasures() []string {
	return []string{"pair", "known", "place", "numbers", "length"}
}

// Values returns the measures in the order of [SolitaryMeasures].
func (s *Solitary) Values() []float64 {
	return []float64{s.Pair, s.Known, s.Place, s.Numbers, s.Length}
}

// An Answer is what a text says to a question: how probable it is that it
// tells the thing, and that it tells any of it.
type Answer struct {
	Tells, Some float64
}

// Absent returns how right it would be to say that the text does not tell the
// thing: 1 if it tells nothing of it, a half if it tells a part.
func (n Answer) Absent() float64 { return 1 - n.Some + (n.Some-n.Tells)/2 }

// answer answers by two models. Who tells a thing tells some of it.
func answer(tells, some *logistic.Regression, values []float64) Answer {
	p := tells.Probability(values)
	return Answer{Tells: p, Some: max(p, some.Probability(values))}
}

// shortest is how many passages a text counts as having at least: shorter ones
// were too few to learn from.
const shortest = 12

// length returns the logarithm of the passages of a text.
func (a *Alignment) length(text int) float64 {
	return math.Log(float64(max(shortest, len(a.byText[text]))))
}

// others returns the units of a group that stand in other texts.
func (a *Alignment) others(group []int32, text int) []int32 {
	var list []int32
	for _, u := range group {
		if a.units[u].text != text {
			list = append(list, u)
		}
	}
	return list
}

// question asks a text about what the units of other texts tell, which are in
// the order of their texts. It has at least one unit.
func (a *Alignment) question(others []int32, text int) Question {
	q := Question{Length: a.length(text)}
	mean, carriers, pair, nearest := 0.0, 0.0, 0.0, -1.0
	for _, u := range a.byText[text] {
		m, c, p := a.nearness(u, others)
		mean, carriers, pair = max(mean, m), max(carriers, c), max(pair, p)
		if m+c > nearest {
			nearest, q.passage = m+c, u
		}
	}
	q.Mean, q.Carriers, q.Pair = logistic.LogOdds(mean, fromEnds), logistic.LogOdds(carriers, fromEnds), logistic.LogOdds(pair, fromEnds)
	q.Known, q.Mass = a.known(others, text)
	return q
}

// nearness returns the likeness of a unit to those of other texts: the mean,
// the mean over the likest of each text, and the greatest.
func (a *Alignment) nearness(u int32, others []int32) (mean, carriers, pair float64) {
	texts, text, likest := 0, -1, 0.0
	for _, v := range others {
		if a.units[v].text != text {
			carriers += likest
			text, likest = a.units[v].text, 0
			texts++
		}
		l := a.likeness(u, v)
		mean += l
		likest, pair = max(likest, l), max(pair, l)
	}
	return mean / float64(len(others)), (carriers + likest) / float64(texts), pair
}

// known returns the share of what units tell that a text has words for, and
// the logarithm of the weight of it all. Where several texts tell it, what
// several of them have counts, by how many.
func (a *Alignment) known(units []int32, text int) (share, mass float64) {
	carriers := a.carriersOf(units)
	texts := a.textsOf(units)
	has := a.holds[text]
	shared, all := 0.0, 0.0
	for _, c := range carriers {
		if texts > 1 && c.texts < 2 {
			continue
		}
		w := a.lexicon.weight[c.id] * float64(c.texts) / float64(texts)
		all += w
		if has[c.id] {
			shared += w
		}
	}
	if all == 0 {
		return 0, 0
	}
	return shared / all, math.Log(1 + all)
}

// A carried word stands in so many texts of a group.
type carried struct {
	id    int32
	texts int
	last  int // text counted last
}

// carriersOf returns the words of units, which are in the order of their
// texts, with the number of texts that have each.
func (a *Alignment) carriersOf(units []int32) []carried {
	var list []carried
	for _, u := range units {
		for _, w := range a.units[u].content {
			list = append(list, carried{id: w.id, last: a.units[u].text})
		}
	}
	slices.SortStableFunc(list, func(p, q carried) int { return int(p.id - q.id) })
	n := 0
	for i, c := range list {
		switch {
		case i == 0 || list[n-1].id != c.id:
			list[n] = carried{c.id, 1, c.last}
			n++
		case list[n-1].last != c.last:
			list[n-1].texts++
			list[n-1].last = c.last
		}
	}
	return list[:n]
}

// likest returns the greatest likeness of a unit to one of each text, 0 to those
// it was not compared with.
func (a *Alignment) likest(u int32) []float64 {
	by := make([]float64, len(a.texts))
	for _, t := range a.ties[u] {
		text := a.units[t.other].text
		by[text] = max(by[text], float64(t.likeness))
	}
	return by
}

// solitary asks a text about a unit of another text, to which the likest of the
// text is so like.
func (a *Alignment) solitary(u int32, text int, likest float64) Solitary {
	own := a.units[u]
	s := Solitary{
		Place:   float64(own.passage) / float64(len(a.texts[own.text].Passages)),
		Numbers: usualNumbers,
		Length:  a.length(text),
	}
	s.Pair = logistic.LogOdds(max(unlike, likest), fromEnds)
	s.Known, _ = a.known([]int32{u}, text)
	numbers, there := 0, 0
	for _, w := range own.content {
		if w.number {
			numbers++
			if a.holds[text][w.id] {
				there++
			}
		}
	}
	if numbers > 0 {
		s.Numbers = float64(there) / float64(numbers)
	}
	return s
}

// fromEnds keeps the log odds of a likeness away from the ends.
const fromEnds = 0.005
