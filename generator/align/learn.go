package align

import (
	"slices"

	"parallax/generator/logistic"
	"parallax/generator/text/vocabulary"
)

// A Level is how much of a thing a text tells, by a person's reading.
type Level int

// The levels.
const (
	Nothing Level = iota // not told
	Partly               // a part, or a vaguer or differing version
	Whole                // a reader of the text learns all of it
)

// A Telling is how much of a thing a text tells, and in which passages.
type Telling struct {
	Level    Level
	Passages []int
}

// A Lesson is an event that a person read: what is learned from.
type Lesson struct {
	Texts     []Text
	Facts     []map[int]Telling // things that several texts or one tell, by text
	Sentences []ReadSentence
}

// A ReadSentence is a sentence of one text with how much of it each other one
// tells.
type ReadSentence struct {
	Text     int
	Passages []int // that it is
	Others   map[int]Telling
}

const (
	// ridge keeps weights small; 3.3 is what cross-validation over the tune
	// part likes best of 1, 3.3 and 10.
	ridge = 3.3
	// weightOfFact is how much a fact counts that is asked about as a person
	// gathered it, beside a group that was found.
	weightOfFact = 0.5
	// weightOfShared is how much a passage of a fact counts among lone
	// passages, of which the labels of whole texts give the right mixture.
	weightOfShared = 0.3
)

// Learn learns likeness and answers from events, with the thresholds of claims
// as they are given.
func Learn(v *vocabulary.Vocabulary, lessons []Lesson, claims Claims) *Model {
	m := &Model{
		Likeness: logistic.New(PairMeasures(), 0, make([]float64, len(PairMeasures()))),
		Claims:   claims,
	}
	alignments := make([]*Alignment, len(lessons))
	var pairs []logistic.Sample
	for i, l := range lessons {
		alignments[i] = Align(v, l.Texts, m)
		pairs = append(pairs, alignments[i].pairSamples(l)...)
	}
	m.Likeness = logistic.Learn(PairMeasures(), pairs, ridge)
	var tells, some, loneTells, loneSome []logistic.Sample
	for i, l := range lessons {
		a := alignments[i]
		a.ties = a.tie()
		for _, s := range append(a.groupSamples(l), a.factSamples(l)...) {
			tells, some = append(tells, s.as(Whole)), append(some, s.as(Partly))
		}
		for _, s := range a.loneSamples(l) {
			loneTells, loneSome = append(loneTells, s.as(Whole)), append(loneSome, s.as(Partly))
		}
	}
	m.Tells = logistic.Learn(QuestionMeasures(), tells, ridge)
	m.Some = logistic.Learn(QuestionMeasures(), some, ridge)
	m.LoneTells = logistic.Learn(SolitaryMeasures(), loneTells, ridge)
	m.LoneSome = logistic.Learn(SolitaryMeasures(), loneSome, ridge)
	return m
}

// A graded sample is measures with the level that a person gave.
type graded struct {
	measures []float64
	level    Level
	weight   float64
}

// as returns the sample of whether the level is at least so high.
func (g graded) as(least Level) logistic.Sample {
	return logistic.Sample{Measures: g.measures, True: g.level >= least, Weight: g.weight}
}

// A verdict is whether two units tell one fact.
type verdict int8

const (
	unknown verdict = iota
	apart
	together
)

// pairSamples returns the compared pairs of units of which the labels say
// whether they tell one fact.
func (a *Alignment) pairSamples(l Lesson) []logistic.Sample {
	labels := a.verdicts(l)
	var list []logistic.Sample
	pairs := a.pairs()
	for i, with := range pairs.with {
		for _, c := range with {
			v := labels[[2]int32{int32(i), c.other}]
			if int(c.other) < i || v == unknown {
				continue
			}
			p := &pairs.measured[c.pair]
			p.Around = pairs.around(i, int(c.other))
			list = append(list, logistic.Sample{Measures: p.Values(), True: v == together, Weight: 1})
		}
	}
	return list
}

// verdicts are what labels say of pairs of units.
type verdicts map[[2]int32]verdict

// set gives each pair of units a verdict.
func (v verdicts) set(us, vs []int32, is verdict) {
	for _, i := range us {
		for _, j := range vs {
			v[[2]int32{i, j}], v[[2]int32{j, i}] = is, is
		}
	}
}

// change gives those pairs of units a verdict that have another.
func (v verdicts) change(us, vs []int32, from, to verdict) {
	for _, i := range us {
		for _, j := range vs {
			if v[[2]int32{i, j}] == from {
				v.set([]int32{i}, []int32{j}, to)
			}
		}
	}
}

