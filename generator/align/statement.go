package align

import (
	"cmp"
	"slices"
)

const (
	// besideLikeness is the likeness to a group from which a passage tells it
	// too, though another group has it.
	besideLikeness = 0.60
	// leastLone is how many words with content a passage has that may be said to
	// stand alone: "12:47 a.m., Nov. 3" reports nothing.
	leastLone = 6
)

// A Standing is what is said of a text and a statement.
type Standing string

// What may be said of a text. Between [Part] and [Absent] nothing is.
const (
	Tells  Standing = "tells"  // a reader of the text learns the whole thing
	Part   Standing = "part"   // a part of it, or something near
	Silent Standing = ""       // not sure: nothing is said
	Absent Standing = "absent" // the text does not have it
)

// A Statement is a thing that several texts report.
type Statement struct {
	Cells []Cell // of every text, in order
	// Centre is the text whose first passage is nearest to what all tell.
	Centre int
}

// A Cell is what one text has of a statement.
type Cell struct {
	Standing Standing
	Answer   Answer
	Passages []int // that tell it, most direct first; none if silent or absent
}

// A Lone passage tells what no other text was found to tell.
type Lone struct {
	Text, Passage int
	Only          bool    // sure enough to be said
	Sure          float64 // the least certainty over the other texts
}

// Statements returns what several texts report, in the order of the texts and
// passages where it comes first, and the passages that no statement has.
func (a *Alignment) Statements() ([]Statement, []Lone) {
	var list []Statement
	taken := make([]bool, len(a.units))
	for _, g := range a.groups() {
		s := a.statement(g, taken)
		if s.tellers() > 1 {
			list = append(list, s)
		}
	}
	return list, a.lone(taken)
}

// tellers returns how many texts tell the statement.
func (s *Statement) tellers() int {
	n := 0
	for _, c := range s.Cells {
		if c.Standing == Tells {
			n++
		}
	}
	return n
}

// statement asks every text about a group and notes the units that tell it.
func (a *Alignment) statement(group []int32, taken []bool) Statement {
	s := Statement{Cells: make([]Cell, len(a.texts)), Centre: -1}
	central := -1.0
	for text := range a.texts {
		if a.same[text] != text || len(a.byText[text]) == 0 {
			continue
		}
		others, own := a.others(group, text), a.own(group, text)
		if len(others) == 0 {
			continue
		}
		q := a.question(others, text)
		cell := Cell{Answer: answer(&a.model.Tells, &a.model.Some, q.Values())}
		cell.Standing = a.model.Claims.standing(cell.Answer, len(own) > 0)
		if cell.Standing == Tells || cell.Standing == Part {
			own = a.besides(own, others, q.passage, text)
		}
		a.direct(own, others)
		for _, u := range own {
			taken[u] = true
			cell.Passages = append(cell.Passages, a.units[u].passage)
		}
		if cell.Standing == Tells {
			if _, carriers, _ := a.nearness(own[0], others); carriers > central {
				central, s.Centre = carriers, text
			}
		}
		s.Cells[text] = cell
	}
	for text, same := range a.same {
		s.Cells[text] = s.Cells[same]
	}
	return s
}

// besides adds to the units of a text in a group those that tell as much of it
// by their nearness to the units of other texts, though other groups have
// them: one sentence can tell several things. nearest is the nearest of all.
func (a *Alignment) besides(own, others []int32, nearest int32, text int) []int32 {
	for _, u := range a.byText[text] {
		if slices.Contains(own, u) {
			continue
		}
		_, carriers, _ := a.nearness(u, others)
		if carriers >= besideLikeness || u == nearest && len(own) == 0 {
			own = append(own, u)
		}
	}
	return own
}

// own returns the units of a group that stand in a text.
func (a *Alignment) own(group []int32, text int) []int32 {
	var list []int32
	for _, u := range group {
		if a.units[u].text == text {
			list = append(list, u)
		}
	}
	return list
}

// direct puts the units first that are nearest to those of other texts.
func (a *Alignment) direct(own, others []int32) {
	near := make(map[int32]float64, len(own))
	for _, u := range own {
		mean, carriers, _ := a.nearness(u, others)
		near[u] = mean + carriers
	}
	slices.SortStableFunc(own, func(u, v int32) int { return cmp.Or(-cmp.Compare(near[u], near[v]), cmp.Compare(u, v)) })
}

// lone returns the units of bodies that no statement has, in order.
func (a *Alignment) lone(taken []bool) []Lone {
	var list []Lone
	for i, u := range a.units {
		if taken[i] || u.passage == 0 || len(u.content) < leastLone {
			continue
		}
		l := Lone{Text: u.text, Passage: u.passage, Sure: 1}
		asked := 0
		likest := a.likest(int32(i))
		for text := range a.texts {
			if text == u.text || a.same[text] != text || len(a.byText[text]) == 0 {
				continue
			}
			s := a.solitary(int32(i), text, likest[text])
			l.Sure = min(l.Sure, answer(&a.model.LoneTells, &a.model.LoneSome, s.Values()).Absent())
			asked++
		}
		l.Only = asked > 0 && l.Sure >= a.model.Claims.Only && len(a.Copies(u.text)) == 1
		list = append(list, l)
	}
	return list
}