// verdicts returns what the labels say of pairs of units. Two passages that
// tell the whole of one fact go together; a passage that was read goes apart
// from all of a text that are not said to tell it; a part decides nothing.
func (a *Alignment) verdicts(l Lesson) verdicts {
	v := verdicts{}
	for _, s := range l.Sentences {
		for text, t := range s.Others {
			told := a.unitsOf(text, t.Passages)
			rest := slices.DeleteFunc(slices.Clone(a.byText[text]), func(u int32) bool { return slices.Contains(told, u) })
			v.change(a.unitsOf(s.Text, s.Passages), rest, unknown, apart)
		}
	}
	tellings(l, func(text, other int, t, o Telling) {
		if t.Level == Whole && o.Level == Nothing {
			v.change(a.unitsOf(text, t.Passages), a.byText[other], unknown, apart)
		}
	})
	for _, s := range l.Sentences {
		for text, t := range s.Others {
			is := unknown
			if t.Level == Whole {
				is = together
			}
			v.set(a.unitsOf(s.Text, s.Passages), a.unitsOf(text, t.Passages), is)
		}
	}
	tellings(l, func(text, other int, t, o Telling) {
		us, vs := a.unitsOf(text, t.Passages), a.unitsOf(other, o.Passages)
		switch {
		case other < text:
		case t.Level == Whole && o.Level == Whole:
			v.set(us, vs, together)
		default:
			v.change(us, vs, apart, unknown)
		}
	})
	return v
}

// tellings calls see for how each text and each other tell each fact.
func tellings(l Lesson, see func(text, other int, t, o Telling)) {
	for _, f := range l.Facts {
		for text, t := range f {
			for other, o := range f {
				if other != text {
					see(text, other, t, o)
				}
			}
		}
	}
}

// unitsOf returns the units of passages.
func (a *Alignment) unitsOf(text int, passages []int) []int32 {
	var list []int32
	for _, p := range passages {
		if u := a.at[a.same[text]][p]; u >= 0 {
			list = append(list, u)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// groupSamples asks every text about the groups that are found, as far as they
// are of a fact that was labelled.
func (a *Alignment) groupSamples(l Lesson) []graded {
	var list []graded
	for _, g := range a.groups() {
		f := a.factOf(g, l)
		if f == nil {
			continue
		}
		for text := range a.texts {
			if others := a.others(g, text); a.same[text] == text && len(a.byText[text]) > 0 && len(others) > 0 {
				q := a.question(others, text)
				list = append(list, graded{q.Values(), f[text].Level, 1})
			}
		}
	}
	return list
}

// factOf returns the fact that most texts of a group tell with a passage of
// it, at least half of them; nil if there is none.
func (a *Alignment) factOf(group []int32, l Lesson) map[int]Telling {
	var best map[int]Telling
	most, mostUnits := 0, 0
	texts := a.textsOf(group)
	for _, f := range l.Facts {
		hits, units := 0, 0
		for text, t := range f {
			n := 0
			told := a.unitsOf(text, t.Passages)
			for _, u := range a.own(group, text) {
				if slices.Contains(told, u) {
					n++
				}
			}
			if n > 0 {
				hits++
			}
			units += n
		}
		if 2*hits >= texts && (hits > most || hits == most && units > mostUnits) {
			best, most, mostUnits = f, hits, units
		}
	}
	return best
}

// factSamples asks every text about the facts as the others tell them.
func (a *Alignment) factSamples(l Lesson) []graded {
	var list []graded
	for _, f := range l.Facts {
		for text := range a.texts {
			if a.same[text] != text || len(a.byText[text]) == 0 {
				continue
			}
			var others []int32
			for other, t := range f {
				if other != text && t.Level == Whole {
					others = append(others, a.unitsOf(other, t.Passages)...)
				}
			}
			slices.Sort(others)
			if len(others) > 0 {
				q := a.question(others, text)
				list = append(list, graded{q.Values(), f[text].Level, weightOfFact})
			}
		}
	}
	return list
}

// loneSamples asks every text about single passages of the others.
func (a *Alignment) loneSamples(l Lesson) []graded {
	var list []graded
	ask := func(own int, passages []int, text int, level Level, weight float64) {
		if us := a.unitsOf(own, passages); len(us) > 0 && text != own && a.same[text] == text && len(a.byText[text]) > 0 {
			s := a.solitary(us[0], text, a.likest(us[0])[text])
			list = append(list, graded{s.Values(), level, weight})
		}
	}
	for _, s := range l.Sentences {
		for text := range l.Texts {
			if t, read := s.Others[text]; read {
				ask(s.Text, s.Passages, text, t.Level, 1)
			}
		}
	}
	for _, f := range l.Facts {
		for own := range l.Texts {
			if f[own].Level != Whole || len(f[own].Passages) == 0 {
				continue
			}
			for text := range l.Texts {
				ask(own, f[own].Passages[:1], text, f[text].Level, weightOfShared)
			}
		}
	}
	return list
}
